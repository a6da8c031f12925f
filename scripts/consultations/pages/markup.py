"""HTML, written so that a text can never become markup.

`Html` is what may stand in a page as it is. A `str` gets there through `text` only, and the type
checker holds that: an unescaped string does not fit where `Html` is asked for.
"""

import html
import re
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)

NOTHING = Html("")

# What no page can hold: controls, lone surrogates and noncharacters. U+0002 and U+0003 are moreover
# what Python-Markdown keeps its own places with.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_LINE_END = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def _picture(match: re.Match[str]) -> str:
    """A visible sign for what cannot be printed."""
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def printable(plain: str) -> str:
    """The text with a visible sign for each control, surrogate and noncharacter; as long as it."""
    return _UNPRINTABLE.sub(_picture, plain)


def text(plain: str) -> Html:
    """The text as it stands in a page, in one line."""
    return Html(html.escape(printable(_LINE_END.sub(" ", plain)), quote=False))


def attribute(plain: str) -> str:
    """The text as it stands between the double quotes of an attribute."""
    return html.escape(" ".join(printable(plain).split()), quote=True)


def element(name: str, *inner: Html, **attributes: str | None) -> Html:
    """An element with its attributes in the order given; those that are None are left out.

    A name that Python keeps for itself, or that has a hyphen, is written with `_`: `class_`,
    `data_marker`.
    """
    return Html(f"{opening(name, **attributes)}{''.join(inner)}</{name}>")


def opening(name: str, **attributes: str | None) -> Html:
    """The opening tag of an element; `element` says how attributes are written."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>")


def lines(parts: Iterable[Html]) -> Html:
    """The parts, a line each, without those that are empty."""
    return Html("\n".join(part for part in parts if part))
