"""Headings: which blocks are one, and how deep."""
