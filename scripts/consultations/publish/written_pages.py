"""All pages that people wrote under docs/, held to what a build would refuse, without a build."""

import markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from consultations.errors import Refusals
from consultations.intake import texts_below
from consultations.pipeline import GENERATED, require_site
from consultations.publish.written import (
    require_front_matter,
    require_harmless,
    require_readable,
    too_deep,
)
from consultations.settings import Project


def require_written_pages(project: Project) -> None:
    """Make sure that no page that a person wrote says or holds what it may not.

    Args:
        project: whose pages.

    Raises:
        DocsError: a page does; every page and every fault of it is told.
        ConsultationsError: as `require_site`.
    """
    require_site(project)
    config = load_config(str(project.configuration))
    reader = markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    told = Refusals()
    for file, text in texts_below(project.docs):
        path = file.relative_to(project.docs)
        is_hidden = any(part.startswith(".") for part in path.parts)
        if file.suffix == ".md" and not is_hidden and path.parts[0] not in GENERATED:
            told.take(_require_page, path.as_posix(), text.removeprefix("\ufeff"), reader)
    told.require_none()


def _require_page(path: str, text: str, reader: markdown.Markdown) -> None:
    body, meta = get_data(text)
    require_front_matter(path, meta)
    require_readable(path, body)
    try:
        made = reader.reset().convert(body)
    except RecursionError:
        raise too_deep(path) from None
    require_harmless(path, text, made)
