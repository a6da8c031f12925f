"""The subject of a quotation's own clause, where it has no verb of saying.

Symptom: Captain Bell was clear that “…”; Ann Moss’s view that “…”; in the words of the letter of
Tom Bell “…”.

Found by: the name with which the clause begins, where "that", "as" or a colon leads from the clause
into the quotation; or the name whose statement, view, letter it is that leads into it.

Leaves alone: a clause that begins with anybody else, whoever is named in it; a quotation that is a
part of the clause: the boats of the Board are “in good shape”.
"""

from collections.abc import Sequence

from consultations import patterns as re
from consultations.annotate.quotations.clauses.anothers import is_of_which, none_of_its_own
from consultations.annotate.quotations.clauses.clauses import clause_start, main_subject
from consultations.annotate.quotations.clauses.subjects import (
    is_predicate,
    is_spoken_of,
    makes_statement,
)
from consultations.annotate.quotations.clauses.verbs import verbs_of_saying
from consultations.annotate.quotations.grounds.said_before import author_of
from consultations.annotate.quotations.quoted import Quoted
from consultations.annotate.quotations.stage import Ruling, Stage
from consultations.annotate.quotations.voices import SOMEBODY, Candidate
from consultations.english.kinds import WORK
from consultations.english.saying import STATEMENT
from consultations.english.small_words import BE

RULE = "clause-subject"
_LEADS_IN = re.compile(r"(?:\bthat|:)\s*\Z")
_OF_A_TEXT = re.compile(
    r"\b(?:first|last|next|preceding|previous|very)\s(?:clause|line|paragraph|passage|sentence):\s*\Z"
)
"""Before words that are a text's, whoever turns to them: "he leaves out the next line:"."""
_READ_OUT = re.compile(rf"\b(?:{STATEMENT}|{WORK})\s(?:from|by)\s[^;:]{{2,90}}:\s*\Z")
"""Before words that are another's who wrote them: "the clerk read a letter from the county:"."""
_STATEMENT_WORDS = 6
"""At most so many words stand between whose statement it is and the quotation, but for "that"."""
_WAS = re.compile(rf"\b(?:{BE})\sto\s\w+|,\swho\s(?:{BE})\s")
"""Behind a statement that so is what another does, "the reply to the Board was to say that", or of
whose maker something is told: "a letter from Ann Moss, who was “absent”"."""
_CLAUSE = re.compile(r"(?:['’]s?)?(?:\s[\w-]+){0,5}?\sthat\b[^;:.?!]*")
_ASIDE = re.compile(rf",\s(?:which\s[^,;:]*,|[^,;:.?!]{{2,80}},(?=\s(?:{BE})\b))")
"""What is said of a statement by the way: her view, set out in May, is that."""


def ruling(quoted: Quoted, stage: Stage) -> Ruling | None:
    """The voice of the clause's subject, or of somebody where "that" leads in from another's."""
    passage, end = quoted.passage, quoted.outer[0]
    silent = stage.cast.silent(passage)
    begins = stage.sentence(quoted)
    start = clause_start(silent, begins, end)
    named = stage.cast.named(passage, start, end)
    predicate = is_predicate(passage.text, start, end)  # “lacks a date” is no reply
    for candidate in reversed(() if predicate else named):
        if _leads_with_statement(silent, start, candidate, end) and not _another_says(
            silent, candidate, named, end
        ):
            return Ruling(stage.voice(passage, candidate), end)
    if not _LEADS_IN.search(silent, start, end):
        return Ruling(SOMEBODY, end) if _other_subject(silent, begins, start, end) else None
    verbs = list(verbs_of_saying(silent, start, end))
    subject = main_subject(silent, start, named)
    another = none_of_its_own(passage.text, silent, start, end, verbs)
    if subject and not (another or _is_of_a_text(silent, start, end, subject, named)):
        author = author_of(silent, subject, named)
        return Ruling(author or stage.voice(passage, subject), end)
    return Ruling(SOMEBODY, end) if silent[start:end].strip() != "that" else None


def _leads_with_statement(silent: str, start: int, candidate: Candidate, end: int) -> bool:
    """Whether a statement of a candidate leads into words: "Ann Moss’s view that"."""
    between = _ASIDE.sub("", silent[candidate.end : end])
    near = len(between.split()) <= _STATEMENT_WORDS or _CLAUSE.fullmatch(between)
    if not near or _WAS.search(silent, candidate.end, end):
        return False
    of_it = makes_statement(silent, start, candidate)
    return of_it and not is_spoken_of(silent, start, candidate, end)


def _another_says(silent: str, candidate: Candidate, named: Sequence[Candidate], end: int) -> bool:
    """Whether somebody else says it after a comma: "when he had Ann Moss’s letter, Bell said"."""
    later = (c for c in named if c.start > candidate.end)
    return any(
        silent[candidate.end : c.start].rstrip().endswith(",")
        and any(verbs_of_saying(silent, c.end, end))
        for c in later
    )


def _is_of_a_text(
    silent: str, start: int, end: int, subject: Candidate, named: Sequence[Candidate]
) -> bool:
    """Whether the words are those of a text or a thing to which the subject turns."""
    if is_of_which(silent, start, end, named) or _OF_A_TEXT.search(silent, start, end):
        return True
    read_out = _READ_OUT.search(silent, start, end)
    return bool(read_out) and not makes_statement(silent, start, subject)


def _other_subject(silent: str, begins: int, start: int, end: int) -> bool:
    """Whether a clause of its own, after "while" or a semicolon, has something before the mark."""
    return begins < start and len(silent[start:end].split()) > 3
