"""Quotations: what stands between quotation marks, or is set as a block, and whose words it is.

A stretch of five words or more is a quotation, a shorter one where a verb of saying introduces it;
the rest are terms: titles, wordings under discussion, scare quotes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from consultations.annotate.quotations.attribution import Attribution
from consultations.annotate.quotations.cast import Cast
from consultations.annotate.quotations.quote_marks import Marked, Paired, pair
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.voices import Voice
from consultations.english.saying import SAYING
from consultations.english.sentences import sentence_start
from consultations.model.edition import ByPassage, Edition, Passage, Quotation, QuotationKind
from consultations.model.entity import Authority
from consultations.model.text import trim

_LEAST_WORDS = 5
_LEAD = 80
"""So far before a mark, in code points, words still lead up to it."""
_NAMING = re.compile(
    r"\b(?:entitled|called|titled|named|headed|termed|so-called|labelled|dubbed|known as"
    r"|referred to as"
    r"|(?:the|a|an|this|its|[’']s) (?:\w+ )?(?:article|book|category|concept|definition"
    r"|expression|heading|idea|label|mantra|notion|option|options|phrase|principle|question|report"
    r"|section|slogan|term|title|word|wording)(?: of| on)?|workshops? on|such as)[\s,]*$"
)
_KIND_AFTER = re.compile(
    r"[\"'”’»]?\s(?:\(\d{4}\)\s)?(?:agenda|approach|article|campaign|category|conference"
    r"|consultation|database|document|event|guidance|index|initiative|model|option|outcome|paper"
    r"|pilot|policy|principle|programme|project|report|review|scheme|service|standard|strategy"
    r"|survey|toolkit)s?\b"
)
_CHOSEN_AFTER = re.compile(r"[\"'”’»]?\s*\((?:selected|chosen|ticked|picked|given)\b")
_DATE_AFTER = re.compile(r"[\"'”’»]?,?\s*\((?:19|20)\d\d\)")
_CITED_END = re.compile(r"[\s,;]*\([^()]*\)[\s.;,]*$")
_INTRODUCED = re.compile(rf"\b{SAYING}\b[^.?!\"“”'‘’]{{0,30}}[\"'“‘]$")


class _Stretch(NamedTuple):
    """Words that may be a quotation, and the rule that says so."""

    quoted: Quoted
    rule: str


def with_quotations(edition: Edition, authority: Authority) -> Edition:
    """The edition with its quotations, once its mentions and citations are known."""
    stretches = list(_stretches(edition))
    quoted = ByPassage((one.quoted for one in stretches), lambda quoted: quoted.passage.id)
    attribution = Attribution(Cast(edition, authority, quoted))
    found = tuple(_quotation(stretch, attribution) for stretch in stretches)
    return replace(edition, quotations=found)


def _quotation(stretch: _Stretch, attribution: Attribution) -> Quotation:
    quoted = stretch.quoted
    passage = quoted.passage
    voice: Voice | None = None
    unnamed: QuotationKind = "unknown"
    if stretch.rule == "quotation-continued":
        voice = attribution.last
    elif not _is_term(quoted, attribution):
        voice = attribution.voice(quoted)
    else:
        unnamed = "term"
    if unnamed == "term" and _CHOSEN_AFTER.match(passage.text, quoted.end):
        voice = Voice("survey (answer option)", "term")
    return Quotation(
        passage.id,
        quoted.start,
        quoted.end,
        passage.text[quoted.start : quoted.end],
        voice.label if voice else None,
        voice.kind if voice else unnamed,
        speaker=voice.entity if voice else None,
        rule=stretch.rule,
    )


def _stretches(edition: Edition) -> Iterator[_Stretch]:
    """Everything that may be a quotation, in reading order."""
    paired = [pair(passage.text) for passage in edition.passages]
    opened = False
    for number, passage in enumerate(edition.passages):
        if passage.kind == "blockquote":
            start, end = trim(passage.text, 0, len(passage.text))
            marks = paired[number].outermost
            if len(marks) == 1 and marks[0].start == 1 and marks[0].end >= end - 2:
                start, end = marks[0].start, marks[0].end
            yield _Stretch(Quoted(passage, start, end), "block-quotation")
            continue
        found = []
        if opened and paired[number].stray:
            found.append(
                _Stretch(Quoted(passage, 0, paired[number].stray[0]), "quotation-continued")
            )
        following = paired[number + 1] if number + 1 < len(paired) else Paired((), ())
        begun, opened = opened, False
        for mark in paired[number].outermost:
            rule = "quotation-continued" if begun and mark.start == 1 else "quotation-marks"
            if mark.closed:
                found.append(_Stretch(Quoted(passage, mark.start, mark.end), rule))
            elif opened := _goes_on(edition, number, mark, following):
                found.append(_Stretch(Quoted(passage, mark.start, len(passage.text)), rule))
            elif last := _unclosed_end(passage, mark, paired[number].outermost):
                found.append(_Stretch(Quoted(passage, mark.start, last), "quotation-unclosed"))
        yield from _apart([one for one in found if one.quoted.words])


def _goes_on(edition: Edition, number: int, mark: Marked, following: Paired) -> bool:
    """Whether a quotation that is not closed is continued by the next passage."""
    if number + 1 >= len(edition.passages):
        return False
    here, after = edition.passages[number], edition.passages[number + 1]
    if here.kind != after.kind:
        return False
    begins = bool(following.outermost) and following.outermost[0].start == 1
    if begins and following.outermost[0].double == mark.double and here.text[mark.start - 1] != "'":
        return True
    first = following.outermost[0].start if following.outermost else len(after.text)
    return bool(following.stray) and following.stray[0] < first


def _unclosed_end(passage: Passage, mark: Marked, marks: Sequence[Marked]) -> int | None:
    """Where a quotation ends whose author forgot to close it, or None if it is none at all.

    It ends before the brackets with which its passage ends, or before the sentence in which
    somebody else is quoted.
    """
    text = passage.text
    end = len(text)
    for later in marks:
        lead = text[max(0, later.start - _LEAD) : later.start]
        if later.start > mark.start and _INTRODUCED.search(lead):
            end = min(end, sentence_start(text, later.start - 1))
            break
    if end <= mark.start:
        return None
    cited = _CITED_END.search(text, mark.start, end)
    end = cited.start() if cited else end
    end = mark.start + len(text[mark.start : end].rstrip(" ,;"))
    enough = len(text[mark.start : end].split()) >= _LEAST_WORDS
    return end if enough else None


def _apart(found: list[_Stretch]) -> list[_Stretch]:
    """Without what lies within another."""
    kept: list[_Stretch] = []
    for one in sorted(found, key=lambda s: (s.quoted.start, -s.quoted.end)):
        if not kept or one.quoted.start >= kept[-1].quoted.end:
            kept.append(one)
    return kept


def _is_term(quoted: Quoted, attribution: Attribution) -> bool:
    """Whether no one speaks: a title, a wording under discussion, a word held at arm's length."""
    passage, text = quoted.passage, quoted.passage.text
    if passage.kind in ("heading", "reference") or not quoted.words:
        return True
    if _CHOSEN_AFTER.match(text, quoted.end) or _is_title(quoted, attribution):
        return True
    if quoted.short:
        return not quoted.reported
    before = text[max(0, quoted.outer[0] - _LEAD) : quoted.outer[0]]
    return not quoted.reported and bool(
        _NAMING.search(before)
        or _KIND_AFTER.match(text, quoted.end)
        or _DATE_AFTER.match(text, quoted.end)
    )


def _is_title(quoted: Quoted, attribution: Attribution) -> bool:
    length = quoted.end - quoted.start
    mentions = attribution.cast.edition.mentions_of[quoted.passage.id]
    first = bisect_left(mentions, quoted.start, key=lambda m: m.end)
    for mention in mentions[first : bisect_left(mentions, quoted.end, key=lambda m: m.start)]:
        shared = min(mention.end, quoted.end) - max(mention.start, quoted.start)
        kind = attribution.cast.authority.by_id[mention.entity].kind
        if shared * 10 >= length * 8 and kind in ("work", "consultation"):
            return True
    words = [
        w
        for w in re.findall(
            r"[^\W\d_][\w’'-]*", quoted.passage.text[slice(quoted.start, quoted.end)]
        )
        if len(w) > 3
    ]
    return len(words) > 2 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 7
