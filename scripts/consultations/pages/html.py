"""Content as HTML, for the few blocks that would be no easier to read as Markdown."""

import html
import re
from collections.abc import Mapping
from typing import NewType

from consultations.pages.content import Content, Element
from consultations.pages.printing import printable

_PAGE = re.compile(r"[^:?#]*\.md(?=#|\Z)")

Html = NewType("Html", str)
"""What may stand in a page as it is."""


def as_html(content: Content) -> Html:
    """Content in one line of HTML, its text escaped."""
    return Html("".join(_text(p) if isinstance(p, str) else _element(p) for p in content))


def opening(name: str, attributes: Mapping[str, str | None]) -> Html:
    """The opening tag of an element, without the attributes that are None."""
    written = (f' {key}="{attribute(v)}"' for key, v in attributes.items() if v is not None)
    return Html(f"<{name}{''.join(written)}>")


def attribute(value: str) -> str:
    """The text as it stands between the double quotes of an attribute."""
    return _text(value).replace('"', "&quot;")


def _text(text: str) -> str:
    return html.escape(printable(text), quote=False)


def _element(e: Element) -> str:
    """An element; of a link to a page the words alone, as MkDocs finds pages for Markdown only."""
    if _PAGE.match(e.attributes.get("href") or ""):
        return as_html(e.inner)
    return f"{opening(e.name, e.attributes)}{as_html(e.inner)}</{e.name}>"
