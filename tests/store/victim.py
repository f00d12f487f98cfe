"""Writes to a company and is killed at it, again and again; then looks what is left.

Run with the address and the number of cycles; says how many acknowledged edits there were and
how many were lost, doubled or half there.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.finding import Finding
from castapp.domain.office import Note
from castapp.services.desk import Desk
from castapp.services.safekeeping import verify
from castapp.store.door import create_store, open_store

NOTES = tuple(f"note-{number}" for number in range(60))
FILLING = " and so on" * 150  # enough that writing takes long enough to be killed at it


def lenient(book: Book, edit: Edit) -> Sequence[Finding]:
    return ()


def write_for_ever(address: str, acknowledge: int) -> None:
    """Commit edits of many notes bearing the same number; say each number once it is saved."""
    desk = Desk(open_store(address), lenient, "Ada")
    number = standing(desk.book)
    while True:
        number += 1
        draft = Draft(desk.book)
        for name in NOTES:
            draft.put(Note(name, text=f"{number}{FILLING}"))
        desk.commit(draft.edit(f"Number {number}"))
        os.write(acknowledge, f"{number}\n".encode())


def standing(book: Book) -> int:
    """The number all notes bear; -1 if they differ."""
    numbers = {int(note.text.removesuffix(FILLING)) for note in book.all(Note)}
    if not numbers:
        return 0
    return numbers.pop() if len(numbers) == 1 and book.count(Note) == len(NOTES) else -1


def cycle(address: str) -> int:
    """Let a child write, kill it at a random moment; the last number it said was saved."""
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        write_for_ever(address, said)
    os.close(said)
    content = os.read(heard, 100)
    select.select([], [], [], random.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(heard, 65536):
        content += more
    os.close(heard)
    return int(content.split()[-1])


def main(address: str, cycles: int) -> None:
    """Kill as often as asked; say in a line of what was found."""
    create_store(address).close()
    lost = half = 0
    acknowledged = 0
    for _ in range(cycles):
        acknowledged = cycle(address)
        desk = Desk(open_store(address), lenient, "Bo")
        found = standing(desk.book)
        labels = [entry.label for entry in desk.history(limit=1)]
        half += found < 0 or labels != [f"Number {found}"]
        lost += found < acknowledged
        desk.close()
    wounds = verify(address)
    sys.stdout.write(f"lost {lost} half {half} wounds {wounds} enough {acknowledged >= cycles}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
