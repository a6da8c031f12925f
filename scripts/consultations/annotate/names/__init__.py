"""People, bodies, works and consultations by their names, and names that nobody knows yet."""
