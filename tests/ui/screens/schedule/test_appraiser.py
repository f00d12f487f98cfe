from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.appraiser import AT_ONCE, Appraiser
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.zones import Tip
from tests.builders import THURSDAY, call, company_book

NAMES = [f"c{n}" for n in range(AT_ONCE + 1)]
BOOK = company_book(
    *(call(name, 600 + 60 * n, 45, people=["vega"]) for n, name in enumerate(NAMES)),
    call("busy", 16 * 60, 60, people=["vega"], studio_id="studio-2"),
)
HELD = tuple(
    Held(name, THURSDAY, "studio-1", 600 + 60 * n, 645 + 60 * n) for n, name in enumerate(NAMES)
)
ONTO = tuple(Held(one.id, one.day, one.studio_id, one.start + 180, one.end + 180) for one in HELD)


def test_one_is_judged_at_once(qapp: object) -> None:
    appraiser = Appraiser(new_findings)
    onto = Held("c0", THURSDAY, "studio-a", 16 * 60, 17 * 60 - 15)
    told = appraiser.tip(BOOK, HELD[:1], (onto,), copying=False)
    assert told is not None
    assert told.severity == "hard"
    appraiser.stop()


def test_of_many_the_first_is_judged_at_once_and_all_when_the_hand_rests(qapp: object) -> None:
    appraiser = Appraiser(new_findings)
    told: list[Tip] = []
    appraiser.told.connect(told.append)
    first = appraiser.tip(BOOK, HELD, ONTO, copying=False)
    assert first is not None
    assert first.severity == "note"
    assert first.lines[-1] == f"The other {len(HELD) - 1} are judged when the hand rests."
    assert appraiser.working
    appraiser.answer()
    assert [one.severity for one in told] == ["hard"]
    appraiser.stop()
    assert not appraiser.working


def test_a_place_is_judged_once_while_the_hand_holds_the_same(qapp: object) -> None:
    asked: list[object] = []

    def judge(book: Book, edit: Edit) -> list[Finding]:
        asked.append(edit)
        return new_findings(book, edit)

    appraiser = Appraiser(judge)
    appraiser.prepare(BOOK, HELD[:1])
    first = appraiser.tip(BOOK, HELD[:1], ONTO[:1], copying=False)
    known = len(asked)
    assert appraiser.tip(BOOK, HELD[:1], ONTO[:1], copying=False) == first
    assert len(asked) == known
    appraiser.stop()
    appraiser.tip(BOOK, HELD[:1], ONTO[:1], copying=False)
    assert len(asked) > known
    appraiser.stop()
