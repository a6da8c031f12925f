"""JSON-LD for the heads of pages, in the words of https://schema.org/.

What an edition does not know is left out. A speaker is named as a person or a body only where the
authorities know who it is; whoever is only described stands in the credit line.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consultations.model.annotation import Quotation
from consultations.model.edition import Edition
from consultations.model.entity import FOLDERS, Authority, Entity
from consultations.pages.facts import byline, name_of
from consultations.pages.indexes.abbreviations import expansions
from consultations.pages.indexes.asked.answers import Answer, Asked

Json = dict[str, Any]


class OnSite(str):
    """An address below the site: `texts/some-id/#p1`; empty for the site itself."""

    __slots__ = ()


_DOCUMENTS = {"article": "Article", "book": "Book", "thesis": "Thesis"}
"""By the type of a record; any other document is a `Report`."""

_WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""By the type of CSL; any other is a `CreativeWork`."""

_LONGEST = 1000
"""Code points of an answer that are repeated in the head of its question's page."""


def edition_linked(edition: Edition, authority: Authority) -> Json:
    """A document, with its authors and its body, and the forms in which it can be had."""
    record, address = edition.source.record, f"texts/{edition.id}/"
    body = authority.by_id.get(record.organisation or "")
    authors = [{"@type": "Person", "name": name} for name in record.authors]
    return _filled(
        {
            "@type": _DOCUMENTS.get(record.type.casefold(), "Report"),
            "@id": OnSite(address),
            "url": OnSite(address),
            "name": record.title,
            "author": authors or ([_agent(body)] if body else []),
            "publisher": _agent(body) if body else None,
            "datePublished": record.date,
            "inLanguage": record.language,
            "genre": record.type,
            "wordCount": edition.words,
            "copyrightNotice": " ".join(record.rights.split()),
            "isBasedOn": _responded(record.responds_to, authority),
            "citation": _cited(edition, authority),
            "isPartOf": {"@type": "Dataset", "@id": OnSite("data/")},
            "encoding": list(_encodings(edition.id)),
        }
    )


def quotations_linked(edition: Edition, authority: Authority) -> Json:
    """The quotations of a document, each with whoever speaks."""
    return _filled(
        {
            "@type": "CollectionPage",
            "name": f"Quotations in {edition.source.record.title}",
            "about": {"@id": OnSite(f"texts/{edition.id}/")},
            "hasPart": [
                _quotation(edition, quotation, authority)
                for quotation in edition.quotations
                if quotation.kind != "term"
            ],
        }
    )


def question_linked(asked: Asked, authority: Authority) -> Json:
    """A question with every answer to it, each with the respondent as author."""
    return _filled(
        {
            "@type": "Question",
            "name": asked.label,
            "text": asked.text,
            "answerCount": len(asked.answers),
            "suggestedAnswer": [_answer(answer, authority) for answer in asked.answers],
        }
    )


def entity_linked(entity: Entity) -> Json:
    """A person, a body, or a work, as the authorities know it."""
    if entity.kind in ("person", "organisation"):
        return _filled(
            {
                **_agent(entity),
                "alternateName": [*entity.variants, *entity.abbreviations],
                "sameAs": entity.url,
                "description": entity.note,
            }
        )
    csl = entity.csl
    return _filled(
        {
            "@type": _WORKS.get(str(csl.get("type")), "CreativeWork"),
            "@id": OnSite(f"{FOLDERS[entity.kind]}/{entity.id}/"),
            "name": entity.title,
            "author": [_author(name) for name in entity.authors],
            "datePublished": entity.issued.edtf,
            "publisher": {"@type": "Organization", "name": csl["publisher"]}
            if csl.get("publisher")
            else None,
            "sameAs": csl.get("URL") or entity.url,
        }
    )


