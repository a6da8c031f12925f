"""Whether every link inside the site leads somewhere, to the element that it names."""

import posixpath
from collections.abc import Container, Iterator, Mapping
from urllib.parse import unquote

from consultations import patterns as re
from consultations.model.finding import Finding

_LINK = re.compile(
    r"""
    (?: \]\(                            # [the letter](letter.md#p3f9k2c "Of May")
      | ^[ ]{0,3}\[(?!\^)[^]\n]{1,200}\]:[ ]*  # [letter]: <letter.md#p3f9k2c>
      | \b(?i:href)=["']?                # <a href="../letter/#p3f9k2c">
    )
    <? (?P<address> (?P<to>[^()<>\s"'#]*) (?:\#(?P<anchor>[^()<>\s"'=]*(?![^()<>\s"'])))? )
    """,
    re.VERBOSE | re.MULTILINE,
)
_ANCHOR = re.compile(r"""\{:[^{}\n]*?\#([^\s{}]+)|\bid="([^"]+)\"""")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_BUDGET = 3_000_000
"""Bytes of a page: past that a telephone takes seconds to show it."""


def dead_links(
    pages: Mapping[str, str], generated: Mapping[str, str], site: str = "/"
) -> Iterator[Finding]:
    """Each link to a page or an element of a page that is not there.

    What people write under docs/ is held only to the pages that it leads to; a theme gives its
    headings their ids.

    Args:
        pages: the Markdown of every page, by its path under docs/.
        generated: those of them that are generated, whose anchors are all written down.
        site: where on its machine the site stands: `/`, or `/lamps/`.
    """
    anchors = {path: _anchors(text) for path, text in generated.items()}
    for path, text in pages.items():
        for match in _LINK.finditer(_CODE.sub(_blank, text)):
            to, anchor = unquote(match["to"]), unquote(match["anchor"] or "")
            # Pages alone are known here. Files of data and pictures are put there when the site is
            # built.
            if _ELSEWHERE.match(to) or not (to.endswith((".md", "/")) or (not to and anchor)):
                continue
            target = _target(path, to, pages)
            if target not in pages and to.startswith(site):
                target = _target(path, f"/{to.removeprefix(site)}", pages)
            if target not in pages:
                yield _dead(path, text, match, f"there is no page {target}")
            elif anchor and target in anchors and anchor not in anchors[target]:
                yield _dead(path, text, match, f"{target} has no element {anchor}")


def _target(path: str, to: str, pages: Container[str]) -> str:
    """The page to which an address on a page leads: a file's, or one that browsers are shown.

    Args:
        path: of the page on which it stands.
        to: the address, which is empty, relative to that page, or behind `/` to the site.
        pages: the paths of all pages.
    """
    if to.startswith("/"):
        path, to = "index.md", to.lstrip("/") or "./"
    if not to.endswith("/"):
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    # `letter.md` is shown as `letter/`, and `letters/index.md` as `letters/`.
    shown = posixpath.join(path.removesuffix(".md").removesuffix("index"), to)
    target = posixpath.normpath(shown)
    named = f"{target}.md"
    return named if named in pages else posixpath.normpath(f"{target}/index.md")


def too_large(generated: Mapping[str, str]) -> Iterator[Finding]:
    """Each generated page that is over the budget."""
    for path, text in generated.items():
        if (size := len(text.encode())) > _BUDGET:
            yield Finding(
                "page-too-large",
                "warning",
                f"{path} has {size:,} bytes",
                "publish the document in parts, each with its own record",
                file=f"docs/{path}",
                expected=f"{_BUDGET:,} bytes at most",
                found=f"{size:,} bytes",
            )


def _anchors(text: str) -> set[str]:
    return {match[1] or match[2] for match in _ANCHOR.finditer(text)}


def _blank(code: re.Match[str]) -> str:
    """As many characters, so that places stay, and no link among them."""
    return "".join(c if c == "\n" else " " for c in code[0])


def _dead(path: str, text: str, match: re.Match[str], why: str) -> Finding:
    return Finding(
        "link-dead",
        "error",
        f"a link leads nowhere: {why}",
        "mend the link where it is written; in a generated page this is a fault of the program",
        file=f"docs/{path}",
        line=text.count("\n", 0, match.start()) + 1,
        found=match["address"],
    )
