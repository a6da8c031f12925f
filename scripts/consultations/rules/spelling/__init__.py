"""How words are spelt, and what of that a conversion has lost."""
