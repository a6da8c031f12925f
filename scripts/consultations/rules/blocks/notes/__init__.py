"""Notes: their bodies, and what calls them."""
