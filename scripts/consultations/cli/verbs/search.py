"""`consultations search`."""

import json
from collections.abc import Iterator, Sequence
from typing import get_args

import click

from consultations import index
from consultations.cli.argument import as_text
from consultations.cli.asked import from_server, opened
from consultations.model.source import printed
from consultations.model.voices import OWN
from consultations.report import printable


@click.command(
    epilog="Example: consultations search '\"service users\" NOT kind:footnote' --limit 5",
    short_help="Find passages.",
)
@click.argument("query", callback=as_text)
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
@from_server
def search(query: str, limit: int, sort: index.Sort, as_json: bool, server: str | None) -> None:
    """Find the passages of the last build that QUERY asks for.

    Words are joined by AND and find their inflections; "a phrase" in double quotes finds exactly
    itself. OR, NOT, ( ), word*, w?rd, word~, "a phrase"~5; in: by: year: type: kind: question:
    cites: about: voice:quoted voice:own. A number is found whole or not at all.
    """
    with opened(server) as asked:
        answer = index.search(asked, query, sort=sort, limit=limit)
        # Inside, as suggestions are made by asking the index again.
        offered = [] if answer.total else list(_suggested(*index.suggest(asked, query)))
    if as_json:
        click.echo(json.dumps(results_as_data(query, answer), ensure_ascii=False, indent=1))
    else:
        for hit in answer.hits:
            click.echo(_as_text(hit))
        click.echo(f"{_passages(answer.total)}, {len(answer.hits)} shown", err=True)
    for line in offered:
        click.echo(line, err=True)


def _suggested(
    suggestions: Sequence[index.Suggestion], readings: Sequence[index.SourceReading]
) -> Iterator[str]:
    """What the search page says where nothing is found."""
    for reading in readings:
        mended = (
            f"“{printable(words)}” (texts/{passage.edition.id}/#{passage.id})"
            for passage, words in reading.places
        )
        more = " and so on" if reading.total > len(reading.places) else ""
        said = f"The source has “{reading.source}” here, mended to {'; '.join(mended)}{more}"
        yield f"{said}: {_passages(reading.total)}"
    for one in suggestions:
        words = f"with “{one.spelled}”" if one.spelled else f"without “{one.dropped}”"
        yield f"{words}: {_passages(one.total)}"


def _passages(number: int) -> str:
    return f"{number} passage{'' if number == 1 else 's'}"


def results_as_data(query: str, answer: index.Results) -> dict[str, object]:
    """What a query finds, as JSON has it."""
    hits = [
        {
            "edition": hit.passage.edition.id,
            "passage": hit.passage.id,
            **({"pages": hit.passage.pages} if hit.passage.pages else {}),
            "score": hit.score,
            "excerpt": hit.excerpt.text,
            "voice": hit.voice,
        }
        for hit in answer.hits
    ]
    return {"query": query, "total": answer.total, "hits": hits}


def _as_text(hit: index.Hit) -> str:
    """A hit as a terminal shows it: where it stands, under which heading, and the words marked."""
    passage, edition = hit.passage, hit.passage.edition
    about = [
        *(edition.body, edition.date, edition.title),
        *passage.section[-1:],
        printed(passage.pages),
    ]
    place = click.style(f"texts/{edition.id}/#{passage.id}", bold=True)
    shown = [printable(" · ".join(filter(None, about))), _marked(hit.excerpt), *_quoted(hit)]
    return "\n  ".join([place, *shown]) + "\n"


def _quoted(hit: index.Hit) -> Iterator[str]:
    """Whose words were found, where they are not the document's own."""
    if hit.voice is None:
        yield "Somebody quoted; not known whose words"
    elif hit.voice != OWN:
        yield f"Quoted: {printable(hit.voice)}"


def _marked(excerpt: index.Excerpt) -> str:
    text, shown, last = excerpt.text, "… " if excerpt.before else "", 0
    for start, end in excerpt.marks:
        shown += printable(text[last:start])
        shown += click.style(printable(text[start:end]), fg="yellow", bold=True)
        last = end
    return shown + printable(text[last:]) + (" …" if excerpt.after else "")
