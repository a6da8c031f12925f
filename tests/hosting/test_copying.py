"""Readers have a whole site at every moment, and what is copied is what has changed."""

import json
import random
import shutil
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.hosting.sites import FIRST, SECOND, Memory, StoppedError, missing, write_site
from tests.stopped import each_stop, tree

from consultations.errors import PublishError
from consultations.hosting import HOSTS, FolderTarget, copy_site, exceeded, target_of
from consultations.hosting.copying import LISTING, Copied

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
DAY = timedelta(hours=24)


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    return write_site(tmp_path / "first", FIRST), write_site(tmp_path / "second", SECOND)


def names(held: dict[str, bytes]) -> set[str]:
    return set(held) - {LISTING}


def test_only_what_changed_is_copied(sites: tuple[Path, Path]) -> None:
    target = Memory()
    assert len(copy_site(sites[0], target, NOON, DAY).written) == len(FIRST)
    assert names(target.held) == set(FIRST)
    assert copy_site(sites[0], target, NOON, DAY) == Copied((), (), len(FIRST), 0)
    done = copy_site(sites[1], target, NOON, DAY)
    assert set(done.written) == {n for n in SECOND if FIRST.get(n) != SECOND[n]}
    assert done.removed == ("texts/b/index.html",)
    assert done.leaving == 1


def test_what_leads_to_others_comes_after_them(sites: tuple[Path, Path]) -> None:
    target = Memory()
    copy_site(sites[0], target, NOON, DAY)
    assert target.order[0] == LISTING
    assert target.order[1:3] == ["search/terms-aaaaaaaaaaaa.bin", "search/texts-bbbbbbbbbbbb.bin"]
    assert target.order[-3:] == ["search/manifest.json", "index.html", LISTING]


def test_names_with_a_digest_stay_for_a_while(sites: tuple[Path, Path]) -> None:
    target = Memory()
    copy_site(sites[0], target, NOON, DAY)
    copy_site(sites[1], target, NOON, DAY)
    old = "search/terms-aaaaaaaaaaaa.bin"
    for hours in (1, 23):
        copy_site(sites[1], target, NOON + timedelta(hours=hours), DAY)
        assert old in target.held
    assert copy_site(sites[1], target, NOON + DAY, DAY).removed == (old,)
    assert names(target.held) == set(SECOND)


def test_without_a_delay_nothing_of_what_was_taken_down_stays(sites: tuple[Path, Path]) -> None:
    target = Memory()
    copy_site(sites[0], target, NOON, DAY)
    copy_site(sites[1], target, NOON, timedelta())
    assert names(target.held) == set(SECOND)


def test_what_comes_back_before_it_is_removed_stays(sites: tuple[Path, Path]) -> None:
    target = Memory()
    for site in (*sites, sites[0]):
        copy_site(site, target, NOON, DAY)
    copy_site(sites[0], target, NOON + 2 * DAY, DAY)
    assert names(target.held) == set(FIRST)


def test_a_copy_that_is_stopped_anywhere_leaves_a_whole_site_and_is_taken_up(
    sites: tuple[Path, Path],
) -> None:
    stops = 0
    while True:
        target = Memory()
        copy_site(sites[0], target, NOON, DAY)
        target.steps = stops
        try:
            copy_site(sites[1], target, NOON, DAY)
        except StoppedError:
            assert not missing(target.held), f"stopped after {stops} steps"
        else:
            break
        target.steps = None
        copy_site(sites[1], target, NOON + 2 * DAY, DAY)
        copy_site(sites[1], target, NOON + 4 * DAY, DAY)
        assert {n: target.held[n].decode() for n in names(target.held)} == SECOND
        stops += 1
    assert stops == 8


def test_a_folder_is_a_whole_site_wherever_a_copy_is_killed(
    sites: tuple[Path, Path], tmp_path: Path
) -> None:
    root = tmp_path / "public"
    first = tmp_path / "before"
    copy_site(sites[0], FolderTarget(str(first)), NOON, DAY)
    shutil.copytree(first, root)
    stops = 0
    for stop in each_stop(root, lambda: copy_site(sites[1], FolderTarget(str(root)), NOON, DAY)):
        there = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.is_file()}
        assert not missing({name: path.read_bytes() for name, path in there.items()}), stop
        copy_site(sites[1], FolderTarget(str(root)), NOON, timedelta())
        assert {p for p in tree(root) if p != LISTING} == set(SECOND), f"killed at change {stop}"
        shutil.rmtree(root)
        shutil.copytree(first, root)
        stops = stop
    assert stops > 15


