"""The casting grid measured: a run of 40 performances and 60 roles, drawn, changed, picked from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from castapp.bench.figure import Figure, as_text, from_process
from castapp.bench.inside import seconds
from castapp.domain.availability import Participation
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Performance
from castapp.domain.company import COMPANY_ID, Company, Season, Site, Studio
from castapp.domain.people import CareerLine, Engagement, Person
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role, RoleSection, Section
from castapp.services.castgrid.following import following_in_any, painted
from castapp.services.casting import cast_dancer
from castapp.services.eligible import Place, eligible, usual_weeks
from castapp.ui.screens.casting.present import DANCERS, PERFORMANCES, ROLES, grid

if TYPE_CHECKING:
    from castapp.ui.screens.casting.grid_view import CastingGrid

ROLES_SHOWN, NIGHTS, DANCERS_HERE, CASTS = 60, 40, 80, 4
FIRST = date(2026, 10, 1)
TODAY = FIRST + timedelta(days=14)
WINDOW = (1440, 900)
WHOLE = (3400, 2700)
WORK = "run"
_GENDERS = "FM"
_RANKS = ("Principal", "Soloist", "Corps")
_MEASURE = """
from castapp.bench.casting import measure
print(measure())
import os, sys
sys.stdout.flush()
os._exit(0)
"""


def casting_figures() -> list[Figure]:
    """Every figure of a process of its own, which needs no display."""
    return from_process(_MEASURE)


def measure() -> str:
    """The figures of this process as JSON."""
    return as_text(measured())


def measured(book: Book | None = None) -> list[Figure]:
    """Every figure on a generated run, in the order in which a grid is worked on."""
    run = book or run_book()
    made = [
        Figure("a grid of 60 × 40, who dances", _once(run, judged=False), "ms", 100),
        Figure("a grid of 60 × 40, debuts and troubles too", _once(run)),
    ]
    made += _drawn(run)
    night = Place("role-00", 1, "show-20", "cast-0")
    usual = usual_weeks(run, TODAY)
    changed = _changed(run)
    _once(changed)
    first = seconds(lambda: _picked(changed, night, usual)) * 1000
    return [
        *made,
        Figure("the grid after one cell changed", _after_change(run), "ms", 40),
        Figure("picking list, first time", first, "ms", 50),
        Figure("picking list", _often(lambda: _picked(run, night, usual)), "ms", 50),
        Figure("the grid by dancer", _often(lambda: _once(run, DANCERS))),
        Figure("the grid by role", _often(lambda: _once(run, ROLES))),
        Figure("who follows a cast", _often(
            lambda: following_in_any(run, "cast-0", run.get(Role, "role-00"))), "ms", 16),
        Figure("what painting 40 nights would do", _often(
            lambda: painted(run, [f"bill-{n:02d}" for n in range(NIGHTS)], "cast-1")), "ms", 16),
    ]  # fmt: skip


def run_book() -> Book:
    """The run as a book: always the same."""
    return Book.of([*_house(), *_people(), *_work(), *_casts(), *_shows()])


def _drawn(book: Book) -> list[Figure]:
    """The grid in a real view without a screen: in a window, and whole."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from castapp.ui.process import application
    from castapp.ui.screens.casting.grid_view import CastingGrid
    from castapp.ui.theme import Theme

    app = application()
    Theme(app).choose("light")
    view = CastingGrid()
    view.show_grid(grid(book, WORK, PERFORMANCES, TODAY))
    made = []
    for name, size in (("in a window", WINDOW), ("wholly visible", WHOLE)):
        view.resize(*size)
        view.show()
        app.processEvents()
        first = seconds(lambda: _paint(view)) * 1000
        made.append(Figure(f"drawing 60 × 40 {name}, first time", first))
        again = _often(lambda: _paint(view))
        made.append(Figure(f"repainting 60 × 40 {name}", again, "ms", 16))
    view.close()
    return made


