"""What no reader sees of letters: another script within a word, a turned direction of writing."""

import re
from collections.abc import Iterator

# Cyrillic, Armenian, Cherokee; Greek, but for letters that a formula may put beside Latin ones;
# and the letters of mathematics and of wide type, which look like Latin ones and are none.
_OTHER = (
    "["
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ"
    "\u0400-\u04ff"
    "\u0531-\u0587"
    "\u13a0-\u13f4"
    "\uff21-\uff3a\uff41-\uff5a"
    "\U0001d400-\U0001d7cb"
    "]"
)
_MIXED = re.compile(rf"[A-Za-z]{_OTHER}|{_OTHER}[A-Za-z]")
_TURNING = re.compile(
    r"""
      [\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}]
    | [\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]
    """,
    re.VERBOSE,
)


def mixed(text: str) -> Iterator[re.Match[str]]:
    """Each place where a Latin letter touches one of another script that looks like a Latin one."""
    return _MIXED.finditer(text)


def turning(text: str) -> re.Match[str] | None:
    """The first character that turns the direction of writing by force, and shows nothing.

    Marks that only say what a neighbour is, as Hebrew among English needs them, are none.
    """
    return _TURNING.search(text)
