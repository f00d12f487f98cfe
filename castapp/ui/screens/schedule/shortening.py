"""Shorter words for narrow cards: what a call is for, down to its initials. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SHORT = {
    "Class": ("Class", "Cl."),
    "Warm-up": ("Warm", "Wu"),
    "Wu": ("Wu",),
    "Conditioning": ("Cond.",),
    "Cond.": ("Cond.",),
    "Fittings": ("Fit",),
    "Fitting": ("Fit",),
    "Booked time": ("Booked", "Bkd"),
    "Costume fittings": ("Fittings", "Fit"),
    "Rehearsal": ("Reh.",),
    "Stage call": ("Stage", "St."),
    "Stage and orchestra": ("Stage, orch.", "Orch."),
    "Spacing": ("Sp.",),
    "Meeting": ("Meet.",),
    "Notes": ("Notes",),
    "TBA": ("TBA",),
}
_LETTERS = {
    "pas de deux": "pdd",
    "pas de trois": "pdt",
    "pas de quatre": "pdq",
    "pas de six": "pd6",
}
_NUMBERS = {"Two": "2", "Three": "3", "Four": "4", "Six": "6", "Eight": "8"}
_LONG, _LEAST = 7, 3
_CLASS, _THE = "Class,", "The "
_ACT = r"(?:Prologue|Acts? [IVX\d]+(?:(?: & |, )[IVX\d]+)*)"
_ACT_FIRST = re.compile(rf"^{_ACT}[ ,;]+(?![&, ])", re.IGNORECASE)
_ACT_LAST = re.compile(rf", {_ACT}$", re.IGNORECASE)
_ASIDE = re.compile(r"(?:[,;(·/]| and | with | – ).*$")
_OWNER = re.compile(r"(?<=\w\w\w)[’']s? .*$")
_TIME = re.compile(r" \d{1,2}\.\d\d$")
_COMMON = re.compile(r" (?![IVX]+$)[a-z][\w-]*$")
_VOWELS = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")
_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def shorter(text: str) -> tuple[str, ...]:
    """A text and ever shorter ones for it: the whole, a short word, a usual abbreviation, the
    initials of several words. Where none of them fits nothing is said: a word is never cut to its
    first letters.

    Names of a show go from the last: Swan Lake 5 · Popov, Kuznetsov; Swan Lake 5; SL 5.
    """
    return tuple(dict.fromkeys(one for one in _shorter(text) if one))


def _shorter(text: str) -> Iterator[str]:
    yield text
    if text in _SHORT:
        yield from _SHORT[text]
        return
    head, dot, names = text.partition(" · ")
    if dot:
        while ", " in names:
            names = names.rpartition(", ")[0]
            yield f"{head} · {names}"
        yield from _shorter(head)
        return
    if text.startswith(_CLASS):
        yield from _class(text)
        return
    bare = _letters(text)
    yield bare
    for cut in (_TIME, _ACT_FIRST, _ACT_LAST, _ASIDE, _OWNER, _COMMON, _COMMON):
        found = cut.sub("", bare).strip()
        if found and found != bare:
            bare = found[:1].upper() + found[1:]
            yield bare
            yield from _SHORT.get(bare, ())
    yield from _abbreviated(bare)


def _abbreviated(bare: str) -> Iterator[str]:
    """Usual abbreviations of a short text, and the initials of several words."""
    if bare.startswith(_THE):
        bare = bare.removeprefix(_THE)
        yield bare
    whole = words = bare.removeprefix("Acts ").removeprefix("Act ").split()
    if words and words[0] in _NUMBERS:
        words = [_NUMBERS[words[0]], *words[1:]]
        yield " ".join(words)
    yield " ".join(_cut(word, 5) for word in words)
    if len(words) > 1:
        first, last = [_cut(word, 3) for word in words[:-1]], words[-1]
        for most in (5, 3):
            yield " ".join((*first, _cut(last, most) if len(last) > _LONG else last))
        yield _initials(whole)
    elif words and len(words[0]) > _LONG and len(short := _cut(words[0], 3)) > _LEAST:
        yield short


def _letters(text: str) -> str:
    """The pas by their letters: Peasant pdd; at the head of a line Pdd."""
    for whole, short in _LETTERS.items():
        text = re.sub(whole, short, text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]


def _class(text: str) -> Iterator[str]:
    """A class keeps whose it is to the last: Class, women, no Alder; Class, women; Women."""
    whose = text.removeprefix(_CLASS).partition(",")[0].strip()
    yield f"{_CLASS} {whose}"
    yield f"Cl. {whose}"
    yield whose.capitalize()


def _cut(word: str, most: int) -> str:
    """A long word cut after a consonant: Peas., Hilar., Bl."""
    if len(word) <= most + 1 or not word.isalpha() or word.isupper():
        return word
    end = most
    while end > 2 and word[end - 1].lower() in _VOWELS:
        end -= 1
    return f"{word[:end]}."


def _initials(words: list[str]) -> str:
    """First letters; a number and what is in capitals stay: SL 5, Duet II as D II."""
    kept = [word for word in words if not word[:1].islower()] or words
    letters = ""
    for word in kept:
        letters += f" {word} " if _number(word) else word[:1]
    return " ".join(letters.split())


def _number(word: str) -> bool:
    return word.isdigit() or word == "&" or (word.isupper() and set(word) <= set("IVX"))
