"""Repairs of single characters and words, wherever they stand; before anything is read."""
