"""A payload in every field of every file that a person can hand in, found in the schemas."""

import json
import shutil
from collections.abc import Mapping
from importlib import resources
from itertools import cycle
from typing import Any, get_args

import tomli_w
import yaml
from tests.hostile.conftest import ROOT, Project

from consultations.intake.releases import release_files
from consultations.model.release import Release, Releases, text_of, with_next_numbers
from consultations.model.transcript import DropKind
from consultations.pipeline import read
from consultations.settings import find_project

MARK = "planted-element"
"""An element that no page has: one that is found came out of a payload."""
PAYLOAD = (
    f"\"'></p></title></textarea><{MARK}></{MARK}><script>window.fired = 1</script>"
    "<img src=x onerror=window.fired=1> {: onclick=window.fired=1 #__config } "
    "[a](javascript:window.fired=1) &lt;script>window.fired=1&lt;/script>"
)
"""One line that breaks out of a text, an attribute, a title, Markdown and an attribute list."""
URL = "https://example.org/?a='onmouseover=window.fired=1;&b=javascript:window.fired=1"

OF_FORMAT: Mapping[str, Any] = {
    "copied": "Words to begin with",
    "id": "planted",
    "known-date": "2011-05-31",
    "label": "Words & 'onmouseover=window.fired=1; &lt;script&gt;",
    "language": "en-GB",
    "line": PAYLOAD,
    "mended": PAYLOAD,
    "path": "about.md",
    "passage-id": "p4k7ama",
    "prose": f"{PAYLOAD}\n{PAYLOAD}",
    "question-id": "planted/planted",
    "sha256": "{digest}",
    "season": PAYLOAD,
    "site": "https://example.org/a/",
    "truth": True,
    "url": URL,
}

ASKED = f"1. That lamps be lit by keepers, {PAYLOAD} as they wish."
ANSWERED = "Accepted. The Board will see to it, and to the lamps."
TEXT = f"""# Words to begin with {PAYLOAD}

## A part {PAYLOAD}

A paragraph that names it[^1], by {PAYLOAD}, and *{PAYLOAD}* and
“{PAYLOAD} and so on”, said another.

- An item {PAYLOAD}
    1. Inside {PAYLOAD}

> A quotation {PAYLOAD}

| Year {PAYLOAD.replace("|", "")} | Sum |
| --- | --- |
| [{PAYLOAD}](JaVa&#9;Script:window.fired=1) | <svg onload=window.fired=1> |

What was asked, and what was said to it:

| Recommendation | Response |
| --- | --- |
| {ASKED} | {ANSWERED}<br>It pays {PAYLOAD} for it. |
| 2. That oil be bought, and not by keepers. | No. Nobody {PAYLOAD} has asked for it. |
| 3. That wicks be cut. | Noted. They are cut already by the keepers. |

<!-- {PAYLOAD} and more words than a converter has to say -->

[^1]: A note {PAYLOAD}

Recommendation 1: {PAYLOAD}

Q1. Why {PAYLOAD}?

Because {PAYLOAD}.
"""


def schema(name: str) -> dict[str, Any]:
    path = resources.files("consultations.intake") / "schemas" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def filled(name: str, node: Mapping[str, Any] | None = None) -> Any:
    """A value of a schema with everything in it that there may be, and payloads for its texts."""
    whole = schema(name)
    node = whole if node is None else node
    if "$ref" in node:
        return filled(name, whole["$defs"][node["$ref"].rpartition("/")[2]])
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return node["enum"][0]
    match node.get("type"):
        case "object":
            made = {key: filled(name, inner) for key, inner in node.get("properties", {}).items()}
            if isinstance(more := node.get("additionalProperties"), dict):
                form = node.get("propertyNames", {}).get("format", "line")
                made[OF_FORMAT[form]] = filled(name, more)
            return made
        case "array":
            return [filled(name, node["items"])]
        case "integer":
            return 1
        case _:
            return OF_FORMAT[node["format"]] if "format" in node else PAYLOAD


def authority() -> dict[str, Any]:
    """Every kind of entity, with an id of its own, as the authorities want it."""
    made = filled("authority")
    for kind in ("organisation", "person", "work", "consultation"):
        (entry,) = made[kind].values()
        entry["name"] = f"{kind} {PAYLOAD}"
        entry["variants"] = [f"the {kind} of Words"]
        entry["abbreviations"] = [kind[:3].upper()]
        made[kind] = {f"planted-{kind}": entry}
    made["person"]["planted-person"] |= {"family": PAYLOAD, "given": "person"}
    csl = made["work"]["planted-work"]["csl"]
    parts = {"date-parts": [[2004, 12, 31]], "season": PAYLOAD, "circa": True}
    dates = cycle([parts, {"raw": PAYLOAD}, {"literal": PAYLOAD}])
    # A date is said in one of three ways.
    csl |= {key: next(dates) for key, value in csl.items() if "date-parts" in value}
    csl["issued"] = parts
    (question,) = made["consultation"]["planted-consultation"]["question"]
    made["consultation"]["planted-consultation"]["question"] = [question, {**question, "id": "b"}]
    (theme,) = made["theme"].values()
    theme["questions"] = ["planted-consultation/planted", "planted-consultation/b"]
    bare = PAYLOAD.replace('"', "")
    theme["query"] = f'"{bare}"'  # which is a phrase, and stands in the texts
    return dict(made)


