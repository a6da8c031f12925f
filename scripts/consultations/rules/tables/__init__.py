"""What tells a table, and its cells, in a text."""
