"""Citations and references, as `citations.toml` and `references.toml` have them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.cases import found_by

from consultations.annotate import annotate
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


HEADINGS = (
    "References|Reference|7. Bibliography|Bibliographies|Works cited|Sources cited|Literature"
    "|Literature cited|References and notes|References and further reading|Further reading"
)


@pytest.mark.parametrize(
    ("heading", "due"),
    [*((heading, True) for heading in HEADINGS.split("|")), ("Lamps", False), ("Our notes", False)],
)
def test_a_list_of_references_has_its_heading(heading: str, due: bool, make_edition: Any) -> None:
    for year in ("2004", "1887", "n.d.", "in press", "forthcoming"):
        lines = [f"## {heading}", f"Marsh, A. ({year}) Lamps and law. London: Pier Press."]
        assert (with_references(make_edition(lines)).passages[1].kind == "reference") is due


VERBS = "is are was were has have had been should would could may might will must shall"


@pytest.mark.parametrize("verb", VERBS.split())
def test_a_note_with_a_verb_is_no_reference(verb: str, make_edition: Any) -> None:
    lines = ["Text.", f"[1] This {verb} thought to be so by Body of Things, March 2008"]
    assert with_references(make_edition(lines)).passages[1].kind == "footnote"


@pytest.mark.parametrize(
    "word", ["He", "he", "She", "she", "They", "they", "His", "his", "Her", "her", "Their", "their"]
)
def test_a_pronoun_says_that_somebody_is_cited(
    word: str, make_edition: Any, make_authority: Any
) -> None:
    authority = make_authority(DATA["entity"])
    for text, due in [(f"In 9 {word} book (2004) says no.", 1), ("In 9 a book (2004) says no.", 0)]:
        edition = annotated(make_edition([f"Ogden notes it. {text}"]), authority)
        assert len(edition.citations) == due


SORTS = "constitution framework guidance handbook manual plan report review strategy survey toolkit"


@pytest.mark.parametrize("sort", SORTS.split())
def test_a_title_is_shortened_to_what_sort_of_work_it_is(
    sort: str, make_edition: Any, make_authority: Any
) -> None:
    name = f"Northern Harbour {sort.title()}"
    authority = make_authority([{"id": "it", "kind": "work", "name": name}])
    text = f"The {name} came. The harbour {sort} is long; a harbour {sort} is not."
    edition = annotate(make_edition([text]), authority)
    assert found_by("short-titles", edition) == [f"harbour {sort} > it"]


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
