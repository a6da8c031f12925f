"""Characters that are not the author's: of another encoding, of markup, or joined in one."""
