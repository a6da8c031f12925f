"""An edition as data beside its gold: what of it the gold covers, and where things stand in it."""

import json
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.quality.wording import words

Data = Mapping[str, Any]  # an edition or its gold, as JSON has it

_NEAR = 3
"""In lines: a passage may begin or end so far from the line that gold gives for it."""
_COMPLETE = frozenset({"headings", "footnotes", "questions", "quotations", "gaps"})
"""Of these, gold that says nothing of it lists every case."""
_SOME = 12
"""In characters: so long a wording tells where the part ends that gold covers."""


def gold_in(folder: Path) -> dict[str, Data]:
    """Gold by the id of its document: `<id>.json`, `<id>.toml`, or `<id>/gold.toml`."""
    files = (*folder.glob("*.json"), *folder.glob("*.toml"), *folder.glob("*/gold.toml"))
    return {
        file.parent.name if file.name == "gold.toml" else file.stem: _read(file)
        for file in sorted(files)
    }


def _read(file: Path) -> Data:
    text = file.read_text(encoding="utf-8")
    read: Data = json.loads(text) if file.suffix == ".json" else tomllib.loads(text)
    return read


@dataclass(frozen=True)
class Material:
    """An edition, its gold, and its source, where there is one."""

    edition: Data
    gold: Data
    text: str | None = None
    """The source's text, for gold that has lines."""

    def entries(self, *keys: str) -> list[Data]:
        """The entries of gold under the first of these keys that it has."""
        return next((list(self.gold[key]) for key in keys if self.gold.get(key)), [])

    def complete(self, key: str) -> bool:
        """Whether gold lists every case of what stands under a key."""
        part = {"quotations"} if "quotations_cover" in self.gold else set()
        return key in self.gold and key in self.gold.get("complete", _COMPLETE - part)

    def annotations(self, key: str) -> list[Data]:
        """The annotations of a kind that stand in the part that gold covers."""
        return [one for one in self.edition[key] if one["passage"] in self.covered]

    @cached_property
    def by_id(self) -> Mapping[str, Data]:
        """Every passage by its id."""
        return {passage["id"]: passage for passage in self.edition["passages"]}

    @cached_property
    def body(self) -> list[Data]:
        """The passages that gold covers, notes aside, in order."""
        body = [p for p in self.edition["passages"] if p["kind"] != "footnote"]
        if limit := self.gold.get("covers_to_line"):
            return [p for p in body if not p["source"] or self._lines(p)[0] <= limit]
        if not {"covers_pages", "covers_to", "headings_first"}.isdisjoint(self.gold):
            return body[: self._last(body) + 1]
        return body

    @cached_property
    def covered(self) -> frozenset[str]:
        """Ids of the passages that gold covers; of notes, those called there."""
        ids = {p["id"] for p in self.body}
        called = {
            note["passage"]
            for note in self.edition["footnotes"]
            if note["reference"] is None or note["reference"]["passage"] in ids
        }
        return frozenset(ids | called)

    def near(self, passage: str, line: int, most: int = _NEAR) -> bool:
        """Whether a passage stands at a line of the source, or so many lines from it."""
        first, last = self._lines(self.by_id[passage]) if passage in self.by_id else (0, -most - 1)
        return first - most <= line <= last + most

    def note(self, passage: str) -> str:
        """The words of a note, all its passages."""
        begins = {note["passage"] for note in self.edition["footnotes"]}
        said: list[str] = []
        for one in self.edition["passages"]:
            if said and (one["kind"] != "footnote" or one["id"] in begins):
                break
            if said or one["id"] == passage:
                said.append(one["text"])
        return words(" ".join(said))

    def answer(self, question: Data) -> str:
        """The words of an answer."""
        return words(" ".join(self.by_id[id_]["text"] for id_ in question["answer"]))

    @cached_property
    def whole(self) -> str:
        """All words of the edition."""
        return " ".join(words(p["text"]) for p in self.edition["passages"])

    @cached_property
    def _starts(self) -> Sequence[int]:
        lines = (self.text or "").split("\n")
        return [0, *accumulate(len(line) + 1 for line in lines)]

    def _lines(self, passage: Data) -> tuple[int, int]:
        """The lines of the source from which to which a passage runs."""
        if not passage["source"]:
            return 0, -_NEAR - 1
        start, end = passage["source"][0][0], passage["source"][-1][1]
        return bisect_right(self._starts, start), bisect_right(self._starts, max(start, end - 1))

    def _last(self, body: Sequence[Data]) -> int:
        """Where the last words stand that gold knows; a few may be found too far down."""
        texts = [words(p["text"]) for p in body]
        known = [words(self.gold["covers_to"])] if "covers_to" in self.gold else list(self._known())
        places = sorted(
            max((i for i, text in enumerate(texts) if one in text), default=0)
            for one in known
            if len(one) > _SOME
        )
        return places[int(0.98 * (len(places) - 1))] if places else len(body)

    def _known(self) -> Iterator[str]:
        for key, parts in (
            ("headings", ("text",)),
            ("paragraphs_sample", ("ends",)),
            ("questions", ("text_ends", "answer_ends")),
        ):
            for entry in self.entries(key):
                yield from (words(entry.get(part)) for part in parts)
