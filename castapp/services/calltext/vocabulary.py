"""Everything a word in a call's text can mean, by the ways it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from castapp.domain.book import Book
from castapp.domain.calls import CALL_KINDS
from castapp.domain.casting import Cast
from castapp.domain.company import COMPANY_ID, Company, Studio
from castapp.domain.people import Person
from castapp.domain.programme import casts, roles, sections
from castapp.domain.repertory import Production, Role, Section
from castapp.domain.roster import inside_name
from castapp.domain.who import group_words
from castapp.domain.wording import kind_word
from castapp.importers.call_people import GROUP_WORDS
from castapp.importers.call_words import KIND_WORDS
from castapp.services.calltext.tokens import keys

PRODUCTION, SECTION, ACT, ROLE, CAST = "production", "section", "act", "role", "cast"
STUDIO, GROUP, KIND, PERSON, WORD = "studio", "group", "kind", "person", "word"
ORDER = (PRODUCTION, ROLE, SECTION, ACT, CAST, STUDIO, GROUP, KIND, PERSON, WORD)
LONGEST_PHRASE = 7

NO, COVERS, COVER, FULL, LEADS, TBA, TENTATIVE, FIRM = (
    "no", "covers", "cover", "full call", "leads only", "TBA", "tentative", "firm",
)  # fmt: skip
JOINS, LEAVES, FOR, ALSO, PNO, COACH, CAST_WORD, ALL_CASTS, WHOLE, FILLER = (
    "joins", "leaves", "for", "also", "pianist", "coach", "casts", "all casts", "whole ballet", "",
)  # fmt: skip
_WORDS: dict[str, tuple[str, ...]] = {
    NO: ("no", "not", "without", "except", "minus", "ohne", "sans", "sin"),
    COVERS: ("covers", "w covers", "with covers", "and covers", "plus covers", "incl covers"),
    COVER: ("cover", "w cover", "with cover", "as cover"),
    FULL: ("full call", "tutti", "full cast"),
    LEADS: ("leads", "leads only", "leading roles", "principals only"),
    TBA: ("tba", "tbc", "tbd"),
    TENTATIVE: ("tentative", "tent", "pencil", "pencilled", "provisional"),
    FIRM: ("firm", "confirmed"),
    JOINS: ("joins", "join", "from", "joins at", "join at"),
    LEAVES: ("leaves", "leave", "released", "released first", "until", "till", "out", "out at"),
    FOR: ("for",),
    ALSO: ("also", "plus"),
    PNO: ("pno", "piano", "pianist", "at the piano"),
    COACH: ("coach", "with", "w", "led by", "teacher", "taught by"),
    CAST_WORD: ("cast", "casts"),
    ALL_CASTS: ("all casts", "both casts"),
    WHOLE: ("whole ballet", "whole"),
    FILLER: ("and", "the", "a", "of", "in", "on", "at", "only", "call", "to", "act", "acts"),
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMERALS = {
    **{roman: str(number) for number, roman in enumerate(_ROMAN, start=1)},
    **{str(number): roman for number, roman in enumerate(_ROMAN, start=1)},
}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a word can mean: a record's id, an act's name, a kind, or a word of our own."""

    kind: str
    id: str
    words: str


Phrase = tuple[str, ...]


@dataclass(slots=True)
class Vocabulary:
    """Phrases and what they can mean; `production_id` is the ballet whose parts are among them.

    `texts` are the phrases as text with a blank before each word, for looking quickly;
    `numbered` those that are a name with its numeral written the other way.
    """

    production_id: str | None
    phrases: dict[Phrase, list[Meaning]] = field(default_factory=dict)
    acts: dict[str, str] = field(default_factory=dict)
    texts: dict[str, Phrase] = field(default_factory=dict)
    numbered: set[Phrase] = field(default_factory=set)

    def add(self, kind: str, record_id: str, words: str, written: Iterable[str]) -> None:
        """Know one more thing by the ways it is written."""
        meaning = Meaning(kind, record_id, words)
        for name in written:
            phrase = keys(name)
            if phrase:
                known = self.phrases.setdefault(phrase, [])
                self.texts["".join(f" {word}" for word in phrase)] = phrase
                if meaning not in known:
                    known.append(meaning)

    def add_numbered(self) -> None:
        """Know each role and section also by the other numeral: duet 1 as Duet I, and back. A
        number after a role of its own is a spot.
        """
        for phrase, known in list(self.phrases.items()):
            other = (*phrase[:-1], _NUMERALS.get(phrase[-1], ""))
            parts = [one for one in known if one.kind in (ROLE, SECTION)]
            bare = any(one.kind == ROLE for one in self.exactly(phrase[:-1]))
            if parts and len(phrase) > 1 and other[-1] and not bare and other not in self.phrases:
                self.phrases[other] = parts
                self.texts["".join(f" {word}" for word in other)] = other
                self.numbered.add(other)

    def holding(self, text: str) -> list[Phrase]:
        """The phrases that hold a text, in which a blank stands before each word."""
        return [phrase for whole, phrase in self.texts.items() if text in whole]

    def exactly(self, phrase: Phrase) -> list[Meaning]:
        """What a phrase means as it stands."""
        return self.phrases.get(phrase, [])


