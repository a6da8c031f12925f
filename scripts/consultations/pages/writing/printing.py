"""What of a text a page can hold, in whatever form it is written."""

from consultations import patterns as re

# Controls, lone surrogates and noncharacters. U+0002 and U+0003 are moreover what Python-Markdown
# keeps its own places with.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_LINE_END = re.compile("[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text in one line, with a visible sign for what cannot be printed; as long as it was."""
    if text.isprintable():  # as nearly every text is: it is asked of each piece of every page
        return text
    return _UNPRINTABLE.sub(_picture, _LINE_END.sub(" ", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
