"""The address of each passage on the page of its edition, as a link to itself.

The links are a part of the page and not made by a script, so that they are there for whoever reads
without scripts, and cost a slow phone nothing. Their sign is drawn by edition.css: it is no word
of the text, and whoever copies a passage does not copy it.
"""

from html import unescape

from consultations import patterns as re
from consultations.pages.links import on_page
from consultations.pages.writing.content import Attributes
from consultations.pages.writing.html import closing, opening

_PASSAGE = re.compile(
    r"""
    <(?: (?P<block>h[1-6]|p|li|dd)\b [^<>]* [ ]id="(?P<id>[^":<>]+)" [^<>]*   # <p id="pabc123">
       | div\b [^<>]* [ ]id="(?P<table>[^":<>]+)" [^<>]* [ ]class="table" [^<>]* )>
    """,
    re.VERBOSE,
)
"""The beginning of a passage; an id with a colon is the page's own."""
_END_OF_WORDS = re.compile(
    r"""
      </(?:h[1-6]|p|li|dd)>   # the end of the passage
    | <(?:p|ul|ol)\b          # other passages, inside an item or a note
    | <span[ ]id="gap:        # what the source has lost after an item
    """,
    re.VERBOSE,
)
_END_OF_TABLE = re.compile(r"</table>")


def with_addresses(html: str) -> str:
    """The text of an edition, with a link to itself at the end of each passage's own words.

    Args:
        html: what was made of its Markdown, without the frame of the page, which has ids as well.
    """
    parts: list[str] = []
    done = 0
    for passage in _PASSAGE.finditer(html):
        is_table = passage["table"] is not None
        ended = (_END_OF_TABLE if is_table else _END_OF_WORDS).search(html, passage.end())
        if ended is None:
            continue
        end = ended.end() if is_table else ended.start()
        parts += [html[done:end], _link(passage["table"] or passage["id"])]
        done = end
    return "".join([*parts, html[done:]])


def _link(id_: str) -> str:
    about: Attributes = {"class": "permalink", "aria-label": "Link to this passage"}
    return f"{opening('a', about, on_page(unescape(id_)))}{closing('a')}"
