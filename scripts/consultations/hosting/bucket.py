"""A bucket of S3, or of a host that answers as S3 does. The only module that imports boto3.

Keys, addresses and regions are what boto3 finds: in the environment, in its files, or from the
machine. An address other than Amazon's is AWS_ENDPOINT_URL_S3.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from consultations.errors import PublishError
from consultations.hosting.target import Headers

try:
    import boto3
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError as reason:
    raise PublishError(
        "the package boto3 is not here, which speaks with buckets",
        where="s3://",
        remedy="pip install 'consultations[s3]'",
    ) from reason

_AT_ONCE = 16
_MOST_REMOVED = 1000
"""Keys of one request to remove them, as S3 has it."""
_GONE = ("404", "NoSuchKey")


class BucketTarget:
    """The names of a bucket under a prefix."""

    at_once = _AT_ONCE

    def __init__(self, place: str) -> None:
        """Take its address, `s3://bucket/prefix`.

        Raises:
            PublishError: the address names no bucket.
        """
        self.place = place
        self._bucket, _, prefix = place.removeprefix("s3://").partition("/")
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        if not self._bucket:
            raise PublishError(
                "the address names no bucket", where=place, remedy="write s3://bucket/prefix"
            )
        with self._refusals_told():
            self._client: Any = boto3.client("s3")

    def is_empty(self) -> bool:
        """Whether nothing is there."""
        with self._refusals_told():
            found = self._client.list_objects_v2(
                Bucket=self._bucket, Prefix=self._prefix, MaxKeys=1
            )
        return not found.get("KeyCount")

    def read(self, name: str) -> bytes | None:
        """What a name holds; None where there is no such name."""
        with self._refusals_told():
            try:
                found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + name)
                content: bytes = found["Body"].read()
            except ClientError as error:
                if error.response.get("Error", {}).get("Code") in _GONE:
                    return None
                raise
        return content

    def write(self, name: str, content: bytes | Path, headers: Headers) -> None:
        """Put something under a name; the host holds it to its digest, and takes it whole."""
        body = content.read_bytes() if isinstance(content, Path) else content
        kind, kept = headers
        with self._refusals_told():
            self._client.put_object(
                Bucket=self._bucket,
                Key=self._prefix + name,
                Body=body,
                ContentType=kind,
                CacheControl=kept,
                ChecksumSHA256=b64encode(sha256(body).digest()).decode("ascii"),
            )

    def remove(self, names: Iterable[str]) -> None:
        """Take names away; one that is not there is no fault."""
        rest = iter(names)
        while batch := [{"Key": self._prefix + name} for name in islice(rest, _MOST_REMOVED)]:
            with self._refusals_told():
                done = self._client.delete_objects(Bucket=self._bucket, Delete={"Objects": batch})
            for error in done.get("Errors", ()):
                raise PublishError(
                    f"{error.get('Key')} cannot be removed: {error.get('Message')}",
                    where=self.place,
                    remedy="allow these keys to remove objects, and publish again",
                )

    @contextmanager
    def _refusals_told(self) -> Iterator[None]:
        """Tell of a host that refuses, or does not answer."""
        try:
            yield
        except (Boto3Error, BotoCoreError, ClientError) as error:
            raise PublishError(
                f"the host of the bucket does not do it: {error}",
                where=self.place,
                remedy="mend the keys, the region or the address that boto3 is given, and publish"
                " again: what was copied already is not copied twice",
            ) from error
