"""Pages of releases: what there are, and what each changed, document by document."""

from collections.abc import Iterator, Mapping

from consultations.english.dates import day
from consultations.model.release import Release, ReleasedText, Releases
from consultations.model.text_changes import changes
from consultations.pages.facts import counted, front_matter
from consultations.pages.links import Here, joined
from consultations.pages.released import (
    change_entries,
    release_path,
    released_page,
    released_path,
    told,
)
from consultations.pages.writing import blocks
from consultations.pages.writing.content import element
from consultations.pages.writing.markdown import Markdown

_INDEX = "releases/index.md"
_INTRODUCTION = (
    "A release is the archive as it was on a day. Each document counts its own editions: one more "
    "is made only where its words, its title, its authors or its date have changed. Every edition "
    "stays readable at its own address, and says what has changed since."
)


def release_pages(releases: Releases, now: Mapping[str, ReleasedText]) -> dict[str, str]:
    """The Markdown of every page of releases, by its path under docs/; none before the first.

    Args:
        releases: of the archive.
        now: the words of each document today, by its id.
    """
    if not releases.all:
        return {}
    made = {_INDEX: _index(releases)}
    for release in releases.all:
        made[release_path(release.number)] = _release_page(releases, release)
    for one in releases:
        bearer = releases.moved.get(one.text.document, one.text.document)
        made[released_path(one.text)] = released_page(one, now.get(bearer))
    return made


def _index(releases: Releases) -> str:
    here = Here(_INDEX)
    items = []
    for release in reversed(releases.all):
        link = element("a", f"Release {release.number}", href=here.to(release_path(release.number)))
        items.append(
            blocks.loose_item(
                [
                    blocks.paragraph([link, f", {day(release.day)}"], {"class": "title"}),
                    blocks.paragraph([_summary(releases, release)], {"class": "about"}),
                ]
            )
        )
    return blocks.page(
        front_matter(
            "Releases",
            "The archive as it was on given days, and what each changed",
            kind="releases",
        ),
        [
            blocks.heading(1, ["Releases"], {"id": "releases"}),
            blocks.paragraph([_INTRODUCTION], {}),
            *items,
        ],
    )


def _release_page(releases: Releases, release: Release) -> str:
    here, folder = Here(release_path(release.number)), f"releases/{release.number}"
    title = f"Release {release.number}"
    summary = _summary(releases, release)
    sums = element("a", "their checksums", href=here.to(f"{folder}/SHA256SUMS"))
    facts = element("a", "the list of editions", href=here.to(f"{folder}/release.toml"))
    return blocks.page(
        front_matter(title, f"{title}, {day(release.day)}: {summary}", kind="release"),
        [
            blocks.paragraph([day(release.day)], {"class": "kind"}),
            blocks.heading(1, [title], {"id": "release"}),
            blocks.paragraph([summary, " As files: ", *joined([facts, sums]), "."], {}),
            *_documents(releases, release),
        ],
    )


def _summary(releases: Releases, release: Release) -> str:
    """How many documents, and how many of them are new or have a new edition."""
    parts = [counted(len(release.editions), "document", "documents")]
    new = sum(text.edition == 1 for text in release.texts)
    parts.append(f"{new:,} new")
    parts.append(f"{len(release.texts) - new:,} changed")
    if left := len(releases.left_with(release)):
        parts.append(f"{left:,} no longer there")
    return f"{', '.join(parts)}."


def _documents(releases: Releases, release: Release) -> Iterator[Markdown]:
    """What changed, document by document: the words struck out and put in."""
    for text in release.texts:
        yield from _document(releases, release, text)
    for document in releases.left_with(release):
        yield blocks.heading(2, [f"{document}: no longer there"], {"id": f"document:{document}"})
    same, down = _others(releases, release)
    if same:
        yield blocks.heading(2, ["As before"], {"id": "document:same"})
        here = Here(release_path(release.number))
        links = (
            element(
                "a", f"{text.document}, edition {text.edition}", href=here.to(released_path(text))
            )
            for text in same
        )
        yield blocks.paragraph(list(joined(links)), {})
    if down:
        yield blocks.heading(2, ["Taken down since"], {"id": "document:down"})
        yield blocks.paragraph([", ".join(down)], {})


def _document(releases: Releases, release: Release, text: ReleasedText) -> Iterator[Markdown]:
    here = Here(release_path(release.number))
    title = element("a", text.title, href=here.to(released_path(text)))
    yield blocks.heading(
        2, [title, f", edition {text.edition}"], {"id": f"document:{text.document}"}
    )
    bearer = releases.moved.get(text.document, text.document)
    before = [x.text for x in releases.of(bearer) if x.release.order < release.order]
    if not before:
        length = counted(len(text.passages), "passage", "passages")
        yield blocks.paragraph([f"{'New' if text.edition == 1 else 'Here'}, with {length}."], {})
        return
    changed = changes(before[-1], text)
    what = told(changed)
    yield blocks.paragraph([f"Since edition {before[-1].edition}, {what}."], {})
    # An id may stand on the page of a release once for each document.
    entries = change_entries(changed, here, released_path(text))
    yield blocks.lists(entry.within(text.document) for entry in entries)


def _others(releases: Releases, release: Release) -> tuple[list[ReleasedText], list[str]]:
    """The editions that a release has from one before it, and the ids of those taken down since."""
    kept = {(one.text.document, one.text.edition): one.text for one in releases}
    own = {text.document for text in release.texts}
    others = [pair for pair in release.editions.items() if pair[0] not in own]
    same = [kept[pair] for pair in others if pair in kept]
    return same, [document for document, number in others if (document, number) not in kept]
