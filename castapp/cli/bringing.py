"""The commands that write into a company: new, import, undo, redo."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.cli.answer import Answer
from castapp.cli.brought import brought_answer
from castapp.cli.house import House
from castapp.cli.looking import at_desk
from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.edit import Edit
from castapp.services.desk import Refused

if TYPE_CHECKING:
    from castapp.services.intake import Brought

NO_ZONE = ("UTC", "Etc/UTC")


def new(args: Namespace, house: House) -> Answer:
    """A new company file, empty or with the sample company. Raises Refused if one is there."""
    if args.today and not args.sample:
        raise Invalid("--today belongs to --sample.")
    if args.sample and (args.name or args.zone):
        raise Invalid("The sample company has its name and its zone; leave --name and --zone out.")
    if args.sample:
        house.new_sample(args.file, args.today or datetime.now().astimezone().date()).close()
        return Answer({"file": args.file}, f"Made {args.file}.")
    founding = _founding(args, house)
    desk = house.found(args.file, [founding])
    company = desk.book.get(Company, COMPANY_ID)
    desk.close()
    data = {"file": args.file, "name": company.name, "zone": company.zone}
    return Answer(data, " ".join([f"Made {args.file}.", *_zone_told(args, company)]))


def bring(args: Namespace, house: House) -> Answer:
    """Tables into a company; if one row is wrong, nothing is written and no file is made.

    A new company appears with the tables in it, or not at all. If somebody else makes it at the
    same moment, the tables come into theirs.
    """
    if not _is_there(args.file):
        founding = _founding(args, house)
        empty = Book.of(()).apply(founding)
        brought = _read(empty, args)
        after = empty.apply(brought.edit)
        company = after.get(Company, COMPANY_ID)
        assumed = company.zone == empty.get(Company, COMPANY_ID).zone  # no venue told another
        doubts = (*brought.doubts, *(_zone_told(args, company) if assumed else ()))
        answer = brought_answer(after, brought.edit, doubts, dry=args.dry_run, fresh=True)
        if args.dry_run or _made(args, house, [founding, brought.edit]):
            return answer
    with at_desk(house, args.file) as desk:
        told = _settings(desk.book, args)
        brought = _read(desk.book.apply(told), args)
        label = brought.edit.label if brought.edit else told.label
        edit = told.then(brought.edit, label)
        after = desk.book.apply(edit)
        if not args.dry_run:
            desk.commit(edit, judged=False)
    return brought_answer(after, edit, brought.doubts, dry=args.dry_run)


def undo(args: Namespace, house: House) -> Answer:
    """Take back the last thing done."""
    with at_desk(house, args.file) as desk:
        label = desk.undo_label
        if desk.undo() is None:
            raise Invalid("There is nothing to undo.")
    return Answer({"undone": label}, f"Undone: {label}.")


def redo(args: Namespace, house: House) -> Answer:
    """Do again what was taken back last."""
    with at_desk(house, args.file) as desk:
        label = desk.redo_label
        if desk.redo() is None:
            raise Invalid("There is nothing to redo.")
    return Answer({"redone": label}, f"Redone: {label}.")


def _made(args: Namespace, house: House, edits: list[Edit]) -> bool:
    """Make the file with these entries; False if somebody else has made it meanwhile."""
    try:
        house.found(args.file, [edit for edit in edits if edit]).close()
    except Refused:
        if not _is_there(args.file):
            raise
        return False
    return True


def _founding(args: Namespace, house: House) -> Edit:
    from castapp.services.company import found_company

    return found_company(args.name or _company_name(args.file), args.zone or house.zone())


def _settings(book: Book, args: Namespace) -> Edit:
    """The name and the zone asked for, of a company that is there."""
    from castapp.services.company import change_company

    asked = {"name": args.name, "zone": args.zone}
    said = {name: value for name, value in asked.items() if value}
    return change_company(book, **said) if said else Edit("")


def _read(book: Book, args: Namespace) -> Brought:
    from castapp.importers.table import BadRows
    from castapp.services.intake import intake

    newcomers = True if args.newcomers else None
    try:
        return intake(book, args.inputs, args.kind, newcomers=newcomers, zone_told=bool(args.zone))
    except BadRows as wrong:
        if not wrong.strangers or args.newcomers:
            raise
        raise Invalid(f"{wrong} New people and rooms come in with --newcomers.") from wrong


def _zone_told(args: Namespace, company: Company) -> list[str]:
    """What to say of a clock nobody set on purpose."""
    if args.zone:
        return []
    if company.zone in NO_ZONE:
        return [
            "The company has no time zone yet; its clock is UTC. Set it with --zone or in Settings."
        ]
    return [f"The company's clock is {company.zone}; --zone or Settings sets another."]


def _is_there(address: str) -> bool:
    return "://" in address or Path(address).exists()


def _company_name(address: str) -> str:
    words = re.sub(r"[-_\s]+", " ", Path(address.rpartition("/")[2]).stem).strip()
    return words[:1].upper() + words[1:] or "Company"
