from __future__ import annotations

import pytest

from castapp.bench.figure import Figure, as_text, from_process


def test_a_figure_stands_beside_its_limit() -> None:
    assert Figure("a step", 3.21, "ms", 8).words.endswith("3.2 ms   (at most 8)")
    assert Figure("a step", 3.21).words.endswith("3.2 ms")


@pytest.mark.parametrize(("most", "within"), [(None, True), (3.21, True), (3.2, False)])
def test_a_figure_says_whether_it_is_within(most: float | None, within: bool) -> None:
    row = Figure("a step", 3.21, "ms", most, "on a season").row()
    assert row == {"value": 3.21, "unit": "ms", "most": most, "within": within,
                   "beside": "on a season"}  # fmt: skip


def test_figures_come_from_a_process_of_their_own() -> None:
    figures = [Figure("a step", 3.21, "ms", 8), Figure("a ratio", 1.5, "×", None, "at 200 %")]
    code = "import sys\nprint('noise')\nprint(sys.argv[1])"
    assert from_process(code, as_text(figures)) == figures


def test_the_scale_is_that_of_the_process() -> None:
    code = (
        "import os\nfrom castapp.bench.figure import Figure, as_text\n"
        "print(as_text([Figure(os.environ['QT_SCALE_FACTOR'], 1.0)]))"
    )
    assert from_process(code, scale=2) == [Figure("2", 1.0)]
