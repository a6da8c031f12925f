"""Repairs of whole lines: what the page or the site added to the text and its author did not."""
