"""The styles as they are published: without comments and blanks, in one file what every page has.

They are written in files by what they are for. `base.css` and `site.css` are both on every page, so
that they are sent as one: a request less before anything is painted. A page on which the reader
waits for an answer has its own style in the same file.
"""

from collections.abc import Mapping

import rcssmin

_ALWAYS = "site.css"
"""The style of every page."""
_OF_EVERY_PAGE = ("base.css", _ALWAYS)
"""What it is made of, in this order: the second changes what the first says."""
_WITH_IT = ("quote.css", "search.css")
"""Those that hold it too."""


def styles(written: Mapping[str, bytes]) -> dict[str, bytes]:
    """The styles that are published, by name.

    Args:
        written: the theme's, by name, each ending in `.css`.
    """
    text = {name: content.decode("utf-8") for name, content in written.items()}
    text[_ALWAYS] = "\n".join(text.pop(name) for name in _OF_EVERY_PAGE)
    text |= {name: f"{text[_ALWAYS]}\n{text[name]}" for name in _WITH_IT if name in text}
    return {name: rcssmin.cssmin(style).encode() for name, style in sorted(text.items())}
