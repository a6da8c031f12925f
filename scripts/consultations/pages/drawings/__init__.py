"""The drawings of pages, as SVG: who answered what, where a theme stands, what documents share.

Each stands at a place that `blocks.drawing` has left on its page. `publish` puts it there, so that
what is committed stays free of coordinates.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from consultations.model.edition import Edition
from consultations.model.entity import Authority, ThemesFound
from consultations.model.memo import NO_MEMO, Memo
from consultations.pages.drawings.answers import answers_drawn
from consultations.pages.drawings.dispersion import dispersion_drawn
from consultations.pages.drawings.emendations import emendations_drawn
from consultations.pages.drawings.works import works_drawn
from consultations.pages.indexes import Askers, Register, appearances, shared_works
from consultations.pages.links import Here, asker_path, theme_path

Drawn = tuple[str, str, str]
"""Path of a page under docs/, key of the place on it, and the drawing."""


def drawings(
    editions: Sequence[Edition],
    authority: Authority,
    found: ThemesFound,
    memo: Memo = NO_MEMO,
) -> Mapping[str, Mapping[str, str]]:
    """The drawings by path of their page under docs/ and by their key.

    Args:
        editions: all of the archive.
        authority: what they were annotated with.
        found: what the queries of the themes find.
        memo: what was drawn of single documents before.
    """
    made: dict[str, dict[str, str]] = {}
    register = Register(editions, authority)
    for path, key, drawing in _all(register, found, memo):
        made.setdefault(path, {})[key] = drawing
    return made


def _all(register: Register, found: ThemesFound, memo: Memo) -> Iterator[Drawn]:
    askers = Askers(register)
    for asking, response in askers.responses.items():
        for path in ("questions/index.md", asker_path(asking)):
            yield path, asking, answers_drawn(askers, response, Here(path))
    for theme, placed in appearances(register, found).items():
        path = theme_path(theme)
        yield path, theme, dispersion_drawn(placed, Here(path))
    works = shared_works(register)
    for path in ("works/index.md", "works/part/shared/index.md"):
        yield path, "shared", works_drawn(register, works, Here(path))
    for edition in register.editions:
        made = memo("emendations", edition, (), partial(emendations_drawn, edition))
        yield f"texts/{edition.id}/apparatus.md", "emendations", made
