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


@dataclass(frozen=True, slots=True)
class Subject:
    """What a call is: its kind, the ballet its words name, and the words if they say more."""

    kind: str
    production_id: str | None = None
    title: str = ""


def subject(book: Book, text: str, *, strict: bool) -> Subject:
    """The kind of call a text means: “Class”, “Swan Lake rehearsal”, “Bühnenprobe”.

    Raises Invalid offering the nearest kinds if the text names neither a kind nor a ballet;
    unless `strict`, that is a meeting of this title.
    """
    known = KIND_WORDS.get(fold(text))
    if known:
        return Subject(known)
    production = _production_in(book, text)
    kind = _kind_in(text)
    if kind is None and production is None:
        if strict:
            near = offer(nearest(text, CALL_KINDS) or CALL_KINDS)
            raise Invalid(f"“{text}” is no kind of call{near}.")
        return Subject("meeting", None, text)
    return Subject(kind or "rehearsal", production.id if production else None, text)


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
        names = {bare_title(name) for name in (production.title, production.short) if name}
        if any(f" {name} " in wanted for name in names):
            return production
    return None
