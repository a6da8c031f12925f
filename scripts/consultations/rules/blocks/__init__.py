"""Repairs of structure: what is a heading, an item, a table, a note; and what belongs together."""
