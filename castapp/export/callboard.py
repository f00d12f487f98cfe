"""The neutral parts of a page: what stands where, with its marks, never how it looks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import bidirectional

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.domain.roster import inside_name

BOLD = 700
NO_BREAK = "\u00a0"
ISOLATE, ISOLATED = "\u2068", "\u2069"
_BARE = str.maketrans({NO_BREAK: " ", ISOLATE: None, ISOLATED: None})
BAR, TINT_BOX, DASHED_BOX = "bar", "tint", "dashed"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one weight. A `sign` is drawn, not typed: bar, tint, dashed."""

    text: str
    weight: int = 400
    soft: bool = False
    small: bool = False
    italic: bool = False
    sign: str = ""


Words = tuple[Run, ...]


def plain(text: str) -> Words:
    """Words of one weight."""
    return (Run(text),) if text else ()


def bold(text: str) -> Words:
    """Words in bold."""
    return (Run(text, BOLD),) if text else ()


def strengthened(words: Words) -> Words:
    """The same words, bold throughout: what changed is set so."""
    return tuple(replace(run, weight=max(run.weight, BOLD)) for run in words)


def said(words: Words) -> str:
    """The words alone."""
    return "".join(run.text for run in words)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a page. No issue number means a draft; an unnumbered paper has no box."""

    company: str
    kind: str
    about: str
    title: str
    light: str = ""
    right: tuple[Words, ...] = ()
    issue: str = ""
    boxed: bool = True


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of a page; the page number is added when the pages are known."""

    note: str
    ref: str


@dataclass(frozen=True, slots=True)
class Card:
    """A call on the grid, in clock minutes, with its marks."""

    ref_id: str
    start: int
    end: int
    time: str
    coach: str
    pianist: str
    head: Words
    lines: tuple[Words, ...] = ()
    changed: bool = False
    tentative: bool = False
    staff_only: bool = False
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A studio and its cards in time order."""

    name: str
    about: str
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a block, with a label before it or not; a large one is its headline."""

    words: Words
    label: str = ""
    changed: bool = False
    large: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A titled list under the grid. `cut` is its rank among what goes first (1) when space is
    short; 0 stays.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    cut: int = 0


def bound(book: Book, text: str) -> str:
    """The text with no line break inside anybody's name, and none turning what is round it."""
    for name, kept in _bound_names(book):
        if name in text:
            text = text.replace(name, kept)
    return text


def bound_words(book: Book, words: Iterable[Run]) -> Words:
    """The words with no line break possible inside anybody's name."""
    return tuple(replace(run, text=bound(book, run.text)) for run in words)


def isolated(name: str) -> str:
    """A name that keeps its own direction of writing to itself; others stay as they are."""
    turned = any(bidirectional(letter) in ("R", "AL", "AN") for letter in name)
    return f"{ISOLATE}{name}{ISOLATED}" if turned else name


def bare(text: str) -> str:
    """The text without what only a page needs: bound spaces and isolates."""
    return text.translate(_BARE)


def _bound_names(book: Book) -> list[tuple[str, str]]:
    kept = book.cache("bound_names", Person)
    if "names" not in kept:
        names = {inside_name(book, person.id) for person in book.all(Person)}
        pairs = [(name, isolated(name.replace(" ", NO_BREAK))) for name in sorted(names)]
        kept["names"] = [(name, whole) for name, whole in pairs if name != whole]
    found: list[tuple[str, str]] = kept["names"]
    return found
