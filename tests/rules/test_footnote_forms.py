"""The forms of markers, one by one: what each text has, and what no marker is."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from consultations.rules.footnotes.apart import APART
from consultations.rules.footnotes.digits import apart_markers, flat_markers
from consultations.rules.footnotes.forms import BACK, FRONT, marked_markers, sign_markers
from consultations.rules.footnotes.groups import group_markers, with_signs_between
from consultations.rules.footnotes.zone_reader import NOTES_HEADING

FORMS = tomllib.loads(Path(__file__).with_name("footnote_forms.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", FORMS["marked"])
def test_a_marker_has_its_form_and_label(form: str) -> None:
    for text, due in FORMS["marked"][form]:
        found = list(marked_markers(text, 0, len(text)))
        assert [marker.label for marker in found] == due.split(), text
        assert {marker.form for marker in found} == {form}, text
        assert not any(text[marker.start - 1].isspace() for marker in found)


@pytest.mark.parametrize("text", FORMS["unmarked"]["text"])
def test_a_power_a_link_or_a_reference_is_no_marker(text: str) -> None:
    found = [m for m in marked_markers(text, 0, len(text)) if m.weight > APART]
    assert [text[m.start : m.end] for m in found] == []


@pytest.mark.parametrize(("text", "due"), FORMS["flat"]["labels"])
def test_digits_that_have_come_down_are_found(text: str, due: str) -> None:
    assert [marker.label for marker in flat_markers(text)] == [due]


@pytest.mark.parametrize("text", FORMS["flat"]["none"])
def test_other_digits_are_none(text: str) -> None:
    assert [marker.label for marker in flat_markers(text)] == []


@pytest.mark.parametrize(("text", "label", "weight"), FORMS["apart"]["weighed"])
def test_numbers_apart_from_their_words(text: str, label: str, weight: float) -> None:
    assert [(m.label, m.weight) for m in apart_markers(text)] == [(label, weight)]


@pytest.mark.parametrize("text", FORMS["apart"]["none"])
def test_numbers_of_something_else(text: str) -> None:
    assert [marker.label for marker in apart_markers(text)] == []


def test_signs() -> None:
    for text, due in FORMS["sign"]["labels"]:
        assert [m.label for m in sign_markers(text, 0, len(text))] == due.split(), text
    for text in FORMS["sign"]["none"]:
        assert list(sign_markers(text, 0, len(text))) == [], text


def test_what_leads_back() -> None:
    assert [text for text in FORMS["back"]["text"] if not BACK.search(text)] == []
    assert [text for text in FORMS["back"]["none"] if BACK.search(text)] == []
    assert [text for text in FORMS["front"]["text"] if not FRONT.match(text)] == []
    assert [text for text in FORMS["front"]["none"] if FRONT.match(text)] == []


def test_what_stands_over_notes() -> None:
    assert [text for text in FORMS["heading"]["text"] if not NOTES_HEADING.fullmatch(text)] == []
    assert [text for text in FORMS["heading"]["none"] if NOTES_HEADING.fullmatch(text)] == []


def test_several_calls_in_one_pair_of_marks() -> None:
    for text, due in FORMS["grouped"]["labels"]:
        found = list(group_markers(text, 0, len(text)))
        assert [marker.label for marker in found] == due.split(), text
        assert all(a.end == b.start for a, b in pairwise(found)), text
    for text in FORMS["grouped"]["references"]:
        assert {marker.weight for marker in group_markers(text, 0, len(text))} == {APART}, text
    for text in FORMS["grouped"]["none"]:
        assert list(group_markers(text, 0, len(text))) == [], text


def test_signs_between_calls_go_with_them() -> None:
    for text, due in FORMS["grouped"]["between"]:
        found = list(with_signs_between(text, marked_markers(text, 0, len(text))))
        assert [marker.label for marker in found] == due.split(), text
        assert all(a.end == b.start for a, b in pairwise(found)), text
        assert {marker.weight for marker in found} == {1}, text
    for text in FORMS["grouped"]["apart"]:
        markers = list(marked_markers(text, 0, len(text)))
        assert list(with_signs_between(text, markers)) == markers, text
