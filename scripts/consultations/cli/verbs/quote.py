"""`consultations quote`."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from consultations.cli.argument import as_text
from consultations.cli.article import FORMATS, read_article
from consultations.cli.asked import from_server, opened
from consultations.cli.quote_formats import as_junit, as_sarif
from consultations.data import speaking
from consultations.errors import ArticleError
from consultations.index import quotation
from consultations.model.source import printed
from consultations.model.voices import OWN, PARTLY
from consultations.report import printable, track

MEANINGS: dict[quotation.Verdict, str] = {
    "verbatim": "the same words and punctuation",
    "typographic": "the same words; only quote marks, dashes, blanks, the first letter's case or a"
    " note marker differ",
    "elided": "true pieces of one run of text, joined by an ellipsis or brackets",
    "altered": "a word or a point is added, dropped, moved or changed",
    "spliced": "true pieces of different documents or distant places, run together",
    "absent": "not in this archive",
    "too-short": "under four words",
}
WRONG = ("altered", "spliced")
_FORMS = {"sarif": as_sarif, "junit": as_junit}
_COLOURS = {"verbatim": "green", "typographic": "green", "elided": "yellow"}


@click.command(
    epilog="Example: consultations quote --file article.md",
    short_help="Check a quotation, or all those of an article.",
)
@click.argument("text", required=False, callback=as_text)
@click.option(
    "--file",
    "article",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Check every quotation of an article: {', '.join(FORMATS)}.",
)
@click.option("--json", "form", flag_value="json", help="Print the verdicts as JSON.")
@click.option("--sarif", "form", flag_value="sarif", help="Print them as SARIF, for code hosts.")
@click.option("--junit", "form", flag_value="junit", help="Print them as JUnit, for test runners.")
@from_server
@click.pass_context
def quote(
    context: click.Context,
    text: str | None,
    article: Path | None,
    form: str | None,
    server: str | None,
) -> None:
    """Say whether TEXT stands in the archive as it is quoted, and where; `-` reads it from stdin.

    Where it differs, [-words of the quotation-] and {+words of the text+} are marked. What begins
    or ends inside a number or a compound is altered: £1,250 of £1,250,000. In JSON, `voice` is
    "own", a name, or null: somebody quoted, not known who. Exits with 1 when a quotation is altered
    or spliced.
    """
    if (text is None) == (article is None):
        raise click.UsageError("give a quotation or --file, and not both")
    with opened(server) as asked:
        found = _checked(quotation.Checker(asked), text, article)
        searched = {"passages": len(asked), "documents": len(asked.editions)}
    if form in _FORMS:
        click.echo(_FORMS[form](found, article, MEANINGS))
    elif form == "json":
        data = _article_as_data(found) if article else report_as_data(found[0][1])
        click.echo(json.dumps({**data, "searched": searched}, ensure_ascii=False, indent=1))
    else:
        _tell(found, whole=article is None)
        click.echo(_summary(found, searched, article), err=True)
    context.exit(1 if any(report.verdict in WRONG for _, report in found) else 0)


def _checked(
    checker: quotation.Checker, text: str | None, article: Path | None
) -> list[tuple[str, quotation.Report]]:
    """The quotation or those of the article, each with its report."""
    if article is not None:
        read = read_article(article)
        quotation.require_length(read)
        quoted = list(quotation.quotations(read))
        return [(one, checker.check_quoted(one)) for one in track(quoted, "Checking quotations")]
    given = _stdin() if text == "-" else text or ""
    quotation.require_length(given)
    if quotation.is_wordless(given):
        what = "there is no word in it to look for; give the words that are quoted"
        raise click.BadParameter(what, param_hint="stdin" if text == "-" else "TEXT")
    return [(given, checker.check(given))]


def _tell(found: Sequence[tuple[str, quotation.Report]], *, whole: bool) -> None:
    """Print the reports; of an article those on short quotations stand together at the end."""
    for given, report in found:
        if whole or report.verdict != "too-short":
            click.echo("\n".join(_told(given, report, whole=whole)) + "\n")
    if not whole:
        _tell_short(found)


def _stdin() -> str:
    """The quotation that is handed in on standard input.

    Raises:
        ArticleError: it is not UTF-8.
    """
    # Whatever the locale, as files are read.
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what, remedy = "the quotation is not text in UTF-8", "turn it into UTF-8 first"
        raise ArticleError(what, where="stdin", remedy=remedy) from error


def _tell_short(found: Sequence[tuple[str, quotation.Report]]) -> None:
    """Tell of an article's quotations of under four words together, with how often each stands."""
    counts = {given: report.count for given, report in found if report.verdict == "too-short"}
    if counts:
        shown = (f"“{printable(' '.join(given.split()))}” ({n})" for given, n in counts.items())
        verdict = click.style("too-short", bold=True)
        click.echo(f"{verdict}: {MEANINGS['too-short']}, with the number of places")
        click.echo(f"  {', '.join(shown)}\n")


