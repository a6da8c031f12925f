"""The forms in which documents print what calls for an answer, each found by a file."""
