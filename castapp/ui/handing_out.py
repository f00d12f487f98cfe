"""A paper given out from a screen: printed, or saved where the person says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from castapp.domain.checks import Invalid

if TYPE_CHECKING:
    from castapp.export.making import Made
    from castapp.services.papers import Request
    from castapp.ui.screen import ScreenContext

FORM_WORDS = {"pdf": "PDF", "txt": "Text", "csv": "CSV", "xlsx": "Spreadsheet"}


def print_paper(parent: QWidget, context: ScreenContext, request: Request, title: str) -> None:
    """Ask for a printer, then print; what cannot be made is said in one sentence."""
    from castapp.services import papers
    from castapp.ui.printing import print_pages

    try:
        pages = papers.pages(context.book, request)
    except Invalid as wrong:
        context.say(str(wrong))
        return
    print_pages(parent, pages, title, context.say)


def save_paper(
    parent: QWidget, context: ScreenContext, request: Request, form: str, title: str
) -> None:
    """Make a paper in a format, ask where to put it, and write it."""
    from castapp.services import papers

    try:
        files = papers.made(context.book, request, (form,))
    except Invalid as wrong:
        context.say(str(wrong))
        return
    if not files:
        context.say(f"There is nothing to put on the {title.lower()} yet.")
        return
    if len(files) == 1:
        kinds = f"{FORM_WORDS[form]} (*.{form})"
        context.dialogs.save_file(
            parent, f"Save the {title.lower()}", files[0].name, kinds,
            lambda path: _write(context, files, [path]),
        )  # fmt: skip
    else:
        context.dialogs.choose_folder(
            parent, f"Folder for the {title.lower()}s",
            lambda to: _write(context, files, [to / one.name for one in files]),
        )  # fmt: skip


def _write(context: ScreenContext, files: Sequence[Made], paths: Sequence[Path]) -> None:
    from castapp.services.posting import save

    try:
        for path, one in zip(paths, files, strict=True):
            save(path, one.data)
    except Invalid as wrong:
        context.say(str(wrong))
    else:
        verb = "is" if len(paths) == 1 else "are"
        context.say(f"{', '.join(path.name for path in paths)} {verb} written.")
