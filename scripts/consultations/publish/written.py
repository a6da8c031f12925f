"""Pages that people write under docs/, and settings: held to what a page of this site may hold.

Python-Markdown passes HTML through as it stands, with whatever runs in it, and the theme writes
titles as they are. So what a person wrote is looked at once it is HTML, and every text of the
settings is escaped before the theme has it.
"""

import html
import re
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
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"']+ | [^:\s<>\"'\\]*", re.VERBOSE)
# The frame of a page has these: an element that takes one of them would be found in its place.
_TAKEN = frozenset({"query", "quotation", "searched", "told"})


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
    reader.feed(made)
    reader.close()
    if reader.faults:
        raise _refusal(path, _line(markdown, reader.faults[0][0]), [f[1] for f in reader.faults])


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


class _HarmReader(HTMLParser):
    """Gathers what a page may not hold, each with a sign by which it is found in the Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not _ELEMENTS.fullmatch(tag):
            self.faults.append((f"<{tag}", f"an element `{tag}`, which no page may hold"))
            return
        self.faults += _wrong_attributes(tag, attrs)

    def handle_decl(self, decl: str) -> None:
        self.faults.append(("<!", f"a declaration, `{decl[:40]}`"))

    def handle_pi(self, data: str) -> None:
        self.faults.append(("<?", f"an instruction, `{data[:40]}`"))


def _wrong_attributes(tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[tuple[str, str]]:
    for name, value in attrs:
        given = value or ""
        if not _ATTRIBUTES.fullmatch(name) or (name == "style" and not _STYLE.fullmatch(given)):
            yield name, f"an attribute `{name}` of `{tag}`, which no page may have"
        elif name in ("href", "src") and not _ADDRESS.fullmatch(given):
            yield given.casefold(), f"an address `{given[:80]}`, which is not followed"
        elif name == "id" and (given.startswith("__") or given in _TAKEN):
            yield given.casefold(), f"an id `{given[:80]}`, which the frame of the page has"
