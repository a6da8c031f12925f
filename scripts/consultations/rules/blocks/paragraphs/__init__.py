"""Where paragraphs begin, which of their lines stand by themselves, and what belongs together."""
