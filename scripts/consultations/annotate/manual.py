"""The manual of the annotators: one page, a trade after the other, from their own docstrings.

python -m consultations.annotate.manual > docs/project/annotators.md

A module that annotates has a name in `RULE`, which is its own with hyphens and stands in the `rule`
of what it finds, with the way after a slash where there are several; its docstring is its page.
Each trade lists its annotators in `PAGES`, in the order in which they have their say.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType

from consultations import patterns as re
from consultations.annotate import citations, cross_references, names, questions, quotations

TRADES: tuple[ModuleType, ...] = (names, citations, quotations, questions, cross_references)
"""In the order of the manual."""

_HEAD = """\
# The annotators

An annotator says what stands in a text, and changes none of it. It finds locally, then resolves
what it found against the document and against what the archive knows of the world. What may be two
things is neither. This page is made from them: do not edit it.
"""
_PART = re.compile(r"^(Symptom|Found by|Leaves alone):\s", re.MULTILINE)


def annotators(trade: ModuleType) -> dict[str, ModuleType]:
    """The modules of a trade that annotate, by the name that they give to what they find."""
    prefix = f"{trade.__name__}."
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(trade.__path__, prefix)
    ]
    return {module.RULE: module for module in modules if hasattr(module, "RULE")}


def _page(name: str, docstring: str) -> Iterator[str]:
    title, _, body = docstring.strip().partition("\n\n")
    yield f"\n### {name}\n\n{title}\n\n"
    yield _PART.sub(r"**\1:** ", body.strip()) + "\n"


def manual() -> str:
    """The whole manual, in Markdown."""
    parts = [_HEAD]
    for trade in TRADES:
        title, _, rest = (trade.__doc__ or "").strip().partition("\n\n")
        parts.append(f"\n## {title.rstrip('.')}\n")
        if rest:
            parts.append(f"\n{rest.strip()}\n")
        known = annotators(trade)
        for name in trade.PAGES:
            parts += _page(name, known[name].__doc__ or "")
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(manual())
