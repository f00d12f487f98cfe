"""The words, numbers and times of typed text, each with its place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from castapp.importers.words import fold
from castapp.services.calltext.clocks import clock_value, length_value

WORD, NUMBER, CLOCK, LENGTH, QUOTE = "word", "number", "clock", "length", "quote"
COMMA, CLAUSE, LINE = 1, 2, 3

_TOKEN = re.compile(
    r"""(?P<quote>[“"](?P<said>[^”"]*)[”"])
    |(?P<length>\d{1,3}\s?(?:min(?:ute)?s?\b|['′])|\d{1,2}\s?½\s?h?\b|½\s?h\b
        |\d{1,2}\s?h(?:(?:ou)?rs?)?(?:\s?[0-5]\d)?(?![\w.:]))
    |(?P<clock>\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{4}(?!\w))
    |(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<number>\d+(?!\w))
    |(?P<word>[^\W_]+(?:[’'][^\W_]+)*)""",
    re.VERBOSE | re.IGNORECASE,
)
_APOSTROPHES = re.compile("[’'ʼ]")
_ABBREVIATIONS = {
    "pdd": ("pas", "de", "deux"),
    "pd2": ("pas", "de", "deux"),
    "pdt": ("pas", "de", "trois"),
    "pd3": ("pas", "de", "trois"),
    "var": ("variation",),
}
_MARKS = {"-": "-", "–": "-", "—": "-", "+": "+", "&": "+", "/": "/", ":": ":"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, where it stands, and what parts it from the one before.

    `breaks` is 0, COMMA, CLAUSE or LINE; `mark` one of - + / : or nothing.
    """

    start: int
    end: int
    kind: str
    key: str
    value: int = 0
    breaks: int = 0
    mark: str = ""


def keys(name: str) -> tuple[str, ...]:
    """A name as a row of compared words, without its article: (mad, scene)."""
    words = tuple(fold(_APOSTROPHES.sub("", name)).split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def tokens(text: str) -> list[Token]:
    """The text in tokens; what is neither letter nor digit only parts them."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        breaks, mark = _between(text[end : match.start()]) if found else (0, "")
        end = match.end()
        kind, words, value = _meant(match)
        for place, word in enumerate(words):
            first = place == 0
            found.append(
                Token(
                    match.start(), end, kind, word, value,
                    breaks if first else 0, mark if first else "",
                )
            )  # fmt: skip
    return found


def _meant(match: re.Match[str]) -> tuple[str, tuple[str, ...], int]:
    whole = match[0]
    if match["quote"]:
        return QUOTE, (match["said"].strip(),), 0
    if match["length"]:
        clock = clock_value(whole.replace("h", ".")) if re.match(r"\d\d\s?h\s?\d\d$", whole) else -1
        return (CLOCK, (fold(whole),), clock) if clock >= 0 else _length(whole)
    if match["clock"]:
        minute = clock_value(whole)
        return (CLOCK, (fold(whole),), minute) if minute >= 0 else (WORD, (fold(whole),), 0)
    if match["number"]:
        return NUMBER, (whole,), int(whole[:6])
    word = fold(_APOSTROPHES.sub("", whole))
    return WORD, _ABBREVIATIONS.get(word, (word,)), 0


def _length(whole: str) -> tuple[str, tuple[str, ...], int]:
    return LENGTH, (fold(whole),), length_value(whole)


def _between(gap: str) -> tuple[int, str]:
    breaks = (
        LINE if set(gap) & set("\n\r\u2028") else
        CLAUSE if set(gap) & set(";|·") else
        COMMA if "," in gap else 0
    )  # fmt: skip
    marks = [_MARKS[letter] for letter in gap if letter in _MARKS]
    return breaks, marks[-1] if marks else ""
