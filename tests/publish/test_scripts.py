"""The client as it is published: what its modules do, in a page, in a worker and from a disk."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from consultations.publish.bundle.scripts import scripts

MODULES = {
    "page/start": """
/** Starts. import("./no.js") in a comment is nothing. */
import "./title.js";
import { double as twice, Teller, LIMIT } from "../tools/tools.js";
import {
  told,
} from "../told.js";

const url = new URL("./beside.txt", import.meta.url).href; // "not a string
told.push(["start", twice(LIMIT), new Teller().tell()]);
told.push([`// kept ${"/* too */"}`, /[/*]\\/\\//.source]);
told.push(["file", url.split("/").slice(-2).join("/")]);

export async function finish() {
  const { later, again } = await import("../tools/far/later.js");
  told.push(["later", later(), await again()]);
  return told;
}
""",
    "page/title": 'import { told } from "../told.js";\ntold.push(["first"]);\n',
    "tools/tools": """
import { told } from "../told.js";
told.push(["tools"]);
export const LIMIT = 21;
export function double(number) { return number * 2; }
export class Teller { #words = "https://a.b/c"; tell() { return this.#words; } }
""",
    "told": "export const told = [];\n",
    "tools/far/later": """
import { double, LIMIT } from "../tools.js";
import { told } from "../../told.js";
told.push(["loaded"]);
const hidden = (x) => x + 1;
export function later() { return hidden(double(LIMIT)); }
export async function again() { return (await import("./last.js")).last(); }
""",
    "tools/far/last": 'import { LIMIT } from "../tools.js";\nexport const last = () => LIMIT;\n',
    "worker": """
import { finish } from "./page/start.js";
if (!globalThis.document) {
  finish().then((told) => postMessage(told), (error) => setTimeout(() => { throw error; }));
}
""",
    "page/page": """
import { finish } from "./start.js";

const worker = () => new Worker(new URL("../worker.js", import.meta.url), { type: "module" });
globalThis.finish = finish;
globalThis.inWorker = () => new Promise((done, failed) => {
  const started = worker();
  started.onmessage = ({ data }) => done(data);
  started.onerror = failed;
});
""",
    "types": "/** @typedef {string} Name */\n\nexport {};\n",
}

Serve = Callable[[Path], str]


def write(folder: Path, modules: dict[str, str]) -> Path:
    for name, text in modules.items():
        file = folder / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder with the modules as they are written, and as they are published."""
    client = write(tmp_path / "client", MODULES)
    for name, script in scripts(client).items():
        file = tmp_path / "bound" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(script)
    # As a source may have it: an element whose id would stand for a plain name of the table, with
    # a property of the name of a module.
    body = '<!doctype html><p id="consultations"></p><p id="modules"></p>'
    written = f'{body}<script type="module" src="client/page/page.js"></script>'
    (tmp_path / "written.html").write_text(written, "utf-8")
    bound = f'{body}<script defer src="bound/page/page.js"></script>'
    (tmp_path / "bound.html").write_text(bound, "utf-8")
    return tmp_path


def told(page: Page, address: str, ask: str) -> object:
    page.goto(address)
    return page.evaluate(ask)


def test_a_page_and_a_worker_do_what_the_modules_do(
    page: Page, published: Path, serve_folder: Serve
) -> None:
    base = serve_folder(published)
    written = told(page, f"{base}/written.html", "finish()")
    assert ["file", "page/beside.txt"] in written  # type: ignore[operator]
    assert ["later", 43, 21] in written  # type: ignore[operator]  # a list, if it is right
    assert told(page, f"{base}/bound.html", "finish()") == written
    assert told(page, f"{base}/bound.html", "inWorker()") == written


def test_a_page_opened_from_a_disk_does_the_same(
    page: Page, published: Path, serve_folder: Serve
) -> None:
    written = told(page, f"{serve_folder(published)}/written.html", "finish()")
    assert told(page, (published / "bound.html").as_uri(), "finish()") == written


def test_a_script_holds_what_it_needs_once(tmp_path: Path) -> None:
    made = scripts(write(tmp_path / "client", MODULES))
    assert set(made) == {"page/page.js", "worker.js", "tools/far/later.js", "tools/far/last.js"}
    holding = {name for name, script in made.items() if b"number*2" in script}
    assert holding == {"page/page.js", "worker.js"}  # a worker has nothing of a page


def test_a_script_that_comes_later_has_what_not_every_asker_has(tmp_path: Path) -> None:
    modules = {
        "one": 'import "./every.js";\nimport "./single.js";\nimport("./later.js");',
        "other": 'import "./every.js";\nimport("./later.js");',
        "later": 'import "./single.js";\nimport("./last.js");',
        "last": 'import "./every.js";\nlast();',
        "every": "every();",
        "single": "single();",
    }
    made = scripts(write(tmp_path / "client", modules))
    having = [{name for name in made if call in made[name]} for call in (b"single()", b"every()")]
    assert having == [{"one.js", "later.js"}, {"one.js", "other.js"}]


def test_comments_are_left_out_and_strings_are_not(tmp_path: Path) -> None:
    script = scripts(write(tmp_path / "client", MODULES))["page/page.js"].decode()
    assert "comment" not in script
    assert "not a string" not in script
    assert "https://a.b/c" in script
    assert "// kept" in script


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        ({"a": "export default 1;"}, "a.js cannot be bound: export default 1"),
        ({"a": "const b = 1;\nexport { b };"}, "a.js cannot be bound: export"),
        ({"a": "export let b = 1;"}, "a.js cannot be bound: export let b"),
        ({"a": 'import * as b from "./b.js";', "b": ""}, "a.js cannot be bound: import"),
        ({"a": "import(name);"}, "a.js cannot be bound: import(name)"),
        ({"a": "f(import.meta.env);"}, "a.js cannot be bound: import.meta.env"),
        ({"a": 'import { b } from "./b.js";'}, "a.js imports b.js, which is not there"),
        ({"a": 'const b = import("./b.js");'}, "a.js imports b.js, which is not there"),
        ({"a/b": 'import "./c.js";', "c": ""}, "a/b.js imports a/c.js, which is not there"),
        ({"a": 'import "../b.js";', "b": ""}, "a.js imports ../b.js, which is not there"),
        ({"a": 'import "b.js";', "b": ""}, 'a.js cannot be bound: import"b.js"'),
        (
            {
                "a": 'import { b } from "./b.js";\nexport const c = 1;',
                "b": 'import { c } from "./a.js";\nexport const b = 1;',
                "d": 'import "./a.js";',
            },
            "d imports a imports b imports a, in a circle",
        ),
    ],
)
def test_what_cannot_be_bound_is_refused(
    tmp_path: Path, modules: dict[str, str], told: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        scripts(write(tmp_path / "client", modules))
