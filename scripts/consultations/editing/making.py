"""One document at a time: its source and what people wrote beside it become its edition.

No document's edition depends on another's, so many of them are made by several processes.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from consultations import intake, rules
from consultations.annotate import Gazetteer, annotate, named_by, words_of
from consultations.edition import (
    edition_of,
    require_faithful,
    waive,
    with_holes_told,
    with_personal_data_told,
    with_redactions,
)
from consultations.errors import ConsultationsError, Refusals
from consultations.model.edition import Edition
from consultations.model.editor import Erratum, Judgement, Redaction, Stet
from consultations.model.entity import Authority
from consultations.model.permalink import Permalink
from consultations.model.source import Source

_WORTH_IT = 2_000_000
"""Code points of sources that one process has edited before others could begin."""

EditAll = Callable[[Sequence["Copy"], Authority], Iterator[Edition | ConsultationsError]]
"""Makes the edition of each copy, in order, or says why there is none: `edit_all`, or a cluster."""

_gazetteer = Gazetteer(Authority())
"""In a process that makes editions for another: what it annotates them with."""


@dataclass(frozen=True)
class Hand:
    """What people, or the build before, have set down beside a source."""

    errata: tuple[Erratum, ...]
    stets: tuple[Stet, ...]
    judgements: tuple[Judgement, ...]
    redactions: tuple[Redaction, ...]
    given: tuple[Permalink, ...]


@dataclass(frozen=True)
class Copy:
    """A source and its hand: what an edition is made from, as a printer calls it."""

    source: Source
    hand: Hand


def read_copy(archive: Path, document: str, authority: Authority | None = None) -> Copy:
    """A document's source, fit to the authorities where they are given, and what stands beside it.

    Raises:
        ConsultationsError: a file of it cannot be taken; every such file is told.
    """
    told = Refusals()
    source = told.take(intake.read_source, archive, document, authority)
    hand = Hand(
        errata=told.take(intake.read_errata, archive, document) or (),
        stets=told.take(intake.read_stet, archive, document) or (),
        judgements=told.take(intake.read_judgements, archive, document) or (),
        redactions=told.take(intake.read_redactions, archive, document) or (),
        given=told.take(intake.read_permalinks, archive, document) or (),
    )
    if source is None or told:
        raise told.together()
    return Copy(source, hand)


def edit(copy: Copy, gazetteer: Gazetteer) -> Edition:
    """Make the edition of one document, without what only the whole archive can tell of it.

    It is annotated with the part of the authorities that it can meet, so that it depends on no
    other entry.

    Raises:
        EditorError: what stands beside the source does not fit it.
        UnfaithfulError: from the edition its source cannot be read back.
    """
    hand = copy.hand
    draft = rules.emend(copy.source, hand.errata, hand.stets)
    edition = with_redactions(edition_of(draft, hand.given), hand.redactions)
    edition = annotate(edition, gazetteer.part(words_of(edition), named_by(copy.source.record)))
    edition = replace(edition, judgements=hand.judgements)
    require_faithful(edition)
    edition = with_holes_told(with_personal_data_told(edition))
    return waive(edition, hand.stets, {rule.name for rule in rules.RULES})


def edit_all(
    copies: Sequence[Copy],
    authority: Authority,
    *,
    workers: int | None = None,
    worth_it: int = _WORTH_IT,
) -> Iterator[Edition | ConsultationsError]:
    """Make the edition of each, in order; one that cannot be made does not stop the others.

    Args:
        copies: what they are made from.
        authority: with which they are annotated.
        workers: processes at most; as many as this one may use processors, if not given.
        worth_it: code points of sources from which on there is more than one process.

    Yields:
        The edition, or why there is none. It is the same whatever the number of processes.
    """
    processes = min(workers or _processors(), len(copies))
    done = 0
    if processes > 1 and sum(len(copy.source.text) for copy in copies) >= worth_it:
        # Not forked: a server of MkDocs has threads, whose locks a fork would copy as they are.
        pool = ProcessPoolExecutor(
            processes, multiprocessing.get_context("spawn"), _begin, (authority,)
        )
        try:
            for made in pool.map(_edit_for_another, copies):
                yield made
                done += 1
        except BrokenProcessPool:
            pass  # The system has ended one, for want of memory as a rule. The rest is made here.
        finally:
            pool.shutdown(cancel_futures=True)
    gazetteer = Gazetteer(authority)
    for copy in copies[done:]:
        yield edition_or_error(copy, gazetteer)


def _processors() -> int:
    """How many processors this process may use; a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(authority: Authority) -> None:
    """Make this process ready to make editions for another one."""
    global _gazetteer  # noqa: PLW0603 (a pool has no other way to give a process what all tasks need)
    _gazetteer = Gazetteer(authority)
    # Ctrl-C goes to every process of a terminal. The one that began this one sees to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the process that began this one has ended, however that came, and end as well."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _edit_for_another(copy: Copy) -> Edition | ConsultationsError:
    return edition_or_error(copy, _gazetteer)


def edition_or_error(copy: Copy, gazetteer: Gazetteer) -> Edition | ConsultationsError:
    """The edition of one document, or why there is none."""
    try:
        return edit(copy, gazetteer)
    except ConsultationsError as error:
        return error
