"""The nights as posts: every part still to be danced, when it is on, and what clashes with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.leads import LEAD_EFFORT
from castapp.domain.programme import HALF, Part, bill, parts, roles, running_minutes
from castapp.domain.repertory import Role, Section
from castapp.services.cover.request import Request, cut
from castapp.services.cover.turns import Turn, remaining, segment

LEAD_HOURS = 20
"""Two leading roles begin at least so many hours apart: the night after, never the next matinee."""

_DAY = 24 * 60
_BILLED_FIRST = 2


@dataclass(frozen=True, slots=True)
class Post:
    """One thing one dancer does in a show: a spot of a role, with those danced together with it.

    `members` are role ids and spots; `turns` what is still to be danced of them, `past` what is
    over; `from_section_id` where it would be taken over mid-show.
    """

    show: Performance
    members: tuple[tuple[str, int], ...]
    person_id: str | None
    turns: tuple[Turn, ...]
    past: tuple[Turn, ...]
    from_section_id: str | None
    lead: bool
    weight: int

    @property
    def role_id(self) -> str:
        """The role it is known by."""
        return self.members[0][0]

    @property
    def spot(self) -> int:
        return self.members[0][1]


def is_lead(book: Book, show: Performance, role: Role) -> bool:
    """Whether a role leads a whole evening: a single role billed first, or of a lead's effort.

    On a mixed bill nobody does.
    """
    if role.kind != "single" or len(bill(book, show.id)) > 1:
        return False
    if role.effort >= LEAD_EFFORT:
        return True
    billed = [one for one in roles(book, role.production_id) if one.kind == "single"]
    return role.id in {one.id for one in billed[:_BILLED_FIRST]}


def posts_of(book: Book, request: Request, show: Performance) -> list[Post]:
    """Every part of a show still to be danced, in billing order."""
    since = cut(book, request, show)
    groups: dict[tuple[object, ...], list[tuple[Part, Role]]] = {}
    for part in parts(book, show):
        if part.cover == 0:
            role = book.get(Role, part.role_id)
            groups.setdefault(_together(part, role), []).append((part, role))
    found = (_post(book, show, members, since) for members in groups.values())
    return [post for post in found if post is not None]


def neighbours(book: Book, shows: Sequence[Performance]) -> list[Performance]:
    """These shows and those so near to them that nobody leads in both, in time order."""
    days = {show.day + timedelta(days=by) for show in shows for by in (-1, 0, 1)}
    near = [
        one
        for day in days
        for one in book.where(Performance, "day", day)
        if one.state != "cancelled" and any(are_near(one, show) for show in shows)
    ]
    return sorted(near, key=lambda show: (show.day, show.curtain, show.id))


def clusters(shows: Sequence[Performance]) -> list[list[Performance]]:
    """Shows in time order, put together while each is near the one before."""
    found: list[list[Performance]] = []
    for show in shows:
        if found and any(are_near(one, show) for one in found[-1]):
            found[-1].append(show)
        else:
            found.append([show])
    return found


def are_near(one: Performance, other: Performance) -> bool:
    """Whether two shows begin less than LEAD_HOURS apart."""
    return abs(_moment(one) - _moment(other)) < LEAD_HOURS * 60


def at_once(book: Book, one: Performance, other: Performance) -> bool:
    """Whether two shows, from the half to their ends, share a moment."""
    starts = [_moment(show) - HALF for show in (one, other)]
    ends = [_moment(show) + running_minutes(book, show) for show in (one, other)]
    return starts[0] < ends[1] and starts[1] < ends[0]


def clashes(book: Book, posts: Sequence[Post]) -> tuple[int, ...]:
    """Per post the set of posts nobody could dance beside it: at the same time, with too little
    time to change, on two stages at once, or two leading roles too near each other.
    """
    shapes: dict[tuple[object, ...], int] = {}
    by_show: dict[str, int] = {}
    leads = 0
    for number, post in enumerate(posts):
        shapes[_shape(post)] = shapes.get(_shape(post), 0) | 1 << number
        by_show[post.show.id] = by_show.get(post.show.id, 0) | 1 << number
        leads |= (1 << number) if post.lead else 0
    against = {shape: _against(book, posts, shape, shapes) for shape in shapes}
    shows = {post.show.id: post.show for post in posts}
    beyond = {
        show.id: (
            _union(by_show[one.id] for one in shows.values()
                   if one is not show and at_once(book, one, show)),
            _union(by_show[one.id] for one in shows.values()
                   if one is not show and are_near(one, show)),
        )
        for show in shows.values()
    }  # fmt: skip
    found = []
    for number, post in enumerate(posts):
        elsewhere, near = beyond[post.show.id]
        mine = against[_shape(post)] | elsewhere | (near & leads if post.lead else 0)
        found.append(mine & ~(1 << number))
    return tuple(found)


def change_needed(book: Book, post: Post) -> int:
    """The minutes needed before a post when coming out of another role."""
    return max(book.get(Role, role_id).change_minutes for role_id, _ in post.members)


def _union(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


def _shape(post: Post) -> tuple[object, ...]:
    return (post.show.id, tuple(role_id for role_id, _ in post.members), post.turns)


def _against(
    book: Book,
    posts: Sequence[Post],
    shape: tuple[object, ...],
    shapes: dict[tuple[object, ...], int],
) -> int:
    mine = posts[_first(shapes[shape])]
    found = 0
    for other, numbers in shapes.items():
        if other[0] == shape[0]:
            theirs = posts[_first(numbers)]
            if _clash(book, mine, theirs):
                found |= numbers
    return found


def _clash(book: Book, one: Post, other: Post) -> bool:
    kept = book.cache("cover_clash", Role, Section, BillItem, Performance)
    key = (one.members, one.turns, other.members, other.turns)
    if key not in kept:
        kept[key] = _clashing(book, one, other)
    found: bool = kept[key]
    return found


def _clashing(book: Book, one: Post, other: Post) -> bool:
    same = {role_id for role_id, _ in one.members} == {role_id for role_id, _ in other.members}
    before_one = 0 if same else change_needed(book, one)
    before_other = 0 if same else change_needed(book, other)
    for first in one.turns:
        for second in other.turns:
            if first.start < second.end and second.start < first.end:
                return True
            if first.end <= second.start and second.start - first.end < before_other:
                return True
            if second.end <= first.start and first.start - second.end < before_one:
                return True
    return False


def _together(part: Part, role: Role) -> tuple[object, ...]:
    span = (part.from_section_id, part.until_section_id)
    if role.together:
        return (role.production_id, role.together, part.spot, part.person_id, span)
    return (role.id, part.spot, part.person_id, span)


def _post(
    book: Book, show: Performance, members: list[tuple[Part, Role]], since: int | None
) -> Post | None:
    turns = sorted(turn for part, _ in members for turn in segment(book, show, part))
    left = remaining(turns, since)
    if not left:
        return None
    past = tuple(turns[: len(turns) - len(left)])
    part, role = members[0]
    lead = any(is_lead(book, show, one) for _, one in members)
    return Post(
        show,
        tuple((one.id, mine.spot) for mine, one in members),
        part.person_id,
        left,
        past,
        left[0].section_id if past else part.from_section_id,
        lead,
        10 if lead else 1 if role.kind in ("corps", "children") else 4,
    )


def earlier_turns(
    book: Book, show: Performance, person_id: str, since: int
) -> list[tuple[int, str]]:
    """When somebody's stretches that began before a clock minute end, and in which role."""
    return [
        (turn.end, part.role_id)
        for part in parts(book, show)
        if part.person_id == person_id and part.cover == 0
        for turn in segment(book, show, part)
        if turn.start < since
    ]


def _first(numbers: int) -> int:
    return (numbers & -numbers).bit_length() - 1


def _moment(show: Performance) -> int:
    return (show.day - date.min).days * _DAY + show.curtain
