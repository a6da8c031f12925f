"""What a file proposes for its record: no more than it says, and for a person to check."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from consultations import patterns as re
from consultations.intake.adding.proposed_dates import proposed_date, year_of
from consultations.intake.adding.proposed_titles import SMALL_WORDS, candidates
from consultations.intake.validation.formats import ID_LENGTH, is_id
from consultations.model.entity import Authority
from consultations.model.text import squeeze
from consultations.model.transcript import Facts, Transcript

_FRONT = 6_000
"""Code points at the beginning of a text in which its date and its licence are looked for."""
_PARTED = re.compile("(\\w+)\ufffe(\\w+)")
"""A word that the end of a line cuts in a heading, as readers write it."""
_TYPES = (
    (
        "minutes",
        # In the title alone: Minutes of the meeting of the harbour board; Draft minutes, 3 May
        r"\A(?:[^\n]{0,80}\bminutes of (?:the|a|an) [^\n]{0,80}\bmeeting"
        r"|(?:(?:draft|board|confirmed|approved|meeting) ){0,3}minutes"
        r"(?=,|:? [\d(]|\s?[–—-]| of (?!evidence)|\n|\Z))",
    ),
    ("explanatory memorandum", r"explanatory memorandum"),
    ("impact assessment", r"impact assessment|duty assessment"),
    ("government response", r"government response|government['’]s response"),
    (
        "consultation outcome",
        r"consultation outcome|outcome of (?:the )?consultation"
        # In the title alone: a consultation says at its front that there will be one.
        r"|\A(?!(?:[\w’'-]+ ){0,2}(?:response|submission|reply|comments) (?:to|on)\b)"
        r"[^\n]{0,120}\b(?:summary|analysis) of (?:the )?(?:consultation )?responses"
        r"(?! to (?:the|a|our) survey)",
    ),
    (
        "consultation response",
        r"(?:consultation )?(?:response|submission|reply) (?:to|on)|comments on"
        # At the beginning of the title alone: Written submission by the Ferry Users' Group on …
        r"|\A(?:[\w’'-]+ ){0,2}(?:response|submission|reply) (?:by|from|of) [^\n]{1,80} (?:to|on)",
    ),
    ("consultation", r"consultation"),
    ("evaluation", r"evaluation"),
    ("policy update", r"policy update|policy briefing"),
    ("minutes of evidence", r"(?:oral|minutes of) evidence|hearing"),
    ("strategy", r"strategy|strategic vision"),
    ("report", r"report|review|inquiry"),
)
"""Kinds of documents by words of their titles; the first that fits."""
_LICENCES = (
    (r"Open\s+Government\s+Licen[cs]e(?:\s+v?(\d(?:\.\d)?))?", "Open Government Licence"),
    (r"Open\s+Parliament\s+Licen[cs]e", "Open Parliament Licence"),
    (r"Creative\s+Commons ([\w -]{3,40}?licen[cs]e)", "Creative Commons"),
)
_WORDS_OF_ID = 5


@dataclass(frozen=True)
class ProposedRecord:
    """What a record may say; None where the file does not say it."""

    title: str | None
    date: str | None
    date_sentence: str | None
    """The words that end with the date, where it may be the date of something else."""
    type: str
    organisation: str | None
    """Id of the one body of the authorities that its front names, if it names one."""
    responds_to: str | None
    rights: str | None
    authors: tuple[str, ...]
    language: str
    address: str | None


def propose(transcript: Transcript, authority: Authority) -> ProposedRecord:
    """What a transcript and the file's own facts propose for the record."""
    front, facts = transcript.text[:_FRONT], transcript.facts
    title = _printed(_whole(_title(transcript, authority) or "", transcript.text))
    date, date_sentence = _date(facts, front)
    return ProposedRecord(
        title=title,
        date=date or year_of(title or ""),
        date_sentence=date_sentence,
        type=facts.type or _type(f"{title or ''}\n{front[:600]}"),
        organisation=_named(facts.organisation or front, authority, "organisation"),
        responds_to=_named(facts.responds_to or title or "", authority, "consultation"),
        rights=_printed(facts.rights) or _rights(transcript.text),
        authors=tuple(filter(None, map(_printed, facts.authors))) if facts.stated else (),
        language=_language(facts.language or ""),
        address=facts.address,
    )


def _date(facts: Facts, front: str) -> tuple[str | None, str | None]:
    """The date that the file states, that its front prints or that it was made, and its sentence.

    What is stated needs no sentence that tells of what it is the date.
    """
    if facts.stated and facts.date:
        return facts.date, None
    printed = proposed_date(front)
    return (printed.date, printed.sentence) if printed else (facts.date, None)


def _language(stated: str) -> str:
    """The language that a file states, if it is a tag of BCP 47 that a record may hold."""
    return stated if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", stated) else "en-GB"


def proposed_id(title: str, date: str, taken: frozenset[str]) -> str:
    """An id of the title's first words and the year that no document has yet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in SMALL_WORDS]
    stem = "-".join(words[:_WORDS_OF_ID])[: ID_LENGTH - 10].strip("-") or "document"
    base = f"{stem}-{date[:4]}" if not stem.endswith(date[:4]) else stem
    for id_ in (base, *(f"{base}-{n}" for n in range(2, 1000))):
        if id_ not in taken and is_id(id_):
            return id_
    raise ValueError(title)


def _printed(text: str | None) -> str | None:
    """A text in the form that a record may hold: one line, without characters that do not print."""
    shown = squeeze("".join(c if c.isprintable() else " " for c in text or ""))
    return shown or None


def _title(transcript: Transcript, authority: Authority) -> str | None:
    """What is most likely the title: a heading of the first level, the file's own field, a line.

    The name of a body, as it stands over many titles, is one only where there is nothing else.
    """
    first: str | None = None
    for title in candidates(transcript):
        if not _is_body(title, authority):
            return title
        first = first or title
    return first


def _is_body(title: str, authority: Authority) -> bool:
    """Whether a title is the name of a body that the authorities have, and nothing more."""
    plain = title.strip("*_ ")
    return any(
        (sighting.start, sighting.end) == (0, len(plain))
        and any(authority.by_id[id_].kind == "organisation" for id_ in sighting.entities)
        for sighting in authority.lexicon.find(plain, lambda form, written: form.text == written)
    )


def _whole(title: str, text: str) -> str:
    """A title without the marks of a line's end inside its words.

    The hyphen stays where the text has the word with one.
    """

    def written(parted: re.Match[str]) -> str:
        compound = f"{parted[1]}-{parted[2]}"
        return compound if compound.casefold() in folded else f"{parted[1]}{parted[2]}"

    folded = text.casefold()
    return _PARTED.sub(written, title)


def _type(words: str) -> str:
    for name, pattern in _TYPES:
        if re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            return name
    return "document"


def _named(text: str, authority: Authority, kind: str) -> str | None:
    """The one entity of a kind that a text names; None where it names none or several."""
    found = {
        entity
        for sighting in authority.lexicon.find(text, lambda form, written: form.text == written)
        for entity in sighting.entities
        if authority.by_id[entity].kind == kind
    }
    return found.pop() if len(found) == 1 else None


def _rights(text: str) -> str | None:
    for pattern, name in _LICENCES:
        if match := re.search(pattern, text, re.IGNORECASE):
            more = next((group for group in match.groups() if group), "")
            return f"{name} {more}".strip() + ", as the document says."
    return None


def name_of(path: Path) -> str:
    """A file's name in the form that a record may hold: one line, without its folder."""
    return _printed(path.name) or "a file"
