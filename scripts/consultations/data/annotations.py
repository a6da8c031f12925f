"""Quotations, questions and mentions as W3C Web Annotations.

https://www.w3.org/TR/annotation-model/: each has the passage as a fragment of the edition's page,
and within it the place in code points and the words themselves with what stands around them.
"""

from collections.abc import Iterator
from typing import Any

from consultations.data.addresses import SiteAddress
from consultations.model.annotation import Annotation
from consultations.model.edition import Edition, Question
from consultations.model.entity import FOLDERS, Authority

Json = dict[str, Any]

_AROUND = 32
"""Code points before and after the words, by which they are found where the text has changed."""


def web_annotations(edition: Edition, authority: Authority, address: SiteAddress) -> Json:
    """The file data/annotations/<id>.json: one page of annotations.

    Args:
        edition: the edition.
        authority: what it was annotated with.
        address: gives what an address below the site is, seen from that file.
    """
    items = [
        *_quotations(edition, authority, address),
        *_questions(edition, address),
        *_mentions(edition, authority, address),
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address(f"data/annotations/{edition.id}.json"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _quotations(edition: Edition, authority: Authority, address: SiteAddress) -> Iterator[Json]:
    """Each with its kind, and whose the words are as far as that is known."""
    for quotation in edition.quotations:
        body: list[Json] = [_words("classifying", quotation.kind)]
        if quotation.attributed_to and quotation.kind != "term":
            body.append(_words("identifying", quotation.attributed_to))
        speaker = authority.by_id.get(quotation.speaker or "")
        if speaker:
            body.append(_entity(address(f"{FOLDERS[speaker.kind]}/{speaker.id}/")))
        yield _annotation(edition, "quotation", quotation, "identifying", body, address)


def _mentions(edition: Edition, authority: Authority, address: SiteAddress) -> Iterator[Json]:
    for mention in edition.mentions:
        entity = authority.by_id[mention.entity]
        to = address(f"{FOLDERS[entity.kind]}/{entity.id}/")
        yield _annotation(edition, "mention", mention, "identifying", [_entity(to)], address)


def _questions(edition: Edition, address: SiteAddress) -> Iterator[Json]:
    """The passage that asks, with the passages that answer it."""
    for question in edition.questions:
        asks = edition.by_id[question.heading].text
        place = Annotation(question.heading, 0, len(asks), asks)
        body = [_words("classifying", question.state), *_answers(edition, question, address)]
        yield _annotation(edition, "question", place, "linking", body, address)


def _answers(edition: Edition, question: Question, address: SiteAddress) -> Iterator[Json]:
    for passage in question.answer:
        to = address(f"texts/{edition.id}/#{passage}")
        yield {"type": "SpecificResource", "source": to, "purpose": "linking"}


def _words(purpose: str, words: str) -> Json:
    return {"type": "TextualBody", "value": words, "purpose": purpose}


def _entity(address: str) -> Json:
    return {"type": "SpecificResource", "source": address, "purpose": "identifying"}


def _annotation(
    edition: Edition,
    sort: str,
    place: Annotation,
    motivation: str,
    body: list[Json],
    address: SiteAddress,
) -> Json:
    """One annotation; its id names the place that it is about."""
    text = edition.by_id[place.passage].text
    # Two ways to find the words again, as the model has it: the place is exact as long as the
    # passage stays as it is, the words with what is around them lead there when it has changed.
    # Without a colon, which JSON-LD would take for the end of a prefix.
    id_ = f"{sort}-{place.passage}-{place.start}-{place.end}"
    selectors = (
        {"type": "TextPositionSelector", "start": place.start, "end": place.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[place.start : place.end],
            "prefix": text[max(0, place.start - _AROUND) : place.start],
            "suffix": text[place.end : place.end + _AROUND],
        },
    )
    return {
        "id": f"{address(f'data/annotations/{edition.id}.json')}#{id_}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {
            "source": address(f"texts/{edition.id}/"),
            "selector": [
                {"type": "FragmentSelector", "value": place.passage, "refinedBy": selector}
                for selector in selectors
            ],
        },
    }
