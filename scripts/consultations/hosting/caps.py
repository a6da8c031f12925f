"""Limits of hosts, so that a site that is too large for one is refused before it is sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True)
class Host:
    """A host, and its limits as its own pages state them; None where they state none."""

    name: str
    files: int | None
    """Of a site."""
    size: int | None
    """Bytes of a site."""
    file_size: int | None
    """Bytes of one file."""


HOSTS: Mapping[str, Host] = {
    # https://developers.cloudflare.com/pages/platform/limits/, of the free plan
    "cloudflare-pages": Host("Cloudflare Pages", 20_000, None, 25 * 1024 * 1024),
    # https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits, and of
    # a file what the repository takes
    "github-pages": Host("GitHub Pages", None, 1_000 * _MB, 100 * 1024 * 1024),
    # https://docs.gitlab.com/administration/pages/ and .../user/gitlab_com/
    "gitlab-pages": Host("GitLab Pages", 200_000, 1_000 * _MB, None),
}


def exceeded(host: Host, sizes: Mapping[str, int]) -> Iterator[str]:
    """What of a site a host does not take, a sentence each.

    Args:
        host: where the site is to go.
        sizes: bytes of each file of the site.
    """
    if host.files is not None and len(sizes) > host.files:
        yield f"{host.name} takes {host.files:,} files, and the site has {len(sizes):,}"
    total = sum(sizes.values())
    if host.size is not None and total > host.size:
        yield f"{host.name} takes {host.size / _MB:,.0f} MB, and the site has {total / _MB:,.0f}"
    if host.file_size is not None:
        large = sorted(name for name, size in sizes.items() if size > host.file_size)
        if large:
            most = f"{host.file_size / _MB:,.0f} MB of one file"
            yield f"{host.name} takes {most}, and {large[0]} has more ({len(large):,} such)"
