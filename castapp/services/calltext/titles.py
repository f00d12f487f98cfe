"""What a call is called when its roles were typed and none of its sections."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.domain.who import joined
from castapp.domain.wording import act_words
from castapp.services.calltext.parts import Wanted

MOST = 2


def role_title(book: Book, want: Wanted) -> str:
    """Wilis, act II: the roles named, up to MOST, and the acts; "" where sections say it."""
    roles = list(dict.fromkeys(one.role_id for one in want.sets if not one.exclude))
    if want.sections or want.kind or not 0 < len(roles) <= MOST:
        return ""
    names = joined([book.get(Role, one).name for one in roles])
    acts = act_words(want.acts)
    return f"{names}, {acts[:1].lower()}{acts[1:]}" if acts else names
