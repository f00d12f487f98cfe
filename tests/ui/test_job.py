from __future__ import annotations

import sys
from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from castapp.domain.checks import Invalid
from castapp.ui.job import Jobs, Tick


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    assert made.running == 0


def test_the_result_and_the_progress_come_back(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[float, str]] = []

    def work(tick: Tick) -> int:
        tick(0.5, "half way")
        return get_ident()

    job = jobs.start(work)
    job.progressed.connect(lambda fraction, words: seen.append((fraction, words)))
    with qtbot.waitSignal(job.done) as done:
        pass
    assert done.args != [get_ident()]
    assert seen == [(0.5, "half way")]


def test_a_refusal_comes_back_as_its_sentence(jobs: Jobs, qtbot: QtBot) -> None:
    def work(tick: Tick) -> None:
        raise Invalid("The day is missing.")

    with qtbot.waitSignal(jobs.start(work).failed) as failed:
        pass
    assert failed.args == ["The day is missing."]


def test_an_error_is_told_and_written_to_the_log(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(tick: Tick) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.start(work).failed) as failed:
        pass
    assert "the log" in failed.args[0]
    assert "ZeroDivisionError" in caplog.text


def test_a_job_can_be_stopped(jobs: Jobs, qtbot: QtBot) -> None:
    started = Event()

    def work(tick: Tick) -> None:
        while True:
            started.set()
            tick(0.0)

    job = jobs.start(work)
    started.wait(10)
    with qtbot.waitSignal(job.stopped):
        job.cancel()


def test_closing_ends_every_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    started = Event()

    def work(tick: Tick) -> None:
        while not tick.stopping:
            started.set()

    jobs.start(work)
    started.wait(10)
    jobs.close()
    assert jobs.running == 0


def test_a_thread_at_work_gives_way_to_the_window_soon(qtbot: QtBot) -> None:
    sys.setswitchinterval(0.005)
    Jobs()
    assert sys.getswitchinterval() <= 0.001
