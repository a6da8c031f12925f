"""The manual of the rules: one page, in the order in which they run, from their own docstrings.

python -m consultations.rules.manual > docs/project/rules.md
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType

from consultations import patterns as re
from consultations.rules import BLOCKS, GLYPHS, LINES, blocks, glyphs, lines
from consultations.rules.rule import Rule

_HEAD = """\
# The rules

A rule mends what the conversion of a document did, never what its author did. It reads the text and
proposes; only the runner applies, and records each change with its rule and reason. The rules run
in this order. This page is made from them: do not edit it.
"""
_STAGES = ((glyphs, GLYPHS), (lines, LINES), (blocks, BLOCKS))
_PART = re.compile(r"^(Symptom|Cause|Remedy|Leaves alone|Seen in):\s", re.MULTILINE)


def pages(stage: ModuleType) -> dict[str, str]:
    """The manual pages of a stage's rules, by the name of the rule."""
    found = {}
    for found_module in pkgutil.walk_packages(stage.__path__, f"{stage.__name__}."):
        module = importlib.import_module(found_module.name)
        rule = getattr(module, "RULE", None)
        if isinstance(rule, Rule):
            found[rule.name] = module.__doc__ or ""
    return found


def _page(name: str, docstring: str) -> Iterator[str]:
    title, _, body = docstring.strip().partition("\n\n")
    yield f"### {name}\n\n{title}\n\n"
    for line in _PART.sub(r"\n**\1:** ", body).strip().split("\n"):
        yield f"{line}\n" if line else "\n"


def manual() -> str:
    """The whole manual, in Markdown."""
    parts = [_HEAD]
    for stage, table in _STAGES:
        title, _, rest = (stage.__doc__ or "").strip().partition(";")
        parts.append(f"\n## {title.rstrip('.')}\n")
        if rest:
            parts.append(f"\n{rest.strip().capitalize()}\n")
        known = pages(stage)
        for rule in table:
            parts += ["\n", *_page(rule.name, known[rule.name])]
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(manual())
