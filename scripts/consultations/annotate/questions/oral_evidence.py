"""Questions put to witnesses, as minutes of evidence print them.

Symptom: "1380. Have you seen the lamps?" and, below it, "(Mr Marsh) I have."; "Q7 Chair: Have you?"
and "Ann Marsh: Yes."; "12. Mr Bell.—Have you?" and "Ann Marsh.—I have."; "12. Have you seen
them?—I have not."
Found by: a number and a question mark, or a number and a speaker, before a passage that begins with
a speaker; or the answer after a dash. Numbers grow from one to the next.
Leaves alone: a numbered question that nobody answers by name; a list of questions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.english.call_labels import answer_label, call_label
from consultations.english.persons import PARTICLES, POST, ROLE, is_title
from consultations.english.word_lists import alternatives
from consultations.model.edition import Edition

RULE = "oral-evidence"

_NUMBER = re.compile(r"(?:Q(?:uestion)?\.?\s?)?(?P<number>\d{1,5})[.:)]?\s+", re.IGNORECASE)
_WORD = rf"(?:[A-Z][\w.’'-]*|of|the|for|{alternatives(PARTICLES)})"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|and|&)){{0,6}}"
_SPEAKER = re.compile(
    rf"""
    \( (?P<bracketed>{_NAME}) \) [.:]?\s+                  # (Mr Marsh) I have.
  | (?P<plain>{_NAME}) (?:\s\([^()]{{1,60}}\))? \s?:\s+    # Ann Marsh: / Mr Marsh (Clerk):
  | (?P<dashed>{_NAME}) (?<=\.) \s?[—–]\s?                # Mr Marsh.—I have.
  | (?P<boxed>{_NAME}) \]\s*                              # Mr Marsh.] Have you?
    """,
    re.VERBOSE,
)
_OFFICE = re.compile(rf"(?:the\s)?(?:deputy\s|vice[- ])?(?:{POST}|witness|{ROLE})\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\?\s?[—–]\s?(?=[(A-Z“‘])|\?\s(?=\([A-Z][^()]{1,40}\)\s[A-Z“‘])")
"""What stands before an answer in the question's own passage: a dash, or a name in brackets."""
_FEW = 5
"""So many numbered passages must stand against each whose answer says whose it is."""
_PARAGRAPHS = ("paragraph", "list_item", "heading", "blockquote")


@dataclass(frozen=True)
class _Numbered:
    """A numbered passage that may be a question, and what speaks for it."""

    index: int
    number: int
    text: str
    asked_by: str | None
    """Who asks, as the passage itself says."""
    at_once: int | None
    """Where the answer begins in its own text."""
    answered_by: str | None

    @property
    def is_sure(self) -> bool:
        """Whether an answer stands beside it that says whose it is."""
        return bool(self.answered_by and (self.asked_by or "?" in self.text))


def oral_calls(edition: Edition) -> Iterator[CallForAnswer]:
    """The numbered questions of minutes of evidence."""
    found = list(_numbered(edition))
    if sum(one.is_sure or one.at_once is not None for one in found) * _FEW < len(found):
        return
    at_once = sum(one.at_once is not None for one in found) > 1
    latest = 0
    asking: str | None = None
    for one in found:
        # Once minutes have begun, the next number asks, with a name or a question mark.
        is_next = bool(latest) and one.number == latest + 1 and (one.asked_by or "?" in one.text)
        if one.number > latest and (
            one.is_sure or is_next or (at_once and one.at_once is not None)
        ):
            latest = one.number
            # Who asks is printed where that changes, in some minutes.
            asking = one.asked_by or _name_over(edition, one.index) or asking
            said = one.text[: one.at_once] if one.at_once is not None else one.text
            yield CallForAnswer(
                one.index,
                one.index,
                str(one.number),
                said.rstrip(" —–"),
                RULE,
                "oral-question",
                asked_by=asking,
                answered_by=one.answered_by,
                at_once=None if one.at_once is None else one.text[one.at_once :],
            )


def _numbered(edition: Edition) -> Iterator[_Numbered]:
    passages = edition.passages
    for index, passage in enumerate(passages):
        if passage.kind not in _PARAGRAPHS:
            continue
        text = f"{passage.marker}. {passage.text}" if passage.marker else passage.text
        number = _NUMBER.match(text)
        if not number:
            continue
        text = text[number.end() :]
        asked_by, begin = _speaker(text)
        text = text[begin:]
        dash = _AT_ONCE.search(text)
        at_once = dash.end() if dash else None
        if dash and dash[0].endswith(("?", "? ")) and not _speaker(text[dash.end() :])[0]:
            at_once = None  # a remark in brackets
        following = passages[index + 1].text if index + 1 < len(passages) else ""
        if _NUMBER.match(following):
            following = ""  # the next question, by whom it is asked
        answered_by, _ = _speaker(following if at_once is None else text[at_once:])
        yield _Numbered(index, int(number["number"]), text, asked_by, at_once, answered_by)


def _speaker(text: str) -> tuple[str | None, int]:
    """Who speaks, where a passage begins with that; and where the words begin."""
    match = _SPEAKER.match(text)
    name = match[match.lastgroup or 0].rstrip(".") if match else None
    return (name, match.end()) if match and name and _is_name(name) else (None, 0)


def _is_name(words: str) -> bool:
    """Whether words with capitals are a person's: a title, an office, a forename and a surname."""
    parts = words.split()
    by_form = len(parts) > 1 and all(part[0].isupper() or part in PARTICLES for part in parts)
    return is_title(parts[0]) or bool(_OFFICE.match(words)) or (by_form and not _is_label(words))


def _is_label(words: str) -> bool:
    return bool(call_label(words)) or answer_label(words) is not None


def _name_over(edition: Edition, index: int) -> str | None:
    """The name of who asks, where it stands over the question: "Chairman", "Mr Marsh"."""
    above = edition.passages[index - 1].text.rstrip(":.") if index else ""
    return above if re.fullmatch(_NAME, above) and _is_name(above) else None
