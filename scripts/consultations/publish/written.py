"""Pages that people write under docs/, and settings: held to what a page of this site may hold.

Python-Markdown passes HTML through as it stands, with whatever runs in it, and the theme writes
titles as they are. So what a person wrote is looked at once it is HTML, and every text of the
settings is escaped before the theme has it.
"""

import html
from collections import Counter
from collections.abc import Collection, Mapping, MutableMapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from consultations import patterns as re
from consultations.errors import DocsError
from consultations.intake import page_faults
from consultations.model.text import squeeze
from consultations.publish.bundle.assets import templates
from consultations.publish.harms import harms, ids

_TEXTS = ("copyright", "repo_name", "site_author", "site_description", "site_name")
MARKS_LIMIT = 1000
"""Signs of one block that Markdown may act on. Its time grows with the square of their number."""
_MARK = re.compile(r"[\\&<\[*_`!]")
_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
"""Lines without an empty one between them."""


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


def require_front_matter(path: str, meta: MutableMapping[str, Any]) -> None:
    """Hold what MkDocs read in the head of a page to its form, and escape what it says.

    Its reader takes lines with a colon at the top of a page for a head, too.

    Args:
        path: below docs/.
        meta: what the head says; its texts are escaped here.

    Raises:
        DocsError: the head says what it may not.
    """
    told = [fault.what for fault in page_faults(meta)]
    if meta.get("template", "main.html") not in templates():
        told.append("`template` is none of this site's")
    if told:
        raise _refusal(path, None, told)
    for name in ("title", "description"):
        if name in meta:
            meta[name] = html.escape(squeeze(meta[name]))


def require_readable(path: str, markdown: str) -> None:
    """Make sure that Python-Markdown reads a page that a person wrote in good time.

    Args:
        path: below docs/.
        markdown: the page without its head.

    Raises:
        DocsError: a block of it has more marks than that.
    """
    for block in _BLOCK.finditer(markdown):
        count = len(_MARK.findall(block[0]))
        if count > MARKS_LIMIT:
            raise DocsError(
                f"{count:,} signs of Markdown without an empty line; there may be {MARKS_LIMIT:,}",
                where=f"docs/{path}",
                remedy="part it by empty lines, or take out the signs that mean nothing",
            )


def too_deep(path: str) -> DocsError:
    """What is told of a page below docs/ that is too deep for Python-Markdown."""
    return DocsError(
        "lists, quotations or definitions inside each other, deeper than can be read",
        where=f"docs/{path}",
        remedy="set them less deep, or part a long run of them by a paragraph",
    )


def require_harmless(path: str, markdown: str, made: str) -> None:
    """Make sure that a page that a person wrote holds nothing that runs or takes the page's place.

    Args:
        path: below docs/.
        markdown: the page as it was written.
        made: what Markdown made of it.

    Raises:
        DocsError: it does; every fault is told.
    """
    found = harms(made)
    if found:
        raise _refusal(path, _line(markdown, found[0].sign), [harm.what for harm in found])


def require_ids_once(path: str, page: str) -> None:
    """Make sure that no element of a page that a person wrote has the id of another of the page.

    Most of the others are those of the frame that the theme draws round it, and links and scripts
    would find the wrong one.

    Args:
        path: below docs/.
        page: the finished page.

    Raises:
        DocsError: an id stands there twice.
    """
    twice = [id_ for id_, count in Counter(ids(page)).items() if count > 1]
    if twice:
        raise DocsError(
            f"an id that the page has already: {', '.join(f'`{id_}`' for id_ in twice)}",
            where=f"docs/{path}",
            remedy="give the heading or the element another, as in `## Contact {#whom-to-ask}`",
        )


def require_no_twins(written: Mapping[str, str], generated: Collection[str]) -> None:
    """Make sure that no file under docs/ takes the address of another, or a folder that is a file.

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
    """The first line on which something stands, in any case; as entities, where nowhere else."""
    folded = markdown.casefold()
    if sign in folded:
        return folded.count("\n", 0, folded.index(sign)) + 1
    # Before it is folded: `&Tab;` is an entity, and `&tab;` is none.
    lines = (html.unescape(line).casefold() for line in markdown.split("\n"))
    return next((number for number, line in enumerate(lines, 1) if sign in line), None)
