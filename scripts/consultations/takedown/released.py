"""Words taken out of the editions that were released: what is taken down is in no edition."""

import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from consultations import intake
from consultations import patterns as re
from consultations.intake.rewriting import MARK
from consultations.model.edition import Passage
from consultations.model.release import ReleasedText
from consultations.placing import replacing, writing
from consultations.settings import Project

_WORD = re.compile(r"[^\W_]+")


def take_out_documents(project: Project, documents: Collection[str]) -> None:
    """Remove every edition of some documents. A second run changes nothing.

    Args:
        project: whose releases.
        documents: every id that the document has had.

    Raises:
        ConsultationsError: a release cannot be read or written.
    """
    _rewrite(project, lambda text: None if text.document in documents else text)


def take_out_words(
    project: Project,
    documents: Collection[str],
    passages: Collection[str],
    texts: Sequence[str],
    *,
    whole: bool,
) -> None:
    """Put a mark in the place of words in every edition of a document. Done twice it does no more.

    Args:
        project: whose releases.
        documents: every id that the document has had.
        passages: every id that the passage has had.
        texts: the words, as the source and as the edition have them; case, line ends and
            punctuation between them do not matter.
        whole: whether all words of the passage are taken out, however an older edition reads.
    """
    patterns = [pattern for text in dict.fromkeys(texts) if (pattern := _pattern(text))]

    def without(text: ReleasedText) -> ReleasedText:
        if text.document not in documents:
            return text
        # Where no passage has the id, the text was parted otherwise then: it may be in any.
        here = passages if any(id_ in text.by_id for id_ in passages) else text.by_id.keys()

        def marked(p: Passage) -> Passage:
            if whole and p.id in passages:
                return replace(p, text=MARK, rows=())
            return _without(p, patterns) if p.id in here else p

        return replace(text, passages=tuple(map(marked, text.passages)))

    _rewrite(project, without)


def _rewrite(
    project: Project,
    rewritten: Callable[[ReleasedText], ReleasedText | None],
) -> None:
    """Write those releases anew whose words change; each is put in place whole."""
    # None: releases that hold the words of a document no more must be read too, since a take-down
    # that was stopped halfway is finished so.
    for release in intake.read_releases(project.releases, None):
        texts = tuple(text for text in map(rewritten, release.texts) if text is not None)
        if texts == release.texts:
            continue
        folder = project.releases / release.number
        with writing(folder, f"release {release.number}"), replacing(folder) as filled:
            for name, data in intake.release_files(replace(release, texts=texts)).items():
                (filled / name).write_bytes(data)
    for deposit in _deposits(project):
        shutil.rmtree(deposit)


def _deposits(project: Project) -> Iterator[Path]:
    """Folders of archive files, which hold the words and can be made again."""
    # Only what a release has written is removed: other folders in `dist` are somebody's own.
    for sums in sorted((project.root / "dist").glob(f"*/{intake.SUMS}")):
        if (sums.parent / f"{sums.parent.name}.zip").is_file():
            yield sums.parent


def _pattern(text: str) -> re.Pattern[str] | None:
    """Finds the words of a text; None where it has none."""
    words = _WORD.findall(text)
    if not words:
        return None
    between = r"[\W_]+".join(map(re.escape, words))
    # Whole words only: to take out "Ann" must leave "Annual" alone.
    return re.compile(rf"(?<![^\W_]){between}(?![^\W_])", re.IGNORECASE)


def _without(passage: Passage, patterns: Sequence[re.Pattern[str]]) -> Passage:
    rows = tuple(tuple(_marked(cell, patterns) for cell in row) for row in passage.rows)
    return replace(passage, text=_marked(passage.text, patterns), rows=rows)


def _marked(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(MARK, text)
    return text
