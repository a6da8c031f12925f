"""The verbs of the command line, each a file of its own name."""
