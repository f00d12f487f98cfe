"""Four in the afternoon in the sample company: who may dance, what it touches, what stays shut."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from castapp import app
from castapp.cli.run import run
from castapp.demo import papers
from castapp.domain.availability import Injury
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Ref
from castapp.domain.people import Person
from castapp.domain.slot import week_start
from castapp.paths import resource
from castapp.services.sample import PASSPHRASE
from castapp.services.sample.data import person_id
from castapp.services.sample.plot import next_working_day
from castapp.ui.screen import Screen
from castapp.ui.screens.health.board import Touch
from castapp.ui.screens.health.key_forms import KeyForm
from castapp.ui.screens.health.medical_panel import LOCKED
from castapp.ui.screens.health.screen import HealthScreen
from castapp.ui.screens.health.touch_rows import TouchButton
from castapp.ui.screens.today.screen import TodayScreen
from castapp.ui.screens.workload.sentences import FOOTER as SOURCE
from tests.builders import SATURDAY, WEDNESDAY
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import Sitting

EASTER_MONDAY = date(2027, 3, 29)
TODAYS = (WEDNESDAY, SATURDAY, EASTER_MONDAY)
BALLERINA, GUEST = "Emilio Bektemirova", "Iveta Popov"
MEDICAL = re.compile(
    r"injur|diagnos|sprain|strain(?!er)|fractur|lesion|patholog|symptom|swelling|tendon|ligament"
    r"|rotator|tibia|\bankle|\bhurt\b|\bpain(?!t)|hop test|stage of return",
    re.IGNORECASE,
)


class Sample:
    """A company file made once, and the day its plot is set around."""

    def __init__(self, path: Path, today: date) -> None:
        self.path = path
        self.today = today

    def copy(self, folder: Path) -> Path:
        """A copy of one's own to work on."""
        copied = folder / "Sample company.castapp"
        copied.write_bytes(self.path.read_bytes())
        return copied

    @property
    def thursday(self) -> date:
        """The Thursday on which she is back."""
        monday = week_start(self.today, 0)
        return monday + timedelta(days=3 if self.today.weekday() <= 3 else 10)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Sample]:
    """Makes the sample company around a today, each once."""

    @cache
    def made(today: date) -> Sample:
        path = tmp_path_factory.mktemp("sample") / "Sample.castapp"
        app.new_sample(str(path), today).close()
        return Sample(path, today)

    return made


@pytest.fixture(params=TODAYS, ids=lambda day: f"{day:%a-%d-%b-%Y}")
def sample(request: pytest.FixtureRequest, samples: Callable[[date], Sample]) -> Sample:
    """The sample company around one of three todays; each test works on a copy."""
    return samples(request.param)


@pytest.fixture
def me(sit_down: SitDown, sample: Sample, tmp_path: Path) -> Sitting:
    made = sit_down("Jana Mills", sample.today)
    made.open(sample.copy(tmp_path))
    return made


def test_the_morning_page_tells_the_plot(me: Sitting, sample: Sample) -> None:
    shown = me.seen(me.go("today", TodayScreen))
    assert re.search(rf"{BALLERINA}, .*review (today|yesterday|\w{{3}} \d+)", shown), shown
    day = next(line for line in shown.splitlines() if line.startswith(f"{sample.today:%A}"))
    assert day == f"{sample.today:%A} {sample.today.day} {sample.today:%B}"
    assert re.search(r"hard, Popov.*", shown)
    assert "Off and modified" in shown


def test_the_clash_of_the_plot_is_in_the_strip_and_leads_to_its_call(
    me: Sitting, sample: Sample
) -> None:
    me.window.go_to(next_working_day(sample.today))
    me.settle()
    rows = [row for row in me.window.frame.findings.model.rows if row.severity == "hard"]
    (clash,) = [row for row in rows if "Popov" in row.who]
    me.window.frame.findings.shown.emit(clash)
    assert me.window.shown == "schedule"


def test_what_her_being_off_touches_is_listed_in_time_order(me: Sitting, sample: Sample) -> None:
    screen = me.go("health", HealthScreen)
    assert screen.reveal(Ref(Person, person_id("Bektemirova")))
    me.press("Off", screen.details)
    me.settle()
    touches = [one.touch for one in screen.details.findChildren(TouchButton) if one.isVisible()]
    shows = [one for one in touches if me.book.find(Performance, one.ref_id)]
    calls = [one for one in touches if one not in shows]
    assert touches == [*shows, *calls]
    classes_at_the_end = calls[:-1]
    for some in (shows, classes_at_the_end):
        begins = [beginning(me.book, one) for one in some]
        assert begins == sorted(begins)
    assert len(touches) > 3
    odette = [one for one in touches if "Odette" in one.title]
    assert [beginning(me.book, one)[0] for one in odette][:1] == [sample.thursday]


