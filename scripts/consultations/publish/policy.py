"""The content security policy that every page states: nothing but this site's own files.

A page of a static site cannot send headers, so the policy stands in a meta element. Scripts are the
site's own files, and those that the theme writes into its pages, each by its digest.

The digests are made from the theme's templates, filled with nothing. They are never taken from
finished pages: a script that a document had brought into a page would then be allowed as well.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator

from jinja2 import Environment

from consultations import patterns as re
from consultations.pages.writing.html import policy_element

_CHARSET = '<meta charset="utf-8">'
_SCRIPTS = ("partials/theme_kept.html", "partials/from_top.html")
"""The templates of the scripts that the theme writes into its pages."""
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script that the theme writes has no attributes."""

_WITHOUT_A_PAGE = ("partials/root_found.html",)
"""Those of 404.html, beside the others."""


def theme_scripts(env: Environment, *, of_a_page: bool) -> Iterator[str]:
    """The scripts that the theme writes into a page.

    Args:
        env: the theme's templates.
        of_a_page: whether there is a page; otherwise it is 404.html.
    """
    for name in _SCRIPTS + (() if of_a_page else _WITHOUT_A_PAGE):
        made = env.get_template(name).render()
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
