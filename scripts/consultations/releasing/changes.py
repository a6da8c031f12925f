"""What a release changes, document by document, in plain text."""

from collections.abc import Iterator

from consultations.model.release import Release, ReleasedText, Releases
from consultations.model.text import clipped
from consultations.model.text_changes import changes
from consultations.model.word_changes import marked_words

_SHOWN = 400
"""Code points that are shown of a passage that is new or gone."""


def changes_as_text(releases: Releases, release: Release) -> str:
    """The changes, words that were taken out as `[-…-]`, words that were put in as `{+…+}`.

    Args:
        releases: with this release among them.
        release: one of them.
    """
    return "\n".join(_lines(releases, release)) + "\n"


def _lines(releases: Releases, release: Release) -> Iterator[str]:
    yield f"Release {release.number}, {release.day}"
    for text in release.texts:
        bearer = releases.moved.get(text.document, text.document)
        before = [x.text for x in releases.of(bearer) if x.release.order < release.order]
        yield f"\n{text.document}, edition {text.edition}: {text.title}"
        if before:
            yield from _changed(before[-1], text)
        else:
            yield f"  new, with {len(text.passages):,} passages"
    for document in releases.left_with(release):
        yield f"\n{document}: no longer there"
    same = len(release.editions) - len(release.texts)
    if same:
        yield f"\n{same:,} {'document' if same == 1 else 'documents'} as before"


def _changed(before: ReleasedText, text: ReleasedText) -> Iterator[str]:
    found = changes(before, text)
    yield from (f"  {name}: [-{was}-] {{+{now}+}}" for name, was, now in found.facts)
    for id_, runs in found.changed:
        # A passage can differ and have the same words, as when it has become a heading.
        words = marked_words(runs, str)
        yield f"  {id_}: {words if any(sign != '=' for sign, _ in runs) else 'drawn otherwise'}"
    yield from (f"  {p.id}, gone: [-{clipped(p.text, _SHOWN)}-]" for p in found.gone)
    yield from (f"  {p.id}, new: {{+{clipped(p.text, _SHOWN)}+}}" for p in found.new)
    if not found:
        yield "  its passages stand in another order"
