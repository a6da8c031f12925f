"""Pages that people write under docs/: text in UTF-8, with a head in the right form.

MkDocs ends at other bytes with an error of Python's, prints a head that it cannot read, and takes
the last of two keys with one name. What such a page holds as Markdown is looked at once it is HTML.
"""

from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path

from consultations import patterns as re
from consultations.errors import DocsError, Refusals
from consultations.intake.docs import PAGE, SIZE_LIMIT, plain_files
from consultations.intake.validation.decoding import NotTextError, decode
from consultations.intake.validation.faults import FAULT_LIMIT, refusal
from consultations.intake.validation.files import read_bytes, where
from consultations.intake.validation.shapes import faults_of
from consultations.intake.validation.toml_lines import nearest_line
from consultations.intake.validation.yaml_lines import NotYamlError, read_yaml

_BEGINS = re.compile(r"\n*---[ \t]*\n")
_HEAD = re.compile(r"---[ \t]*\n(?P<keys>.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""As MkDocs reads it."""
_FORMS = "mend the line; docs/project/archive.md has what the head of a page may say"


def require_pages(docs: Path, generated: Collection[str]) -> None:
    """Make sure that every page that a person wrote is text, and that its head has the right form.

    Args:
        docs: the folder of what is published, which holds plain files alone.
        generated: folders in it in which a build writes all pages.

    Raises:
        DocsError: a page is not; every page and every fault of its head is told.
    """
    told = Refusals()
    for path in plain_files(docs):
        is_generated = path.relative_to(docs).parts[0] in generated
        if path.suffix == PAGE and not is_generated:
            told.take(_require_page, docs, path)
    told.require_none()


def _require_page(docs: Path, path: Path) -> None:
    data = read_bytes(docs, path, SIZE_LIMIT, DocsError)
    if not data.strip():
        return
    try:
        text = decode(data)
    except NotTextError as reason:
        raise DocsError(str(reason), where=where(docs, path), remedy=reason.remedy) from None
    # The first line of the head is that of the file's second.
    if faults := [(line + 1, what) for line, what in islice(_faults(text), FAULT_LIMIT)]:
        raise refusal(docs, path, faults, _FORMS, DocsError)


def _faults(text: str) -> Iterator[tuple[int, str]]:
    """What is wrong in the head of a page, each with its line in the head, from 1."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(text)
    if head is None:
        if _BEGINS.match(text):
            yield 0, "its front matter does not end, or begins too late, and would be printed"
        return
    try:
        meta, lines = read_yaml(head["keys"])
    except NotYamlError as reason:
        yield reason.line or 0, f"its front matter: {reason}"
        return
    if not isinstance(meta, dict):
        yield 0, "its front matter holds no keys, and would be printed"
        return
    for fault in faults_of("page", meta):
        yield nearest_line(lines, fault.key), fault.what
