"""Pages as HTML wants them."""

import pytest

from consultations.publish.markup import mended


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
