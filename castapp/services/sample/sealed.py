"""The sample's sealed records: what only the medical part may read."""

from __future__ import annotations

from castapp.domain.availability import Injury, Participation
from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.services.medical import LABEL, Vault, seal
from castapp.services.sample.data import ident, person_id, toml

PASSPHRASE = "sample swans at dusk"  # noqa: S105 - it stands in the sample's README


def seal_sample(vault: Vault, book: Book) -> Edit:
    """The sample's sealed records as one edit, each under its dancer's own key.

    A record is about the day the dancer's participation first changed.
    """
    draft = Draft(book)
    for order, entry in enumerate(toml("sealed")["record"]):
        who = person_id(entry["dancer"])
        begun = sorted(one.since for one in book.where(Participation, "person_id", who))
        reached = zip(begun, entry["stages"], strict=False)
        fields = {name: value for name, value in entry.items() if name not in ("dancer", "stages")}
        fields["day"] = begun[0].isoformat()
        fields["stages"] = " ".join(f"{day.isoformat()}={stage}" for day, stage in reached)
        draft.put(seal(vault, who, fields, Injury(ident("sealed", order), who, "")))
    return draft.edit(LABEL)