def beginning(book: Book, touch: Touch) -> tuple[date, int]:
    """When something touched begins."""
    call = book.find(Call, touch.ref_id)
    if call is not None:
        return call.day, call.start
    show = book.get(Performance, touch.ref_id)
    return show.day, show.curtain


def test_the_impact_of_that_night_is_told_in_time_order(
    sample: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sample.copy(tmp_path)
    moment = f"{sample.today.isoformat()} 16:00"
    status = run(
        ["impact", str(path), "--dancer", BALLERINA, "--from", moment, "--json"], app.house()
    )
    rows = json.loads(capsys.readouterr().out)
    assert status == 1
    when = [row["when"] for row in rows]
    dated = [one for one in when if one]
    assert dated == sorted(dated)
    assert when == [*dated, *([None] * (len(when) - len(dated)))]
    assert all(one >= f"{sample.today.isoformat()}T" for one in dated)
    odettes = [row for row in rows if row["as"] == "dances" and row["role"] == "Odette/Odile"]
    assert odettes[0]["when"].startswith(sample.thursday.isoformat())


def test_the_sealed_record_opens_with_the_passphrase_only(me: Sitting) -> None:
    screen = me.go("health", HealthScreen)
    assert screen.reveal(Ref(Person, person_id("Bektemirova")))
    medical = me.program.medical
    assert medical is not None
    for wrong in ("", "sample swans at dawn", PASSPHRASE.upper(), f"{PASSPHRASE} "):
        unlock(me, screen, wrong)
        assert not medical.is_open
        assert "sprain" not in me.seen()
    unlock(me, screen, PASSPHRASE)
    assert medical.is_open
    assert "Lateral ankle sprain, mild" in me.seen(screen.details)
    medical.lock()
    me.settle()
    assert not MEDICAL.search(me.seen().replace(LOCKED, ""))


def unlock(me: Sitting, screen: HealthScreen, passphrase: str) -> None:
    """Try a passphrase at the foot of the inspector."""
    forms = [one for one in screen.details.findChildren(KeyForm) if one.isVisible()]
    if not forms:
        me.press("Unlock…", screen.details)
        forms = [one for one in screen.details.findChildren(KeyForm) if one.isVisible()]
    line = forms[-1].lines[0]
    line.clear()
    QTest.keyClicks(line, passphrase)
    QTest.keyClick(line, Qt.Key.Key_Return)
    me.settle()


def test_no_screen_says_a_medical_word_while_locked(me: Sitting) -> None:
    for entry in me.window.entries:
        screen = me.go(entry.name, Screen)
        for ref in (Ref(Person, person_id(one)) for one in ("Bektemirova", "Sato")):
            if Person in entry.reveals:
                screen.reveal(ref)
            assert telling(me.seen().replace(LOCKED, "").replace(SOURCE, "")) == []


def test_no_command_says_a_medical_word(
    samples: Callable[[date], Sample], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, house = str(samples(WEDNESDAY).copy(tmp_path)), app.house()
    orders = [
        ["history", path],
        ["check", path],
        *(["show", path, what] for what in ("people", "performances", "casting", "calls", "hours")),
        ["impact", path, "--dancer", BALLERINA, "--from", WEDNESDAY.isoformat()],
    ]
    for order in [*orders[:2], *([*order, "--json"] for order in orders)]:
        assert run(order, house) in (0, 1)
        printed = capsys.readouterr()
        assert telling(printed.out + printed.err) == [], order


def test_no_paper_says_a_medical_word(samples: Callable[[date], Sample], tmp_path: Path) -> None:
    desk = app.open_desk(str(samples(WEDNESDAY).copy(tmp_path)))
    made = papers(desk.book, tmp_path / "papers", WEDNESDAY)
    desk.close()
    assert {path.suffix for path in made} >= {".pdf", ".xlsx", ".ics"}
    for path in made:
        words = words_of(path)
        assert len(words) > 200, path.name
        assert telling(f"{path.name}\n{words}") == [], path.name


def test_the_file_itself_holds_no_medical_word(sample: Sample, tmp_path: Path) -> None:
    desk = app.open_desk(str(sample.copy(tmp_path)))
    sealed = desk.book.count(Injury)
    desk.close()
    held = sample.path.read_bytes().decode("latin-1")
    entries = tomllib.loads(resource("sample_company/sealed.toml").read_text("utf-8"))["record"]
    assert len(entries) == sealed
    for entry in entries:
        assert entry["diagnosis"] not in held
        assert entry["notes"] not in held


def telling(words: str) -> list[str]:
    """The lines with a medical word in them."""
    return [line for line in words.splitlines() if MEDICAL.search(line)]


def words_of(path: Path) -> str:
    """Every word of a paper."""
    if path.suffix == ".pdf":
        done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
        return done.stdout.decode()
    if path.suffix == ".xlsx":
        return "\n".join(_parts(path))
    return path.read_text("utf-8")


def _parts(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            yield re.sub(r"<[^>]+>", "\n", book.read(name).decode("utf-8"))
