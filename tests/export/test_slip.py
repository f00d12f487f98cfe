"""The change slip and its texts: every part once, one word of reason, no cause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from castapp.domain.availability import Absence
from castapp.domain.checks import Invalid
from castapp.domain.record import Record
from castapp.export.callboard import said
from castapp.export.request import Request
from castapp.export.sheet import DASHED, Box, Rule, Sheet, Text, Type
from castapp.export.slip import Slip, SlipRow, slip_text, slips
from castapp.export.slip_making import change_slips
from castapp.export.slip_pages import slip_pages
from tests.builders import FRIDAY, THURSDAY, company_book, show
from tests.export.test_recastings import OFF, recast

LONG = "The Sleeping Beauty, Wed 14 Oct, 19.30"
CHAIN = (recast("queen", "fox"), recast("couple", "hana-kim", f"{OFF}, for Eva Paz"))


def slip(*records: Record, paper: str = "A4") -> Slip:
    (made,) = slips(company_book(records), THURSDAY, THURSDAY, paper)
    return made


def test_a_row_for_each_billed_part() -> None:
    made = slip(*CHAIN, recast("spirits", "gia-kim", f"{OFF}, for Isa Fox"))
    assert made.rows == (
        SlipRow("Queen", "Isa Fox", "replaces Ada Vega"),
        SlipRow("Duet", "Hana Kim", "replaces Eva Paz"),
    )
    assert made.opening == (
        "Ada Vega is indisposed.",
        "The roles below will be danced as follows:",
    )


def test_the_announcement_can_be_read_aloud() -> None:
    assert said(slip(*CHAIN).announcement) == (
        "“Ladies and gentlemen, good evening. At this evening’s performance Ada Vega is"
        " indisposed. The role of Queen will be danced by Isa Fox and Duet by Hana Kim."
        " The rest of the cast remains the same. Thank you.”"
    )


def test_the_notice_says_the_same_everywhere() -> None:
    assert said(slip(*CHAIN).notice) == (
        "Cast change: Lake, Thursday 15 October 2026, 19.30. Isa Fox replaces Ada Vega as Queen"
        " and Hana Kim replaces Eva Paz as Duet. The rest of the cast remains the same."
    )


def test_only_who_is_off_is_indisposed_and_every_other_change_is_counted() -> None:
    off = "Hana Kim off"
    made = slip(
        recast("spirits", "gia-kim", off),
        recast("couple", "hana-kim", f"{off}, for Eva Paz"),
    )
    assert made.rows == (SlipRow("Duet", "Hana Kim", "replaces Eva Paz"),)
    assert made.opening[0] == "There is a change of cast."
    assert made.say == ("Hana Kim",)
    assert said(made.announcement) == (
        "“Ladies and gentlemen, good evening. At this evening’s performance there is a change of"
        " cast. Duet will be danced by Hana Kim. There is 1 further change of cast. Thank you.”"
    )
    assert made.rest == "There is 1 further change of cast."
    assert said(made.notice).endswith("as Duet. There is 1 further change of cast.")


def test_the_head_of_the_texts_is_whole(measure: Callable[[str, Type], float]) -> None:
    at = datetime(2026, 10, 15, 15, 9, tzinfo=UTC)
    (made,) = slips(company_book(CHAIN), THURSDAY, THURSDAY, "A4", at=at)
    _, texts = slip_pages(replace(made, masthead=replace(made.masthead, title=LONG)), "A4", measure)
    assert LONG in texts.words
    assert made.masthead.title == "Lake, Thu 15 Oct, 19.30"


def test_who_is_on_leave_is_unavailable() -> None:
    away = Absence("a", person_id="vega", first=THURSDAY, kind="guest engagement")
    assert slip(*CHAIN, away).opening[0] == "Ada Vega is unavailable."


def test_mid_show_it_says_from_where_and_has_its_own_text() -> None:
    made = slip(recast("queen", "moss", from_section_id="lake-ii"))
    assert made.rows[0].part == "Queen, from Act II Spirits on"
    assert said(made.mid_show) == (
        "“Ladies and gentlemen, owing to the indisposition of Ada Vega, the role of Queen will be"
        " danced, from Act II Spirits on, by Cleo Moss. Thank you.”"
    )
    text = slip_text([made])
    assert "TO BE READ BEFORE ACT II" in text
    assert "CURTAIN UP" not in text
    assert not [one for one in made.errands if "programmes" in one.what]


def test_during_the_show_there_are_no_slips_to_cut(measure: Callable[[str, Type], float]) -> None:
    made = slip(recast("queen", "moss", from_section_id="lake-ii"))
    (texts,) = slip_pages(made, "A4", measure)
    assert "TO BE READ BEFORE ACT II" in texts.words


def test_it_says_when_it_was_made_and_has_room_for_how_names_are_said(
    measure: Callable[[str, Type], float],
) -> None:
    at = datetime(2026, 10, 15, 15, 9, tzinfo=UTC)
    (made,) = slips(company_book(CHAIN), THURSDAY, THURSDAY, "A4", at=at)
    assert made.foot == "issued Thu 15 Oct, 16.09"
    cut, texts = slip_pages(made, "A4", measure)
    assert [item.text for item in texts_of(cut)].count(made.foot) == 4
    assert "issued Thu 15 Oct, 16.09" in texts.words
    assert "Say it so" in texts.words
    assert made.say == ("Ada Vega", "Isa Fox", "Hana Kim")
    assert "[the second act]" in said(made.mid_show)
    assert {one.by for one in made.errands} == {"Thu 18.30", "Thu 18.55", "at once"}


def test_a_letter_company_writes_its_own_way() -> None:
    made = slip(*CHAIN, paper="Letter")
    assert made.when == "Thursday, October 15, 2026, 7:30 p.m."


def test_nobody_replaced_is_a_sentence() -> None:
    with pytest.raises(Invalid, match=r"Nobody is replaced in a billed part on Fri 16 Oct"):
        slips(company_book(CHAIN), FRIDAY, FRIDAY, "A4")


def test_nothing_of_the_body_is_said() -> None:
    words = slip_text([slip(*CHAIN)]).casefold()
    assert not any(word in words for word in ("injur", "sprain", "ankle", "diagnos"))


@pytest.mark.parametrize(("many", "copies", "width"), [(2, 4, 210), (5, 4, 210), (6, 2, 297)])
def test_four_to_a_sheet_two_where_it_is_long(
    many: int, copies: int, width: int, measure: Callable[[str, Type], float]
) -> None:
    made = replace(slip(*CHAIN), rows=tuple(SlipRow(f"Part {n}", f"Name {n}", "") for n in
                                            range(many)))  # fmt: skip
    cut, texts = slip_pages(made, "A4", measure)
    assert cut.size.width == width
    assert [item.text for item in texts_of(cut)].count("Name 1") == copies
    lines = [item for item in cut.items if isinstance(item, Rule) and item.style == DASHED]
    assert len(lines) == copies // 2
    assert "WHO NEEDS IT" in texts.words


def test_nothing_leaves_the_page(measure: Callable[[str, Type], float]) -> None:
    long = SlipRow("A part with a very long name indeed, from Act III Grand pas on",
                   "Maximiliana Fitzgerald-Oyelaran-Whitcombe", "replaces nobody")  # fmt: skip
    for paper in ("A4", "Letter"):
        for sheet in slip_pages(replace(slip(*CHAIN), rows=(long,) * 13), paper, measure):
            width, height = sheet.size.width / 25.4 * 72, sheet.size.height / 25.4 * 72
            for item in texts_of(sheet):
                assert item.x >= 0
                assert item.x + measure(item.text, item.type) <= width
                assert item.y <= height
            assert all(item.y + item.height <= height for item in sheet.items
                       if isinstance(item, Box))  # fmt: skip


def test_the_days_of_a_run_are_one_file(qapp: object) -> None:
    (pages,) = change_slips(company_book(CHAIN), Request("slip", THURSDAY, FRIDAY))
    assert pages.name == "change-slip-2026-10-15"
    assert len(pages.sheets) == 2


def texts_of(sheet: Sheet) -> list[Text]:
    """The texts of a page."""
    return [item for item in sheet.items if isinstance(item, Text)]


def test_one_show_of_a_day_has_a_slip_of_its_own() -> None:
    early = replace(recast("queen", "fox"), id="early", performance_id=f"show-{THURSDAY}-840")
    book = company_book(show(curtain=840), [*CHAIN, early])
    assert len(slips(book, THURSDAY, THURSDAY, "A4")) == 2
    (one,) = slips(book, THURSDAY, THURSDAY, "A4", f"show-{THURSDAY}-840")
    assert one.show_id == f"show-{THURSDAY}-840"
