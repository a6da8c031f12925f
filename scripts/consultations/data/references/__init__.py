"""References in the styles that people write in, and the words that are quoted beside them.

`csl` and `styles` are the only modules that know citeproc.
"""
