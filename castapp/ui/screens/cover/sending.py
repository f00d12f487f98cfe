"""The papers of what was taken: saved where the person says, or printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.services import papers
from castapp.ui.screen import Screen
from castapp.ui.screens.cover.taken import Taken, paper_request

FORMS = {"pdf": "PDF", "txt": "Text"}


def save(screen: Screen, book: Book, request: papers.Request, form: str) -> None:
    """Make a paper of a book and ask where to put it; a folder if it is several files."""
    from castapp.services import posting

    context = screen.context
    try:
        made = posting.make(book, request, form, datetime.now().astimezone())
    except Invalid as wrong:
        context.say(str(wrong))
        return

    def write(paths: Sequence[Path]) -> None:
        try:
            for path, one in zip(paths, made, strict=True):
                posting.save(path, one.data)
        except Invalid as wrong:
            context.say(str(wrong))
        else:
            verb = "is" if len(paths) == 1 else "are"
            context.say(f"{', '.join(path.name for path in paths)} {verb} written.")

    if len(made) == 1:
        kinds = f"{FORMS[form]} (*.{form})"
        context.dialogs.save_file(screen, "Save", made[0].name, kinds, lambda path: write([path]))
    else:
        context.dialogs.choose_folder(
            screen, "Folder for the papers", lambda to: write([to / one.name for one in made])
        )


def print_slip(screen: Screen, taken: Taken) -> None:
    """Print the change slip with its texts."""
    from castapp.ui.printing import print_pages

    context = screen.context
    try:
        pages = papers.pages(
            context.book, paper_request(context.book, taken, "slip", context.today)
        )
    except Invalid as wrong:
        context.say(str(wrong))
        return
    print_pages(screen, pages, "Change slip", context.say)
