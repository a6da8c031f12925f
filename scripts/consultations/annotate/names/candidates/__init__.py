"""Names that no authority has, as entries to take up."""
