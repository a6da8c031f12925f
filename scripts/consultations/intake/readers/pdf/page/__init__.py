"""What is on a page of a PDF: characters, lines of text, drawings and tags, at their places."""
