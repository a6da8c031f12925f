"""Lists: their items, by a mark, by an indent, or by what leads to them."""
