"""The pages of one edition: its text, and the record of what was changed in it."""
