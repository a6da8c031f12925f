"""Formulas of a page (MathML Core, 3) on one line: `(a+b)/c`, `x^2`, `x_i`, `√(2)`."""

from bs4 import BeautifulSoup
from bs4.element import Tag

_UNSEEN = ("annotation", "annotation-xml", "mphantom")
"""What says the same in another language, and what only takes room."""


def write_formulas(soup: BeautifulSoup) -> None:
    """Put what each formula of a page prints in its place."""
    for element in soup.find_all("math"):
        if not element.decomposed and element.parent is not None:
            element.replace_with(_formula(element))


def _formula(element: Tag) -> str:
    parts = [_formula(e) for e in element.find_all(True, recursive=False) if e.name not in _UNSEEN]
    return _composed(element, parts) if parts else " ".join(element.get_text().split())


def _composed(element: Tag, parts: list[str]) -> str:
    """A formula of the kind that an element is, by what its parts print."""
    match element.name, parts:
        case "mfrac", [above, under]:
            return f"{_grouped(above)}/{_grouped(under)}"
        case "msup" | "mover", [base, above]:
            return f"{base}^{_grouped(above)}"
        case "msub" | "munder", [base, under]:
            return f"{base}_{_grouped(under)}"
        case "msubsup" | "munderover", [base, under, above]:
            return f"{base}_{_grouped(under)}^{_grouped(above)}"
        case "msqrt", _:
            return f"√{_grouped(''.join(parts))}"
        case "mroot", [base, degree]:
            return f"{degree}√{_grouped(base)}"
        case "mfenced", _:
            return f"{element.get('open', '(')}{', '.join(parts)}{element.get('close', ')')}"
        case "mtable" | "mtr", _:
            return ("; " if element.name == "mtable" else ", ").join(parts)
        case _:
            return "".join(parts)


def _grouped(part: str) -> str:
    """A part in brackets, unless it is one word or number."""
    return part if part.isalnum() else f"({part})"
