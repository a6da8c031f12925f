"""Editions as data: what data/editions/<id>.json and data/catalogue.json hold.

The form is contract/edition.schema.json; edition.schema.json beside this file is a copy of it. A
passage has a key more, `emphasis`, one of a table of prose another, `cell`; a question has `called`
where the contract has no kind for it, and an edition has `dropped`.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from consultations.english.dates import day
from consultations.model.annotation import Annotation
from consultations.model.edition import Edition, Passage, Question
from consultations.model.emendation import Emendation
from consultations.model.entity import FOLDERS, Authority, Entity
from consultations.model.source import Record, Source
from consultations.pages.facts import byline, chronological

_POLICY = frozenset({"bill", "legislation", "report"})
"""The types of works, as CSL has them, that governments and their critics make policy with."""
_MOST_EVENTS = 8
"""Works among the events, however many documents share: the timeline has to be read at a look."""

Json = dict[str, Any]  # as a value of JSON is: what it holds is the schema's to say


def as_json(value: Mapping[str, Any]) -> str:
    """The bytes of a file of data, decoded: keys in their order, UTF-8, one blank of indent."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def edition_data(edition: Edition) -> Json:
    """An edition in the form of edition.schema.json."""
    source = edition.source
    return {
        "schema": "1",
        "id": edition.id,
        "metadata": _metadata(source.record),
        "source": {
            "file": source.file,
            "sha256": source.digest,
            "characters": len(source.text),
            "text": source.transcript,
        },
        "passages": [_passage(source, p) for p in edition.passages],
        "footnotes": [
            {
                "label": note.label,
                "passage": note.passage,
                "reference": reference
                and {"passage": reference.passage, "offset": reference.offset},
            }
            for note in edition.footnotes
            # The schema has one call a note, so a note that is called again comes again.
            for reference in note.references or (None,)
        ],
        "questions": [_question(q) for q in edition.questions],
        "quotations": [
            _stretch(q, attributed_to=q.attributed_to, kind=q.kind) for q in edition.quotations
        ],
        "citations": [_stretch(c, work=c.work) for c in edition.citations],
        "mentions": [_stretch(m, entity=m.entity) for m in edition.mentions],
        "links": [_stretch(x, url=x.url) for x in edition.links],
        "cross_references": [_stretch(x, target=x.target) for x in edition.cross_references],
        **_dropped(source),
        "emendations": [_emendation(e) for e in edition.emendations],
        "gaps": [
            {"what": gap.what, "after": gap.after, "evidence": gap.evidence} for gap in edition.gaps
        ],
    }


def _metadata(record: Record) -> Json:
    """What is known of a document. Where its file came from is the archive's, and stays there."""
    return {
        "title": record.title,
        "authors": list(record.authors),
        "organisation": record.organisation,
        "date": record.date,
        "type": record.type,
        "responds_to": record.responds_to,
        "rights": record.rights,
        "language": record.language,
    }


def catalogue_data(editions: Sequence[Edition], authority: Authority) -> Json:
    """What there is, from the earliest document to the latest, and what it answers and shares."""
    return {
        "editions": [
            {
                "id": edition.id,
                "title": edition.source.record.title,
                "by": byline(edition, authority),
                "organisation": edition.source.record.organisation,
                "date": edition.source.record.date,
                "dated": day(edition.source.record.date),
                "type": edition.source.record.type,
                "responds_to": edition.source.record.responds_to,
                "url": f"texts/{edition.id}/",
                "passages": len(edition.passages),
                "words": edition.words,
            }
            for edition in chronological(editions)
        ],
        "events": list(_events(editions, authority)),
    }


def _events(editions: Sequence[Edition], authority: Authority) -> Iterator[Json]:
    """What the documents answer, and the reports and laws that most of them have in common."""
    answered = {edition.source.record.responds_to for edition in editions}
    shown = answered | _most_shared(editions, authority)
    yield from (_event(entity) for entity in authority.entities if entity.id in shown)


def _most_shared(editions: Sequence[Edition], authority: Authority) -> set[str]:
    """Ids of the dated works of policy that more than one document names, those first with most."""
    named = Counter(
        id_
        for edition in editions
        for id_ in {*(m.entity for m in edition.mentions), *(c.work for c in edition.citations)}
    )
    cited = [
        (-named[work.id], work.id)
        for work in authority.of_kind("work")
        if named[work.id] > 1 and work.year and work.csl.get("type") in _POLICY
    ]
    return {id_ for _, id_ in sorted(cited)[:_MOST_EVENTS]}


def _event(entity: Entity) -> Json:
    date = entity.date or (str(entity.year) if entity.year else None)
    dated = day(entity.date) if entity.date else entity.issued.years
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "date": date,
        "dated": dated or None,
        "url": f"{FOLDERS[entity.kind]}/{entity.id}/",
    }


def _dropped(source: Source) -> Json:
    """What the reader of the file left out, in a key that is there where there is something."""
    found = [
        {
            "kind": drop.kind,
            "text": drop.text,
            "after": drop.after,
            "page": drop.page,
            "offset": source.place_of(drop),
            "reason": drop.reason,
        }
        for drop in source.drops
    ]
    return {"dropped": found} if found else {}


def _passage(source: Source, passage: Passage) -> Json:
    """A passage, with the keys that its kind has and no others."""
    data: Json = {"id": passage.id, "kind": passage.kind}
    if passage.kind == "heading":
        data["level"] = passage.level or 1
    if passage.kind == "list_item":
        data |= {"marker": passage.marker, "depth": passage.depth or 1}
    data["text"] = passage.text
    if passage.kind == "table":
        data["rows"] = [list(row) for row in passage.rows]
    if passage.cell is not None:
        data["cell"] = {**asdict(passage.cell), "heads": list(passage.cell.heads)}
    data |= {"section": list(passage.section), "question": passage.question}
    data["source"] = [list(span) for span in passage.source]
    if pages := source.pages_of(passage.source):
        data["pages"] = list(pages)
    if passage.emphasis:
        data["emphasis"] = [
            {"start": e.start, "end": e.end, "kind": e.kind} for e in passage.emphasis
        ]
    return data


def _question(question: Question) -> Json:
    """A question, with the ids of the passages that answer it.

    The contract has no kind for a comment, which calls for an answer as a question does.
    """
    called = {"called": question.kind} if question.kind == "comment" else {}
    return {
        "number": question.number,
        "text": question.text,
        "heading": question.heading,
        "answer": list(question.answer),
        "answered": question.answered,
        "state": question.state,
        "kind": "question" if called else question.kind,
        **called,
        "asked_by": question.asked_by,
        "answered_by": question.answered_by,
    }


def _stretch(annotation: Annotation, **more: str | None) -> Json:
    """An annotation: its interval of a passage, its words, and what its sort says besides."""
    return {
        "passage": annotation.passage,
        "start": annotation.start,
        "end": annotation.end,
        "text": annotation.text,
        **more,
    }


def _emendation(e: Emendation) -> Json:
    """An emendation; `source` is its interval of the source, in code points."""
    return {
        "kind": e.kind,
        "rule": e.rule,
        "by": e.by,
        "source": [e.start, e.end],
        "before": e.before,
        "after": e.after,
        "certainty": e.certainty,
        "reason": e.reason,
    }
