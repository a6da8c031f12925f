"""What a document points to: works that it names or cites, and addresses of the web."""

PAGES = ("links", "short-titles", "taken-up", "citations", "cited-again", "authors")
