"""Who dances instead of whom, as the papers count it."""

from __future__ import annotations

from castapp.domain.casting import Override
from castapp.domain.office import PostedLine, Posting
from castapp.domain.record import Record
from castapp.export.recastings import Recasting, is_billed, part_name, recastings
from tests.builders import THURSDAY, company_book
from tests.export.day import SHOW_ID

OFF = "Ada Vega off"


def recast(role_id: str, person_id: str | None, why: str = OFF, **more: object) -> Override:
    return Override(f"o-{role_id}-{why}", performance_id=SHOW_ID, role_id=role_id, spot=1,
                    person_id=person_id, why=why, **more)  # type: ignore[arg-type] # fmt: skip


def found(*records: Record) -> list[Recasting]:
    return recastings(company_book(records), THURSDAY, THURSDAY)


def test_the_reason_tells_who_is_off_and_the_cast_who_is_replaced() -> None:
    queen, spirit = found(recast("queen", "fox"), recast("spirits", "hana-kim", f"{OFF}, for Isa"))
    assert (queen.in_id, queen.out_id, queen.off_id) == ("fox", "vega", "vega")
    assert (spirit.out_id, spirit.off_id) == ("fox", "vega")
    book = company_book()
    assert part_name(book, queen) == "Queen"
    assert is_billed(book, queen)
    assert not is_billed(book, spirit)


def test_what_was_planned_is_a_change_only_after_a_casting_sheet_went_up() -> None:
    planned = recast("queen", "moss", "a guest")
    assert found(planned) == []
    assert [one.in_id for one in found(planned, posted("vega"))] == ["moss"]
    assert found(planned, posted("moss")) == []


def posted(queen: str) -> Posting:
    """A casting sheet with this Queen."""
    line = PostedLine(SHOW_ID, 1170, 95, "Stage", "Lake", (f"{queen}|queen|1|0",))
    return Posting("p", "casting", THURSDAY, 1, production_id="lake", lines=(line,))


def test_mid_show_the_one_of_the_first_half_is_replaced() -> None:
    (one,) = found(recast("queen", "moss", from_section_id="lake-ii"))
    assert one.mid_show
    assert (one.in_id, one.out_id) == ("moss", "vega")


def test_who_was_announced_is_replaced() -> None:
    (one,) = found(recast("queen", "fox"), posted("moss"))
    assert (one.in_id, one.out_id, one.off_id) == ("fox", "moss", "vega")


def test_a_cast_changed_after_it_was_announced_is_a_change() -> None:
    (one,) = found(posted("moss"))
    assert (one.role_id, one.in_id, one.out_id, one.off_id) == ("queen", "vega", "moss", None)
    assert found(posted("vega")) == []
