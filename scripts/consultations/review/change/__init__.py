"""A change of an archive beside the commit at which it began, as its reviewer needs to see it."""
