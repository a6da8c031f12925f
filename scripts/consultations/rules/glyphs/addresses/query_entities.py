"""Entities read where there were none, in the query of an address.

Symptom: `list.php?pier=12§or=north`, which was `list.php?pier=12&sector=north`.
Cause: `&sect` was taken for the entity of the section sign, `&copy` for the copyright sign.
Remedy: the ampersand and the letters that the sign stands for, where together with what follows
they are the name of a parameter.
Leaves alone: the same signs anywhere outside an address, or before its question mark.
Seen in: addresses in text converted from PDF and from web pages.
"""

from collections.abc import Iterator
from html.entities import html5

from consultations import patterns as re
from consultations.english.addresses import web_addresses
from consultations.model.emendation import Proposal
from consultations.rules.rule import text_rule

# HTML reads these without a semicolon too, which is how the damage came about; small letters last.
_NAMES = {
    character: name
    for name, character in sorted(html5.items())
    if not name.endswith(";") and ord(character[0]) > 0x7F and not character.isalpha()
}
_SIGN = re.compile(rf"([{re.escape(''.join(_NAMES))}])(?=[A-Za-z0-9_.-]{{0,40}}=)")


def _propose(text: str) -> Iterator[Proposal]:
    for start, end in web_addresses(text):
        query = text.find("?", start, end)
        if query < 0:
            continue
        for match in _SIGN.finditer(text, query, end):
            meant = f"&{_NAMES[match[1]]}"
            yield Proposal(*match.span(), meant, "entity", f"{meant} was read as an entity")


RULE = text_rule("query-entities", _propose, changes_letters=True)