def test_after_any_number_of_stops_the_target_is_the_last_site(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 (no secret)
    target, now = Memory(), NOON
    sites = [write_site(tmp_path / "1", FIRST), write_site(tmp_path / "2", SECOND)]
    for _ in range(60):
        site = chance.choice(sites)
        target.steps = chance.randrange(12)
        now += timedelta(hours=chance.randrange(30))
        with suppress(StoppedError):
            copy_site(site, target, now, DAY)
        # A page that is no more may lead to one that is no more either, until the copy is done.
        assert not [told for told in missing(target.held) if ".bin" in told]
    target.steps = None
    copy_site(sites[0], target, now, timedelta())
    assert {n: target.held[n].decode() for n in names(target.held)} == FIRST


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", "max-age=60"),
        ("search/manifest.json", "application/json; charset=utf-8", "max-age=60"),
        ("search/terms-aaaaaaaaaaaa.bin", "application/octet-stream", "immutable"),
        ("search/disk/terms-aaaaaaaaaaaa.bin.js", "text/javascript; charset=utf-8", "immutable"),
        ("assets/stylesheets/main.57a0d79d.min.css", "text/css; charset=utf-8", "immutable"),
        ("assets/consultations/site.css", "text/css; charset=utf-8", "max-age=3600"),
        ("data/tei/reply-deadbeef-0123456789ab.xml", "application/xml", "max-age=3600"),
        ("data/epub/a.epub", "application/epub+zip", "max-age=3600"),
        ("texts/search/terms-aaaaaaaaaaaa.txt", "text/plain; charset=utf-8", "max-age=3600"),
    ],
)
def test_a_file_says_its_type_and_for_how_long_it_may_be_kept(
    name: str, kind: str, kept: str, tmp_path: Path
) -> None:
    target = Memory()
    copy_site(write_site(tmp_path, {name: "x"}), target, NOON, DAY)
    assert target.headers[name][0].startswith(kind)
    assert kept in target.headers[name][1]


def test_nothing_is_done_where_one_only_asks(sites: tuple[Path, Path]) -> None:
    target = Memory()
    done = copy_site(sites[0], target, NOON, DAY, dry=True)
    assert (len(done.written), target.held) == (len(FIRST), {})


def test_what_is_not_ours_is_not_touched(sites: tuple[Path, Path], tmp_path: Path) -> None:
    folder = tmp_path / "photographs"
    folder.mkdir()
    (folder / "cat.jpg").write_bytes(b"cat")
    with pytest.raises(PublishError, match="something is there already"):
        copy_site(sites[0], FolderTarget(str(folder)), NOON, DAY)
    assert [file.name for file in folder.iterdir()] == ["cat.jpg"]
    mine = FolderTarget(str(tmp_path / "mine"))
    copy_site(sites[0], mine, NOON, DAY)
    (tmp_path / "mine" / "CNAME").write_text("archive.example")
    copy_site(sites[1], mine, NOON, timedelta())
    assert (tmp_path / "mine" / "CNAME").is_file()


@pytest.mark.parametrize(
    "held", ["", "[]", '{"format": 2, "files": {}, "gone": {}}', '{"format": 1}']
)
def test_a_listing_that_cannot_be_read_is_refused(held: str, sites: tuple[Path, Path]) -> None:
    target = Memory()
    target.held[LISTING] = held.encode()
    with pytest.raises(PublishError, match="cannot be read"):
        copy_site(sites[0], target, NOON, DAY)


def test_a_folder_is_as_the_site_and_has_no_folder_more(
    sites: tuple[Path, Path], tmp_path: Path
) -> None:
    target = FolderTarget(str(tmp_path / "there"))
    for site, files in zip(sites, (FIRST, SECOND), strict=True):
        copy_site(site, target, NOON, timedelta())
        found = {
            p.relative_to(tmp_path / "there").as_posix()
            for p in (tmp_path / "there").rglob("*")
            if p.is_file()
        }
        assert found == {*files, LISTING}
    assert not (tmp_path / "there" / "texts" / "b").exists()
    assert json.loads((tmp_path / "there" / LISTING).read_bytes())["gone"] == {}


def test_a_place_that_can_be_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    for place in ("ftp://a/b", "s3://", str(tmp_path / "file"), str(tmp_path / "link")):
        with pytest.raises(PublishError):
            target_of(place)


def test_what_a_host_does_not_take_is_told() -> None:
    many = {f"{n}": 10 for n in range(20_001)}
    assert [*exceeded(HOSTS["cloudflare-pages"], many)] == [
        "Cloudflare Pages takes 20,000 files, and the site has 20,001"
    ]
    assert not [*exceeded(HOSTS["github-pages"], many)]
    heavy = {"data/a.zip": 200_000_000, **{f"{n}": 90_000_000 for n in range(10)}}
    told = [*exceeded(HOSTS["github-pages"], heavy)]
    assert told[0] == "GitHub Pages takes 1,000 MB, and the site has 1,100"
    assert "data/a.zip has more" in told[1]
    assert not [*exceeded(HOSTS["gitlab-pages"], many)]
