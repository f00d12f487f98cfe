"""The commands that write into a company: new, import, undo."""

from __future__ import annotations

import re
from argparse import Namespace
from collections import Counter
from datetime import datetime
from pathlib import Path

from castapp.cli.answer import Answer
from castapp.cli.house import House
from castapp.cli.looking import at_desk
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit

COUNTED = {
    "Person": ("person", "people"),
    "Production": ("production", "productions"),
    "Performance": ("performance", "performances"),
    "Cast": ("cast", "casts"),
    "Casting": ("casting", "castings"),
    "Override": ("change for one show", "changes for one show"),
    "Call": ("call", "calls"),
    "Absence": ("absence", "absences"),
}


def new(args: Namespace, house: House) -> Answer:
    """A new company file, empty or with the sample company. Raises Refused if one is there."""
    if args.today and not args.sample:
        raise Invalid("--today belongs to --sample.")
    if args.sample:
        desk = house.new_sample(args.file, args.today or datetime.now().astimezone().date())
    else:
        desk = house.new_company(args.file, _company_name(args.file))
    desk.close()
    return Answer({"file": args.file}, f"Made {args.file}.")


def bring(args: Namespace, house: House) -> Answer:
    """Tables into a company; if one row is wrong, nothing is written and no file is made."""
    from castapp.services.company import found_company
    from castapp.services.intake import intake

    if _is_there(args.file):
        with at_desk(house, args.file) as desk:
            brought = intake(desk.book, args.inputs, args.kind)
            if not args.dry_run:
                desk.commit(brought.edit, judged=False)
    else:
        empty = Book.of(()).apply(found_company(_company_name(args.file), "UTC"))
        brought = intake(empty, args.inputs, args.kind)
        if not args.dry_run:
            desk = house.new_company(args.file, _company_name(args.file))
            try:
                brought = intake(desk.book, args.inputs, args.kind)
                desk.commit(brought.edit, judged=False)
            finally:
                desk.close()
    return _brought(brought.edit, brought.doubts, dry=args.dry_run)


def undo(args: Namespace, house: House) -> Answer:
    """Take back the last thing done."""
    with at_desk(house, args.file) as desk:
        label = desk.undo_label
        if desk.undo() is None:
            raise Invalid("There is nothing to undo.")
    return Answer({"undone": label}, f"Undone: {label}.")


def _brought(edit: Edit, doubts: tuple[str, ...], *, dry: bool) -> Answer:
    made = Counter(one.kind.__name__ for one in edit.changes if one.before is None)
    changed = sum(one.before is not None for one in edit.changes)
    data = {
        "label": edit.label,
        "written": not dry and bool(edit),
        "new": {words[1]: made[name] for name, words in COUNTED.items() if made[name]},
        "changed": changed,
        "doubts": list(doubts),
    }
    said = [
        f"{made[name]} {words[made[name] != 1]}" for name, words in COUNTED.items() if made[name]
    ]
    if changed:
        said.append(f"{changed} {'record' if changed == 1 else 'records'} brought up to date")
    verb = "Would bring in" if dry else "Brought in"
    first = f"{verb} {', '.join(said)}." if said else "Everything in it was known already."
    return Answer(data, "\n".join([first, *doubts]))


def _is_there(address: str) -> bool:
    return "://" in address or Path(address).exists()


def _company_name(address: str) -> str:
    words = re.sub(r"[-_\s]+", " ", Path(address.rpartition("/")[2]).stem).strip()
    return words[:1].upper() + words[1:] or "Company"
