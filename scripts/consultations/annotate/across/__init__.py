"""What editions have to do with each other, once all of them are there."""
