"""Addresses, as `links.toml` has them, and what must hold of any text."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.annotate.citations.links import with_links

CASES = tomllib.loads(Path(__file__).with_name("links.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], make_edition: Any) -> None:
    links = with_links(make_edition(case["text"])).links
    assert [{"text": link.text, "url": link.url} for link in links] == case["found"]


@given(text=st.text('htps:/w.@a-(])[<>" ‘’jvscri,é', max_size=60))
def test_a_link_stands_at_its_place_and_has_a_safe_scheme(text: str, make_edition: Any) -> None:
    edition = with_links(make_edition([text]))
    for link in edition.links:
        assert edition.passages[0].text[link.start : link.end] == link.text
        assert urlsplit(link.url).scheme.casefold() in ("http", "https", "mailto")
        assert link.url.isascii()
