"""What every template knows of the archive, by the names that templates have for it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from consultations.data import TABLES
from consultations.intake import read_quality
from consultations.pipeline import Prepared
from consultations.publish.bundle.offline import first_shards
from consultations.publish.timeline import timeline


def template_globals(prepared: Prepared, docs: Path, *, is_part: bool) -> Mapping[str, Any]:
    """What documents there are, whose words they quote, and figures.

    Args:
        prepared: what the site is made of.
        docs: the folder of its pages.
        is_part: whether some pages alone are built, in a site that is there.

    Raises:
        DocsError: what was measured of the editions cannot be read, or is not of its form.
    """

    def published(address: str) -> bytes:
        content = prepared.files[address]
        return content.read_bytes() if isinstance(content, Path) else content

    catalogue = json.loads(published("data/catalogue.json"))
    # The page of search is sent with the index's manifest, and need not ask for it. In a part of
    # the site it is not: the index may be another by then.
    manifest = "" if is_part else published("search/manifest.json").decode()
    return {
        "catalogue": catalogue["editions"],
        "events": {event["id"]: event for event in catalogue["events"]},
        "timeline": timeline(catalogue),
        "figures": json.loads(published("data/figures.json")),
        "tables": TABLES,
        "index_begins": first_shards(prepared.files),
        "index_manifest": manifest,
        "released": "releases/index.md" in prepared.pages,
        "quality": read_quality(docs),
        "client_facts": prepared.client_facts,
    }
