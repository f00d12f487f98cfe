"""Bringing an older company file up to today's tables: on a copy, which then takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from castapp.store.copying import arriving, copy_company, copy_file
from castapp.store.engine import file_engine, writing
from castapp.store.inspection import check_whole, is_protected
from castapp.store.presence import sole
from castapp.store.trouble import NotOurs
from castapp.store.upgrade import STEPS, Step, climb


def renew(path: Path, edition: int, steps: Sequence[Step] = STEPS) -> Path:
    """Bring a file of an older edition up to the newest; where the old one is kept.

    The file stays as it was until the new one is whole and on disk. Raises Trouble.
    """
    if is_protected(path):
        raise NotOurs(
            f"{path.name} is from an older version of Castapp and can only be read here. "
            "Open it once where you may write."
        )
    with sole(path):
        kept = path.with_name(f"{path.stem} (edition {edition}){path.suffix}")
        copy_company(str(path), kept)
        with arriving(path) as fresh:
            copy_file(path, fresh)
            engine = file_engine(fresh, checking=False)
            try:
                with writing(engine) as connection:
                    climb(connection, steps)
            finally:
                engine.dispose()
            check_whole(fresh)
    return kept
