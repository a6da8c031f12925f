"""Markdown and HTML as they are written: what stands in them is escaped here and nowhere else."""
