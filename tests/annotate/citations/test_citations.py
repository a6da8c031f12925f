"""Citations and references, as `citations.toml` and `references.toml` have them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.citations.citations import with_citations
from consultations.annotate.citations.references import with_references
from consultations.annotate.names.mentions import with_mentions
from consultations.model.edition import Edition
from consultations.model.entity import Authority

FOLDER = Path(__file__).parent
DATA = tomllib.loads((FOLDER / "citations.toml").read_text(encoding="utf-8"))
REFERENCES = tomllib.loads((FOLDER / "references.toml").read_text(encoding="utf-8"))


def annotated(edition: Edition, authority: Authority) -> Edition:
    return with_citations(with_mentions(with_references(edition), authority), authority)


@pytest.mark.parametrize("case", REFERENCES["case"], ids=lambda case: case["label"])
def test_reference(case: dict[str, Any], make_edition: Any) -> None:
    passages = with_references(make_edition(case["text"])).passages
    assert [n for n, p in enumerate(passages) if p.kind == "reference"] == case["found"]


PIECES = "Ogden|Bell|and|et al|(|)|2004|2004: 3|1999|, p. 3|;|DT|Framework for Things|’s|She|."


@given(words=st.lists(st.sampled_from(PIECES.split("|")), max_size=30))
def test_citations_stand_at_their_places_and_do_not_overlap(
    words: list[str], make_edition: Any, make_authority: Any
) -> None:
    edition = annotated(make_edition([" ".join(words)]), make_authority(DATA["entity"]))
    end = 0
    for citation in edition.citations:
        assert edition.passages[0].text[citation.start : citation.end] == citation.text
        assert citation.start >= end
        end = citation.end
