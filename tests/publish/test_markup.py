"""Pages as HTML wants them."""

import pytest

from consultations.pages.blocks import drawing
from consultations.publish.markup import mended, with_drawings


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (
            '<input class="md-toggle" type="checkbox" id="a" autocomplete="off">',
            '<input class="md-toggle" type="checkbox" id="a">',
        ),
        (
            '<input class="field" type="search" autocomplete="off">',
            '<input class="field" type="search" autocomplete="off">',
        ),
        ("<tr><th>Ponds</th></tr>", '<tr><th scope="col">Ponds</th></tr>'),
        ('<th scope="row">Ponds</th>', '<th scope="row">Ponds</th>'),
        ("&lt;th&gt; is a tag", "&lt;th&gt; is a tag"),
    ],
)
def test_only_what_is_wrong_is_mended(made: str, wanted: str) -> None:
    assert mended(made) == wanted
    assert mended(wanted) == wanted


def test_a_drawing_comes_to_its_place_and_a_place_without_one_goes() -> None:
    page = f"<p>a</p>{drawing('a:<b>')}<p>b</p>{drawing('none')}<p>c</p>"
    assert with_drawings(page, {"a:<b>": "<svg></svg>", "other": "x"}) == (
        '<p>a</p><div class="drawing"><svg></svg></div><p>b</p><p>c</p>'
    )