def _paint(view: CastingGrid) -> None:
    """Have every visible cell painted again, at once."""
    view.viewport().repaint()


def _once(book: Book, view: str = PERFORMANCES, *, judged: bool = True) -> float:
    return seconds(lambda: grid(book, WORK, view, TODAY, judged=judged)) * 1000


def _after_change(book: Book) -> float:
    """The grid alone, changed seven times over."""
    return median(_once(_changed(book)) for _ in range(7))


def _changed(book: Book) -> Book:
    return book.apply(cast_dancer(book, "cast-0", "role-00", 1, "dancer-78"))


def _picked(book: Book, place: Place, usual: object) -> object:
    from castapp.ui.screens.casting.pick_lines import pick_lines
    from castapp.ui.screens.casting.picker import PickModel

    found = eligible(book, place, TODAY, usual)  # type: ignore[arg-type]
    model = PickModel()
    model.show_lines(pick_lines(book, found, ""))
    return model


def _often(work: Callable[[], object]) -> float:
    work()
    return median(seconds(work) for _ in range(7)) * 1000


def _house() -> Iterator[Record]:
    yield Company(COMPANY_ID, name="Bench Ballet", ranks=_RANKS)
    yield Site("site", name="Opera house")
    yield Studio("stage", site_id="site", name="Stage", short="Stage", kind="stage", order=1)
    yield Season("season", "2026/27", date(2026, 8, 31), date(2027, 7, 11))


def _people() -> Iterator[Record]:
    for number in range(DANCERS_HERE):
        who = f"dancer-{number:02d}"
        rank = _RANKS[0] if number < 12 else _RANKS[1] if number < 30 else _RANKS[2]
        gender = _GENDERS[number % 2]
        yield Person(who, given=f"Given{number:02d}", family=f"Family{number:02d}", gender=gender)
        yield Engagement(f"e-{who}", who, date(2020, 8, 1), rank=rank)
        yield CareerLine(f"c-{who}", who, "Run", f"Role {number % ROLES_SHOWN}", times=3)
        if number % 9 == 0:
            yield Participation(f"p-{who}", who, FIRST, status="modified")


def _work() -> Iterator[Record]:
    yield Production(WORK, work="Run", title="Run", code="RN")
    for number in range(12):
        act = f"Act {number // 4 + 1}"
        yield Section(f"section-{number:02d}", WORK, number, act, f"Section {number + 1}", 10)
    for number in range(ROLES_SHOWN):
        yield Role(
            f"role-{number:02d}",
            WORK,
            number,
            f"Role {number}",
            kind="single",
            genders=_GENDERS[number % 2],
            sections=(RoleSection(f"section-{number % 12:02d}"),),
            demands=("jumps", "pointe") if number % 2 == 0 else ("big_jumps", "lifting"),
        )


def _casts() -> Iterator[Record]:
    for place in range(CASTS):
        cast = Cast(f"cast-{place}", WORK, f"{place + 1}.", place)
        yield cast
        for number in range(ROLES_SHOWN):
            for cover in range(2):
                who = (number + 2 * (place * 7 + cover * 5)) % DANCERS_HERE
                role = f"role-{number:02d}"
                yield Casting(f"{cast.id}-{role}-{cover}", cast.id, role, 1, f"dancer-{who:02d}",
                              cover)  # fmt: skip


def _shows() -> Iterator[Record]:
    show = Performance("show", FIRST, 19 * 60 + 30, "stage")
    for number in range(NIGHTS):
        night = replace(show, id=f"show-{number:02d}", day=FIRST + timedelta(days=2 * number))
        yield night
        yield BillItem(f"bill-{number:02d}", night.id, WORK, 0, f"cast-{number % CASTS}")


def main() -> None:
    """Print every figure on the generated run."""
    for figure in casting_figures():
        print(figure.words)


if __name__ == "__main__":
    main()
