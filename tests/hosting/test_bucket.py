"""A bucket, as a program that answers as S3 does has it."""

import builtins
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws
from tests.hosting.sites import FIRST, SECOND, StoppedError, missing, write_site

from consultations.errors import PublishError
from consultations.hosting import copy_site, target_of
from consultations.hosting.copying import LISTING

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(hours=24)
PLACE = "s3://our-archive/a-debate/"


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "invented")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    with mock_aws():
        client = boto3.client("s3")
        client.create_bucket(Bucket="our-archive")
        yield client


def held(client: Any) -> dict[str, bytes]:
    found = client.list_objects_v2(Bucket="our-archive").get("Contents", ())
    return {
        one["Key"]: client.get_object(Bucket="our-archive", Key=one["Key"])["Body"].read()
        for one in found
    }


def under_prefix(client: Any) -> dict[str, bytes]:
    return {name.removeprefix("a-debate/"): content for name, content in held(client).items()}


def test_a_bucket_is_as_the_site(client: Any, tmp_path: Path) -> None:
    client.put_object(Bucket="our-archive", Key="elsewhere.txt", Body=b"not ours")
    for n, files in enumerate((FIRST, SECOND)):
        copy_site(write_site(tmp_path / str(n), files), target_of(PLACE), NOON, timedelta())
        there = held(client)
        assert there.pop("elsewhere.txt") == b"not ours"
        there.pop(f"a-debate/{LISTING}")
        assert {k.removeprefix("a-debate/"): v.decode() for k, v in there.items()} == files
    page = client.head_object(Bucket="our-archive", Key="a-debate/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "public, max-age=60"
    shard = client.head_object(Bucket="our-archive", Key="a-debate/search/terms-cccccccccccc.bin")
    assert "immutable" in shard["CacheControl"]


def test_a_copy_that_is_stopped_anywhere_leaves_a_whole_site(
    client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (write_site(tmp_path / str(n), f) for n, f in enumerate((FIRST, SECOND)))
    for steps in range(8):
        target = target_of(PLACE)
        target.at_once = 1
        copy_site(first, target, NOON, timedelta())
        write, left = target.write, iter(range(steps))

        def stopping(*given: Any, left: Iterator[int] = left, write: Any = write) -> None:
            if next(left, None) is None:
                raise StoppedError
            write(*given)

        with monkeypatch.context() as stopped:
            stopped.setattr(target, "write", stopping)
            try:
                copy_site(second, target, NOON, DAY)
            except StoppedError:
                assert not missing(under_prefix(client))
        copy_site(second, target_of(PLACE), NOON, timedelta())
        there = under_prefix(client)
        there.pop(LISTING)
        assert {name: content.decode() for name, content in there.items()} == SECOND


def test_a_bucket_that_holds_something_else_is_left_alone(client: Any, tmp_path: Path) -> None:
    client.put_object(Bucket="our-archive", Key="a-debate/cat.jpg", Body=b"cat")
    with pytest.raises(PublishError, match="something is there already"):
        copy_site(write_site(tmp_path, FIRST), target_of(PLACE), NOON, DAY)
    assert list(held(client)) == ["a-debate/cat.jpg"]


@pytest.mark.usefixtures("client")
def test_a_bucket_that_is_not_there_is_told_in_three_lines(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"does not do it: .*NoSuchBucket") as refused:
        copy_site(write_site(tmp_path, FIRST), target_of("s3://another"), NOON, DAY)
    assert refused.value.where == "s3://another"
    assert "publish again" in refused.value.remedy


@pytest.mark.usefixtures("client")
def test_more_than_a_thousand_files_are_removed(tmp_path: Path) -> None:
    files = {f"{n}.txt": "x" for n in range(1_100)}
    copy_site(write_site(tmp_path / "1", files), target_of(PLACE), NOON, DAY)
    done = copy_site(write_site(tmp_path / "2", FIRST), target_of(PLACE), NOON, DAY)
    assert len(done.removed) == 1_100
    assert target_of(PLACE).read("0.txt") is None


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.startswith("boto"):
            raise ImportError(name)
        return known(name, *more)

    monkeypatch.delitem(sys.modules, "consultations.hosting.bucket", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PublishError, match="boto3 is not here") as refused:
        target_of(PLACE)
    assert refused.value.remedy == "pip install 'consultations[s3]'"
