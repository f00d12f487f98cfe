"""What a call is for: the kind of call and the ballet that a few words name."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.calls import CALL_KINDS
from castapp.domain.checks import Invalid
from castapp.domain.repertory import Production
from castapp.importers.repertory import bare_title
from castapp.importers.words import fold, nearest, offer

KIND_WORDS = {
    **{fold(kind): kind for kind in CALL_KINDS},
    **dict.fromkeys(
        ("company class", "training", "klasse", "cours", "classe", "clase", "barre"), "class"
    ),
    **dict.fromkeys(("probe", "repetition", "ensayo", "studio rehearsal", "reh"), "rehearsal"),
    **dict.fromkeys(("coach", "einstudierung"), "coaching"),
    **dict.fromkeys(
        ("stage rehearsal", "buhnenprobe", "plateau", "repetition sur scene", "ensayo escenario",
         "placing", "spacing", "placing call", "spacing call", "onstage", "stage"),
        "stage call",
    ),
    **dict.fromkeys(
        ("stage orchestra", "sitzprobe", "orchestra rehearsal", "buhnenorchesterprobe",
         "scene orchestre"),
        "stage and orchestra",
    ),
    **dict.fromkeys(
        ("dress rehearsal", "general", "general rehearsal", "generalprobe", "generale",
         "repetition generale", "ensayo general", "piano dress", "hauptprobe", "pregenerale"),
        "dress",
    ),
    **dict.fromkeys(("warm up", "warmup", "aufwarmen", "echauffement"), "warm-up"),
    **dict.fromkeys(
        ("costume fitting", "anprobe", "essayage", "prueba de vestuario", "wardrobe"), "fitting"
    ),
    **dict.fromkeys(
        ("physiotherapy", "physiotherapie", "kine", "fisio", "fisioterapia"), "physio"
    ),
    **dict.fromkeys(("gym", "pilates", "fitness", "strength", "gyrotonic"), "conditioning"),
    **dict.fromkeys(("besprechung", "reunion", "talk", "briefing"), "meeting"),
    **dict.fromkeys(("interview", "photo", "photos", "photo call", "presse", "prensa"), "press"),
    **dict.fromkeys(("day off", "frei", "freier tag", "jour libre", "dia libre"), "free day"),
}  # fmt: skip
LONGEST_WORD = 4
ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Subject:
    """What a call is: its kind, the ballet its words name, and the words if they say more."""

    kind: str
    production_id: str | None = None
    title: str = ""


def subject(book: Book, text: str, otherwise: str | None) -> Subject:
    """The kind of call a text means: “Class”, “Swan Lake rehearsal”, “Bühnenprobe”.

    What names neither a kind nor a ballet is a call of the kind `otherwise`, of this title.
    Raises Invalid, offering the nearest kinds, if there is no such kind, and for a rehearsal
    that is called almost like another kind.
    """
    known = KIND_WORDS.get(fold(text))
    if known:
        return Subject(known)
    production = _production_in(book, text)
    kind = _kind_in(text)
    if kind is None and production is None:
        misspelt = nearest(text, CALL_KINDS, ALIKE) if otherwise == "rehearsal" else []
        if otherwise is None or misspelt:
            near = offer(nearest(text, CALL_KINDS) or CALL_KINDS)
            raise Invalid(f"“{text}” is no kind of call{near}.")
        return Subject(otherwise, None, text)
    rest = _without(text, production) if production else text
    title = "" if kind and KIND_WORDS.get(fold(rest)) == kind else rest
    return Subject(kind or "rehearsal", production.id if production else None, title)


def _without(text: str, production: Production) -> str:
    """A text without the ballet's name in it, for that is said beside it."""
    words = text.split()
    names = sorted((fold(one) for one in _written(production)), key=len, reverse=True)
    for name in names:
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                if fold(" ".join(words[start:end])) == name:
                    return " ".join([*words[:start], *words[end:]]).strip(" -–—:,·")
    return text


def _kind_in(text: str) -> str | None:
    words = fold(text).split()
    for size in range(LONGEST_WORD, 0, -1):
        for start in range(len(words) - size + 1):
            kind = KIND_WORDS.get(" ".join(words[start : start + size]))
            if kind:
                return kind
    return None


def _production_in(book: Book, text: str) -> Production | None:
    wanted = f" {fold(text)} "
    for production in sorted(book.all(Production), key=lambda one: -len(one.title)):
        if any(f" {bare_title(name)} " in wanted for name in _written(production)):
            return production
    return None


def _written(production: Production) -> list[str]:
    names = [name for name in (production.title, production.short) if name]
    return [*names, *(bare_title(name) for name in names)]
