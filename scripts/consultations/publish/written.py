"""Pages that people write under docs/, and settings: held to what a page of this site may hold.

Python-Markdown passes HTML through as it stands, with whatever runs in it, and the theme writes
titles as they are. So what a person wrote is looked at once it is HTML, and every text of the
settings is escaped before the theme has it.
"""

import html
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from consultations.errors import DocsError
from consultations.intake import page_faults
from consultations.model.text import squeeze

_TEXTS = ("copyright", "repo_name", "site_author", "site_description", "site_name")
_ELEMENTS = re.compile(
    "a|abbr|blockquote|br|cite|code|d[dlt]|del|details|div|em|h[1-6]|hr|img|ins|kbd|li|mark|ol|p"
    "|pre|q|s|section|span|strong|su[bp]|summary|table|tbody|td|tfoot|th|thead|time|tr|ul"
)
_ATTRIBUTES = re.compile(
    "align|alt|aria-label|class|colspan|datetime|height|href|id|lang|markdown|role|rowspan|scope"
    "|src|start|style|title|value|width"
)
_STYLE = re.compile(r"\s*text-align:\s*(?:left|center|right);?\s*")
"""What Python-Markdown itself writes into the cells of a table."""
_HERE = r"(?!//)[^:\s<>\"'\\]*"
"""An address on this site; two slashes would begin the name of another machine."""
_ADDRESSES = {
    "href": re.compile(rf"(?:https?://|mailto:)[^\s<>\"']+ | {_HERE}", re.VERBOSE),
    "src": re.compile(_HERE),  # a page loads nothing from elsewhere
}
_TAG_BEGINS = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_ODD_IN_COMMENT = re.compile(r"[<>]|--|-\Z")
_ODD_END = re.compile(r"--\s+>")
"""An end of a comment to some readers of HTML, and none to others."""


def escape_settings(config: MkDocsConfig) -> None:
    """Escape every text of the settings that the theme writes as it is."""
    for name in _TEXTS:
        if config.get(name):
            config[name] = Escaped(html.escape(config[name]))
    if config.nav:
        config.nav = _escaped(config.nav)


