"""A site that was built, copied to where readers are: only what changed, and never half of it."""

from consultations.errors import PublishError
from consultations.hosting.caps import HOSTS, Host, exceeded
from consultations.hosting.copying import Copied, copy_site
from consultations.hosting.folder import FolderTarget
from consultations.hosting.target import Target


def target_of(place: str) -> Target:
    """Where a site is copied to: a folder, or a bucket as `s3://bucket/prefix`.

    Raises:
        PublishError: the place cannot be one.
    """
    scheme, sign, _ = place.partition("://")
    if not sign:
        return FolderTarget(place)
    if scheme == "s3":
        # Only here, since the library that it needs is an extra.
        from consultations.hosting.bucket import BucketTarget  # noqa: PLC0415

        return BucketTarget(place)
    raise PublishError(
        f"nothing is known of places that begin with {scheme}://",
        where=place,
        remedy="name a folder, or a bucket as s3://bucket/prefix",
    )


__all__ = [
    "HOSTS",
    "Copied",
    "FolderTarget",
    "Host",
    "Target",
    "copy_site",
    "exceeded",
    "target_of",
]
