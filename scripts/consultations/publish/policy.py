"""The content security policy that every page states: nothing but this site's own files.

A page of a static site cannot send headers, so the policy stands in a meta element. Scripts are the
site's own files, and those that the theme writes into its pages, each by its digest.
"""

import base64
import hashlib
import re

_CHARSET = '<meta charset="utf-8">'
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""The theme's, which have no attributes. A document has no script: its `<` are escaped."""


def with_policy(html: str, *, live: bool = False) -> str:
    """A page with its policy.

    Args:
        html: the page as the theme made it.
        live: whether MkDocs will add its script for reloading, which nobody can know beforehand.

    Raises:
        ValueError: the page does not say its encoding as the theme's pages do.
    """
    before, found, after = html.partition(_CHARSET)
    if not found:
        raise ValueError(f"no {_CHARSET} in the page")
    inline = ["'unsafe-inline'"] if live else sorted(set(map(_digest, _inline_scripts(html))))
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *inline]),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's icons are images inside its style sheets
        "connect-src": "'self'",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    policy = "; ".join(f"{name} {sources}" for name, sources in directives.items())
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{before}{found}\n      {meta}{after}"


def _inline_scripts(html: str) -> list[str]:
    return [match[1] for match in _INLINE_SCRIPT.finditer(html)]


def _digest(script: str) -> str:
    """A script as a source of `script-src`; the browser takes its bytes in UTF-8, lines by LF."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
