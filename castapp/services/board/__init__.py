"""Verbs of the board beyond one call: book in, edit out. No Qt; no judging but for previews."""

from __future__ import annotations

from castapp.services.board.copying import Preview, copy_days, copy_week
from castapp.services.board.cutting import join_calls, split_call, swap_calls
from castapp.services.board.keeping import (
    keep_template,
    kept_templates,
    remove_template,
    rename_template,
    replace_template,
    template_calls,
    template_named,
)
from castapp.services.board.laying import lay_out_template
from castapp.services.board.peoplerows import Bar, PersonRow, Total, people_rows
from castapp.services.board.series import ONCE, ONWARDS, change_series, likely_series, repeat_call
from castapp.services.board.shifting import move_group, shift_after
from castapp.services.board.template_words import template_words
from castapp.services.board.templates import Alike, days_alike, lay_out

__all__ = [
    "ONCE",
    "ONWARDS",
    "Alike",
    "Bar",
    "PersonRow",
    "Preview",
    "Total",
    "change_series",
    "copy_days",
    "copy_week",
    "days_alike",
    "join_calls",
    "keep_template",
    "kept_templates",
    "lay_out",
    "lay_out_template",
    "likely_series",
    "move_group",
    "people_rows",
    "remove_template",
    "rename_template",
    "repeat_call",
    "replace_template",
    "shift_after",
    "split_call",
    "swap_calls",
    "template_calls",
    "template_named",
    "template_words",
]
