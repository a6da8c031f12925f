"""The form of a page in the manuals of rules and annotators: the docstring of a module."""

from collections.abc import Iterator, Sequence


def faults(page: str, headings: Sequence[str]) -> Iterator[str]:
    """What a page lacks: a title that is a sentence, and the parts in the order of `headings`."""
    title, _, body = page.partition("\n\n")
    if not title.endswith("."):
        yield "its title is no sentence"
    if not body.startswith(headings[0]):
        yield f"{headings[0]} does not come right after the title"
    places = [page.find(f"\n{heading} ") for heading in headings]
    missing = [heading for heading, at in zip(headings, places, strict=True) if at == -1]
    yield from (f"{heading} is missing" for heading in missing)
    if places != sorted(places):
        yield "its parts stand in another order"
