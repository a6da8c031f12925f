"""Old links are followed through every kind of change."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.edition.assemble import assemble
from consultations.edition.permalinks import with_permalinks
from consultations.model.draft import Block, Draft
from consultations.model.edition import Edition
from consultations.model.emendation import Proposal
from consultations.model.permalink import Permalink
from consultations.model.source import Record, Source

RECORD = Record("A title", (), None, "2010", "article", None, "", "en-GB", "", None)
WORDS = ["recovery", "treatment", "people", "service", "drug", "alcohol", "need", "group", "care"]


def paragraph(seed: int, words: int = 30) -> str:
    chosen = random.Random(seed)  # noqa: S311 (no secret: the same words each run)
    return " ".join(chosen.choice(WORDS) for _ in range(words)) + f" number{seed}."


def edition(paragraphs: list[str], taken_out: str = "") -> Edition:
    """An edition with a passage a paragraph; an erratum takes one of them out."""
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for words in paragraphs:
        spans.append((at, at + len(words)))
        at += len(words) + 2
    blocks = tuple(Block("paragraph", (span,)) for span in spans)
    draft = Draft(Source("x", RECORD, "x/source.txt", None, "", text), text, blocks=blocks)
    if taken_out:
        i = paragraphs.index(taken_out)
        out = Proposal(*spans[i], "", "other", "printed twice")
        apparatus = draft.apparatus.amend(text, [out], "editor")
        kept = tuple(b for n, b in enumerate(blocks) if n < i)
        moved = tuple(
            replace(b, spans=tuple((s - len(taken_out), e - len(taken_out)) for s, e in b.spans))
            for n, b in enumerate(blocks)
            if n > i
        )
        draft = Draft(
            draft.source, apparatus.replay(text), apparatus=apparatus, blocks=kept + moved
        )
    return assemble(draft)


def follow(made: Edition, id_: str) -> str | None:
    """The text that an id leads to; None where it leads nowhere."""
    passage = made.by_id.get(made.moved.get(id_, id_))
    return passage.text if passage else None


FIRST = [paragraph(n) for n in range(6)]


def first() -> Edition:
    return with_permalinks(edition(FIRST), ())


def test_a_typo_mended_at_any_place_keeps_the_id() -> None:
    old = first()
    for place in range(0, 30, 5):
        words = FIRST[2].split()
        words[place] = "mended"
        new = with_permalinks(edition([*FIRST[:2], " ".join(words), *FIRST[3:]]), old.permalinks)
        assert follow(new, old.passages[2].id) == " ".join(words)
        assert not new.moved
        assert not new.findings


@pytest.mark.parametrize("changes", [(1, 4), (4, 1)])
def test_neighbours_that_both_change_keep_their_ids(changes: tuple[int, int]) -> None:
    old = first()
    mended = []
    for words, number in zip(FIRST[2:4], changes, strict=True):
        changed = words.split()
        changed[:number] = ["mended"] * number
        mended.append(" ".join(changed))
    new = with_permalinks(edition([*FIRST[:2], *mended, *FIRST[4:]]), old.permalinks)
    assert [passage.id for passage in new.passages] == [passage.id for passage in old.passages]


def test_a_paragraph_put_in_takes_no_id_from_its_neighbours() -> None:
    old = first()
    new = with_permalinks(edition([*FIRST[:3], paragraph(99), *FIRST[3:]]), old.permalinks)
    assert [p.id for p in new.passages if "number99" not in p.text] == [p.id for p in old.passages]


def test_a_document_whose_ids_all_lead_nowhere_gets_new_ones() -> None:
    given = [replace(link, state="gone") for link in first().permalinks]
    new = with_permalinks(edition([paragraph(99)]), given)
    assert len(new.passages) == 1
    assert {link.state for link in new.permalinks} == {"here", "gone"}


def test_one_put_in_before_equals_does_not_shift_them() -> None:
    equal = "This is not an area we want to comment on."
    before = [FIRST[0], equal, FIRST[1], equal, FIRST[2]]
    old = with_permalinks(edition(before), ())
    new = with_permalinks(edition([equal, *before]), old.permalinks)
    assert [p.id for p in new.passages][1:] == [p.id for p in old.passages]
    assert new.passages[0].id not in old.by_id


def test_a_passage_that_is_split_leads_to_its_first_half() -> None:
    old = first()
    for i, passage in enumerate(old.passages):
        halves = FIRST[i].split()
        one, two = " ".join(halves[:18]), " ".join(halves[18:])
        new = with_permalinks(edition([*FIRST[:i], one, two, *FIRST[i + 1 :]]), old.permalinks)
        assert follow(new, passage.id) == one
        assert new.passages[i + 1].id not in old.by_id


def test_passages_that_are_joined_lead_to_the_whole() -> None:
    old = first()
    whole = f"{FIRST[3]} {FIRST[4]}"
    new = with_permalinks(edition([*FIRST[:3], whole, FIRST[5]]), old.permalinks)
    assert follow(new, old.passages[3].id) == whole
    assert follow(new, old.passages[4].id) == whole
    again = with_permalinks(edition(FIRST), new.permalinks)
    assert [p.id for p in again.passages] == [p.id for p in old.passages], "and come back"


def test_what_an_erratum_takes_out_leaves_a_tombstone() -> None:
    old = first()
    new = with_permalinks(edition(FIRST, taken_out=FIRST[1]), old.permalinks)
    (gone,) = [link for link in new.permalinks if link.state == "gone"]
    assert (gone.id, gone.note) == (old.passages[1].id, "printed twice")
    assert not new.findings
    later = with_permalinks(edition([*FIRST[2:], paragraph(50)]), new.permalinks)
    assert gone.id not in later.by_id


def test_what_goes_without_a_reason_is_a_finding_each_time() -> None:
    old = first()
    new = with_permalinks(edition(FIRST[:-1]), old.permalinks)
    assert [f.code for f in new.findings] == ["permalink-dies"]
    again = with_permalinks(edition(FIRST[:-1]), new.permalinks)
    assert [f.code for f in again.findings] == ["permalink-dies"]


ALIKE = "We agree with what the board proposes, "
ANSWERS = [
    ALIKE
    + "since lamps have been out on every pier from May to June, and boats were hit at night.",
    ALIKE
    + "though the guild of painters should first be asked what it thinks of the piers in rain.",
    ALIKE
    + "because nobody else can pay for the ferry, as the treasurer wrote to us four years ago.",
]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize(
    "change", ["no other change", "another is mended", "a new one stands there"]
)
def test_a_deleted_answer_does_not_pass_its_address_on_to_one_that_begins_alike(
    number: int, change: str
) -> None:
    before = [FIRST[0], *ANSWERS, FIRST[1]]
    old = with_permalinks(edition(before), ())
    after = [*before]
    if change == "a new one stands there":
        after[number + 1] = (
            ALIKE + "and would like to hear how the harbour will be dredged in spring."
        )
    else:
        del after[number + 1]
    if change == "another is mended":
        after[1] = after[1].replace("the", "teh", 1)
    new = with_permalinks(edition(after), old.permalinks)
    assert follow(new, old.passages[number + 1].id) is None
    assert [f.code for f in new.findings] == ["permalink-dies"]
    others = [p.id for n, p in enumerate(old.passages) if n != number + 1]
    assert [p.id for p in new.passages if p.id in old.by_id] == others


def test_a_short_answer_that_is_gone_is_not_found_in_a_longer_one_that_stood_there() -> None:
    short, longer = "We agree with this.", "We agree with this. Lamps are dear, and piers are long."
    old = with_permalinks(edition([FIRST[0], short, FIRST[1], longer, FIRST[2]]), ())
    new = with_permalinks(edition([FIRST[0], FIRST[1], longer, FIRST[2]]), old.permalinks)
    assert follow(new, old.passages[1].id) is None
    joined = f"{FIRST[0]} {short}"
    new = with_permalinks(edition([joined, FIRST[1], longer, FIRST[2]]), old.permalinks)
    assert follow(new, old.passages[1].id) == joined


def test_ids_that_were_kept_without_their_middles_stay() -> None:
    old = first()
    bare = tuple(replace(link, middle="") for link in old.permalinks)
    new = with_permalinks(edition([FIRST[0], *FIRST[2:], paragraph(99)]), bare)
    assert [p.id for p in new.passages[:-1]] == [p.id for n, p in enumerate(old.passages) if n != 1]
    assert new.permalinks[0].middle


def test_an_id_is_never_given_to_another_passage() -> None:
    old = first()
    gone = replace(old.permalinks[0], state="gone", note="withdrawn", opening="x", closing="y")
    new = with_permalinks(edition([*FIRST[1:], FIRST[0]]), (gone, *old.permalinks[1:]))
    assert gone.id not in new.by_id


@given(st.data())
def test_every_id_leads_somewhere_or_says_why_not(data: st.DataObject) -> None:
    paragraphs = [*FIRST, *FIRST[:2]]
    given_so_far: tuple[Permalink, ...] = with_permalinks(edition(paragraphs), ()).permalinks
    for _ in range(data.draw(st.integers(1, 4))):
        i = data.draw(st.integers(0, len(paragraphs) - 1))
        words = paragraphs[i].split()
        change = data.draw(st.sampled_from(["mend", "insert", "split", "join", "drop", "swap"]))
        if change == "mend":
            words[data.draw(st.integers(0, len(words) - 1))] = "changed"
            paragraphs[i] = " ".join(words)
        elif change == "insert":
            paragraphs.insert(i, paragraph(data.draw(st.integers(100, 999))))
        elif change == "split" and len(words) > 8:
            paragraphs[i : i + 1] = [" ".join(words[:5]), " ".join(words[5:])]
        elif change == "join" and i + 1 < len(paragraphs):
            paragraphs[i : i + 2] = [f"{paragraphs[i]} {paragraphs[i + 1]}"]
        elif change == "drop" and len(paragraphs) > 2:
            del paragraphs[i]
        elif change == "swap" and i:
            paragraphs[i - 1], paragraphs[i] = paragraphs[i], paragraphs[i - 1]
        made = with_permalinks(edition(paragraphs), given_so_far)
        known = {link.id for link in made.permalinks}
        assert known >= {link.id for link in given_so_far}, "no id is ever forgotten"
        assert len(known) == len(made.permalinks)
        dying = {link.id for link in made.permalinks if link.state == "here"} - made.by_id.keys()
        assert len(dying) == len(made.findings)
        assert all(target in made.by_id.keys() | dying for target in made.moved.values())
        given_so_far = made.permalinks


@pytest.mark.parametrize("number", range(6))
def test_ids_do_not_depend_on_the_passages_around(number: int) -> None:
    assert edition([FIRST[number]]).passages[0].id == first().passages[number].id


@pytest.mark.parametrize(
    ("first", "second", "dead"),
    [
        ("old-1", "old-2", {"old-1"}),
        ("old-2", "old-1", {"old-1", "old-2"}),
        ("nowhere", "nowhere", {"old-1", "old-2"}),
        ("{here}", "old-1", set()),
    ],
    ids=["to itself", "a ring", "nowhere", "a way"],
)
def test_an_id_that_is_written_to_have_moved_where_no_passage_is_is_told(
    first: str, second: str, dead: set[str]
) -> None:
    made = with_permalinks(edition(FIRST), [])
    here = made.permalinks[0]
    ways = {"old-1": first.format(here=here.id), "old-2": second}
    if dead == {"old-1"}:  # the second leads to a passage: one fault does not hide in another
        ways["old-2"] = here.id
    old = [Permalink(id_, "moved", 9, "some", "words", note=to) for id_, to in ways.items()]
    again = with_permalinks(edition(FIRST), [*made.permalinks, *old])
    told = {f.what.split()[2] for f in again.findings if f.code == "permalink-leads-nowhere"}
    assert told == dead
