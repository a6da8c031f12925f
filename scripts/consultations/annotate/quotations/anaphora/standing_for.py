"""Whom "the report", "the board", "another" stand for: one of those named before, or somebody.

A body or a work is found by the noun that it is spoken of with, in its name or as its kind; whoever
has no name, by who was described last. Pronouns have a module of their own.
"""

from bisect import bisect_left, bisect_right

from consultations import patterns as re
from consultations.annotate.quotations.anaphora.fitting import Pronoun
from consultations.annotate.quotations.anaphora.pronouns import antecedent
from consultations.annotate.quotations.anaphora.spoken_of import OWNERS, PRONOUN, SUCH
from consultations.annotate.quotations.cast.cast import Cast
from consultations.annotate.quotations.voices import Candidate, Voice
from consultations.english.kinds import BODIES
from consultations.english.numerals import CARDINALS
from consultations.english.sentences import sentence_start
from consultations.model.edition import Passage

_CITED = re.compile(r" et al\b| \d{4}[a-z]?\Z")
_ONE = re.compile(r"[Oo]ne (man|person|woman)")
"""Somebody described in this way, where nobody else can be meant."""
_ONE_ALONE = re.compile(r".*\d.*|(?:fe)?male", re.IGNORECASE)
"""A description that fits one person only: P12, Female."""
_MANY = 50
"""How many names before a place are looked at for the one that is meant there."""
_PASSAGES_BACK = 3
"""How many passages after its name a body or a work may be called "the …"."""
_UNNAMED_BACK = 12
"""How many passages later "another" may mean respondents or participants."""
_NOT_BESIDE = "former|late|once|then|who|whose|of|to|with|by|for|from|against|on|that|said|told"
"""Words between a name and an office by which it is not that one's: `Tom Bell, who met the clerk`.
"""


def stands_for(
    cast: Cast, passage: Passage, candidate: Candidate, last: Voice | None
) -> Voice | None:
    """The voice for which words stand that name nobody themselves; None where it cannot be told.

    Args:
        cast: everybody whom the document names.
        passage: where the words stand.
        candidate: the words.
        last: who was quoted last, in this passage or the one before.
    """
    words = passage.text[candidate.start : candidate.end]
    if PRONOUN.fullmatch(words):
        return antecedent(Pronoun(cast, passage, candidate, words.casefold(), last))
    if owner := OWNERS.get(words.capitalize()):
        return antecedent(Pronoun(cast, passage, candidate, owner, last))
    such = SUCH.fullmatch(words)
    if such:
        return _such(cast, passage, candidate, such, last)
    if words.endswith((" of them", " of these")):
        return _several(cast, passage, candidate.start, counted=False)
    meant = unnamed(cast, passage, candidate.start, last)
    one = _ONE.fullmatch(words)
    return meant or (Voice(one[1], "participant") if one else None)


def is_called(cast: Cast, passage: Passage, candidate: Candidate, last: Voice) -> bool:
    """Whether "the minister" is who was quoted last, as words beside that one's name tell.

    "Harbour minister Tom Bell said “…”. The minister added “…”": it is he.
    """
    words = passage.text[candidate.start : candidate.end]
    if words[1:4] != "he " or not words[4:].islower() or not (last.label and cast.is_person(last)):
        return False
    noun, name = re.escape(words.split()[-1]), re.escape(last.label.rpartition(" ")[2])
    beside = re.compile(
        rf"\b(?i:{noun}),? (?:[A-Z][\w’'.-]* ){{0,3}}{name}\b"
        rf"|\b{name}, (?:(?:the|an?) )?(?:(?!(?:{_NOT_BESIDE})\b)[\w-]+ ){{0,3}}{noun}\b"
    )
    return any(
        beside.search(here.text, 0, end)
        for here, end in cast.back(passage, candidate.start, _UNNAMED_BACK)
    )


def _such(
    cast: Cast, passage: Passage, candidate: Candidate, such: re.Match[str], last: Voice | None
) -> Voice | None:
    """The voice of "the board", "this report": the one that is meant, or as it is called here."""
    noun = such["noun"] or "page"
    if such["year"] or such["dated"]:
        return Voice(such[0].partition(" ")[2], "publication")
    if of := such["of"] or such["owned"]:
        whose = _before(cast, passage, candidate.start, "", of.casefold(), _PASSAGES_BACK)
        return whose or _as_called(cast, such, noun)
    found = _spoken_of(cast, passage, candidate.start, noun.casefold(), last)
    if found or noun.casefold() in ("author", "authors", "page"):
        return found
    return _as_called(cast, such, noun)


