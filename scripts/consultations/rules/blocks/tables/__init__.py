"""Tables: drawn with blanks, with bars, or read in pieces."""
