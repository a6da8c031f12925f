"""What stands for somebody named before: "she", "the board", "another"."""
