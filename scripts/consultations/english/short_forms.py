"""Short forms of names, and whether words spell one: BOF, Board of Ferries."""

SHORT_FORM = r"[A-Z][A-Za-z]{0,8}[A-Z][A-Za-z]{0,5}"
"""A short form by its letters, as a regular expression without a group: BOF, DfT."""


def spells(short: str, full: str) -> bool:
    """Whether the letters of a short form stand in the words in this order, the first first.

    A capital letter begins a word, or stands within one as a capital. The method is that of
    Schwartz and Hearst (Pacific Symposium on Biocomputing, 2003).
    """
    letters = short.removesuffix("s") if short[-2:-1].isupper() else short
    if full[:1].casefold() != letters[:1].casefold():
        return False
    at = 0
    for letter in letters:
        at = _next(full, letter, at) + 1
        if not at:
            return False
    return True


def _next(full: str, letter: str, at: int) -> int:
    """The next place from `at` on that a letter of an abbreviation can come from, or -1."""
    for i in range(at, len(full)):
        begins = i == 0 or not full[i - 1].isalnum()
        if full[i] == letter and (begins or letter.isupper()):
            return i
        if full[i].casefold() == letter.casefold() and (begins or letter.islower()):
            return i
    return -1
