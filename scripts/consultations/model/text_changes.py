"""What is different between the words of a document as they were and as they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from consultations.model.edition import Passage
from consultations.model.release import ReleasedText
from consultations.model.word_changes import WordRun, word_runs


@dataclass(frozen=True)
class TextChanges:
    """What is different between the words of a document as they were and as they are."""

    changed: tuple[tuple[str, tuple[WordRun, ...]], ...] = ()
    """Passages that read otherwise: their ids with runs of words."""
    gone: tuple[Passage, ...] = ()
    """As they were."""
    new: tuple[Passage, ...] = ()
    facts: tuple[tuple[str, str, str], ...] = ()
    """Those of title, authors and date that differ: which, as it was, as it is."""

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.changed or self.gone or self.new or self.facts)


def changes(then: ReleasedText, now: ReleasedText) -> TextChanges:
    """What is different between the words of a document as they were and as they are."""
    facts = (
        ("title", then.title, now.title),
        ("authors", then.by, now.by),
        ("date", then.date, now.date),
    )
    return TextChanges(
        changed=tuple(_changed(then, now)),
        gone=tuple(p for p in then.passages if p.id not in now.by_id),
        new=tuple(p for p in now.passages if p.id not in then.by_id),
        facts=tuple(fact for fact in facts if fact[1] != fact[2]),
    )


def _changed(then: ReleasedText, now: ReleasedText) -> Iterator[tuple[str, tuple[WordRun, ...]]]:
    for passage in now.passages:
        before = then.by_id.get(passage.id)
        if before is not None and before != passage:
            yield passage.id, word_runs(before.text, passage.text)
