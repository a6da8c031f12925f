"""What a file is taken in with: the record that it proposes, what it is like, its folder."""
