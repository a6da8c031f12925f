"""What each code of a finding means: its page in the documentation, as data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True)
class CodeMeaning:
    """What a code says, and what to do about it."""

    code: str
    family: str
    says: str
    """What is the case, with an invented example."""
    why: str
    """What would follow from it."""
    mend: str
    waivable: bool
    """Whether a stet of the document can say that it is right."""


def _read() -> Mapping[str, CodeMeaning]:
    text = (resources.files("consultations.review") / "codes.toml").read_text(encoding="utf-8")
    families = tomllib.loads(text)["family"]
    return MappingProxyType(
        {
            code: CodeMeaning(code, family, waivable=bool(content.get("waivable")), **entry)
            for family, content in families.items()
            for code, entry in content["code"].items()
        }
    )


CODES = _read()
"""Every code, family by family."""

REFUSED: Mapping[str, str] = {
    "AuthorityError": "authority-refused",
    "EditorError": "entry-refused",
    "IdsError": "ids-refused",
    "RecordError": "record-refused",
    "SourceError": "source-refused",
    "UnfaithfulError": "edition-unfaithful",
}
"""The code of a check for a failure, by the failure's class."""
