"""What the theme and Python-Markdown make otherwise than HTML wants it, mended at the end.

The theme's frame could be overridden for one attribute, and would then have to be kept true to
each new version of the theme. Markdown's tables say of no header what it is the header of.
"""

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')
"""A switch of the theme, of a kind that has nothing to complete."""

_HEADER = "<th>"
"""A cell of the first row of a table in Markdown; what templates write says its scope already."""


def mended(html: str) -> str:
    """A finished page, as the checker of HTML (Nu) takes it."""
    return _SWITCH.sub(r"\1", html).replace(_HEADER, '<th scope="col">')
