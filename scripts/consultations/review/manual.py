"""The pages on findings, made from their codes: one a code, and a list of all.

python -m consultations.review.manual docs/project/findings
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from consultations.review.codes import CODES, CodeMeaning

_FAMILIES = {
    "text": "Doubts about a text",
    "person": "People and rights",
    "question": "Questions",
    "entry": "What an editor has written",
    "id": "Ids and permalinks",
    "page": "Generated pages",
    "annotation": "Annotations",
    "refused": "What cannot be read at all",
}
_INTRODUCTION = """# Findings

What `consultations check` says, by code. A code is stable: it can be searched for, and waived by
its name where its page says so. An *error* must be mended; a *warning* must be looked at, and
mended or waived; a *note* asks for nothing. These pages are made from the
code: do not edit them."""


def pages() -> Iterator[tuple[str, str]]:
    """Every page, with its name."""
    lines = [_INTRODUCTION]
    for family, run in groupby(CODES.values(), key=lambda code: code.family):
        lines.append(f"## {_FAMILIES[family]}")
        lines.append("\n".join(f"- [{c.code}]({c.code}.md): {_first(c.says)}" for c in run))
    yield "index.md", "\n\n".join(lines) + "\n"
    for code in CODES.values():
        yield f"{code.code}.md", _page(code)


def _first(text: str) -> str:
    return text.partition("\n")[0]


def _page(code: CodeMeaning) -> str:
    waive = (
        "If it is right as it is, say so in the document's `stet.toml`, with this code as the "
        "`rule`, the words and a reason; `consultations check` prints the entry to paste. A waiver "
        "that is not needed any more is a finding itself."
        if code.waivable
        else "It cannot be waived."
    )
    return (
        "\n\n".join(
            [
                f"# {code.code}",
                f"*{_FAMILIES[code.family]}*",
                code.says,
                f"**Why it matters:** {code.why}",
                f"**To mend it:** {code.mend}",
                f"**To waive it:** {waive}",
                "[All findings](index.md)",
            ]
        )
        + "\n"
    )


def main(folder: Path) -> None:
    """Write the pages into a folder, and take others out of it."""
    made = dict(pages())
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
