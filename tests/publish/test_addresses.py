"""Each passage of an edition has its address on its page, whoever reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.publish.addresses import with_addresses


def link(id_: str) -> str:
    return f'<a class="permalink" aria-label="Link to this passage" href="#{id_}"></a>'


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        ('<h2 id="p1">Ponds</h2>', f'<h2 id="p1">Ponds{link("p1")}</h2>'),
        (
            '<p class="reference" id="p1">Of <em>ponds</em>.</p><p>No id.</p>',
            f'<p class="reference" id="p1">Of <em>ponds</em>.{link("p1")}</p><p>No id.</p>',
        ),
        # A passage ends where another begins inside it.
        (
            '<li id="p1">Ponds<ul><li id="p2">deep</li></ul></li>',
            f'<li id="p1">Ponds{link("p1")}<ul><li id="p2">deep{link("p2")}</li></ul></li>',
        ),
        (
            '<dd id="p1"><p id="p2">Ponds</p></dd>',
            f'<dd id="p1">{link("p1")}<p id="p2">Ponds{link("p2")}</p></dd>',
        ),
        (
            '<li id="p1">Ponds <span id="gap:1" class="gap">[lost]</span></li>',
            f'<li id="p1">Ponds {link("p1")}<span id="gap:1" class="gap">[lost]</span></li>',
        ),
        (
            '<div id="p1" class="table"><table><td>9</td></table></div>',
            f'<div id="p1" class="table"><table><td>9</td></table>{link("p1")}</div>',
        ),
        # Ids with a colon are the page's own; a division that is no table is no passage.
        ('<h2 id="edition:notes">Notes</h2>', '<h2 id="edition:notes">Notes</h2>'),
        ('<div id="p1"><b>Ponds</b></div>', '<div id="p1"><b>Ponds</b></div>'),
        # What a document itself says of ids is text.
        (
            '<p id="p1">&lt;p id="p2"&gt; is a tag</p>',
            f'<p id="p1">&lt;p id="p2"&gt; is a tag{link("p1")}</p>',
        ),
    ],
)
def test_a_link_stands_at_the_end_of_each_passages_own_words(made: str, wanted: str) -> None:
    assert with_addresses(made) == wanted


def test_what_does_not_end_is_left_as_it_is() -> None:
    assert with_addresses('<p id="p1">Ponds') == '<p id="p1">Ponds'


@given(st.lists(st.sampled_from(['<p id="p1">', "</p>", "a ", '<li id="q">', "</li>", "<ul>"])))
def test_nothing_is_lost_or_moved(parts: list[str]) -> None:
    made = with_addresses("".join(parts))
    assert made.replace(link("p1"), "").replace(link("q"), "") == "".join(parts)
