"""`consultations concordance`."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import click

from consultations import index
from consultations.cli.argument import as_text
from consultations.cli.asked import from_server, opened
from consultations.report import printable

COLUMNS = ("edition", "passage", "start", "end", "left", "node", "right")
WIDEST = 10_000
"""Characters beside a node: more than a passage has, and few enough that a line can be padded."""


@click.command(
    epilog="Example: consultations concordance 'lamps NOT kind:heading' --sort right",
    short_help="Show every place of a word or phrase in its context.",
)
@click.argument("query", callback=as_text)
@click.option(
    "--sort",
    type=click.Choice(get_args(index.Order)),
    default="document",
    show_default=True,
    help="In document order, or by the words left or right of the node.",
)
@click.option(
    "--width",
    type=click.IntRange(0, WIDEST),
    default=40,
    show_default=True,
    help="Characters on each side of the node.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print a table, with ids and offsets.")
@click.option("--json", "as_json", is_flag=True, help="Print the lines as JSON.")
@from_server
def concordance(
    query: str, sort: index.Order, width: int, as_csv: bool, as_json: bool, server: str | None
) -> None:
    """Show every place where the words of QUERY stand, one to a line.

    QUERY is read as by `consultations search`; what a NOT excludes is not shown. Offsets count
    characters of the passage's text. In a table, a cell that a spreadsheet would take for a
    formula has an apostrophe before it.
    """
    if as_csv and as_json:
        raise click.UsageError("give --csv or --json, not both")
    with opened(server) as asked:
        lines = index.concordance(asked, query, order=sort)
    rows = [_row(line, width) for line in lines]
    if as_json:
        data = {"query": query, "total": len(rows), "lines": rows}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif as_csv:
        _print_table(rows)
    else:
        _print_lines(rows, width)


def _row(line: index.ConcordanceLine, width: int) -> dict[str, str | int]:
    left, right = line.context(width)
    passage = line.passage
    values = (passage.edition.id, passage.id, line.start, line.end, left, line.node, right)
    return dict(zip(COLUMNS, values, strict=True))


def _print_table(rows: Iterable[Mapping[str, str | int]]) -> None:
    """Print rows; text that a spreadsheet would run as a formula has an apostrophe first."""
    # Only here, since the room of data loads what writes references.
    from consultations.data import escaped  # noqa: PLC0415

    writer = csv.writer(sys.stdout, lineterminator="\n")  # the same bytes on every system
    writer.writerow(COLUMNS)
    for row in rows:
        cells = (row[column] for column in COLUMNS)
        writer.writerow([escaped(cell) if isinstance(cell, str) else cell for cell in cells])


def _print_lines(rows: Sequence[Mapping[str, str | int]], width: int) -> None:
    for row in rows:
        left, node, right = (printable(str(row[side])) for side in ("left", "node", "right"))
        place = f"{row['edition']}#{row['passage']}"
        click.echo(f"{left:>{width}}{click.style(node, bold=True)}{right:<{width}}  {place}")
    plural = "" if len(rows) == 1 else "s"
    click.echo(f"{len(rows)} place{plural}", err=True)
