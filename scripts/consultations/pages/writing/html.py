"""The one place where Python writes tags. All text in them is escaped here.

Text, attributes and addresses come as types of their own (`content.py`), and none of them is HTML.
"""

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from consultations import patterns as re
from consultations.pages.writing.content import Attributes, Content, Element, LinkAddress, Name
from consultations.pages.writing.printing import printable

_PAGE = re.compile(r"[^:?#]*\.md(?=#|\Z)")


@dataclass(frozen=True)
class Html:
    """HTML that is ready to stand in a page. It is no `str`, so that it is never escaped twice."""

    written: str

    def __str__(self) -> str:
        return self.written


Tag = Name | Literal["div", "p", "section", "table", "td", "th", "tr"]
"""The elements that are written as tags; Markdown makes the others."""

BREAK = Html("<br>")
"""The end of a line inside a text."""


def as_html(content: Content) -> Html:
    """Content in one line of HTML, its text escaped."""
    return Html("".join(_text(p) if isinstance(p, str) else str(_element(p)) for p in content))


def opening(
    name: Tag, attributes: Attributes, address: LinkAddress | None = None, *, markdown: bool = False
) -> Html:
    """The opening tag of an element, without the attributes that are None.

    Args:
        name: of the element.
        attributes: as they are, not escaped.
        address: where it leads, if it is a link.
        markdown: whether Markdown stands inside it.
    """
    written = [f' {key}="{attribute(v)}"' for key, v in attributes.items() if v is not None]
    if address is not None:
        written.append(f' href="{attribute(address.written)}"')
    if markdown:
        written.append(" markdown")
    return Html(f"<{name}{''.join(written)}>")


def closing(name: Tag) -> Html:
    """The closing tag of an element."""
    return Html(f"</{name}>")


def text_element(name: Tag, text: str) -> Html:
    """An element in which a text stands and nothing else."""
    return Html(f"{opening(name, {})}{_text(text)}{closing(name)}")


def lines(elements: Iterable[Html], indent: int) -> Html:
    """Elements, each on a line of its own that begins with so many blanks; the first as it is."""
    return Html(f"\n{' ' * indent}".join(element.written for element in elements))


def policy_element(policy: str) -> Html:
    """The element with which a page states its content security policy."""
    return Html(f'<meta http-equiv="Content-Security-Policy" content="{attribute(policy)}">')


def meta_element(key: Literal["name", "property"], name: str, content: str) -> Html:
    """An element that says something of its page: `name` of most, `property` in Open Graph."""
    return Html(f'<meta {key}="{attribute(name)}" content="{attribute(content)}">')


def link_element(rel: str, href: str, kind: str | None = None, title: str | None = None) -> Html:
    """An element that says what another file is to its page.

    Args:
        rel: what it is: `alternate`.
        href: its address.
        kind: its media type.
        title: what a reader would call it.
    """
    said = {"rel": rel, "href": href, "type": kind, "title": title}
    written = (f' {name}="{attribute(value)}"' for name, value in said.items() if value is not None)
    return Html(f"<link{''.join(written)}>")


def linked_data_element(data: Mapping[str, object]) -> Html:
    """JSON-LD in an element that no browser runs; no text in it can end the element."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return Html(f'<script type="application/ld+json">{written}</script>')


def openurl_element(pairs: Sequence[tuple[str, str]]) -> Html:
    """An element in which nothing stands, for programs that look for an OpenURL in a page."""
    return Html(f'<span class="Z3988" hidden title="{attribute(urlencode(pairs))}"></span>')


def attribute(value: str) -> Html:
    """The text as it stands between the double quotes of an attribute."""
    return Html(_text(value).replace('"', "&quot;"))


def _text(text: str) -> str:
    return html.escape(printable(text), quote=False)


def _element(e: Element) -> Html:
    """An element; for a link to a page only its words: MkDocs resolves pages in Markdown."""
    if e.address is not None and _PAGE.match(e.address.written):
        return as_html(e.inner)
    inner = as_html(e.inner)
    return Html(f"{opening(e.name, e.attributes, e.address)}{inner}{closing(e.name)}")
