"""Calls of any kind whose answers bear a label, as reports, letters and trackers print them.

Symptom: "Comment: The guild asked for lamps." and, below it, "Response: There will be lamps.";
"Issue 4", a text, "Our response", a text; "1. How many? A: Eleven."; "2. Light the piers. Status:
Done."; "Reader 1, Comment 2:"; "Ann Moss asked the Mayor the following question", a text; "Written
question E-11/20 by Ann Moss to the Board", a subject, a text, "Answer given by Mr Reed".
Found by: the label of an answer, behind the words of a call or in a passage under them; above it,
what opens a call: a label, any word that is counted, who asks, a number alone, or the type in which
all of them are set. Labels are in any words that could head a column of a table whose cells call
for answers or give them; under questions, in whatever words stand once under almost each; what
replies to "Comment 4" may be an "Officer comment". Of openers of one form there are two at least
that are answered so, and half of them are; where a head says who asks, one is enough, and those
without an answer ask too. A bare "Response" under any counted word is no answer unless the calls
ask, recommend or get a state, or the document speaks of what others asked or said. What stands
between is what calls, but for fields such as "Priority: high". Without a label of answers half of
those that bear labels stand right over words that say what becomes of each ("Accepted."), or a
passage above says that it answers them. What a call is, its own label says; else it is a question
where most of its sisters ask, a recommendation where they recommend or get a state.
Leaves alone: a label that nothing answers; one call of a form; "Comments", which heads a section;
what minutes decide or a plan does under items that ask nothing; why a report recommends what it
does; a plan's own actions, over what is planned; risks, dangers and cases, over how they are met.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from consultations import patterns as re
from consultations.annotate.questions.acceptance import said_state
from consultations.annotate.questions.answered_calls import (
    AnsweredCall,
    answered_calls,
    behind_head,
    calls_for,
    without_replies,
)
from consultations.annotate.questions.call import CallForAnswer
from consultations.annotate.questions.call_openers import (
    ASKED,
    IN_PRINT,
    SORTS,
    Opener,
    opener_of,
    typed_opener,
    with_number_above,
)
from consultations.annotate.questions.call_words import CallWords
from consultations.annotate.questions.replies import (
    is_cited,
    numbered,
    recommends,
    speaks_of_answering,
)
from consultations.annotate.questions.stretches import Stretches, StretchHeads
from consultations.english.call_labels import is_field
from consultations.english.replies import opens_reply
from consultations.model.edition import Edition, Passage, QuestionKind

RULE = "labelled-answers"

_ANSWERS = re.compile(
    r"""
    \b (?:answer|address|repl(?:y|ies)|respon[ds])\w* \s ( (?:[\w’']+\s){1,7} \w+ )
                                                 # I answer each of your concerns in turn
  | (?<![\w’']) ( (?: [\w’']+,?\s ){1,7} ) (?: (?:which|that) \s (?:I|we) \s (?: [\w]+\s ){0,2}?
    (?:answer|address|reply|respond) \b               # three matters of concern, which I answer
      | and \s (?:I|we) \s (?: [\w]+\s ){0,2}?
    (?:answer|address|deal\swith) \s (?:each|them|these)\b )   # and I deal with each in turn
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How it is said what a letter answers; the groups name that, behind the verb or before it."""
_OF_SORT = re.compile(r"\b\w{3,20}s of (\w{3,20})\b")
_ACCEPTS = re.compile(
    r"[^.?!]{0,60}?\b(?:accept(?:s|ed)?|reject(?:s|ed)?|in (?:part|principle))\b",
    re.IGNORECASE,
)
"""What no meeting says of an item of its own, which it agrees or notes."""
_FEWEST = 2
_MAY_OPEN = ("heading", "paragraph", "list_item", "blockquote")


def labelled_calls_and_answers(edition: Edition, *, fewest: int) -> Iterator[CallForAnswer]:
    """The calls that bear labels or numbers of one form, one form after the other.

    Args:
        edition: in which they stand.
        fewest: points of a plan that are replied to without the label of an answer.
    """
    passages = edition.passages
    told = _told_to_be_answered(passages)
    speaks = speaks_of_answering(edition)
    heads = StretchHeads(passages)
    for sisters in _of_one_form(passages, opener_of):
        if sisters[0].form == IN_PRINT:
            continue  # whatever stands below answers it
        calls = list(_labelled(passages, sisters, heads, speaks_of_answering=speaks))
        # Over a bare number whatever stands may reply.
        if not calls and sisters[0].sort != "number" and sisters[0].form != ASKED:
            noun, *_ = sisters[0].head.split(" of ")  # matter of concern
            says_so = told.get(f"{noun}s", len(passages)) < sisters[0].index
            least = fewest if sisters[0].sort == "word" else _FEWEST
            calls = list(_replied(passages, sisters, heads, 0 if says_so else least))
        yield from calls


def typed_calls_and_answers(edition: Edition) -> Iterator[CallForAnswer]:
    """The calls that nothing but their type sets off from answers under labels."""
    speaks = speaks_of_answering(edition)
    heads = StretchHeads(edition.passages)
    for sisters in _of_one_form(edition.passages, typed_opener):
        calls = list(_labelled(edition.passages, sisters, heads, speaks_of_answering=speaks))
        # What recommends in so many words needs no label over what becomes of it.
        made = () if calls or sisters[0].kind is None else sisters
        yield from calls or _replied(edition.passages, made, heads, _FEWEST)


def _of_one_form(
    passages: Sequence[Passage], opens: Callable[[int, Passage], Opener | None]
) -> Iterator[Sequence[Opener]]:
    """What may begin a call, one form after the other; labels first, which tell most."""
    groups: defaultdict[tuple[int, str], list[Opener]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if passage.kind in _MAY_OPEN and passage.cell is None and (one := opens(index, passage)):
            groups[SORTS.index(one.sort), one.form].append(one)
    yield from (groups[key] for key in sorted(groups))


def _labelled(
    passages: Sequence[Passage],
    sisters: Sequence[Opener],
    heads: StretchHeads,
    *,
    speaks_of_answering: bool,
) -> Iterator[CallForAnswer]:
    """The calls that openers of one form begin, if enough of them have an answer under a label.

    Half of them show that they call, unless the document speaks of answering.
    """
    are_asked = sisters[0].form == ASKED
    # Of questions whose heads say who asks one is enough; the others have no answer.
    fewest, share = (1, 3) if are_asked else (_FEWEST, 2)
    if len(sisters) < fewest:  # most forms of a document stand alone: nothing is read for them
        return
    sisters, replying = without_replies([with_number_above(passages, one) for one in sisters])
    stretches = Stretches(passages, {opener.index for opener in sisters}, heads)
    pairs = list(answered_calls(passages, sisters, stretches, replying))
    if len(pairs) < fewest or len(pairs) * share < len(sisters):
        return
    if not speaks_of_answering and sum(pair.is_shown for pair in pairs) * 2 < len(pairs):
        return
    kind = _kind(pairs)
    yield from (_call(passages, pair, pair.opener.kind or kind) for pair in pairs)
    answered = {pair.opener for pair in pairs}
    if are_asked:
        yield from _unanswered(passages, [*sisters, None], answered, stretches)
    else:
        yield from _alone(passages, sisters, answered)


def _alone(
    passages: Sequence[Passage], sisters: Sequence[Opener], answered: AbstractSet[Opener]
) -> Iterator[CallForAnswer]:
    """The comments that nothing answers, though they have the label of others that are answered.

    Each ends the answer above it.
    """
    heads = {opener.head for opener in answered}
    for opener in sisters:
        words = numbered(passages[opener.index])[opener.begin :]
        is_one = opener not in answered and opener.head in heads
        if words and is_one and opener.kind == "comment" and opener.sort == "label":
            at, number = opener.index, opener.number
            yield CallForAnswer(at, at, number, words, RULE, "comment", answer=(), end=at + 1)


def _replied(
    passages: Sequence[Passage], sisters: Sequence[Opener], heads: StretchHeads, fewest: int
) -> Iterator[CallForAnswer]:
    """The calls that openers of one form begin, if enough of them stand over what replies.

    A word that calls for nothing may head anything, such as the items of minutes: what it heads
    must ask or recommend.
    """
    if len(sisters) < fewest:
        return
    stretches = Stretches(passages, {opener.index for opener in sisters}, heads)
    calls = [call for opener in sisters if (call := _over_words(passages, opener, stretches))]
    replied = sum(_says(passages[call.last + 1].text) for call in calls)
    made = sum(
        calls_for(call.text) or _ACCEPTS.match(passages[call.last + 1].text) is not None
        for call in calls
    )
    is_call = made * 2 >= len(calls) or any(opener.kind for opener in sisters)
    if calls and is_call and replied >= fewest and replied * 2 >= min(fewest, 1) * len(sisters):
        yield from calls


def _over_words(
    passages: Sequence[Passage], opener: Opener, stretches: Stretches
) -> CallForAnswer | None:
    """What a label calls for, where something stands below its words."""
    first = passages[opener.index]
    whole = numbered(first)
    end = stretches.end(opener.index, opener.index)
    begin = opener.begin - len(whole) + len(first.text)
    last, _ = CallWords(passages, opener.index, begin, end).last
    below = map(numbered, passages[opener.index + 1 : last + 1])
    text = " ".join(filter(None, (whole[opener.begin :], *below)))
    if not text or last + 1 == end:
        return None
    kind = opener.kind or "comment"
    return CallForAnswer(opener.index, last, opener.number, text, RULE, kind)


def _told_to_be_answered(passages: Sequence[Passage]) -> Mapping[str, int]:
    """What a document says that it answers, in its words, each with the first passage that does."""
    found: dict[str, int] = {}
    for index, passage in enumerate(passages):
        for said in _ANSWERS.finditer(passage.text):
            # What is counted as "Concern 1" may be said to be a matter of concern.
            words = _OF_SORT.sub(r"\g<0> \1s", (said[1] or said[2]).casefold())
            for word in re.findall(r"\w+", words):
                found.setdefault(word, index)
    return found


def _says(text: str) -> bool:
    """Whether a passage says in so many words what becomes of the call above it."""
    return said_state(text) is not None or opens_reply(text)


def _unanswered(
    passages: Sequence[Passage],
    sisters: Sequence[Opener | None],
    answered: Container[Opener],
    stretches: Stretches,
) -> Iterator[CallForAnswer]:
    """The questions of a record without the label of an answer, up to the next one."""
    for opener, following in pairwise(sisters):
        if opener is None or opener in answered:
            continue
        begin = behind_head(passages, opener, following.index if following else len(passages))
        end = stretches.end(opener.index, begin)
        text = " ".join(map(numbered, passages[begin:end]))
        who = opener.asked_by
        if text:
            yield CallForAnswer(
                opener.index,
                end - 1,
                opener.number,
                text,
                RULE,
                "oral-question",
                asked_by=who,
                over=opener.over,
            )


def _kind(pairs: Sequence[AnsweredCall]) -> QuestionKind:
    """What calls under bare numbers are."""
    half = len(pairs) / 2
    if sum("?" in pair.text for pair in pairs) >= half:
        return "question"
    made = sum(recommends(pair.text) or is_cited(pair.text) for pair in pairs)
    stated = sum(pair.state is not None for pair in pairs)
    if max(made, stated) >= half:
        return "recommendation"
    return "question" if pairs[0].opener.sort == "number" else "comment"


def _call(passages: Sequence[Passage], pair: AnsweredCall, kind: QuestionKind) -> CallForAnswer:
    opener = pair.opener
    last = pair.label if pair.at_once is not None else pair.label - 1
    while last > opener.index and is_field(passages[last].text):
        last -= 1
    if pair.opener.kind is None and pair.text.rstrip().endswith("?"):
        kind = "question"
    is_told = pair.is_status or (pair.at_once is not None and kind == "recommendation")
    return CallForAnswer(
        opener.index,
        last,
        opener.number,
        pair.text,
        RULE,
        kind,
        state=pair.state if is_told else None,
        asked_by=opener.asked_by,
        answered_by=(opener.form == ASKED and pair.answered_by) or opener.answered_by,
        at_once=pair.at_once,
        over=opener.over,
    )
