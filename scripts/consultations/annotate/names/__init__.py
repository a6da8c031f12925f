"""People, bodies, works and consultations by their names.

First the abbreviations that the document expands, which are its own; then whatever the archive
knows by name, wherever it is named; then the surnames, which stand for people named before, and
the nouns that stand for bodies and laws.
`candidates` lists the names that the archive does not know, for its maintainer.
"""

PAGES = ("abbreviations", "mentions", "people", "surnames", "called-by-noun")
