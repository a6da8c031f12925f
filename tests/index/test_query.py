import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.index.query import And, Field, Node, Not, Or, Speaking, Words, Years
from consultations.index.query.lexer import QuerySyntaxError
from consultations.index.query.parser import parse

CONTRACT = json.loads((Path(__file__).parents[1] / "contract/queries.json").read_text("utf-8"))


def as_data(node: Node) -> dict[str, Any]:
    match node:
        case Words(slots, reach):
            return {"op": "words", "slots": [vars(slot) for slot in slots], "reach": reach}
        case Field(name, value):
            return {"op": "field", "name": name, "value": value}
        case Years(first, last):
            return {"op": "years", "first": first, "last": last}
        case Speaking(voice):
            return {"op": "speaking", "voice": voice}
        case And(parts):
            return {"op": "and", "parts": [as_data(part) for part in parts]}
        case Or(parts):
            return {"op": "or", "parts": [as_data(part) for part in parts]}
        case Not(part):
            return {"op": "not", "part": as_data(part)}


@pytest.mark.parametrize("case", CONTRACT, ids=lambda case: case["query"][:30])
def test_contract(case: dict[str, Any]) -> None:
    if "tree" in case:
        assert as_data(parse(case["query"]).tree) == case["tree"]
        return
    with pytest.raises(QuerySyntaxError) as caught:
        parse(case["query"])
    assert caught.value.what == case["error"]
    assert list(caught.value.place) == case["place"]
    assert caught.value.remedy


PIECES = '" “ ” ( ) AND OR NOT kind: year: voice: [2008 TO 2009] word wo*d w?rd ~ ~2 * ? – é in:a'
queries = st.lists(st.sampled_from([*PIECES.split(), " "]) | st.text(max_size=3), max_size=12)


def refused(query: str) -> QuerySyntaxError | None:
    try:
        parse(query)
    except QuerySyntaxError as error:
        return error
    return None


@given(queries.map("".join))
def test_a_query_is_read_or_refused_with_a_place_in_it(query: str) -> None:
    if error := refused(query):
        start, end = error.place
        assert 0 <= start <= end <= len(query)
        place = f"query, characters {start + 1} to {end}" if query else "query"
        assert error.where == place


@given(
    st.text("ab –—.,;’é", max_size=40) | st.lists(st.sampled_from(["ab:", "a:b", " ", "-5", "!"]))
)
def test_pasted_words_are_never_refused(text: str | list[str]) -> None:
    pasted = text if isinstance(text, str) else " ".join(text)
    assert refused(f"word {pasted}") is None
