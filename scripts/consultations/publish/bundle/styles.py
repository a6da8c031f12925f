"""The styles as they are published: without comments and blanks, in one file what every page has.

They are written in files by what they are for. `base.css` and `site.css` are both on every page, so
that they are sent as one: a request less before anything is painted.
"""

from collections.abc import Mapping

import rcssmin

ALWAYS = "site.css"
"""The style of every page."""
_OF_EVERY_PAGE = ("base.css", ALWAYS)
"""What it is made of, in this order: the second changes what the first says."""


def styles(written: Mapping[str, bytes]) -> dict[str, bytes]:
    """The styles that are published, by name.

    Args:
        written: the theme's, by name, each ending in `.css`.
    """
    text = {name: content.decode("utf-8") for name, content in written.items()}
    text[ALWAYS] = "\n".join(text.pop(name) for name in _OF_EVERY_PAGE)
    return {name: rcssmin.cssmin(style).encode() for name, style in sorted(text.items())}
