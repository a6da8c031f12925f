"""Whether each theme's query still finds what it is there for."""

from collections.abc import Iterator

from consultations.model.entity import Authority, ThemesFound
from consultations.model.finding import Finding


def idle_themes(authority: Authority, found: ThemesFound) -> Iterator[Finding]:
    """Each theme with a query that finds no passage."""
    for theme in authority.themes:
        if theme.id in found and not found[theme.id]:
            yield Finding(
                "theme-finds-nothing",
                "warning",
                f"the query of the theme `{theme.id}` finds no passage: {theme.query}",
                "try it with `consultations search`, and mend it or take it out",
                file=theme.entry,
            )
