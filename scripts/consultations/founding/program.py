"""How a new archive gets the program that it is built with: what its requirements name.

Where the program came from, the archive gets it too: a release of a package index, or a commit of a
public repository, as pip has noted it (PEP 610). A program that came from a folder or a file of
this machine has no address that anybody else could use. It goes along as a wheel, made of its own
files (PEP 427), so that an archive can be built wherever it is copied to.
"""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit

import consultations

_NAME = "consultations"
_PACKAGE = Path(consultations.__file__).parent
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file knows: the same files give the same bytes."""
_FACTS = ("METADATA", "entry_points.txt", "top_level.txt", "licenses/LICENSE")
"""Files of `*.dist-info` that say the same wherever the package is installed."""


@dataclass(frozen=True)
class Program:
    """What requirements say of the program, and the wheel that goes along."""

    requirement: str
    """A line for pip."""
    wheel: bytes | None = None
    """It stands at the path that the requirement names."""


def this_program() -> Program:
    """The program that is running."""
    try:
        installed = distribution(_NAME)
    except PackageNotFoundError:  # run from its files, which nobody has installed
        return Program(f"{_NAME}=={consultations.__version__}")
    noted = installed.read_text("direct_url.json")
    if noted is None:
        return Program(f"{_NAME}=={installed.version}")
    if address := _public(json.loads(noted)):
        return Program(f"{_NAME} @ {address}")
    return Program(f"./wheels/{_NAME}-{installed.version}-py3-none-any.whl", _wheel(installed))


def _public(noted: dict[str, object]) -> str | None:
    """The address that the program was installed from, if others can use it as well."""
    url, commit, archive = noted.get("url"), noted.get("vcs_info"), noted.get("archive_info")
    # One with a user in it may hold a password.
    if not isinstance(url, str) or urlsplit(url).scheme != "https" or "@" in urlsplit(url).netloc:
        return None
    if isinstance(commit, dict):
        return f"{commit['vcs']}+{url}@{commit['commit_id']}"
    digest = archive.get("hash") if isinstance(archive, dict) else None
    return f"{url}#{digest}" if digest else url


def _wheel(installed: Distribution) -> bytes:
    """The package as a wheel, of the files that are running."""
    about = f"{_NAME}-{installed.version}.dist-info"
    record = []
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as wheel:
        for path, data in (*_of_package(), *_about(installed, about)):
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(data)}\n")
            _put(wheel, path, data)
        listed = "".join([*record, f"{about}/RECORD,,\n"])
        _put(wheel, f"{about}/RECORD", listed.encode())
    return packed.getvalue()


def _of_package() -> Iterator[tuple[str, bytes]]:
    for file in sorted(_PACKAGE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            yield f"{_NAME}/{file.relative_to(_PACKAGE).as_posix()}", file.read_bytes()


def _about(installed: Distribution, folder: str) -> Iterator[tuple[str, bytes]]:
    for name in _FACTS:
        if (text := installed.read_text(name)) is not None:
            yield f"{folder}/{name}", text.encode()
    tags = f"Generator: {_NAME} {installed.version}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    yield f"{folder}/WHEEL", f"Wheel-Version: 1.0\n{tags}".encode()


def _put(wheel: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, _BEGINNING)
    entry.external_attr = 0o644 << 16
    wheel.writestr(entry, data, zipfile.ZIP_DEFLATED)
