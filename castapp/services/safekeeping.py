"""Keeping a company safe: looking it over, backing it up, restoring it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from castapp.services.desk import Refused, refusing
from castapp.store.trouble import NotOurs


def verify(address: str) -> list[str]:
    """What is wrong with a company, a sentence each; nothing if it is whole.

    Looks at the file itself, at every record, and at the journal for gaps. Changes nothing.
    Raises Refused if it cannot be looked at just now.
    """
    from castapp.store.door import open_store

    try:
        with refusing(NotOurs):
            store = open_store(address, read_only=True)
            try:
                gaps = store.load().head - store.count()
            finally:
                store.close()
    except NotOurs as wrong:
        return [str(wrong)]
    if gaps:
        return [f"The history has {gaps} gaps; entries were taken out of the file."]
    return []


def backup(address: str, folder: Path) -> Path:
    """Copy a company, which may be in use, into a folder under its name and today's date.

    The copy of a shared company is a company file. What is returned was read back and is whole.
    Raises Refused.
    """
    from castapp.store.copying import copy_company

    target = _free_name(folder, address)
    with refusing():
        copy_company(address, target)
    return target


def restore(copy: Path, target: Path, *, replacing: bool = False) -> Path | None:
    """Put a backup in the place of a company file; where the old one is kept, if there was one.

    Raises Refused if the backup is damaged, if `target` is there and `replacing` was not said,
    or if it is open in a window.
    """
    from castapp.store.copying import take_place
    from castapp.store.presence import sole

    target = target.resolve()
    if not copy.exists():
        raise Refused(f"There is no file {copy.name} in {copy.resolve().parent}.")
    if target.exists() and not replacing:
        raise Refused(
            f"{target.name} is there already. Say that it may be replaced, or choose another name."
        )
    if target.exists() and copy.samefile(target):
        raise Refused("The backup and the company to be replaced are the same file.")
    with refusing(), sole(target):
        kept = None
        if target.exists():
            kept = _free_name(target.parent, str(target), " before restoring")
        take_place(copy, target, kept)
    return kept


def _free_name(folder: Path, address: str, why: str = "") -> Path:
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder}.")
    now = datetime.now().astimezone()
    name = f"{_stem(address)}{why} {now:%Y-%m-%d %H.%M.%S}"
    number = 1
    while (found := folder / f"{name}{f' ({number})' if number > 1 else ''}.castapp").exists():
        number += 1
    return found


def _stem(address: str) -> str:
    if "://" in address:
        return urlsplit(address).path.strip("/") or "company"
    return Path(address).stem
