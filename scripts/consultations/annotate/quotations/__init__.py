"""Words that a document quotes, and whose words they are."""

PAGES: tuple[str, ...] = ()
