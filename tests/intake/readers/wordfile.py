"""Word files of other makers than python-docx, from the XML of their parts."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{_KIND}.document.main+xml"
_ROOTS = {"header": "hdr", "footer": "ftr"}


def write_word(
    path: Path,
    body: str,
    parts: Mapping[str, str],
    *,
    main: str = MAIN,
    changed: Callable[[str], str] = str,
) -> None:
    """Write a Word file.

    Args:
        path: where.
        body: the XML in its body; `[p]` and `[/p]` stand for a paragraph of one run.
        parts: the XML in its other parts, by their names, such as `styles`.
        main: content type of its main part.
        changed: what is done to the XML of every part before it is written.
    """
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items())
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_SPACES["r"]}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>'
        for name in parts
    )
    link = '<Relationship Id="out" Type="x" TargetMode="External" Target="https://example.org/a"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
        f' PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{_SPACES["r"]}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}{link}</Relationships>",
        "word/document.xml": f"<w:document {spaces}><w:body>{_long(body)}</w:body></w:document>",
    }
    for name, content in parts.items():
        root = f"w:{_ROOTS.get(name, name)}"
        files[f"word/{name}.xml"] = f"<{root} {spaces}>{_long(content)}</{root}>"
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, changed(content))


def _long(xml: str) -> str:
    xml = xml.replace("[p]", '<w:p><w:r><w:t xml:space="preserve">')
    xml = xml.replace("[/p]", "</w:t></w:r></w:p>")
    xml = xml.replace("[r]", '<w:r><w:t xml:space="preserve">').replace("[/r]", "</w:t></w:r>")
    return xml.replace("\n", "")