def vocabulary(book: Book, production_id: str | None) -> Vocabulary:
    """What words mean in calls of a ballet, or before one is known."""
    kept = book.cache("calltext", Production, Section, Role, Cast, Person, Studio, Company)
    found = kept.get(production_id)
    if found is None:
        found = kept[production_id] = Vocabulary(production_id)
        _general(book, found)
        if production_id:
            of_ballet(book, found, production_id)
    answer: Vocabulary = found
    return answer


def ballets(book: Book) -> Vocabulary:
    """The ballets alone."""
    kept = book.cache("calltext_ballets", Production)
    if "" not in kept:
        kept[""] = Vocabulary(None)
        _ballets(book, kept[""])
    answer: Vocabulary = kept[""]
    return answer


def parts_of(book: Book, production_id: str) -> Vocabulary:
    """The acts, sections, roles and casts of a ballet alone."""
    kept = book.cache("calltext_parts", Section, Role, Cast)
    if production_id not in kept:
        kept[production_id] = Vocabulary(production_id)
        of_ballet(book, kept[production_id], production_id)
    answer: Vocabulary = kept[production_id]
    return answer


def of_ballet(book: Book, words: Vocabulary, production_id: str) -> None:
    """Add a ballet's acts, sections, roles and casts."""
    for number, act in enumerate(_acts(book, production_id), start=1):
        bare = act.removeprefix("Act ")
        ways = (act, bare, f"acts {bare}", f"act {number}") if bare != act else (act,)
        words.add(ACT, act, act, ways)
    for section in sections(book, production_id):
        if not section.interval:
            words.acts[section.id] = section.act
            words.add(SECTION, section.id, section.name, (section.name,))
    for role in roles(book, production_id):
        words.add(ROLE, role.id, role.name, _role_names(role))
    known = casts(book, production_id)
    for number, cast in enumerate(known, start=1):
        name = cast.name.removesuffix(" cast")
        shown = f"{name} cast"
        ordinal = _ORDINALS[number] if number < len(_ORDINALS) else name
        named = (f"{name} cast", f"{name} casts", f"cast {name}", f"casts {name}",
                f"{ordinal} cast", f"cast {number}", f"{number} cast")  # fmt: skip
        words.add(CAST, cast.id, shown, (*named, *((name,) if len(name) > 1 else ())))
    words.add_numbered()


def _general(book: Book, words: Vocabulary) -> None:
    _ballets(book, words)
    for studio in book.all(Studio):
        words.add(STUDIO, studio.id, studio.name, (studio.name, studio.short))
    company = book.find(Company, COMPANY_ID)
    for rank in company.ranks if company else ():
        head, of, rest = rank.partition(" of ")
        plural = f"{head}s{of}{rest}"
        words.add(GROUP, rank, group_words(rank), (rank, plural, f"{plural} call"))
    for written, group in GROUP_WORDS.items():
        words.add(GROUP, group, group_words(group), (written,))
    words.add(GROUP, "company", group_words("company"), ("full company",))
    for written, kind in KIND_WORDS.items():
        words.add(KIND, kind, kind_word(kind), (written,))
    for kind in CALL_KINDS:
        words.add(KIND, kind, kind_word(kind), (kind,))
    for person in book.all(Person):
        words.add(PERSON, person.id, inside_name(book, person.id), _person_names(book, person))
    for code, ways in _WORDS.items():
        words.add(WORD, code, code, ways)


def _ballets(book: Book, words: Vocabulary) -> None:
    for work in book.all(Production):
        words.add(PRODUCTION, work.id, work.short or work.title,
                  (work.title, work.short, work.code, work.work))  # fmt: skip


def _acts(book: Book, production_id: str) -> list[str]:
    found = (section.act for section in sections(book, production_id) if section.act)
    return list(dict.fromkeys(found))


def _role_names(role: Role) -> Iterator[str]:
    places = [place.name for place in role.sections if place.name]
    for name in dict.fromkeys((role.name, *role.name.split("/"), *places)):
        bare = name.split(",")[0]
        yield name
        yield bare
        yield bare.removesuffix("s") if bare.endswith("s") else f"{bare}s"


def _person_names(book: Book, person: Person) -> tuple[str, ...]:
    return (
        person.name,
        person.surname,
        f"{person.given} {person.family}",
        f"{person.family} {person.given}",
        f"{person.given[:1]} {person.surname}",
        f"{person.surname} {person.given[:1]}",
        inside_name(book, person.id),
    )
