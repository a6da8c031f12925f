"""Where in a passage its emendations stand."""

from hypothesis import given
from hypothesis import strategies as st

from consultations.model.apparatus import Apparatus
from consultations.model.edition import Edition, Passage
from consultations.model.emendation import Proposal
from consultations.model.emended import emended_places
from consultations.model.source import Record, Source
from consultations.model.text import squeeze

RECORD = Record("A title", (), None, "2011", "article", None, "none", "en", "a test", None)


def edited(source: str, proposals: list[Proposal]) -> Edition:
    """An edition of one passage, which is the whole source as emended."""
    apparatus = Apparatus().amend(source, proposals, "a-rule")
    passage = Passage("p", "paragraph", squeeze(apparatus.replay(source)), ((0, len(source)),))
    return Edition(
        source=Source("x", RECORD, "x/source.txt", None, "0" * 64, source),
        passages=(passage,),
        emendations=apparatus.emendations,
    )


def places(source: str, before: str, after: str) -> list[tuple[int, int]]:
    start = source.index(before)
    proposal = Proposal(start, start + len(before), after, "other", "a reason")
    return [(p.start, p.end) for p in emended_places(edited(source, [proposal]))]


def test_what_was_put_in_is_where_it_is_read() -> None:
    assert places("of the  recoveryorientated", "yo", "y-o") == [(14, 17)]  # one blank less


def test_what_was_taken_out_has_a_place_and_no_width() -> None:
    assert places("user- led", " ", "") == [(5, 5)]


def test_a_blank_that_was_put_in_is_the_place() -> None:
    assert places("inthe end", "nt", "n t") == [(1, 4)]
    assert places("in\u200bthe end", "\u200b", " ") == [(2, 3)]


def test_what_stands_between_two_passages_is_in_neither() -> None:
    source = "one HEAD two"
    apparatus = Apparatus().amend(
        source, [Proposal(4, 8, "", "running-header", "a head")], "a-rule"
    )
    edition = Edition(
        source=Source("x", RECORD, "x/source.txt", None, "0" * 64, source),
        passages=(
            Passage("p", "paragraph", "one", ((0, 3),)),
            Passage("q", "paragraph", "two", ((9, 12),)),
        ),
        emendations=apparatus.emendations,
    )
    assert list(emended_places(edition)) == []


def test_a_join_beside_a_note_at_the_foot_of_a_page_stands_in_its_own_passage_only() -> None:
    #         0         10        20        30
    source = "the oil and|a note|to come|goes on"
    proposals = [Proposal(at, at + 1, " ", "join", "a reason") for at in (18, 26)]
    apparatus = Apparatus().amend(source, proposals, "a-rule")
    edition = Edition(
        source=Source("x", RECORD, "x/source.txt", None, "0" * 64, source),
        passages=(
            Passage("p", "paragraph", "the oil and to come", ((0, 11), (19, 26))),
            Passage("n", "footnote", "a note goes on", ((12, 18), (27, 34))),
        ),
        emendations=apparatus.emendations,
    )
    found = [(place.passage, place.emendation.start) for place in emended_places(edition)]
    assert found == [("p", 18), ("n", 26)]


@given(st.text("ab \n", min_size=1, max_size=30), st.data())
def test_a_place_reads_as_the_emendation_left_it(source: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(source)), max_size=6)))
    proposals = [
        Proposal(start, end, data.draw(st.text("xy ", max_size=3)), "other", "a reason")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    edition = edited(source, proposals)
    [passage] = edition.passages
    found = list(emended_places(edition))
    assert [place.emendation for place in found] == list(edition.emendations)
    for place in found:
        assert 0 <= place.start <= place.end <= len(passage.text)
        assert passage.text[place.start : place.end].split() == place.emendation.after.split()
