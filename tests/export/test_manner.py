from __future__ import annotations

from datetime import date

from castapp.export.manner import Manner

DAY = date(2026, 10, 14)
A4, LETTER = Manner("A4"), Manner("Letter")


def test_days_and_times_go_with_the_paper() -> None:
    assert A4.long_day(DAY) == "Wednesday 14 October 2026"
    assert LETTER.long_day(DAY) == "Wednesday, October 14, 2026"
    assert (A4.day(DAY), LETTER.day(DAY)) == ("Wed 14 Oct", "Wed Oct 14")
    assert (A4.span(870, 915), LETTER.span(870, 915)) == ("14.30–15.15", "2:30–3:15")
    assert (A4.exact(900), LETTER.exact(900), LETTER.exact(0)) == (
        "15.00",
        "3:00 p.m.",
        "12:00 a.m.",
    )
    assert (A4.half, LETTER.half) == (35, 30)
    assert (A4.beginners, LETTER.beginners) == ("beginners", "places")


def test_stretches_of_days() -> None:
    assert A4.days(date(2026, 10, 22), date(2026, 10, 31)) == "22–31 October 2026"
    assert A4.days(date(2026, 9, 28), date(2026, 10, 4)) == "28 September – 4 October 2026"
    assert LETTER.days(date(2026, 10, 22), date(2026, 10, 31)) == "October 22–31, 2026"
    assert A4.days(DAY, DAY) == A4.long_day(DAY)


def test_a_stamp_is_told_on_the_companys_clock() -> None:
    stamp = "2026-10-13T15:40:00+00:00"
    assert A4.stamp(stamp, "Europe/Madrid") == "Tue 13 Oct 17.40"
    assert LETTER.stamp(stamp, "America/New_York") == "Tue Oct 13 11:40 a.m."
    assert A4.stamp("", "Europe/Madrid") == ""
