"""Pages of ids that bear nothing any more: each leads on, or says what was taken down and why.

An address that was cited once answers for good. Each page of what has moved leads to the same page
of what bears it now. What was withdrawn leaves a *tombstone*: its facts, the reason and the day,
and none of its words.
"""

from collections.abc import Collection, Iterator, Mapping

from consultations.english.dates import day
from consultations.model.entity import FOLDERS
from consultations.model.ids import BearerKind, GivenIds, Withdrawal
from consultations.pages.data import as_json
from consultations.pages.facts import front_matter
from consultations.pages.links import Here
from consultations.pages.writing import blocks
from consultations.pages.writing.content import element

_PARTS: dict[BearerKind, tuple[str, ...]] = {"document": ("index.md", "apparatus.md")}
"""Pages that a document has always had; of an entity, its one page."""
_NO_WORDS = (
    "Its text is no longer part of this archive: not of its pages, its search or its data. The "
    "address stays, so that whoever follows an old citation learns what became of it."
)


def former_pages(
    ids: GivenIds, made: Collection[str], released: Mapping[str, Collection[int]]
) -> dict[str, str]:
    """The Markdown of every page that leads on or is a tombstone, by its path under docs/.

    Args:
        ids: every id that was given.
        made: paths of the pages that there are.
        released: the numbers of the editions of each document that were released.
    """
    found: dict[str, str] = {}
    for id_, target in ids.leading.items():
        folder = _folder(ids.given[id_])
        if target in ids.withdrawn:
            withdrawal = ids.withdrawn[target]
            found.update(_tombstones(id_, ids.given[id_], withdrawal, released.get(id_, ())))
            continue
        # Every page of what bears the id now has one under the old id: a link to the apparatus of a
        # document that was renamed leads to its apparatus.
        beginning = f"{folder}/{target}/"
        parts = [path.removeprefix(beginning) for path in made if path.startswith(beginning)]
        if not parts:  # an entity that no document names has no page
            path = f"{folder}/{id_}/index.md"
            found[path] = _leads_on(path, target, f"{folder}/index.md")
        for part in parts:
            path = f"{folder}/{id_}/{part}"
            found[path] = _leads_on(path, target, beginning + part)
    for id_, withdrawal in ids.withdrawn.items():
        found.update(_tombstones(id_, ids.given[id_], withdrawal, released.get(id_, ())))
    # An edition that was released under an old id has its page there.
    return {path: page for path, page in sorted(found.items()) if path not in made}


def ids_data(ids: GivenIds) -> str:
    """What became of ids, as JSON, for programs that hold old ones."""
    return as_json(
        {
            "moved": dict(sorted(ids.leading.items())),
            "withdrawn": {
                id_: {"withdrawn": entry.withdrawn, "reason": entry.reason}
                for id_, entry in sorted(ids.withdrawn.items())
            },
        }
    )


def _leads_on(path: str, target: str, to: str) -> str:
    """A page that leads to another; its script takes the place on the page along."""
    link = element("a", target, href=Here(path).to(to))
    return blocks.page(
        front_matter("Moved", f"What was here is at {target} now", kind="moved"),
        [
            blocks.heading(1, ["Moved"], {"id": "former:title"}),
            blocks.paragraph(["What was here is now at ", link, "."], {"class": "leads-on"}),
        ],
    )


def _tombstones(
    id_: str, kind: BearerKind, entry: Withdrawal, released: Collection[int]
) -> Iterator[tuple[str, str]]:
    """One page under each address that the withdrawn document or entity had."""
    facts = [fact for fact in (entry.by, entry.type, entry.date and day(entry.date)) if fact]
    page = blocks.page(
        front_matter(entry.title, f"Withdrawn on {day(entry.withdrawn)}", kind="withdrawn"),
        [
            blocks.paragraph([f"Withdrawn on {day(entry.withdrawn)}"], {"class": "kind"}),
            blocks.heading(1, [entry.title], {"id": "former:title"}),
            *([blocks.paragraph([" · ".join(facts)], {"class": "by"})] if facts else []),
            blocks.paragraph([entry.reason], {"class": "reason"}),
            blocks.paragraph([_NO_WORDS], {}),
        ],
    )
    editions = (f"edition-{number}.md" for number in sorted(released))
    for part in (*_PARTS.get(kind, ("index.md",)), *editions):
        yield f"{_folder(kind)}/{id_}/{part}", page


def _folder(kind: BearerKind) -> str:
    """The folder of docs/ in which a document, or an entity of a kind, has its pages."""
    return "texts" if kind == "document" else FOLDERS[kind]
