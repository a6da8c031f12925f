"""Reports of the quotation check as programs that run checks read them: SARIF and JUnit.

SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
JUnit: https://llg.cubic.org/docs/junit/, the form that continuous integration reads.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from consultations.data.xml import legal
from consultations.index import quotation

Reports = Sequence[tuple[str, quotation.Report]]
"""Each quotation with its report."""

_LEVELS: Mapping[quotation.Verdict, str] = {
    "altered": "error",
    "spliced": "error",
    "absent": "note",
    "elided": "none",
    "typographic": "none",
    "verbatim": "none",
    "too-short": "none",
}
"""What SARIF calls a result of each verdict. A quotation that is absent may be of another text."""


def as_sarif(
    found: Reports, article: Path | None, meanings: Mapping[quotation.Verdict, str]
) -> str:
    """Reports as SARIF: one result for each quotation, one rule for each verdict.

    Args:
        found: what was checked.
        article: the file that the quotations stand in.
        meanings: what each verdict says.
    """
    text = _readable(article)
    results = [_result(given, report, article, text, meanings) for given, report in found]
    rules = [
        {
            "id": verdict,
            "shortDescription": {"text": meanings[verdict]},
            "defaultConfiguration": {"level": level},
        }
        for verdict, level in _LEVELS.items()
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "consultations quote", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def as_junit(
    found: Reports, article: Path | None, meanings: Mapping[quotation.Verdict, str]
) -> str:
    """Reports as JUnit: a case for each quotation; one that is altered or spliced has failed."""
    failed = [report for _, report in found if _LEVELS[report.verdict] == "error"]
    skipped = [report for _, report in found if report.verdict in ("absent", "too-short")]
    about = {
        "name": str(article) if article else "quotation",
        "tests": str(len(found)),
        "failures": str(len(failed)),
        "errors": "0",
        "skipped": str(len(skipped)),
    }
    suites = etree.Element("testsuites")
    suite = etree.SubElement(suites, "testsuite", {k: legal(v) for k, v in about.items()})
    for number, (given, report) in enumerate(found, 1):
        name = f"{number}. {_short(given)}"
        case = etree.SubElement(suite, "testcase", {"classname": "quotation", "name": legal(name)})
        level = _LEVELS[report.verdict]
        said = f"{report.verdict}: {meanings[report.verdict]}"
        if level == "error":
            failure = etree.SubElement(case, "failure", {"type": report.verdict, "message": said})
            failure.text = legal("\n".join(_message(given, report)))
        elif report in skipped:
            etree.SubElement(case, "skipped", {"message": said})
    made: bytes = etree.tostring(suites, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made.decode().rstrip("\n")


def _result(
    given: str,
    report: quotation.Report,
    article: Path | None,
    text: str | None,
    meanings: Mapping[quotation.Verdict, str],
) -> dict[str, Any]:
    level = _LEVELS[report.verdict]
    said = "\n".join([f"{report.verdict}: {meanings[report.verdict]}", *_message(given, report)])
    result: dict[str, Any] = {
        "ruleId": report.verdict,
        "level": level,
        "kind": "fail" if level == "error" else "review" if level == "note" else "pass",
        "message": {"text": said},
    }
    if article is not None:
        place: dict[str, Any] = {"artifactLocation": {"uri": article.as_posix()}}
        if text is not None and (region := _region(text, given)):
            place["region"] = region
        result["locations"] = [{"physicalLocation": place}]
    return result


def _message(given: str, report: quotation.Report) -> Iterator[str]:
    """What was quoted, what the text has, whose words they are, and where they stand."""
    yield f"quoted: {' '.join(given.split())}"
    for place in report.places:
        for part in place.parts:
            voice = "somebody not known" if part.voice is None else part.voice
            yield f"text: {part.text}"
            yield f"words of: {voice}; texts/{part.passage.edition.id}/#{part.passage.id}"


def _readable(article: Path | None) -> str | None:
    """The article where its lines are those of an editor: text or Markdown, not Word or PDF."""
    if article is None or article.suffix.lower() not in (".md", ".txt", ".html"):
        return None
    try:
        return article.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _region(text: str, given: str) -> dict[str, int] | None:
    """Where the words stand in the file, if they stand there once as they are."""
    start = text.find(given)
    # Of words that stand there twice it is not known which are meant, and no line is better than a
    # wrong one.
    if start < 0 or not given or text.find(given, start + 1) >= 0:
        return None
    end = start + len(given)
    return {
        "startLine": text.count("\n", 0, start) + 1,
        "startColumn": start - (text.rfind("\n", 0, start) + 1) + 1,
        "endLine": text.count("\n", 0, end) + 1,
        "endColumn": end - (text.rfind("\n", 0, end) + 1) + 1,
    }


def _short(given: str) -> str:
    words = " ".join(given.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
