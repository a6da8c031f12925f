"""The note that is called where a quotation ends, or where its lead-in does.

Symptom: “…”.[3], where note 3 reads "p. 4, Dr Ann Moss, written evidence", "Moss, *On Piers*, p. 9"
or "ibid"; a block quotation after "It was said of the piers:[3]".

Found by: the marker within a few characters of the closing mark, or right before the opening one;
of a block also at the end of the passage before. The note cites one work, or names one person or
body before anything else but a page. "Ibid" is whoever the note before has.

Leaves alone: a note that names two, or nobody; one that is called in the midst of the quotation,
or behind words with which a speaker of the sentence goes on: “…,” Ann Moss said, “…”.[3]
"""

from collections.abc import Iterator
from itertools import islice

from consultations import patterns as re
from consultations.annotate.quotations.grounds import goes_on
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Candidate, Voice, voice_of_work
from consultations.english.kinds import WORK
from consultations.english.name_parts import read_name
from consultations.english.personal_names import personal_names
from consultations.english.saying import SAYING, STATEMENT
from consultations.english.small_words import SMALL_WORD
from consultations.model.edition import Footnote, Passage

RULE = "note-called"
_NEAR = 4
"""Code points after the closing mark within which the note must be called; a full stop and other
markers may stand between."""
_TO_NAME = re.compile(
    rf"""
    (?: \W | \d
      | (?i: (?: pp? | qq? ) (?= \d | \b )                         # p. 4; pp4–5; Q 12
           | (?: paras? | lines? | cols? | ev | vol ) \b            # para 3, lines 4–9
           | (?: see | oral | witness | evidence | testimony | transcript
               | {SAYING} | {SMALL_WORD} | {WORK} ) \b              # See the written evidence of
      ) )*+
    """,
    re.VERBOSE,
)
"""What may stand before the name in a note."""
_FILE = re.compile(r"\S+\.[a-z]{3,4}\b", re.IGNORECASE)
"""The name of a file, in which hyphens and underscores stand for blanks."""
_GIVEN = re.compile(rf"(?:,?\s(?:(?:oral|witness|written)\s)?(?:{STATEMENT}|interview|to)\b|\s\()")
"""What follows a person's name in a note: "Jo Lamp, written evidence", "Jo Lamp to the Board"."""
_NEXT_SOURCE = re.compile(
    r";\s+(?!(?i:(?:and |but )?(?:see|cf|compare|contrast|also|reply|quoted|cited)\b))"
)
"""Between one source and another that the words may be from; "see also Bell" gives no such
source."""
_OPENING = len("and the ")
_IBID = re.compile(
    r"\W*(?:\(?(?:ibid|ib|idem|id|loc\.? cit)\b|as above\b|same source\b)", re.IGNORECASE
)


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The speaker whom the note names; nobody where the sentence goes on with others' words."""
    if goes_on.is_within_sentence(quoted, stage):
        return None
    for note in _called(quoted, stage):
        voice = _named(note, stage)
        if voice:
            return Ruling(voice, quoted.outer[1])
    return None


def _called(quoted: Quoted, stage: Stage) -> list[Footnote]:
    """The notes called at a quotation, most likely first."""
    edition, passage = stage.cast.edition, quoted.passage
    here = [(n.reference.offset, n) for n in edition.notes_called_in[passage.id] if n.reference]
    after = [note for at, note in here if quoted.end <= at <= quoted.end + _NEAR]
    before = [note for at, note in here if 0 <= quoted.outer[0] - at <= 1 and at < quoted.start]
    if quoted.fills_passage and edition.order[passage.id]:
        lead = edition.passages[edition.order[passage.id] - 1]
        calls = [(n.reference.offset, n) for n in edition.notes_called_in[lead.id] if n.reference]
        closing = len(lead.text.rstrip()) - _NEAR
        if lead.kind != passage.kind:
            before += [note for at, note in reversed(calls) if at >= closing]
    return after + before


def _named(note: Footnote, stage: Stage, most: int = 20) -> Voice | None:
    """Whom a note names; for "ibid" whom the note before names; of two sources nobody."""
    cast, passage = stage.cast, stage.cast.edition.by_id[note.passage]
    if _has_two_sources(passage, stage):
        return None
    cited = cast.edition.citations_of[note.passage]
    if len(cited) == 1:
        work = cast.authority.by_id[cited[0].work]
        return voice_of_work(work, work.name)
    if _IBID.search(passage.text[:60].split(",")[-1]) or _IBID.match(passage.text):
        number = cast.edition.footnotes.index(note)
        earlier = cast.edition.footnotes[number - 1] if number else None
        return _named(earlier, stage, most - 1) if earlier and most else None
    for candidate in islice(_names(passage, stage), 1):
        voice = candidate.voice
        free = _TO_NAME.fullmatch(passage.text[: candidate.start])
        if _is_perhaps_no_person(candidate, passage.text):
            return None
        if voice and voice != SOMEBODY and not voice.anonymous and free:
            return voice
    return _person(_FILE.sub(lambda name: re.sub("[-_]", " ", name[0]), passage.text))


def _names(passage: Passage, stage: Stage) -> Iterator[Candidate]:
    """Whom a note names; what says of which kind a source is does not count: *Ev.* p 14."""
    named = stage.cast.named(passage, 0, len(passage.text))
    return (one for one in named if not _TO_NAME.fullmatch(passage.text, one.start, one.end))


def _is_perhaps_no_person(candidate: Candidate, text: str) -> bool:
    """Whether a name may be of something else, and nothing behind it says more: "Lamp Rolls"."""
    voice = candidate.voice
    if voice is None or voice.entity or voice.kind != "speech" or _GIVEN.match(text, candidate.end):
        return False
    name = read_name(voice.label)
    return name is not None and name.evidence == "form" and bool(name.given)


def _has_two_sources(passage: Passage, stage: Stage) -> bool:
    """Whether a note names another source behind a semicolon: "Moss, p. 3; Bell, p. 9"."""
    for semicolon in _NEXT_SOURCE.finditer(passage.text):
        at = semicolon.end()
        named = stage.cast.first_named(passage, at, len(passage.text))
        people = [one.start for one in personal_names(passage.text, at)[:1]]
        if any(start - at <= _OPENING for start in (*([named.start] if named else ()), *people)):
            return True
    return False


def _person(text: str) -> Voice | None:
    """The person with whose name a note begins, whatever pages and kinds of source it gives."""
    for name in personal_names(text):
        if name.evidence == "form":
            continue
        if _TO_NAME.fullmatch(text[: name.start]):
            return Voice(text[name.start : name.end], "speech")
        break
    return None
