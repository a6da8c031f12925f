"""Formulas of Word's (ECMA-376 part 1, 22.1) on one line: `(a+b)/c`, `x^2`, `x_i`, `√(2)`."""

from typing import Any

from consultations.intake.readers.docx.printed import MATHS

FORMULAS = frozenset({f"{MATHS}oMath", f"{MATHS}oMathPara"})
"""Elements that hold a formula."""


def formula(element: Any) -> str:
    """A formula on one line; of what has no form of its own here, its parts one by one."""
    name = _name(element)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    if name == "d":
        between = _said(element, "sepChr", "|").join(map(formula, element.findall(f"{MATHS}e")))
        return f"{_said(element, 'begChr', '(')}{between}{_said(element, 'endChr', ')')}"
    if name == "m":
        rows = (row.findall(f"{MATHS}e") for row in element.findall(f"{MATHS}mr"))
        return "; ".join(", ".join(map(formula, row)) for row in rows)
    return _composed(name, element)


def _composed(name: str, element: Any) -> str:
    """A formula of the kind that a name tells, by what its parts print."""
    inner = [(_name(child), formula(child)) for child in element]
    parts = [text for kind, text in inner if text or not kind.endswith("Pr")]
    match name, parts:
        case "f", [above, under]:
            return f"{_grouped(above)}/{_grouped(under)}"
        case "sSup" | "limUpp", [base, above]:
            return base + _small("^", above)
        case "sSub" | "limLow", [base, under]:
            return base + _small("_", under)
        case "sSubSup", [base, under, above]:
            return base + _small("_", under) + _small("^", above)
        case "nary", [under, above, base]:
            sign = _said(element, "chr", "∫")
            return f"{sign}{_small('_', under)}{_small('^', above)} {base}"
        case "func", [function, of]:
            return f"{function} {of}"
        case "rad", [*degree, base]:
            return f"{''.join(degree)}√{_grouped(base)}"
        case _:
            return "".join(parts)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _said(element: Any, name: str, otherwise: str) -> str:
    """A sign that the properties of an element name."""
    sign = element.find(f"{MATHS}{_name(element)}Pr/{MATHS}{name}")
    return otherwise if sign is None else str(sign.get(f"{MATHS}val", otherwise))


def _small(sign: str, part: str) -> str:
    """What stands raised or lowered beside something, if there is anything."""
    return f"{sign}{_grouped(part)}" if part else ""


def _grouped(part: str) -> str:
    return part if part.isalnum() else f"({part})"
