"""`consultations search`."""

import json
from pathlib import Path
from typing import get_args

import click

from consultations import index
from consultations.report import printable
from consultations.settings import find_project


@click.command(
    epilog="Example: consultations search '\"service users\" NOT kind:footnote' --limit 5",
    short_help="Find passages.",
)
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="How many to show."
)
@click.option(
    "--sort",
    type=click.Choice(get_args(index.Sort)),
    default="score",
    show_default=True,
    help="Best first, earliest first, or in document order.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
def search(query: str, limit: int, sort: index.Sort, as_json: bool) -> None:
    """Find the passages of the last build that QUERY asks for.

    Words are joined by AND and find their inflections; "a phrase" in double quotes finds exactly
    itself. OR, NOT, ( ), word*, w?rd, word~, "a phrase"~5; in: by: year: type: kind: question:
    cites: about: voice:quoted voice:own.
    """
    with index.Index(find_project(Path.cwd()).cache / "index") as opened:
        answer = index.search(opened, query, sort=sort, limit=limit)
    if as_json:
        click.echo(json.dumps(_as_data(query, answer), ensure_ascii=False, indent=1))
        return
    for hit in answer.hits:
        click.echo(_as_text(hit))
    plural = "" if answer.total == 1 else "s"
    click.echo(f"{answer.total} passage{plural}, {len(answer.hits)} shown", err=True)


def _as_data(query: str, answer: index.Answer) -> dict[str, object]:
    hits = [
        {
            "edition": hit.passage.edition.id,
            "passage": hit.passage.id,
            "score": hit.score,
            "excerpt": hit.excerpt.text,
        }
        for hit in answer.hits
    ]
    return {"query": query, "total": answer.total, "hits": hits}


def _as_text(hit: index.Hit) -> str:
    """A hit as a terminal shows it: where it stands, under which heading, and the words marked."""
    passage, edition = hit.passage, hit.passage.edition
    about = [edition.body, edition.date, edition.title, *passage.section[-1:]]
    place = click.style(f"texts/{edition.id}/#{passage.id}", bold=True)
    return f"{place}\n  {printable(' · '.join(filter(None, about)))}\n  {_marked(hit.excerpt)}\n"


def _marked(excerpt: index.Excerpt) -> str:
    text, shown, last = excerpt.text, "… " if excerpt.before else "", 0
    for start, end in excerpt.marks:
        shown += printable(text[last:start])
        shown += click.style(printable(text[start:end]), fg="yellow", bold=True)
        last = end
    return shown + printable(text[last:]) + (" …" if excerpt.after else "")