def plant(project: Project) -> None:
    """Spoil every file of a project, each within its form."""
    record = filled("record")
    record |= {"organisation": "planted-organisation", "responds_to": "planted-consultation"}
    del record["transcript_sha256"]
    project.put("archive/authority/planted.toml", tomli_w.dumps(authority()))
    for name in ("planted-one", "planted-two"):
        text = TEXT if name == "planted-one" else f"{TEXT}\nOne more paragraph, of another's.\n"
        project.document(name, text, tomli_w.dumps(record))
        for file, content in beside().items():
            project.put(f"archive/{name}/{file}", content)
    project.put("archive/ids.toml", tomli_w.dumps(ids()))
    project.put("docs/about.md", about())
    for page in (ROOT / "docs").glob("*.md"):
        if page.name != "about.md":
            shutil.copy(page, project.root / "docs")
    figures = filled("quality")
    figures["kinds"][0]["told"] = None
    project.put("docs/data/quality.json", json.dumps(figures))
    project.put("mkdocs.yml", settings())
    redact(project)
    release(project)


def settings() -> str:
    """The settings of the site, with a payload wherever a person may set words."""
    made = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    made |= dict.fromkeys(("site_name", "site_description", "copyright"), PAYLOAD)
    made["extra"]["example_query"] = PAYLOAD
    label = OF_FORMAT["label"]
    made |= {"site_author": label, "repo_name": label, "repo_url": URL}
    made["nav"] = [{f"{name} {label}": at for name, at in entry.items()} for entry in made["nav"]]
    written: str = yaml.safe_dump(made, sort_keys=False, allow_unicode=True)
    return written


def redact(project: Project) -> None:
    """Say of a passage, whose id only its words tell, that words of it were taken out."""
    (edition,) = (e for e in read(find_project(project.root)).editions if e.id == "planted-one")
    (entry,) = filled("redactions")["redaction"]
    entry["passage"] = next(p.id for p in edition.passages if p.kind == "paragraph")
    project.put("archive/planted-one/redactions.toml", tomli_w.dumps({"redaction": [entry]}))


def release(project: Project) -> None:
    """Release the editions, payloads and all, so that their words are kept and shown as well."""
    archive = read(find_project(project.root))
    now = [text_of(edition, archive.authority) for edition in archive.editions]
    texts = tuple(with_next_numbers(Releases(), now))
    made = Release("1", "2024-01-31", {text.document: 1 for text in texts}, texts)
    for name, content in release_files(made).items():
        project.put(f"releases/1/{name}", content)


def about() -> str:
    """A page that a person wrote: its head has payloads, its text is what it may be."""
    head = filled("page")
    del head["template"]  # Of which there are a few, and no words.
    lines = [f"{key}: {json.dumps(value)}" for key, value in head.items()]
    return "\n".join(["---", *lines, "---", "", "# About", "", "Words."])


def beside() -> Mapping[str, str]:
    """The files that stand beside a source."""
    (erratum,) = filled("errata")["erratum"]
    erratum |= {"line": 1, "before": "begin with", "after": f"begin {PAYLOAD} with"}
    del erratum["column"]
    stet = {"rule": "entities", "line": 1, "text": "Words", "reason": PAYLOAD}
    header = "id\tstate\twords\topening\tmiddle\tclosing\tnote\n"
    dropped = {"kind": get_args(DropKind)[0], "text": PAYLOAD, "reason": PAYLOAD, "page": PAYLOAD}
    places = {"schema": "2", "pages": [[PAYLOAD, 0]], "dropped": [dropped]}
    return {
        "errata.toml": tomli_w.dumps({"erratum": [erratum]}),
        "stet.toml": tomli_w.dumps({"stet": [stet]}),
        "annotations.toml": tomli_w.dumps(filled("annotations")),
        "permalinks.tsv": f"{header}p4k7ama\tgone\t3\ta b c\t\ta b c\t{PAYLOAD}\n",
        "places.json": json.dumps(places),
    }


def ids() -> Mapping[str, Any]:
    """A document that was withdrawn, which leaves a page."""
    entry = filled("ids")["withdrawn"]["planted"]
    return {"given": {"document": ["planted-gone"]}, "withdrawn": {"planted-gone": entry}}
