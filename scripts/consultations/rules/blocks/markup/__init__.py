"""Marks that say what words are: quotations, code, pictures, links, emphasis."""
