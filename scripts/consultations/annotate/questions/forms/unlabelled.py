"""Questions of a dialogue without labels.

Before their answers, in other type than they are, or in words in which a parliament prints them.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from operator import itemgetter

from consultations import patterns as re
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import IN_PRINT, Opener, opener_of
from consultations.annotate.questions.printed import PrintedQuestion, printed
from consultations.annotate.questions.replies import numbered, speaks_of_self
from consultations.english.credit_lines import leads_to_speech, names_speaker
from consultations.english.printed_questions import (
    answers_in_print,
    asked_in_print,
    asks_below,
    is_of_parliament,
)
from consultations.model.edition import Edition, Passage, QuestionKind

FEWEST_PLAIN = 3
"""So many questions without labels make a dialogue."""
_BEHIND = re.compile(r"(?P<asked>[A-Z“][^?!.]{3,300}\?)\s(?=[A-Z“‘(\"'])(?![^.!]{0,300}\?)")
"""A question at the beginning of a paragraph that goes on and asks no more at once."""
_TELL_ME = re.compile(r"(?:describe|explain|talk|tell|walk) (?:me|us|your?)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]{1,600}[”\"]")
_FEWEST_OF_SELF = 2
_ADVISES = re.compile(r"\b[Yy]ou (?:also |too )?(?:can|must|need|should|will)\b|\bhelp you\b")
"""What is said to a reader, and not to whoever asks."""
_LONGEST_FIELD = 12
"""Words."""


def answered_at_once(edition: Edition, rule: str) -> Iterator[CallForAnswer]:
    """The passages of an interview that ask and go on with the answer: `Your age? I am forty.`.

    The questions are in bold, or one speaks to another who says "I".
    """
    passages = [p for p in edition.passages if p.kind in ("paragraph", "list_item")]
    found = [(p, match) for p in passages if p.cell is None and (match := _BEHIND.match(p.text))]
    in_bold = all(printed(passage).is_bold for passage, _ in found)
    of_self = sum(speaks_of_self(p.text[match.end() :]) for p, match in found)
    of_two = of_self >= max(_FEWEST_OF_SELF, len(found) / 2)
    of_two = of_two and not any(speaks_of_self(match["asked"]) for _, match in found)
    if (in_bold or of_two) and _address([passage for passage, _ in found]):
        for passage, match in found:
            at, said = edition.order[passage.id], passage.text[match.end() :]
            yield CallForAnswer(at, at, None, match["asked"], rule, "oral-question", at_once=said)


def asked_in_other_type(
    edition: Edition, rule: str, *, is_spoken: bool, may_head: bool
) -> Iterator[CallForAnswer]:
    """The headings of an interview that ask whoever answers, or paragraphs in other type that ask.

    Such paragraphs are somebody's questions wherever they alternate with plain ones.

    Args:
        edition: the document.
        rule: what finds them.
        is_spoken: whether it is an interview, in which they speak to whoever answers.
        may_head: whether headings may be such questions.
    """
    kind: QuestionKind = "oral-question" if is_spoken else "question"
    passages = edition.passages
    found = list(_standing_out(passages))
    asking = [question.passage for _, question in found]
    if len(found) < FEWEST_PLAIN:
        return
    if not is_spoken and _are_of_two(passages, [index for index, _ in found]):
        kind = "oral-question"
    elif not (_address(asking) if is_spoken else may_head or _are_in_type(asking)):
        return
    found += _in_plain_type(passages, {index for index, _ in found})
    for index, question in sorted(found, key=itemgetter(0)):
        yield CallForAnswer(index, index, None, question.text, rule, kind)


def _standing_out(passages: Sequence[Passage]) -> Iterator[tuple[int, PrintedQuestion]]:
    """The questions in other type or over plain type, without numbers, each with its index."""
    for index, (passage, following) in enumerate(pairwise(passages)):
        question = printed(passage)
        asks = question.ends_asking or _TELL_ME.match(question.text) is not None
        is_one = question.stands_out and asks and question.number is None
        if is_one and passage.level != 1 and _may_answer(following):
            yield index, question


def _in_plain_type(
    passages: Sequence[Passage], heads: AbstractSet[int]
) -> Iterator[tuple[int, PrintedQuestion]]:
    """The paragraphs that only ask whoever answers, among headings that do.

    They were too long to be told as headings. An answer stands above and below each.
    """
    if not all(passages[index].kind == "heading" for index in heads):
        return
    for index in range(min(heads) + 2, len(passages) - 1):
        question = printed(passages[index])
        is_within = not heads & {index - 1, index + 1} and _may_answer(passages[index + 1])
        if question.only_asks and question.number is None and is_within:
            yield index, question


def put_in_print(edition: Edition, rule: str) -> Iterator[CallForAnswer]:
    """The questions that a parliament prints, if anything stands under one of them.

    Who asks and who answers stand right over and right below, where the words do not say so.
    """
    passages = edition.passages
    openers = (_opener(passages, index) for index, p in enumerate(passages) if _may_ask(p))
    sisters = [one for one in openers if one and one.form == IN_PRINT]
    # The head of a record tells more of who asks.
    sisters = [one for one in sisters if not _has_head(passages, one.index)]
    if not any(_is_of_record(passages, opener, sisters) for opener in sisters):
        return
    for opener in sisters:
        at = opener.index
        over, who = _named_over(passages, at)
        last = _last(passages, at)
        below = next(iter(passages[last + 1 : last + 2]), None)
        words = (
            numbered(passages[at])[opener.begin :],
            *(p.text for p in passages[at + 1 : last + 1]),
        )
        yield CallForAnswer(
            at,
            last,
            opener.number,
            " ".join(words),
            rule,
            "oral-question",
            asked_by=opener.asked_by or who,
            answered_by=_answerer(below.text) if below else None,
            over=over,
        )


def _opener(passages: Sequence[Passage], at: int) -> Opener | None:
    """How a passage puts a question in print; who answers alone below shows it too.

    `Mr. Moss asked the Minister whether lamps are lit.`, and under it `The Minister`.
    """
    opener = opener_of(at, passages[at])
    asked = None if opener and opener.form == IN_PRINT else asked_in_print(passages[at].text)
    below = _last(passages, at) + 1
    if asked is None or not any(names_speaker(p.text) for p in passages[below : below + 1]):
        return opener
    return Opener(at, IN_PRINT, None, asked[1], "oral-question", "label", asked_by=asked[0])


def _last(passages: Sequence[Passage], at: int) -> int:
    """Where the words of a question end: below `Lord Moss asked Her Majesty's Government:`."""
    return min(at + passages[at].text.endswith(":"), len(passages) - 1)


def _has_head(passages: Sequence[Passage], at: int) -> bool:
    """Whether the head of a record stands over a question, with its subject between or not."""
    return any(asks_below(passage.text) for passage in passages[max(0, at - 2) : at])


def _is_of_record(passages: Sequence[Passage], opener: Opener, sisters: Sequence[Opener]) -> bool:
    """Whether a record prints a question: something answers it, and it has a number or a name.

    An agenda and a list of somebody's duties begin their items alike, and a paper may quote one.
    """
    at = opener.index
    below = next(iter(passages[at + 1 : at + 2]), None)
    if below is None or below.text.startswith("To ") or any(at + 1 == s.index for s in sisters):
        return False
    is_led = at > 0 and leads_to_speech(passages[at - 1].text)
    names = (opener.number, opener.asked_by, _named_over(passages, at)[1], _answerer(below.text))
    return is_led or any(names) or is_of_parliament(passages[at].text)


def _answerer(text: str) -> str | None:
    """Who answers, where a line says so or stands before the words: `Ann Moss: There are two.`."""
    said = answers_in_print(text)
    return said[0] if said else names_speaker(text.partition(": ")[0])


def _named_over(passages: Sequence[Passage], at: int) -> tuple[int | None, str | None]:
    """Where the lines right over a question begin that say who asks it, and who that is."""
    over: int | None = None
    who: str | None = None
    while at and who is None:
        at -= 1
        who = names_speaker(passages[at].text)
        if who is None and not _is_of_head(passages[at].text):
            break
        over = at
    return (over, who) if who else (None, None)


def _is_of_head(line: str) -> bool:
    """Whether a line may stand between who asks and what is asked: `Date lodged: 4 May 2023`."""
    is_field = ": " in line and len(line.split()) <= _LONGEST_FIELD and line[-1:] not in ".?!"
    return is_field or leads_to_speech(line)


def _may_ask(passage: Passage) -> bool:
    return passage.kind in ("heading", "paragraph", "list_item") and passage.cell is None


def _address(asking: Sequence[Passage]) -> bool:
    """Whether half of some questions or more speak to whoever answers."""
    return sum(printed(passage).addresses for passage in asking) * 2 >= len(asking)


def _are_of_two(passages: Sequence[Passage], asking: Sequence[int]) -> bool:
    """Whether one speaks to another, who speaks of himself: nobody asks his readers so.

    Half of the questions speak to somebody, and a third of the answers, two at least, say "I". No
    question does, as those of readers do, nor what stands above them, as an author's own text does.
    """
    places = [*asking, len(passages)]
    said = [[p.text for p in passages[a + 1 : b]] for a, b in pairwise(places)]
    of_self = sum(any(map(speaks_of_self, texts)) for texts in said)
    others = (*range(asking[0]), *asking)
    own = any(speaks_of_self(_QUOTED.sub("", passages[index].text)) for index in others)
    enough = of_self >= max(_FEWEST_OF_SELF, len(asking) / 3)
    advised = any(_ADVISES.search(text) for texts in said for text in texts)
    return enough and not (own or advised) and _address([passages[index] for index in asking])


def _are_in_type(asking: Sequence[Passage]) -> bool:
    """Whether all of some questions are paragraphs in other type, or headings in italics."""
    return all(passage.kind == "paragraph" or "em" in passage.types for passage in asking)


def _may_answer(passage: Passage) -> bool:
    """Whether a passage is of plain type, as the answers are."""
    is_text = passage.kind in ("paragraph", "blockquote", "list_item")  # numbered, as letters are
    return is_text and not printed(passage).stands_out
