"""The scripts and styles that a site has beside its pages."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from consultations.publish.bundle.offline import OFFLINE, offline_script
from consultations.publish.bundle.scripts import scripts
from consultations.publish.bundle.styles import styles

THEME = Path(__file__).parents[1] / "theme"
_CLIENT = Path(__file__).parents[2] / "client"
_FOLDER = "assets/consultations"
"""Where the client is published, and the theme's own files."""
_REPLACED = ("assets/javascripts/", "assets/stylesheets/", "sitemap.xml")
"""Material's scripts and style, for which this theme has its own, and a sitemap, which would date
every page by the clock."""


class Assets(NamedTuple):
    """The scripts and styles of a site."""

    files: Mapping[str, bytes]
    """By the address from the first page."""
    build: str
    """The name under which a browser keeps the site; none where it keeps nothing."""


def templates() -> Collection[str]:
    """The names of the templates that a page may ask for."""
    return {file.name for file in THEME.glob("*.html")}


def icon() -> str:
    """The site's icon, as an address that holds it: a request less on every page."""
    svg = Path(__file__).with_name("icon.svg").read_text("utf-8")
    return f"data:image/svg+xml,{quote(svg.strip(), safe='/:=')}"


def is_replaced(path: str) -> bool:
    """Whether a file of a theme is left out, and what `assets` makes stands for it, or nothing."""
    return path.startswith(_REPLACED) or (path.startswith(f"{_FOLDER}/") and path.endswith(".css"))


def assets(index: Mapping[str, bytes | Path], *, are_kept: bool) -> Assets:
    """The scripts and styles of a site, with the script that keeps it in a browser.

    Args:
        index: what is published of the index, by the address from the first page.
        are_kept: whether a browser is to keep the site; not one that is being edited.

    Raises:
        ValueError: a module of the client cannot be bound.
    """
    own = _theme_files()
    written = {Path(name).name: own.pop(name) for name in sorted(own) if name.endswith(".css")}
    made = scripts(_CLIENT) | styles(written)
    made = {f"{_FOLDER}/{name}": content for name, content in made.items()}
    keeper = made.pop(f"{_FOLDER}/{OFFLINE}")
    if not are_kept:
        return Assets(made, "")
    build, script = offline_script(keeper, made | own, index)
    return Assets({**made, OFFLINE: script}, build)


def _theme_files() -> dict[str, bytes]:
    """The files of the theme that lie where the client is published."""
    files = sorted(path for path in (THEME / _FOLDER).rglob("*") if path.is_file())
    return {path.relative_to(THEME).as_posix(): path.read_bytes() for path in files}
