"""The content security policy that every page states: nothing but this site's own files.

A page of a static site cannot send headers, so the policy stands in a meta element. Scripts are the
site's own files, and those that the theme writes into its pages, each by its digest.

The digests are made from the theme's templates, filled with the settings and with nothing else.
They are never taken from finished pages: a script that a document had brought into a page would
then be allowed as well.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from consultations.pages.html import policy_element

_CHARSET = '<meta charset="utf-8">'
_SCRIPTS = tuple(f"partials/javascripts/{name}.html" for name in ("base", "content", "palette"))
"""The templates of the theme's own scripts, on the pages of a site as mkdocs.yml may set it up."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script that the theme writes has no attributes."""


def theme_scripts(env: Environment, config: MkDocsConfig, base_url: str) -> Iterator[str]:
    """The scripts that the theme writes into a page.

    Args:
        env: the theme's templates.
        config: the site's settings.
        base_url: the way from the page to the site's first page.
    """
    context = {"config": config, "base_url": base_url, "features": config.theme["features"]}
    for name in _SCRIPTS:
        made = env.get_template(name).render(context)
        yield from (match[1] for match in _INLINE_SCRIPT.finditer(made))


def with_policy(html: str, scripts: Iterable[str]) -> str:
    """A page with its policy.

    Args:
        html: the page as the theme made it.
        scripts: the scripts inside it that may run.

    Raises:
        ValueError: the page does not say its encoding as the theme's pages do.
    """
    before, found, after = html.partition(_CHARSET)
    if not found:
        raise ValueError(f"no {_CHARSET} in the page")
    inline = sorted(set(map(_digest, scripts)))
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *inline]),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's icons are images inside its style sheets
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    policy = "; ".join(f"{name} {sources}" for name, sources in directives.items())
    return f"{before}{found}\n      {policy_element(policy)}{after}"


def _digest(script: str) -> str:
    """A script as a source of `script-src`; the browser takes its bytes in UTF-8, lines by LF."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
