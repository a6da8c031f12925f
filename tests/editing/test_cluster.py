"""Editions made on a cluster are those that one process makes: a real scheduler, real workers."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client
from tests.documents import write_document
from tests.editing.towns import TOWNS, WRONG, copies_of, project_of_towns, write_towns

from consultations.cli.verbs.build import build
from consultations.editing import cluster, edit_all
from consultations.editing.cluster import edit_on_cluster
from consultations.errors import ClusterError, EditorError
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.pipeline import prepare

SECONDS = 60
ROOT = Path(__file__).parent.parent.parent

Process = subprocess.Popen[bytes]


class Cluster:
    """A scheduler and workers, each a process of its own on this machine."""

    def __init__(self, folder: Path, processes: ExitStack, **environment: str) -> None:
        told = folder / "scheduler.json"
        self._processes = processes
        self._folder = folder
        self._named = ("--scheduler-file", str(told))
        self.scheduler = self._begin(
            "scheduler", "--host", "127.0.0.1", "--port", "0", **environment
        )
        until(lambda: told.exists() and told.stat().st_size > 0)
        self.address: str = json.loads(told.read_bytes())["address"]

    def with_worker(self, **environment: str) -> Process:
        """One worker more, which is at work when this returns."""
        before = self._workers()
        worker = self._begin("worker", "--nthreads", "1", "--no-nanny", **environment)
        until(lambda: self._workers() > before)
        return worker

    def _workers(self) -> int:
        with Client(self.address) as client:  # type: ignore[no-untyped-call] # of dask
            return len(client.nthreads())

    def _begin(self, what: str, *arguments: str, **environment: str) -> Process:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", what, *arguments, "--no-dashboard", *self._named],
            env=os.environ | environment,
            cwd=self._folder,
            stderr=subprocess.DEVNULL,
        )
        self._processes.callback(process.wait)
        self._processes.callback(process.kill)
        return process


def until(is_so: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    for _ in range(10 * SECONDS):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError(f"not so after {SECONDS} seconds")


@contextmanager
def started(folder: Path, **environment: str) -> Iterator[Cluster]:
    with ExitStack() as processes:
        yield Cluster(folder, processes, **environment)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster of two workers."""
    with started(tmp_path_factory.mktemp("two")) as made:
        made.with_worker()
        made.with_worker()
        yield made


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster with a scheduler alone, to be spoilt."""
    with started(tmp_path) as made:
        yield made


def test_the_same_editions_in_the_same_order(two: Cluster, tmp_path: Path) -> None:
    copies = copies_of(write_towns(tmp_path))
    made = list(edit_on_cluster(two.address, copies, Authority()))
    assert made == list(edit_all(copies, Authority()))
    assert [edition.id for edition in made if isinstance(edition, Edition)] == list(TOWNS)


def test_one_that_cannot_be_made_does_not_stop_the_others(two: Cluster, tmp_path: Path) -> None:
    archive = write_towns(tmp_path)
    (archive / "belton" / "errata.toml").write_text(WRONG)
    first, second, *rest = edit_on_cluster(two.address, copies_of(archive), Authority())
    assert isinstance(first, Edition)
    assert isinstance(second, EditorError)
    assert second.where.endswith("belton/errata.toml:1")
    assert all(isinstance(made, Edition) for made in rest)


def test_an_archive_is_the_same_to_the_byte(two: Cluster, tmp_path: Path) -> None:
    made = []
    for name, by in (("here", edit_all), ("there", partial(edit_on_cluster, two.address))):
        root = project_of_towns(tmp_path / name)
        prepare(root, edit_all=by)
        folders = (root / "docs", root / "archive")
        files = sorted(path for folder in folders for path in folder.rglob("*.*"))
        made.append({path.relative_to(root): path.read_bytes() for path in files})
    here, there = made
    assert here == there
    assert Path("archive/aston/permalinks.tsv") in here


def test_the_command_hands_its_work_to_the_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_of_towns(tmp_path))
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    command = ["--cluster", "tcp://127.0.0.1:9"]
    assert isinstance(
        CliRunner().invoke(build, command, standalone_mode=False).exception, ClusterError
    )


def test_workers_come_and_go_and_a_scheduler_that_is_gone_is_told(
    one: Cluster, tmp_path: Path
) -> None:
    copies = copies_of(write_towns(tmp_path)) * 10
    with pytest.raises(ClusterError, match="no worker"):
        list(edit_on_cluster(one.address, copies, Authority()))
    killed = one.with_worker()
    working = edit_on_cluster(one.address, copies, Authority())
    made = [next(working)]
    one.with_worker()  # what the first had to do it does, with the same authorities
    killed.kill()
    assert [*made, *working] == list(edit_all(copies, Authority()))
    working = edit_on_cluster(one.address, copies, Authority())
    next(working)
    one.scheduler.kill()
    with pytest.raises(ClusterError, match="answers no more") as told:
        list(working)
    assert told.value.where == one.address


def test_a_document_that_ends_workers_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    # Long enough for the worker to be at one when it is killed.
    write_document(tmp_path, "aston", "# Boats\n\n" + "We have no boats, and want none. " * 5_000)
    copies = copies_of(tmp_path / "archive", ["aston"]) * 5
    with started(tmp_path, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as ended:
        killed = ended.with_worker()
        ended.with_worker()
        working = edit_on_cluster(ended.address, copies, Authority())
        made = [next(working)]
        killed.kill()
        made += working
    told = [one for one in made if isinstance(one, ClusterError)]
    assert 0 < len(told) < len(copies) == len(made)
    assert {(one.what.split(",")[0], one.where) for one in told} == {
        ("each worker that tried it ended", "archive/aston/source.txt")
    }


def test_a_worker_with_another_program_is_refused(one: Cluster, tmp_path: Path) -> None:
    (tmp_path / "other" / "another_package-1.0.dist-info").mkdir(parents=True)
    one.with_worker(PYTHONPATH=os.pathsep.join([*sys.path, str(tmp_path / "other")]))
    with pytest.raises(ClusterError, match="another version"):
        list(edit_on_cluster(one.address, copies_of(write_towns(tmp_path)), Authority()))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nowhere://x", "tcp://", ""])
def test_an_address_where_no_scheduler_is(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with pytest.raises(ClusterError, match="no scheduler answers") as told:
        list(edit_on_cluster(address, copies_of(write_towns(tmp_path)), Authority()))
    assert told.value.where == address
    # What is not closed here is closed at any other time, and may wait for ever for what runs then.
    clients = [one for one in gc.get_objects() if isinstance(one, Client)]
    assert {one.status for one in clients} == {"closed"}
