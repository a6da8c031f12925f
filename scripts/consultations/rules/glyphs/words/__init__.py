"""Words in pieces, run together, or with letters lost or doubled."""
