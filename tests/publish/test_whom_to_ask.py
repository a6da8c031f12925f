"""What a reader is told to do whose text is on a page: as the settings say, and no more."""

from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig

import consultations
from consultations.publish.heads import contact_in

THEME = Path(consultations.__file__).parent / "publish" / "theme"


@pytest.mark.parametrize(
    ("extra", "repository", "told"),
    [
        ({"contact": "a@harbour.example"}, None, '<a href="mailto:a@harbour.example">Write'),
        ({"contact": "https://harbour.example/w"}, None, '<a href="https://harbour.example/w">Wri'),
        ({"contact": "a@harbour.example"}, "https://forge.example/x", "mailto:a@harbour.example"),
        ({}, "https://forge.example/x", '<a href="https://forge.example/x/issues">Say so in an is'),
        ({}, None, "names nobody to write to yet"),
    ],
)
def test_a_reader_is_told_what_can_be_done(
    extra: dict[str, str], repository: str | None, told: str
) -> None:
    config = MkDocsConfig()
    config["extra"], config["repo_url"] = extra, repository
    loader = jinja2.FileSystemLoader(THEME)
    template = jinja2.Environment(loader=loader, autoescape=True).get_template(
        "partials/whom_to_ask.html"
    )
    settings = SimpleNamespace(extra=extra, repo_url=repository)
    said = template.render(config=settings, contact=contact_in(config))
    assert told in said
    assert ("<a " in said) == ("yet" not in said)
