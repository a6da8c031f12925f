"""Who waits for another command is told that it waits, and what to do."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from filelock import FileLock

from consultations.errors import OutputError
from consultations.placing import exclusive, founding, locks

HELD = {"build.lock": "another build of this project is at work", ".new.lock": "another command"}


@pytest.mark.parametrize(
    ("hold", "lock"), [(exclusive, "build.lock"), (lambda f: founding(f / "new"), ".new.lock")]
)
def test_who_waits_too_long_is_told_for_whom(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    hold: Callable[[Path], AbstractContextManager[None]],
    lock: str,
) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.01)
    with FileLock(tmp_path / lock), pytest.raises(OutputError) as told, hold(tmp_path):
        pass
    assert HELD[lock] in str(told.value)
    assert told.value.remedy == "wait until it is done, or stop it"