def glossary_linked(editions: Sequence[Edition], authority: Authority) -> Json:
    """What abbreviations stand for; one that has several senses is one term for each."""
    terms = {
        (short, full)
        for edition in editions
        for short, full in expansions(edition, authority).items()
    }
    return {
        "@type": "DefinedTermSet",
        "@id": OnSite("glossary/"),
        "name": "Abbreviations",
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": short, "description": full}
            for short, full in sorted(terms)
        ],
    }


def themes_linked(authority: Authority) -> Json:
    """The themes that an editor sees in questions, each with the reason."""
    return {
        "@type": "DefinedTermSet",
        "@id": OnSite("themes/"),
        "name": "Themes",
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": theme.name, "description": theme.reason}
            for theme in authority.themes
        ],
    }


def _filled(said: Json) -> Json:
    """What is known: without the values that are empty."""
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _agent(entity: Entity) -> Json:
    return {
        "@type": "Person" if entity.kind == "person" else "Organization",
        "@id": OnSite(f"{FOLDERS[entity.kind]}/{entity.id}/"),
        "name": entity.name,
    }


def _author(name: Mapping[str, str]) -> Json:
    """An author as CSL-JSON has one."""
    if "family" not in name:
        return {"@type": "Organization", "name": name.get("literal", "")}
    parts = {"familyName": name["family"], "givenName": name.get("given", "")}
    full = " ".join(filter(None, [name.get("given"), name["family"]]))
    return _filled({"@type": "Person", "name": full, **parts})


def _responded(target: str | None, authority: Authority) -> Json | None:
    if target is None:
        return None
    return {"@type": "CreativeWork", "name": name_of(target, authority)}


def _cited(edition: Edition, authority: Authority) -> list[Json]:
    """The works that a document cites, each once."""
    works = dict.fromkeys(citation.work for citation in edition.citations)
    return [
        {
            "@type": "CreativeWork",
            "@id": OnSite(f"{FOLDERS['work']}/{work}/"),
            "name": authority.by_id[work].name,
        }
        for work in works
    ]


def _encodings(edition: str) -> Iterator[Json]:
    for ending, kind in (
        ("json", "application/json"),
        ("xml", "application/tei+xml"),
        ("txt", "text/plain"),
        ("epub", "application/epub+zip"),
    ):
        folder = {"json": "editions", "xml": "tei", "txt": "text", "epub": "epub"}[ending]
        address = OnSite(f"data/{folder}/{edition}.{ending}")
        yield {"@type": "MediaObject", "encodingFormat": kind, "contentUrl": address}


def _quotation(edition: Edition, quotation: Quotation, authority: Authority) -> Json:
    speaker = authority.by_id.get(quotation.speaker or "")
    by = byline(edition, authority) or edition.source.record.title
    who = f"{quotation.attributed_to}, quoted in" if quotation.attributed_to else "Quoted in"
    return _filled(
        {
            "@type": "Quotation",
            "text": quotation.text,
            "creator": _agent(speaker) if speaker else None,
            "creditText": f"{who} {by}",
            "url": OnSite(f"texts/{edition.id}/#{quotation.passage}"),
            "isPartOf": {"@id": OnSite(f"texts/{edition.id}/")},
        }
    )


def _answer(answer: Answer, authority: Authority) -> Json:
    """What one document says to a question; of one without words, what sort of answer it is."""
    edition, question = answer.edition, answer.question
    record = edition.source.record
    words = " ".join(edition.by_id[passage].text for passage in question.answer)
    body = authority.by_id.get(record.organisation or "")
    people = [{"@type": "Person", "name": name} for name in record.authors]
    place = (*question.answer, question.heading)[0]
    return _filled(
        {
            "@type": "Answer",
            "text": words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…",
            "author": [_agent(body)] if body else people,
            "datePublished": record.date,
            "url": OnSite(f"texts/{edition.id}/#{place}"),
            "isPartOf": {"@id": OnSite(f"texts/{edition.id}/")},
        }
    )