def report_as_data(report: quotation.Report) -> dict[str, object]:
    """A report as JSON has it: a match for each passage, in each place where the quotation stands.

    Offsets are code points of the passage's text.
    """
    return {
        "verdict": report.verdict,
        "count": report.count,
        "matches": [
            {
                "edition": part.passage.edition.id,
                "passage": part.passage.id,
                **({"pages": part.passage.pages} if part.passage.pages else {}),
                "start": part.start,
                "end": part.end,
                "text": part.text,
                "voice": part.voice,
                "differences": [difference._asdict() for difference in part.differences],
            }
            for place in report.places
            for part in place.parts
        ],
        "lookalikes": list(report.lookalikes),
        "hidden": report.hidden,
    }


def _article_as_data(found: list[tuple[str, quotation.Report]]) -> dict[str, object]:
    return {
        "quotations": [{"quotation": given, **report_as_data(report)} for given, report in found]
    }


def _told(given: str, report: quotation.Report, *, whole: bool) -> Iterator[str]:
    """A report as a terminal shows it."""
    verdict = click.style(report.verdict, fg=_COLOURS.get(report.verdict, "red"), bold=True)
    yield f"{verdict}: {MEANINGS[report.verdict]}{_count(report)}"
    if not whole or report.verdict == "absent":
        yield f"  quoted   {printable(' '.join(given.split()))}"
    yield from _warnings(report)
    for place in report.places:
        for part in place.parts:
            passage, edition = part.passage, part.passage.edition
            shown = _marked(part) if place.verdict != "verbatim" else printable(part.text)
            yield f"  {'text':8} {shown}"
            yield f"  {'words of':8} {_whose(part)}"
            about = edition.byline, edition.title, edition.date, printed(passage.pages)
            cited = speaking(part.voice, ", ".join(filter(None, about)))
            yield f"  {'cite':8} {printable(cited)}, texts/{edition.id}/#{passage.id}"


def _count(report: quotation.Report) -> str:
    """In how many places it stands; of one place nothing is said, unless it is all that is told."""
    if report.verdict == "too-short" or report.count > 1:
        return f"; in {report.count} place{'' if report.count == 1 else 's'}"
    return ""


def _warnings(report: quotation.Report) -> Iterator[str]:
    """What is told before all else."""
    for place in report.places:
        for part in place.parts:
            for difference in part.differences:
                if kind := quotation.gravity(difference):
                    given, found = printable(difference.given), printable(difference.found)
                    said = f"quoted “{given}”" if given else "not quoted"
                    has = f"the text has “{found}”" if found else "not in the text"
                    alike = "; they look alike and are others" if kind == "letters" else ""
                    told = f"  {kind:8} {said}, {has} ({difference.op}){alike}"
                    yield click.style(told, fg="red")
    if report.lookalikes:
        words = printable(", ".join(report.lookalikes))
        yield click.style(f"  letters  of another script than they look like: {words}", fg="red")
    if report.hidden:
        yield click.style(f"  hidden   {report.hidden} characters that show nothing", fg="red")


def _whose(part: quotation.Part) -> str:
    """Whose words the text has there, which may be others than whom an article names."""
    if part.voice == OWN:
        return "the document's own"
    if part.voice is None:
        return "somebody quoted; it is not known who"
    who = part.voice.removeprefix(PARTLY)
    return f"{'' if who == part.voice else 'in part '}{printable(who)} (quoted)"


def _marked(part: quotation.Part) -> str:
    """The quotation with what differs marked as in a comparison of words."""
    shown = ""
    for op, given, found in part.steps:
        if op in ("same", "typography", "moved", "spliced", "elided"):
            shown += printable(given.replace("\n", " "))
            continue
        # Words of the text that the quotation leaves out have no gap of its own around them.
        apart = " " if op == "dropped" else ""
        shown += apart
        if given:
            shown += click.style(f"[-{printable(given)}-]", fg="red")
        if found:
            shown += click.style(f"{{+{printable(found)}+}}", fg="green")
        shown += apart
    return " ".join(shown.split())


def _summary(
    found: list[tuple[str, quotation.Report]], searched: dict[str, int], article: Path | None
) -> str:
    """How much was looked through, without which "absent" says little, and what was found wrong."""
    where = f"searched {searched['passages']} passages of {searched['documents']} documents"
    if article is None:
        return where
    wrong = sum(report.verdict in WRONG for _, report in found)
    short = sum(report.verdict == "too-short" for _, report in found)
    told = f"{len(found)} quotation{'' if len(found) == 1 else 's'}, {wrong} altered or spliced"
    return f"{told}{f', {short} too short to be judged' if short else ''}; {where}"
