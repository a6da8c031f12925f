"""What the theme and Python-Markdown make otherwise than HTML wants it, mended at the end.

The theme's frame could be overridden for one attribute, and would then have to be kept true to
each new version of the theme. Markdown's tables say of no header what it is the header of.
"""

import re
from collections.abc import Mapping
from html import unescape

_SWITCH = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')
"""A switch of the theme, of a kind that has nothing to complete."""

_HEADER = "<th>"
"""A cell of the first row of a table in Markdown; what templates write says its scope already."""


_DRAWING = re.compile(r'<div id="drawing:([^"]*)" class="drawing"></div>')
"""The place of a drawing, as `blocks.drawing` leaves it."""


def with_drawings(html: str, drawings: Mapping[str, str]) -> str:
    """A finished page with its drawings at their places; a place without one goes.

    Args:
        html: the page.
        drawings: as elements of HTML, by their keys.
    """

    def place(match: re.Match[str]) -> str:
        drawing = drawings.get(unescape(match[1]), "")
        return f'<div class="drawing">{drawing}</div>' if drawing else ""

    return _DRAWING.sub(place, html)


def mended(html: str) -> str:
    """A finished page, as the checker of HTML (Nu) takes it."""
    return _SWITCH.sub(r"\1", html).replace(_HEADER, '<th scope="col">')
