"""What an archive is held to, each by a file: its files, its editions, its pages."""
