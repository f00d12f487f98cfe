"""Ballets and roles by the names they are written with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.programme import roles
from castapp.domain.repertory import Production, Role
from castapp.importers.words import FIELDS, fold, nearest

ARTICLES = frozenset("the a an le la les l der die das el los las il lo".split())
TITLES = ARTICLES | frozenset(
    "prince princess king queen count countess duke duchess von van lord lady of de du des prinz"
    " prinzessin konig konigin roi reine rey reina principe princesa".split()
)
ELSEWHERE = {
    "lac cygnes": "Swan Lake",
    "lac des cygnes": "Swan Lake",
    "schwanensee": "Swan Lake",
    "lago de cisnes": "Swan Lake",
    "lago de los cisnes": "Swan Lake",
    "casse noisette": "The Nutcracker",
    "nussknacker": "The Nutcracker",
    "cascanueces": "The Nutcracker",
    "belle au bois dormant": "The Sleeping Beauty",
    "dornroschen": "The Sleeping Beauty",
    "bella durmiente": "The Sleeping Beauty",
    "bayadere": "La Bayadère",
    "bayadera": "La Bayadère",
    "don quichotte": "Don Quixote",
    "don quijote": "Don Quixote",
    "romeo et juliette": "Romeo and Juliet",
    "romeo und julia": "Romeo and Juliet",
    "romeo y julieta": "Romeo and Juliet",
    "gisela": "Giselle",
}
_COVER = re.compile(
    r"[\s(\[,:–-]*\b(?:"
    + "|".join(sorted((fold(word) for word in FIELDS["cover"]), key=len, reverse=True))
    + r"|u/s)\b\s*(\d?)[\s)\]:–-]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(.*?\S)[\s#№.-]*?\b(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Place:
    """What a role's name stands for: the roles (several if one dancer takes them), spot, cover.

    Spot 0 means that the name does not say which.
    """

    roles: tuple[Role, ...]
    spot: int = 0
    cover: int = 0


def bare_title(text: str) -> str:
    """A ballet's title as it is compared: folded, without a leading article."""
    words = fold(text).split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def english_title(text: str) -> str:
    """The English title of a ballet named in French, German or Spanish; else the text."""
    return ELSEWHERE.get(bare_title(text), text)


def find_production(book: Book, text: str) -> Production | None:
    """The production of that title, short title, code or work."""
    wanted = {bare_title(text), bare_title(english_title(text))}
    for names in (_titles, _works):
        for production in book.all(Production):
            if wanted & {bare_title(name) for name in names(production) if name}:
                return production
    return None


def near_production(book: Book, text: str) -> list[str]:
    """Titles in the repertory that are spelled almost like the text."""
    return nearest(text, [production.title for production in book.all(Production)], 0.8)


def find_place(book: Book, production_id: str, text: str) -> Place | None:
    """The role a text names, with the spot and the place among the covers it may tell.

    “Prince Siegfried” is Siegfried; “Odette” is Odette/Odile; “Cygnets 2” is the second cygnet;
    “Siegfried cover 2” the second cover.
    """
    everything = roles(book, production_id)
    found = find_roles(everything, text)
    if found:
        return Place(found)
    covered = _COVER.search(text)
    if covered:
        rest = (text[: covered.start()] + " " + text[covered.end() :]).strip()
        place = find_place(book, production_id, rest) if rest else None
        return replace(place, cover=int(covered[1] or 1)) if place else None
    numbered = _NUMBERED.fullmatch(text.strip())
    if numbered:
        found = find_roles(everything, numbered[1])
        if found and int(numbered[2]) <= found[0].spots:
            return Place(found, int(numbered[2]))
    return None


def find_roles(everything: tuple[Role, ...], text: str) -> tuple[Role, ...]:
    """The role of that name, with those that the same dancer takes; empty if there is none."""
    for same in (_same_name, _same_core, _one_of_its_names):
        found = [role for role in everything if same(role, text)]
        if len(found) == 1 or (found and same is _same_name):
            return _with_partners(everything, found[0])
    parts = [part for part in text.split("/") if part.strip()]
    if len(parts) > 1:
        each = [find_roles(everything, part) for part in parts]
        if all(each):
            return tuple(dict.fromkeys(role for found in each for role in found))
    return ()


def role_names(book: Book, production_id: str) -> list[str]:
    """The names of a production's roles, in billing order."""
    return [role.name for role in roles(book, production_id)]


def is_own_wording(role: Role, text: str) -> bool:
    """Whether a text is the same name but for a title: Prince Siegfried for Siegfried."""
    return fold(role.name) != fold(text) and _core(role.name) == _core(text)


def near_roles(book: Book, production_id: str, text: str) -> list[str]:
    """Names of roles that are spelled almost like the text, titles such as Prince aside."""
    by_core = {_bare_role(name): name for name in role_names(book, production_id)}
    return [by_core[one] for one in nearest(_bare_role(text), by_core, 0.75)]


def _bare_role(text: str) -> str:
    words = fold(text).split()
    return " ".join(word for word in words if word not in TITLES) or " ".join(words)


def _with_partners(everything: tuple[Role, ...], role: Role) -> tuple[Role, ...]:
    if not role.together:
        return (role,)
    partners = (one for one in everything if one.together == role.together and one.id != role.id)
    return (role, *partners)


def _names(role: Role) -> set[str]:
    return {role.name, *(place.name for place in role.sections if place.name)}


def _same_name(role: Role, text: str) -> bool:
    wanted = fold(text)
    return any(fold(name) == wanted for name in _names(role))


def _same_core(role: Role, text: str) -> bool:
    wanted = _core(text)
    return any(_core(name) == wanted for name in _names(role))


def _one_of_its_names(role: Role, text: str) -> bool:
    wanted = _core(text)
    return any(_core(part) == wanted for part in re.split(r"[/,(]", role.name) if part.strip())


def _core(text: str) -> frozenset[str]:
    words = fold(text).split()
    telling = [word for word in words if word not in TITLES] or words
    return frozenset(word[:-1] if len(word) > 3 and word[-1] == "s" else word for word in telling)


def _titles(production: Production) -> tuple[str, ...]:
    return (production.title, production.short, production.code)


def _works(production: Production) -> tuple[str, ...]:
    return (production.work, f"{production.work} {production.version}")
