"""The site of this archive and of one document that means harm, served."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def base(site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The site's address, without a last slash."""
    return serve_folder(site)
