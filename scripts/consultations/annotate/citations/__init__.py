"""What a document points to: works that it cites, its own other places, addresses of the web."""
