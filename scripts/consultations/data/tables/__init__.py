"""Editions and authorities as tables: CSV, JSON Lines, and the data package of both."""
