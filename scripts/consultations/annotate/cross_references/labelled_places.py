"""Places called by their number or letter.

Symptom: "section 2.2", "sections 1.1 and 2.1", "Annex B", "paragraph 2.20", "note 5", "question 3",
"recommendation 4", "Table 2".
Found by: the word and the label. A heading, numbered paragraph, caption, note, question or
recommendation of this document bears it, and only one does.
Leaves alone: the sections of an Act, of another work, or of whatever "of the", "their" or "the
board's" makes somebody else's; labels that nothing here bears, or two things. A heading with a
bare number is a section, a part or a chapter, and no annex.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from consultations.annotate.cross_references.sending import Sending
from consultations.english.sentences import sentence_start
from consultations.model.edition import Edition, Passage

RULE = "labelled-places"

_SORTS = {
    "sections": "section",
    "parts": "part",
    "chapters": "chapter",
    "questions": "question",
    "recommendations": "recommendation",
    "annexes": "annex",
    "appendices": "appendix",
    "tables": "table",
    "figures": "figure",
    "boxes": "box",
    "notes": "note",
    "footnote": "note",
    "footnotes": "note",
    "paragraphs": "paragraph",
    "para": "paragraph",
    "paras": "paragraph",
}
_LABEL = r"""(?:
    (?: \d{1,4} (?:\.\d{1,3}){0,4} [a-z]? | [A-Z]\d{0,2} (?:\.\d{1,2}){0,3} | [IVX]{1,5} )
    (?![\w’']) (?!\.?\d)
)"""
PATTERN = re.compile(
    rf"""
    \b (?P<sort> (?i: sections? | parts? | chapters? | questions? | recommendations? | annex(?:es)?
        | appendix | appendices | tables? | figures? | box(?:es)? | (?:foot)?notes? | paragraphs?
        | paras? ) )
    \.?\s (?:(?i:no|number)\.?\s)? (?P<label> {_LABEL} )
    (?P<more> (?: \s?(?:,|,?\sand|\sor|&|\sto|–)\s? {_LABEL} )* )      # sections 1.1, 1.2 and 2.1
    """,
    re.VERBOSE,
)
_ONE = re.compile(_LABEL, re.VERBOSE)
_LAW = r"""(?:
    (?: Acts? | Bills? | Byelaws? | Charter | Code | Constitution | Convention | Directive
      | Instruments? | Law | Measure | Orders? | Regulations? | Rules | Schedules? | Statutes?
      | Treaty )\b
)"""
_ANOTHERS = re.compile(
    rf"""
    \s?(?:\(\w+\))* (?:
        ,?\s (?:of|in|to|from|under)\s                  # of the guild's report, in Marsh
        (?! (?:this|our)\b | these\s | (?:the\s)?(?:present|above)\b )
      | ,?\s (?:(?:[A-Z][\w’'&-]*|of|and|for|the|\([^()]*\))[,\s]+){{0,10}} {_LAW}
                                                       # Ferries Act 1811
      | \s[A-Z]{{2,}}\b                                # section 4 FA
    )
    """,
    re.VERBOSE,
)
_OWNER = re.compile(
    rf"""
    (?: \b(?i:their|its|his|her|whose) | \w['’]s | s['’] ) \s (?:\w+\s)? \Z  # the guild's section 4
  | \b {_LAW}                                       # under the Act, section 4
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(
    rf"""
    (?: (?P<sort>[A-Za-z]+) \s (?:(?:no|number)\.?\s)? )?
    \(? (?P<label>{_LABEL}) [.:)–—-]* (?:\s|\Z)
    """,
    re.VERBOSE,
)
_BY_LAW = {"section", "part", "chapter", "paragraph"}
"""What Acts and the like have as well."""


class Labels:
    """What an edition's passages are labelled with."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def targets(self, sending: Sending) -> Iterator[tuple[int, int, Passage]]:
        """Each stretch of the words that calls one place, with the place."""
        text, match = sending.passage.text, sending.match
        sort = _SORTS.get(match["sort"].casefold(), match["sort"].casefold())
        if self._is_anothers(sending, sort):
            return
        labels = _ONE.finditer(text, match.start("label"), match.end())
        for nth, label in enumerate(labels):
            found = self._labelled(sort, label[0])
            if found:
                yield label.start() if nth else match.start(), label.end(), found

    def _is_anothers(self, sending: Sending, sort: str) -> bool:
        text, (start, end) = sending.passage.text, sending.match.span()
        if _ANOTHERS.match(text, end):
            return True
        before = text[sentence_start(text, start) : start]
        owner = _OWNER.search(before)
        if owner and (owner.end() == len(before) or sort in _BY_LAW):
            return True
        # "(Marsh 2004, section 3)" is Marsh's.
        cited = sending.edition.citations_of[sending.passage.id]
        return any(
            0 <= start - c.end < 3 and text[c.end : start].strip(" ,;:") == "" for c in cited
        )

    def _labelled(self, sort: str, label: str) -> Passage | None:
        """The one passage that bears a label."""
        key = label.casefold()
        if sort in ("annex", "appendix"):
            found = self._headings.get((sort, key), [])
        elif sort in ("section", "part", "chapter"):
            found = self._headings.get((sort, key)) or self._headings.get(("", key), [])
        elif sort == "paragraph":
            found = self._paragraphs.get(key, [])
        else:
            found = self._others.get((sort, key), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _headings(self) -> dict[tuple[str, str], list[Passage]]:
        found: dict[tuple[str, str], list[Passage]] = {}
        for passage in self._edition.passages:
            match = _NUMBERED.match(passage.text) if passage.kind == "heading" else None
            if match:
                sort = (match["sort"] or "").casefold()
                found.setdefault((sort, match["label"].casefold()), []).append(passage)
        return found

    @cached_property
    def _paragraphs(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = {}
        for passage in self._edition.passages:
            if passage.kind in ("paragraph", "list_item", "blockquote"):
                match = None if passage.marker else _NUMBERED.match(passage.text)
                label = passage.marker or (match["label"] if match and not match["sort"] else "")
                if label:
                    found.setdefault(label.casefold().strip("()."), []).append(passage)
        return found

    @cached_property
    def _others(self) -> dict[tuple[str, str], list[Passage]]:
        """Captions, notes and what calls for an answer."""
        found: dict[tuple[str, str], list[Passage]] = {}
        by_id = self._edition.by_id
        for note in self._edition.footnotes:
            found.setdefault(("note", note.label.casefold()), []).append(by_id[note.passage])
        for question in self._edition.questions:
            sort = "recommendation" if question.kind == "recommendation" else "question"
            for number in (question.number or "").split(", "):
                found.setdefault((sort, number.casefold()), []).append(by_id[question.heading])
        for passage in self._edition.passages:
            match = _NUMBERED.match(passage.text)
            sort = (match["sort"] or "").casefold() if match else ""
            if match and sort in ("table", "figure", "box"):
                found.setdefault((sort, match["label"].casefold()), []).append(passage)
        return found
