"""What citeproc-py does otherwise than CSL says, done as CSL says it.

None of its elements has a place where a subclass could be given, so their methods are set here. The
specification: https://docs.citationstyles.org/en/stable/specification.html
"""

from functools import cached_property
from typing import Any

from citeproc import CitationItem
from citeproc.model import (
    Date,
    Group,
    Label,
    Layout,
    Name,
    Names,
    Number,
    Substitute,
    Text,
    TextCased,
)
from citeproc.source import VariableError


class Cited(CitationItem):  # type: ignore[misc] # citeproc has no types
    """One item that is cited, which finds its reference once and not for every test of a style."""

    @cached_property
    def reference(self) -> Any:
        """What the style is asked to write, as citeproc holds it."""
        return self.bibliography.source[self.key]

    @cached_property
    def asked(self) -> list[str]:
        """The variables that the style has asked for so far, whether this reference has them."""
        return []

    @cached_property
    def printed(self) -> list[str]:
        """The variables that this reference has printed so far, in their order."""
        return []

    @cached_property
    def substituted(self) -> set[str]:
        """Those that it has printed in the place of another, and prints nowhere else."""
        return set()


_layout_children, _names = Layout.render_children, Names.process
_variable, _term, _label = Text._variable, Text._term, Label.process
_date, _number, _group = Date.process, Number.process, Group.process


def _from_nothing(layout: Layout, item: Cited, **said: Any) -> Any:
    """A reference begins: sorting has asked the same macros, and printed nothing."""
    item.asked.clear()
    item.printed.clear()
    item.substituted.clear()
    return _layout_children(layout, item, **said)


def _names_once(names: Names, item: Cited, *args: Any, **said: Any) -> Any:
    """Names, but in no role whose names stand already in the place of others: no editor twice."""
    roles = [role for role in names.get("variable").split() if role in item.reference]
    if any(role in item.substituted for role in roles):
        raise VariableError
    item.asked.append(names.get("variable"))
    written = _names(names, item, *args, **said)
    item.printed.extend(roles)
    return written


def _variable_once(text: Text, item: Cited, context: Any) -> Any:
    """A variable, unless it stands already in the place of another: no title twice."""
    variable = text.get("variable")
    if variable in item.substituted:
        raise VariableError
    if variable not in Text.generated_variables:
        item.asked.append(variable)
    written = _variable(text, item, context)
    if written:
        item.printed.append(variable)
    return written


def _term_told(text: Text, item: Cited) -> Any:
    """A term, which says something by itself where a variable is missing: `n.d.`, `[Broadcast]`."""
    item.printed.append(f"term {text.get('term')}")
    return _term(text, item)


def _date_told(date: Date, item: Cited, variable: Any = None, *args: Any, **said: Any) -> Any:
    """A date, of which it is kept that it was asked for, and whether it was printed."""
    asked = variable or date.get("variable")
    item.asked.append(asked)
    written = _date(date, item, variable, *args, **said)
    if written:
        item.printed.append(asked)
    return written


def _number_told(number: Number, item: Cited, *args: Any, **said: Any) -> Any:
    """A number, likewise."""
    item.asked.append(number.get("variable"))
    written = _number(number, item, *args, **said)
    if written:
        item.printed.append(number.get("variable"))
    return written


def _group_of_something(group: Group, item: Cited, *args: Any, **said: Any) -> Any:
    """A group, unless it has asked for something and found nothing but words of the style's own.

    citeproc takes a condition for a variable, whatever stands under it: so APA's `Publication`, for
    the number of a thesis, stood there without one.
    """
    asked, printed = len(item.asked), len(item.printed)
    written = _group(group, item, *args, **said)
    if len(item.asked) > asked and len(item.printed) == printed:
        raise VariableError
    return written


def _substitute(substitute: Substitute, item: Cited, context: Any = None, **said: Any) -> Any:
    """The first that prints something; what it has printed is not printed again."""
    for child in substitute.iterchildren():
        before = len(item.printed)
        try:
            written = child.render(item, context=context, **said)
        except VariableError:
            written = None
        if written:
            item.substituted.update(item.printed[before:])
            return written
        del item.printed[before:]
    return None


def _label_of_something(
    label: Label, item: Cited, variable: Any = None, *args: Any, **said: Any
) -> Any:
    """A label of a variable that the item has; of none there is nothing to say."""
    own = label.get("variable", "")
    if variable is None and own != "locator" and own.replace("-", "_") not in item.reference:
        return None
    return _label(label, item, variable, *args, **said)


def _initials(name: Name, given: str, mark: str, context: Any) -> str:
    """A given name as initials: `Ada-Rose B.` as `A.-R. B.`, `Xu-jun` as `X.-j.`.

    What has no capital stays whole: `bell`, `van`, and each name in letters without case.
    """
    hyphen = name.get_option("initialize-with-hyphen", context)
    written, stop = "", mark.rstrip()
    for word in given.replace(".", " ").split():
        if word[0].isupper():
            letters = [part[0] for part in word.split("-") if part]
            if hyphen:
                written += "-".join(f"{letter}{stop}" for letter in letters)
            else:
                written += "".join(f"{letter.upper()}{stop}" for letter in letters)
            written += mark.removeprefix(stop)
        else:
            written = f"{written.rstrip()} {word} "
    return written.strip()


Layout.render_children = _from_nothing
Names.process = _names_once
Text._variable = _variable_once
Text._term = _term_told
Date.process = _date_told
Number.process = _number_told
Group.process = _group_of_something
Substitute.render = _substitute
Label.process = _label_of_something
Name.initialize = _initials
TextCased._stop_words = [*TextCased._stop_words, "v", "v.", "vs", "vs."]  # Moss v Board
