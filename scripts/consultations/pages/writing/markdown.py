"""Content as Markdown, as Python-Markdown reads it with the extensions that mkdocs.yml lists.

A text comes out of it as itself, whatever stands in it: all that could begin markup is escaped, and
nothing else, so that ordinary prose reads as it would in print.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from consultations import patterns as re
from consultations.pages.writing.content import Attributes, Content, Element, LinkAddress, plain
from consultations.pages.writing.html import BREAK, closing, opening
from consultations.pages.writing.printing import printable

_SPECIAL = re.compile(
    r"""
    (?P<escaped> [\\`*\[\]{}|]
               | (?<![^\W_])_ | _(?![^\W_])  # inside a word it is nothing but itself
               | !\Z  # before a link, whose words would be those of an image
               | \#\Z  # at the end of a heading, where signs may close it
    )
    | (?P<named> < | &(?=[#\w]|\Z) )
    """,
    re.VERBOSE,
)
_NAMED = {"<": "&lt;", "&": "&amp;", '"': "&quot;"}
_BLOCK_BEGINS = re.compile(
    r"(?P<sign>[\#>]|[-+](?=[-+ ]|\Z)) | (?P<named>~|:(?=\ |\Z)) | \d+(?=\.(?:\ |\Z))", re.VERBOSE
)
_STARS: Mapping[str, str] = {"em": "*", "strong": "**"}
_SIMPLE_CODE = re.compile(r"[\w.-]+", re.ASCII)
_SIMPLE_NAME = re.compile(r"[\w:.-]+", re.ASCII)
"""An id or a class that needs no quotation marks; any other is written as every attribute is."""
_IN_TAG = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_[]{}|!"}
"""Signs in the attributes of a tag that Markdown would read before it reads the tag."""
_UNSAFE_IN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&+,;=%]")


@dataclass(frozen=True)
class Markdown:
    """What may stand in a page's Markdown as it is. No text, so that it is never escaped again.

    This module and `blocks.py` alone make one, and `blocks.page` alone makes a file of it.
    """

    written: str

    def __str__(self) -> str:
        return self.written


def as_markdown(content: Content) -> Markdown:
    """Content in one line, for a place where no block begins: a heading, a cell, a link's words."""
    return Markdown(_draw(content))


def as_block(content: Content) -> Markdown:
    """Content in one line that begins a block, and is nothing but text to its reader."""
    drawn = _draw(content).lstrip().rstrip(" ")  # two blanks at its end would be a line break
    begins = _BLOCK_BEGINS.match(drawn)
    if begins is None:
        return Markdown(drawn)
    if begins["named"]:  # Markdown has no escape for these
        return Markdown(f"&#{ord(drawn[0])};{drawn[1:]}")
    at = 0 if begins["sign"] else begins.end()
    return Markdown(f"{drawn[:at]}\\{drawn[at:]}")


def attribute_list(attributes: Attributes) -> Markdown:
    """Attributes in braces, as `attr_list` reads them; nothing where there are none."""
    written = []
    for key, value in attributes.items():
        if value is None:
            continue
        if key in ("id", "class") and _SIMPLE_NAME.fullmatch(value):
            written.append(f"{'#' if key == 'id' else '.'}{value}")
        else:
            quoted = _escaped(value).replace('"', _NAMED['"'])
            written.append(f'{key}="{quoted}"')
    return Markdown(f"{{: {' '.join(written)} }}" if written else "")


def _escaped(text: str) -> str:
    """The text as it stands inside a line."""
    return _SPECIAL.sub(_escape, printable(text))


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match["escaped"] else _NAMED[match[0]]


def _draw(content: Content, *, emphasis: bool = True) -> str:
    """The content; emphasis only where there is none around it."""
    drawn: list[str] = []
    for i, part in enumerate(content):
        if isinstance(part, str):
            drawn.append(str(BREAK).join(map(_escaped, part.split("\n"))))
        elif part.address is not None:
            drawn.append(_link(part, part.address))
        elif part.name == "code" and _SIMPLE_CODE.fullmatch(plain(part.inner)):
            drawn.append(f"`{plain(part.inner)}`")
        elif _is_emphasis(part) and emphasis and _stands_free(content, i, part):
            stars, inner = _stars(part)
            drawn.append(f"{stars}{_draw(inner)}{stars}")
        else:
            # HTML inside a line is read by Markdown too, and means the same in every place.
            tag = str(opening(part.name, part.attributes)).translate(_IN_TAG)
            within = _draw(part.inner, emphasis=emphasis and not _is_emphasis(part))
            drawn.append(f"{tag}{within}{closing(part.name)}")
    return "".join(drawn)


def _stands_free(content: Content, at: int, part: Element) -> bool:
    """Whether stars at both ends of an emphasis are sure to be read as what they are."""
    # A star beside a letter, a blank or another star may be read otherwise, or as itself.
    words = plain(part.inner)
    before, after = content[at - 1 : at], content[at + 1 : at + 2]
    return (
        bool(words)
        and words == words.strip()
        and not part.attributes
        and not any(_is_emphasis(p) for p in (*before, *_stars(part)[1], *after))
        and not any(isinstance(p, str) and p[-1:].isalnum() for p in before)
        and not any(isinstance(p, str) and p[:1].isalnum() for p in after)
    )


def _stars(part: Element) -> tuple[str, Content]:
    """The stars of an emphasis and what is inside them; three where italics are all bold."""
    inner = part.inner[0] if len(part.inner) == 1 else ""
    if isinstance(inner, Element) and {inner.name, part.name} == _STARS.keys():
        return "***", inner.inner
    return _STARS[part.name], part.inner


def _is_emphasis(part: str | Element) -> bool:
    return isinstance(part, Element) and part.name in _STARS


def _link(e: Element, address: LinkAddress) -> str:
    if address.is_state:  # MkDocs looks up every link of Markdown, and would miss the element
        tag = str(opening(e.name, e.attributes, address)).translate(_IN_TAG)
        return f"{tag}{_draw(e.inner)}{closing(e.name)}"
    written = _UNSAFE_IN_ADDRESS.sub(_percent, address.written).replace("&", "&amp;")
    return f"[{_draw(e.inner)}]({written}){attribute_list(e.attributes)}"


def _percent(match: re.Match[str]) -> str:
    code = match[0].encode(errors="replace")
    return "".join(f"%{byte:02X}" for byte in code)
