"""The sizes of the papers and their margins, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

PT_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """A page as it lies: width, height and margins in millimetres; `scale` of its frame's type."""

    name: str
    width: float
    height: float
    top: float
    side: float
    bottom: float
    scale: float = 1.0


A4_ACROSS = Size("A4 landscape", 297, 210, 8, 10, 7)
A3_ACROSS = Size("A3 landscape", 420, 297, 11, 14, 9, 1.36)
A5_UPRIGHT = Size("A5 portrait", 148, 210, 8, 9, 6)
A4_UPRIGHT = Size("A4 portrait", 210, 297, 10, 14, 8)
LETTER_ACROSS = Size("Letter landscape", 279.4, 215.9, 8, 10, 7)
TABLOID_ACROSS = Size("Tabloid landscape", 431.8, 279.4, 11, 14, 9, 1.36)
HALF_LETTER_UPRIGHT = Size("Half Letter portrait", 139.7, 215.9, 8, 9, 6)
LETTER_UPRIGHT = Size("Letter portrait", 215.9, 279.4, 10, 14, 8)

_OF_PAPER = {
    "A4": {
        "across": A4_ACROSS,
        "upright": A4_UPRIGHT,
        "large": A3_ACROSS,
        "small": A5_UPRIGHT,
    },
    "Letter": {
        "across": LETTER_ACROSS,
        "upright": LETTER_UPRIGHT,
        "large": TABLOID_ACROSS,
        "small": HALF_LETTER_UPRIGHT,
    },
}

COMPANY_PAPERS = tuple(_OF_PAPER)


def size_of(paper: str, use: str) -> Size:
    """The page a company with this paper ("A4", "Letter") uses: across, upright, large, small."""
    return _OF_PAPER[paper][use]
