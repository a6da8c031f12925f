"""A work as a reader would cite it."""

from collections.abc import Iterator

from consultations.model.entity import Entity, family_first
from consultations.pages.writing.content import Element, LinkAddress, element

_KINDS = {
    "document": "",  # CSL's word for a work of which nothing else is known
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "entry-dictionary": "dictionary entry",
    "entry-encyclopedia": "encyclopedia entry",
    "legal_case": "case",
    "motion_picture": "film",
    "paper-conference": "conference paper",
    "personal_communication": "letter",
    "post-weblog": "blog post",
    "review-book": "book review",
    "webpage": "web page",
}
"""What a reader calls the types of CSL; the others are words that a reader has too."""


def kind_of(work: Entity) -> str:
    """What sort of work it is; empty where that is not known."""
    named = str(work.csl.get("type", ""))
    return _KINDS.get(named, named.replace("-", " ").replace("_", " "))


def authors_and_year(work: Entity) -> str:
    """Who made a work, and when, as far as that is known."""
    names = "; ".join(family_first(author) for author in work.authors)
    year = f"({work.issued.years})" if work.issued.years else ""
    return f"{names} {year}".strip()


def imprint(work: Entity) -> str:
    """What it appeared in, and from whom."""
    csl = {key: str(value) for key, value in work.csl.items()}
    issue = f"({csl['issue']})" if "issue" in csl else ""
    volume = f"{csl.get('volume', '')}{issue}"
    inside = " ".join(filter(None, [csl.get("container-title", ""), volume]))
    pages = f"pp. {csl['page']}" if "page" in csl else ""
    return ", ".join(filter(None, [inside, pages, csl.get("publisher", "")]))


def reference(work: Entity, href: LinkAddress | None = None) -> Iterator[str | Element]:
    """A work with its title in italics, which is a link where `href` is given."""
    made = authors_and_year(work)
    if made:
        yield f"{made} "
    title = element("em", work.name)
    yield element("a", title, href=href) if href else title
    rest = imprint(work)
    if rest:
        yield f". {rest}"


def reference_key(work: Entity) -> str:
    """The text by which a list of references is sorted."""
    names = "; ".join(family_first(author) for author in work.authors)
    # By the year as a number: an estimate, "c. 1998", stands among the years.
    year = f"({work.year})" if work.year else work.issued.years
    return " ".join(filter(None, [names, year, work.name]))
