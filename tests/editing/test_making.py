"""Editions made by several processes are those that one makes, whatever happens to a process."""

import multiprocessing
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.editing.towns import TOWNS, WRONG, copies_of, project_of_towns, write_towns

from consultations import pipeline
from consultations.editing import Copy, edit_all
from consultations.errors import ConsultationsError, EditorError, UnfaithfulError
from consultations.model.edition import Edition
from consultations.model.entity import Authority
from consultations.settings import find_project


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_towns(tmp_path)


@pytest.fixture
def copies(archive: Path) -> list[Copy]:
    return copies_of(archive)


def made(copies: Sequence[Copy], workers: int) -> Iterator[Edition | ConsultationsError]:
    return edit_all(copies, Authority(), workers=workers, worth_it=0)


def test_the_number_of_processes_changes_nothing(copies: list[Copy]) -> None:
    alone = list(made(copies, 1))
    assert [one.id for one in alone if isinstance(one, Edition)] == list(TOWNS)
    for workers in (2, 3):
        assert list(made(copies, workers)) == alone


def test_a_little_work_is_done_in_this_process(copies: list[Copy]) -> None:
    for _ in edit_all(copies, Authority(), workers=2):
        assert not multiprocessing.active_children()


def test_what_a_process_that_was_killed_had_to_do_is_done_here(copies: list[Copy]) -> None:
    alone = list(made(copies, 1))
    working = made(copies, 2)
    found = [next(working)]
    for process in multiprocessing.active_children():
        process.kill()
    assert [*found, *working] == alone
    assert not multiprocessing.active_children()


def test_one_that_cannot_be_made_does_not_stop_the_others(archive: Path) -> None:
    (archive / "belton" / "errata.toml").write_text(WRONG)
    copies = copies_of(archive)
    for workers in (1, 2):
        one, other, *rest = made(copies, workers)
        assert isinstance(one, Edition)
        assert isinstance(other, EditorError)
        assert other.where.endswith("belton/errata.toml:1")
        assert all(isinstance(one, Edition) for one in rest)


def test_every_document_that_fails_is_told_and_the_others_are_kept(
    tmp_path: Path,
) -> None:
    root = project_of_towns(tmp_path)
    for town in ("belton", "denton"):
        (root / "archive" / town / "errata.toml").write_text(WRONG)
    with pytest.raises(EditorError) as caught:
        pipeline.read(find_project(root))
    for town in ("belton", "denton"):
        assert f"{town}/errata.toml:1\n" in str(caught.value)
    kept = {file.name for file in (root / ".cache" / "editions").iterdir()}
    assert kept == set(TOWNS) - {"belton", "denton"}


@pytest.mark.parametrize("kind", [EditorError, UnfaithfulError])
def test_a_failure_comes_whole_from_another_process(kind: type[ConsultationsError]) -> None:
    error = kind("it is wrong", where="there:1", remedy="mend it")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 (written in this line)
    assert (type(again), str(again)) == (kind, str(error))


_SLOW = """
import sys, time
from tests.editing.test_making import copies_for_ever, made
for _ in made(copies_for_ever(sys.argv[1]), 2):
    print(*[p.pid for p in __import__("multiprocessing").active_children()], flush=True)
    time.sleep(600)
"""


def copies_for_ever(archive: str) -> list[Copy]:
    return copies_of(Path(archive))[:1] * 10_000


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux lists processes there")
def test_no_process_outlives_the_one_that_began_it(archive: Path) -> None:
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", _SLOW, str(archive)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        assert workers
        parent.send_signal(signal.SIGKILL)
    for _ in range(600):
        if not any(Path(f"/proc/{pid}").is_dir() for pid in workers):
            return
        time.sleep(0.1)
    raise AssertionError("a minute later they are at work still")
