"""The commands about files: export, verify, backup, restore, demo, bench."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from castapp.cli.answer import Answer, columns
from castapp.cli.house import House, Order
from castapp.cli.looking import at_desk
from castapp.domain.book import Book
from castapp.domain.checks import Invalid

OF_ONE_SHOW = ("cast-sheet", "slip")


def export(args: Namespace, house: House) -> Answer:
    """Write a paper into a folder."""
    from castapp.services.company import change_company

    _check_asked(args)
    with at_desk(house, args.file) as desk:
        book, sequence = desk.book, desk.sequence
    if args.size:
        book = book.apply(change_company(book, paper=args.size))
    order = _order(args, book, sequence)
    fresh = not args.out.exists()
    _make_folder(args.out)
    try:
        return _files(house.export(book, order))
    except Invalid:
        if fresh:
            with suppress(OSError):
                args.out.rmdir()
        raise


def _check_asked(args: Namespace) -> None:
    """Raise Invalid if the paper needs something else, or does not go with what was given."""
    if args.paper == "dancer" and not args.dancer:
        raise Invalid("Say whose schedule: --dancer NAME.")
    if args.last and not args.first:
        raise Invalid("Say from which day on: --from D.")
    if args.last and args.last < args.first:
        raise Invalid("The last day comes before the first.")
    if args.performance is None:
        if args.first is None and args.paper == "cast-sheet":
            raise Invalid('Say which performance: --performance "D HH:MM", or --from D.')
        if args.first is None and args.paper != "career":
            raise Invalid("Say of which day: --from D.")
    elif args.paper not in OF_ONE_SHOW:
        raise Invalid("--performance goes with --paper cast-sheet or slip; give --from D.")
    elif args.first:
        raise Invalid("Give --performance or --from, not both.")


def _order(args: Namespace, book: Book, sequence: int) -> Order:
    """The order meant. Raises Invalid for a name or a performance that is not there."""
    from castapp.services.intake import person_named

    dancer = person_named(book, args.dancer) if args.dancer else None
    first, show_id = args.first or datetime.now().astimezone().date(), ""
    if args.performance:
        from castapp.services.cover.asked import performance_asked

        show = performance_asked(book, args.performance)
        first, show_id = show.day, show.id
    return Order(
        args.paper, args.form, first, args.last or first, dancer.id if dancer else None, args.out,
        sequence, show_id,
    )  # fmt: skip


def verify(args: Namespace, house: House) -> Answer:
    """Look a company file over. Raises Invalid saying what is wrong."""
    from castapp.services.safekeeping import verify as look_over

    del house
    wrong = look_over(args.file)
    if wrong:
        raise Invalid(" ".join(wrong))
    return Answer({"whole": True}, f"{args.file} is whole.")


def backup(args: Namespace, house: House) -> Answer:
    """Copy a company file."""
    from castapp.services.safekeeping import backup as copy

    del house
    _make_folder(args.folder)
    return _files([copy(args.file, args.folder)])


def restore(args: Namespace, house: House) -> Answer:
    """Put a backup in a file's place; the file that was there is kept beside it."""
    from castapp.services.safekeeping import restore as put_back

    del house
    kept = put_back(args.backup, Path(args.file), replacing=True)
    told = f" What was there is kept as {kept.name}." if kept else ""
    data = {"file": args.file, "kept": str(kept) if kept else None}
    return Answer(data, f"Restored {args.file}.{told}")


def demo(args: Namespace, house: House) -> Answer:
    """Pictures and papers of the sample company."""
    _make_folder(args.out)
    return _files(house.demo(args.out))


def bench(args: Namespace, house: House) -> Answer:
    """The program's figures."""
    del args
    figures = dict(house.bench())
    rows = [{"figure": name, **told} for name, told in figures.items()]
    return Answer(figures, columns(rows, "Nothing was measured."))


def _files(made: list[Path]) -> Answer:
    names = [str(path) for path in made]
    return Answer({"files": names}, "\n".join(names) or "Nothing to write.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise Invalid(f"{folder} is a file; choose a folder.") from None
    except NotADirectoryError:
        raise Invalid(f"{folder} lies inside a file; choose another folder.") from None
    except OSError as wrong:
        raise Invalid(f"The folder {folder} cannot be made: {wrong.strerror}.") from wrong
