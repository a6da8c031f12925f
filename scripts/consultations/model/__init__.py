"""The nouns of the project: frozen dataclasses, without input or output.

Offsets are code points and intervals [start, end), everywhere.
"""