class Escaped(str):
    """A text that is HTML already; Jinja's own escaping leaves it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def _escaped(nav: Any) -> Any:
    if isinstance(nav, list):
        return [_escaped(item) for item in nav]
    if isinstance(nav, dict):
        return {Escaped(html.escape(title)): _escaped(value) for title, value in nav.items()}
    return nav


def require_front_matter(
    path: str, markdown: str, meta: MutableMapping[str, Any], templates: Collection[str]
) -> None:
    """Hold the head of a page that a person wrote to its form, and escape what it says.

    Args:
        path: below docs/.
        markdown: the page without its head, where MkDocs could read one.
        meta: what the head says; its texts are escaped here.
        templates: names of those that a page may ask for.

    Raises:
        DocsError: the head cannot be read, or says what it may not.
    """
    told = [fault.what for fault in page_faults(meta)]
    if meta.get("template", "main.html") not in templates:
        told.append("`template` is none of this site's")
    if not meta and re.match(r"---[ \t]*\n", markdown.lstrip("\ufeff\n")):
        told = ["its front matter is not YAML as MkDocs reads it, and would be printed"]
    if told:
        raise _refusal(path, None, told)
    for name in ("title", "description"):
        if name in meta:
            meta[name] = html.escape(squeeze(meta[name]))


def require_harmless(path: str, markdown: str, made: str) -> None:
    """See to it that a page that a person wrote holds nothing that runs or takes the page's place.

    Args:
        path: below docs/.
        markdown: the page as it was written.
        made: what Markdown made of it.

    Raises:
        DocsError: it does; every fault is told.
    """
    reader = _HarmReader()
    reader.read(made)
    if reader.faults:
        raise _refusal(path, _line(markdown, reader.faults[0][0]), [f[1] for f in reader.faults])


def require_ids_once(path: str, page: str) -> None:
    """See to it that no element of a page that a person wrote has the id of another of the page.

    Most of the others are those of the frame that the theme draws round it, and links and scripts
    would find the wrong one.

    Args:
        path: below docs/.
        page: the finished page.

    Raises:
        DocsError: an id stands there twice.
    """
    reader = _IdReader()
    reader.feed(page)
    reader.close()
    twice = [id_ for id_, count in Counter(reader.ids).items() if count > 1]
    if twice:
        raise DocsError(
            f"an id that the page has already: {', '.join(f'`{id_}`' for id_ in twice)}",
            where=f"docs/{path}",
            remedy="give the heading or the element another, as in `## Contact {#whom-to-ask}`",
        )


def require_no_twins(written: Mapping[str, str], generated: Collection[str]) -> None:
    """See to it that no file under docs/ takes the address of another, or a folder that is a file.

    Args:
        written: of each file under docs/ its path, and its address in the site.
        generated: addresses of the files that are made.

    Raises:
        DocsError: one does.
    """
    taken = {*written.values(), *generated}
    for path, address in written.items():
        folders = {str(folder) for folder in PurePosixPath(address).parents}
        if address in generated:
            what = "a file is generated that has this address"
        elif folders & taken:
            what = f"its page would stand in a folder `{min(folders & taken)}`, which is a file"
        else:
            continue
        raise DocsError(what, where=f"docs/{path}", remedy="give it another name")


def _refusal(path: str, line: int | None, told: Sequence[str]) -> DocsError:
    once = list(dict.fromkeys(told))
    return DocsError(
        once[0] if len(once) == 1 else f"{len(once)} faults: {'; '.join(once)}",
        where=f"docs/{path}" if line is None else f"docs/{path}:{line}",
        remedy="say it in Markdown, or take it out",
    )


def _line(markdown: str, sign: str) -> int | None:
    """The first line on which something stands, in whatever case."""
    at = markdown.casefold().find(sign)
    return None if at < 0 else markdown.count("\n", 0, at) + 1


class _IdReader(HTMLParser):
    """Gathers the ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.ids += [value for name, value in attrs if name == "id" and value]


class _HarmReader(HTMLParser):
    """Gathers what a page may not hold, each with a sign by which it is found in the Markdown.

    Browsers read odd comments, sections of XML and tags that do not end otherwise than this reader
    does, and might find an element where it sees none. So none of these may be there at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[str, str]] = []

    def read(self, made: str) -> None:
        """Read all of a page."""
        self.feed(made)
        if odd := _ODD_END.search(made):
            self.faults.append((odd[0], "an end of a comment with blanks in it"))
        if begun := _TAG_BEGINS.search(self.rawdata):
            self.faults.append((begun[0].casefold(), "a tag or a comment that does not end"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not _ELEMENTS.fullmatch(tag):
            self.faults.append((f"<{tag}", f"an element `{tag}`, which no page may hold"))
            return
        self.faults += _wrong_attributes(tag, attrs)

    def handle_decl(self, decl: str) -> None:
        self.faults.append(("<!", f"a declaration, `{decl[:40]}`"))

    def unknown_decl(self, data: str) -> None:
        self.faults.append(("<![", f"a section of XML, `{data[:40]}`"))

    def handle_comment(self, data: str) -> None:
        if _ODD_IN_COMMENT.search(data) or data.startswith("-"):
            told = "a comment with `<`, `>` or `--` in it, which may end there for a browser"
            self.faults.append(("<!--", told))

    def handle_pi(self, data: str) -> None:
        self.faults.append(("<?", f"an instruction, `{data[:40]}`"))


def _wrong_attributes(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    for name, value in attrs:
        given = value or ""
        if not _ATTRIBUTES.fullmatch(name) or (name == "style" and not _STYLE.fullmatch(given)):
            yield name, f"an attribute `{name}` of `{tag}`, which no page may have"
        elif name in _ADDRESSES and not _ADDRESSES[name].fullmatch(given):
            yield given.casefold(), f"an address `{given[:80]}`, which is not followed"
        elif name == "id" and given.startswith("__"):
            yield given.casefold(), f"an id `{given[:80]}`, which the frame of the page has"
