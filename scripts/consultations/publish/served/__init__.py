"""The site served on this machine, and made anew while somebody edits the archive."""
