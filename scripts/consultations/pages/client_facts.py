"""What the page of an edition tells the client of its passages: whose words, and which page."""

import json
from collections import defaultdict
from dataclasses import dataclass

from consultations.model.edition import Edition


@dataclass(frozen=True)
class ClientFacts:
    """What stands on the page of an edition for the client alone, each as JSON."""

    voices: str
    """The voices that the edition quotes: by passage lists of `[start, end, who]`, in code points
    of the passage's text; `who` is null where it is not known."""
    pages: str
    """The pages of its source on which each passage stands, such as "14" or "14–15"; an empty
    object where the source has no pages."""


def client_facts(edition: Edition) -> ClientFacts:
    """What the client is told of an edition.

    A term that is set off by marks is nobody's quotation, and is left out.
    """
    voices = defaultdict(list)
    for quotation in edition.quotations:
        if quotation.kind != "term":
            said = [quotation.start, quotation.end, quotation.attributed_to]
            voices[quotation.passage].append(said)
    pages = {
        passage.id: "–".join(labels)
        for passage in edition.passages
        if (labels := edition.source.pages_of(passage.source))
    }
    return ClientFacts(_as_json(voices), _as_json(pages))


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
