"""Files that people hand in, read within limits and held to their form; every fault is told."""