def _as_called(cast: Cast, such: re.Match[str], noun: str) -> Voice | None:
    """The only body of such a name, or a body or a work by what it is called here."""
    of = such["of"] or such["owned"]
    as_called = Voice(f"{such['sort'] or of or ''} {noun}".strip(), "publication")
    called = as_called if of and noun.casefold() in BODIES else cast.by_noun.called(noun)
    if called or noun.casefold() in BODIES:
        return called or (as_called if noun[0].isupper() or cast.by_noun.is_unnamed(noun) else None)
    # "This report" and, in a report, "the report" may be the document itself.
    itself = cast.by_noun.calls_itself(f"{such['sort']} {noun}" if such["sort"] else noun)
    is_own = such[0].casefold().startswith("this ") or itself
    return None if is_own else as_called


def _spoken_of(
    cast: Cast, passage: Passage, at: int, noun: str, last: Voice | None
) -> Voice | None:
    """The body or the work that is "the board", "this report": by its noun, or the last of all."""
    kind = "organisation" if noun in BODIES else "work"
    if noun in ("author", "authors"):
        return _cited(cast, passage, at) or _before(cast, passage, at, kind, "", 0)
    return (
        _before(cast, passage, at, kind, noun, 0)
        or _fits(cast, last, kind, noun)
        or _before(cast, passage, at, kind, noun, _PASSAGES_BACK)
        or (_before(cast, passage, at, kind, "", 0) if kind == "work" else None)
        or (_fits(cast, last, "", "") if kind == "work" else None)
    )


def _cited(cast: Cast, passage: Passage, at: int) -> Voice | None:
    """The authors who were cited last in a passage before a place."""
    voices = (one.voice for one in cast.named_before(passage, at))
    return next((voice for voice in voices if voice and _CITED.search(voice.label)), None)


def _fits(cast: Cast, voice: Voice | None, kind: str, noun: str) -> Voice | None:
    """The voice, where it is an entity of this kind with this noun in its name."""
    entity = cast.authority.by_id[voice.entity] if voice and voice.entity else None
    if entity and kind in ("", entity.kind) and noun.rstrip("s") in entity.name.casefold():
        return voice
    return None


def _before(cast: Cast, passage: Passage, at: int, kind: str, noun: str, most: int) -> Voice | None:
    """The last entity of this kind before a place, with this noun in its name."""
    for here, end in cast.back(passage, at, most):
        entities = cast.scene(here).entities
        last = bisect_left(entities, end, key=lambda one: one.start)
        for candidate in reversed(entities[max(0, last - _MANY) : last]):
            if _fits(cast, candidate.voice, kind, noun):
                return candidate.voice
    return None


def unnamed(cast: Cast, passage: Passage, at: int, last: Voice | None) -> Voice | None:
    """Who is meant by "another" or "it was said": somebody who is described but not named.

    Args:
        cast: everybody whom the document names.
        passage: where the place is.
        at: the place.
        last: who was quoted last, in this passage or shortly before.
    """
    if several := _several(cast, passage, at, counted=True):
        return several
    for here, end in cast.back(passage, at, _UNNAMED_BACK):
        voice = cast.scene(here).speaking(end)
        if voice is None and here is passage and last and last.anonymous:
            is_one = f"the {last.label}".casefold() in here.text[:end].casefold()
            voice = None if is_one else last  # "another" is none of "the builder"
        if voice and not _ONE_ALONE.fullmatch(sort := voice.label.partition(",")[0]):
            return voice._replace(label=sort)
    return None


def _several(cast: Cast, passage: Passage, at: int, *, counted: bool) -> Voice | None:
    """Of what sort those are who were last spoken of in a passage as several: three pilots.

    Args:
        cast: everybody whom the document names.
        passage: where they are spoken of.
        at: before which place.
        counted: whether it has to say how many, or begin its sentence; "one of them" is of any
            number.
    """
    for candidate in cast.named_before(passage, at):
        if candidate.voice and candidate.voice.anonymous:
            words = passage.text[candidate.start : candidate.end].casefold().split()
            begins = sentence_start(cast.plain(passage), candidate.start) == candidate.start
            is_plural = words[-1] not in candidate.voice.label.casefold().split()
            is_plural = is_plural and (begins or not counted)
            return candidate.voice if is_plural or CARDINALS.get(words[0], 0) > 1 else None
    return None


def with_work(cast: Cast, voice: Voice, passage: Passage, at: int) -> Voice:
    """A body's voice with the one of its works that was named last, shortly before a place."""
    body = cast.authority.by_id[voice.entity] if voice.entity else None
    if body is None or body.kind != "organisation":
        return voice
    works = {work.id for work in cast.authority.works_by_author.get(body.name, ())}
    for here, end in cast.back(passage, at, _PASSAGES_BACK):
        mentions = cast.edition.mentions_of[here.id]
        before = bisect_right(mentions, end, key=lambda m: m.end)
        for mention in reversed(mentions[max(0, before - _MANY) : before]):
            if mention.entity in works:
                return voice._replace(label=f"{voice.label}, {mention.text}")
    return voice
