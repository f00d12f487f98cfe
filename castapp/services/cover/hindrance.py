"""What time itself keeps somebody from: on till just now, at home, or danced out for the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.domain.slot import clock
from castapp.domain.standing import standing
from castapp.services.cover.stage import Post, change_needed, earlier_turns, is_lead
from castapp.services.cover.whereabouts import whereabouts
from castapp.services.reason import short_day

if TYPE_CHECKING:
    from castapp.services.cover.able import Able

COMING_IN = 30
"""So many minutes it takes somebody who is not in the building to be there."""


def hindrance(able: Able, person_id: str, post: Post) -> str:
    """Why somebody cannot be on stage for a post in time; empty if they can."""
    return (
        _too_late(able, person_id, post)
        or _at_home(able, person_id, post)
        or _danced_before(able, person_id, post)
    )


def _too_late(able: Able, person_id: str, post: Post) -> str:
    """In a show under way: still on in another role, or just off and not yet changed."""
    since = able.since(post.show)
    if since is None:
        return ""
    needed, first = change_needed(able.book, post), post.turns[0].start
    own = {role_id for role_id, _ in post.members}
    for end, role_id in earlier_turns(able.book, post.show, person_id, since):
        if role_id not in own and first - end < needed:
            left = max(0, first - end)
            return f"{left} of {needed} min to change after {able.book.get(Role, role_id).name}"
    return ""


def _at_home(able: Able, person_id: str, post: Post) -> str:
    """Not in the building when somebody goes off, with too little time to come."""
    request = able.request
    if post.show.day != request.first:
        return ""
    now = max(request.clock, able.since(post.show) or 0)
    left = post.turns[0].start - now
    if left >= COMING_IN or whereabouts(able.book, person_id, request.first, now).building:
        return ""
    return f"Not in the building: on in {max(0, left)} min, {COMING_IN} to come in"


def _danced_before(able: Able, person_id: str, post: Post) -> str:
    """A leading role, or any show for who may not dance two a day, that is over already."""
    over = able.over(post.show)
    if not over:
        return ""
    book = able.book
    codes = {one.code for one in standing(book, person_id, post.show.day).restrictions}
    for show in over:
        for part in parts(book, show):
            if part.person_id != person_id or part.cover:
                continue
            if show.day == post.show.day and "no_double_show" in codes:
                return "No double-show day: danced already"
            if post.lead and is_lead(book, show, book.get(Role, part.role_id)):
                return f"Leads {short_day(show.day)}, {clock(show.curtain)}"
    return ""
