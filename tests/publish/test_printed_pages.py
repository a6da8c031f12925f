"""What the page of an edition tells the client of the pages of its source."""

import json

from consultations.publish.voices import printed_pages


def test_a_passage_stands_on_one_printed_page_or_on_two() -> None:
    passages = [{"id": "a", "pages": ["xiv"]}, {"id": "b", "pages": ["14", "15"]}, {"id": "c"}]
    told = printed_pages(json.dumps({"passages": passages}).encode())
    assert json.loads(told) == {"a": "xiv", "b": "14–15"}
    assert printed_pages(b'{"passages": [{"id": "c"}]}') == "{}"
