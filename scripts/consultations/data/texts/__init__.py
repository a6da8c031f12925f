"""The text of an edition in other forms: TEI, EPUB, plain text."""
