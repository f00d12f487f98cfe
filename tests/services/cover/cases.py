"""What really happened, as books: cast changes of public notices, with what they do not tell."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import COMPANY_ID, Company, Site, Studio
from castapp.domain.people import CareerLine, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection, Section

EVENING, MATINEE = 19 * 60 + 30, 14 * 60


def company() -> list[Record]:
    return [
        Company(COMPANY_ID, name="The Company", ranks=("Principal", "Soloist", "Corps")),
        Site("site", name="Opera house"),
        Studio("stage", site_id="site", name="Stage", short="St", kind="stage"),
    ]


def woman(name: str) -> Person:
    return person(name, "F")


def man(name: str) -> Person:
    return person(name, "M")


def person(name: str, gender: str) -> Person:
    given, _, family = name.rpartition(" ")
    return Person(family.lower(), given, family, gender=gender)


def lead(ballet: str, order: int, name: str, gender: str, sections: tuple[str, ...]) -> Role:
    lifts = "lifted" if gender == "F" else "lifting"
    return Role(
        f"{ballet}-{order}", ballet, order, name, genders=gender,
        sections=tuple(map(RoleSection, sections)), demands=("partnering", lifts), effort=9,
    )  # fmt: skip


def ballet(key: str, title: str, acts: int) -> list[Record]:
    sections = [
        Section(f"{key}-s{n}", key, n, f"Act {'I' * n}", f"Act {'I' * n}", 35)
        for n in range(1, acts + 1)
    ]
    return [Production(key, title, title), *sections]


def cast_of(key: str, production_id: str, order: int, dancing: dict[str, str]) -> list[Record]:
    return [
        Cast(key, production_id, f"{order}", order),
        *(Casting(f"{key}-{role}", key, role, 1, who) for role, who in dancing.items()),
    ]


def night(day: date, cast_id: str, production_id: str, curtain: int = EVENING) -> list[Record]:
    show_id = f"{day.isoformat()}-{curtain}"
    return [
        Performance(show_id, day, curtain, "stage"),
        BillItem(f"bill-{show_id}", show_id, production_id, 0, cast_id),
    ]


def swan_lake() -> list[Record]:
    acts = ("swan-s1", "swan-s2", "swan-s3")
    return [
        *ballet("swan", "Swan Lake", 3),
        lead("swan", 1, "Odette/Odile", "F", acts),
        lead("swan", 2, "Prince Siegfried", "M", acts),
        Role("swan-3", "swan", 3, "Von Rothbart", genders="M", kind="character",
             sections=(RoleSection("swan-s2"),)),
    ]  # fmt: skip


def june_2018() -> Book:
    """Swan Lake, London, June 2018: Lauren Cuthbertson was replaced on 2 and 8 June by Sarah Lamb
    and on 18 June by Yasmine Naghdi; the rest of the cast remained the same (the house's notice).

    The notice tells nothing else: the other women's own nights, and the men, are assumed.
    """
    women = ["Lauren Cuthbertson", "Sarah Lamb", "Yasmine Naghdi"]
    records: list[Record] = [*company(), *swan_lake(), *map(woman, women)]
    records += [man("First Prince"), man("Second Siegfried"), man("Third Noble"), man("A Rothbart")]
    pairs = {
        "c1": ("cuthbertson", "prince"),
        "c2": ("lamb", "siegfried"),
        "c3": ("naghdi", "noble"),
    }
    for order, (key, (her, his)) in enumerate(pairs.items(), 1):
        records += cast_of(key, "swan", order, {"swan-1": her, "swan-2": his, "swan-3": "rothbart"})
    for day in (2, 8, 18):
        records += night(date(2018, 6, day), "c1", "swan")
    for day in (5, 19):
        records += night(date(2018, 6, day), "c2", "swan")
    for day in (1, 9):
        records += night(date(2018, 6, day), "c3", "swan")
    return Book.of(records)


def february_2015() -> Book:
    """Swan Lake, London, 19 February 2015, two shows: Sarah Lamb could not dance the evening.
    Marianela Nuñez did, and left the matinee, which Roberta Marquez and Nehemiah Kish took from
    her and Thiago Soares (the house's notice). Lamb's Siegfried is assumed.
    """
    records: list[Record] = [*company(), *swan_lake()]
    records += map(woman, ["Marianela Nuñez", "Sarah Lamb", "Roberta Marquez"])
    records += map(man, ["Thiago Soares", "Her Siegfried", "Nehemiah Kish", "A Rothbart"])
    pairs = {"c1": ("nuñez", "soares"), "c2": ("lamb", "siegfried"), "c3": ("marquez", "kish")}
    for order, (key, (her, his)) in enumerate(pairs.items(), 1):
        records += cast_of(key, "swan", order, {"swan-1": her, "swan-2": his, "swan-3": "rothbart"})
    together = CareerLine("l", "nuñez", "Giselle", "Giselle", partner="Her Siegfried", times=9)
    records += [together, *night(date(2015, 2, 19), "c1", "swan", MATINEE)]
    records += night(date(2015, 2, 19), "c2", "swan")
    return Book.of(records)


def cinderella() -> Book:
    """Cinderella, Birmingham, late 2012: a Prince was off for the rest of the season, nobody was
    to dance two shows back to back, and Cinderellas also danced the Fairy Godmother (the
    company's own account). The casting itself is assumed.
    """
    acts = ("cin-s1", "cin-s2", "cin-s3")
    records: list[Record] = [
        *company(),
        *ballet("cin", "Cinderella", 3),
        lead("cin", 1, "Cinderella", "F", acts),
        lead("cin", 2, "Prince", "M", ("cin-s2", "cin-s3")),
        Role("cin-3", "cin", 3, "Fairy Godmother", genders="F", effort=6,
             sections=(RoleSection("cin-s1"), RoleSection("cin-s3"))),
        *map(woman, ["One Willow", "Two Sand", "Three Oak", "Four Reed"]),
        *map(man, ["Prince Cao", "Prince Caley", "Prince Monk", "Prince Singer"]),
    ]  # fmt: skip
    pairs = [("willow", "cao", "sand"), ("sand", "caley", "oak"), ("oak", "monk", "reed"),
             ("reed", "singer", "willow")]  # fmt: skip
    for order, (her, his, fairy) in enumerate(pairs, 1):
        dancing = {"cin-1": her, "cin-2": his, "cin-3": fairy}
        records += cast_of(f"c{order}", "cin", order, dancing)
    plan = [(28, EVENING, 1), (29, EVENING, 2), (30, EVENING, 1)]
    for day, curtain, cast in plan:
        records += night(date(2012, 11, day), f"c{cast}", "cin", curtain)
    for curtain, cast in ((MATINEE, 1), (EVENING, 3)):
        records += night(date(2012, 12, 1), f"c{cast}", "cin", curtain)
    records += night(date(2012, 12, 2), "c1", "cin", MATINEE)
    return Book.of(records)


def mixed_week() -> Book:
    """A week of mixed bills as New York prints them: three short ballets a night, several roles
    for each dancer of an evening, two shows on Saturday. Ballets and dancers are assumed.
    """
    names = ["Ash", "Bay", "Cob", "Dew", "Elm", "Fen", "Gale", "Heath"]
    records: list[Record] = [*company(), *(woman(f"W {name}") for name in names)]
    for number, key in enumerate(("one", "two", "three")):
        records.append(Production(key, f"Ballet {key}", f"Ballet {key}"))
        records.append(Section(f"{key}-s", key, 1, "", "The ballet", 25))
        records.append(Cast(f"{key}-c", key, "1st", 1))
        records.append(Cast(f"{key}-d", key, "2nd", 2))
        for spot in range(1, 5):
            role = Role(f"{key}-{spot}", key, spot, f"Solo {spot}", kind="group", genders="F",
                        sections=(RoleSection(f"{key}-s"),), change_minutes=10)  # fmt: skip
            dancer = names[(number * 3 + spot) % 8].lower()
            cover = names[(number * 3 + spot + 4) % 8].lower()
            records += [role, Casting(f"{key}-c-{spot}", f"{key}-c", role.id, 1, dancer)]
            records.append(Casting(f"{key}-d-{spot}", f"{key}-d", role.id, 1, cover))
    shows = [(20, EVENING), (21, EVENING), (22, EVENING), (23, EVENING), (24, MATINEE),
             (24, EVENING), (25, MATINEE)]  # fmt: skip
    for day, curtain in shows:
        show = Performance(f"{day}-{curtain}", date(2026, 1, day), curtain, "stage")
        records.append(show)
        for order, key in enumerate(("one", "two", "three")):
            records.append(BillItem(f"b-{show.id}-{key}", show.id, key, order, f"{key}-c"))
    return Book.of(records)
