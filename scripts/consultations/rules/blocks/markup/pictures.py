"""Pictures of which the source has only the name.

Symptom: `![a map](map.png)`, `<img src="map.png" alt="a map">`; `[pic]`, `[image: a map]`.
Cause: the source is Markdown, or holds tags of the page that it was made from; the file with the
picture did not come with it.
Remedy: the name is taken out and the place is a gap, with the words that describe the picture as
evidence.
Leaves alone: a link to a picture; a tag that the author wrote of, `&lt;img>`.
"""

from consultations import patterns as re
from consultations.model.draft import Draft, Loss, Revision
from consultations.model.emendation import Proposal
from consultations.model.text import squeeze
from consultations.rules.rule import Rule

_TARGET = r"\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200}){0,3}\)"
_PICTURE = re.compile(
    rf"(\[)?!\[(?P<alt>[^\[\]]{{0,300}})\]{_TARGET}(?(1)\]{_TARGET})|<img\s[^<>]{{0,2000}}>"
    r"|\[(?:pic|cid:[\w.@-]{1,80}|(?:inline )?image:\s?(?P<said>[^\[\]]{0,300}))\]",
    re.IGNORECASE,
    needs="[<",
)
"""In Markdown, as a tag, and as converters of Word files and of e-mail leave it."""
_ALT = re.compile(r"\balt\s{0,3}=\s{0,3}[\"']([^\"'<>]{0,300})", re.IGNORECASE)


def _revise(draft: Draft) -> Revision:
    pictures = list(_PICTURE.finditer(draft.text))
    reason = "a picture that the source only names"
    return Revision(
        tuple(Proposal(*picture.span(), "", "markup", reason) for picture in pictures),
        losses=(*draft.losses, *(Loss(p.start(), "lost picture", _evidence(p)) for p in pictures)),
    )


def _evidence(picture: re.Match[str]) -> str:
    alt = picture["alt"] or picture["said"] or "".join(_ALT.findall(picture[0])[:1])
    return squeeze(alt) or picture[0]


RULE = Rule("pictures", _revise)
