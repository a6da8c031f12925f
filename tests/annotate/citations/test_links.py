"""What must hold of the links of any text."""

from typing import Any
from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.citations.links import with_links


@given(text=st.text('htps:/w.@a-(])[<>" ‘’jvscri,é', max_size=60))
def test_a_link_stands_at_its_place_and_has_a_safe_scheme(text: str, make_edition: Any) -> None:
    edition = with_links(make_edition([text]))
    for link in edition.links:
        assert edition.passages[0].text[link.start : link.end] == link.text
        assert urlsplit(link.url).scheme.casefold() in ("http", "https", "mailto")
        assert link.url.isascii()


def test_half_a_pair_of_characters_stops_no_link(make_edition: Any) -> None:
    (link,) = with_links(make_edition(["See http://a.org/\ud800 there."])).links
    assert link.url == "http://a.org/?"
