"""The nights asked about as puzzles: near shows together, the others each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from castapp.domain.casting import Performance
from castapp.services.cover.able import Able
from castapp.services.cover.limited import Room, is_limited, no_double_days, rooms
from castapp.services.cover.openings import Gap
from castapp.services.cover.puzzle import Answer, Limit, Puzzle, bits
from castapp.services.cover.request import is_over
from castapp.services.cover.stage import Post, clashes, clusters, neighbours, posts_of


@dataclass(frozen=True)
class Night:
    """Shows near each other, their posts, and where to find a spot among them.

    `gaps` are the posts that open.
    """

    shows: tuple[Performance, ...]
    posts: tuple[Post, ...]
    gaps: int
    clashes: tuple[int, ...]
    places: dict[tuple[str, str, int], int]

    def puzzle(self, able: Able) -> Puzzle:
        """The puzzle of these nights."""
        numbers = {show.id: number for number, show in enumerate(self.shows)}
        can = tuple(able.people(post) for post in self.posts)
        limited = [
            person_id
            for person_id in sorted({one for people in can for one in people})
            if is_limited(able.book, person_id, self.shows)
        ]
        return Puzzle(
            tuple(len(post.members) for post in self.posts),
            tuple(
                None if self.gaps >> number & 1 else post.person_id
                for number, post in enumerate(self.posts)
            ),
            self.gaps,
            self.clashes,
            can,
            tuple(numbers[post.show.id] for post in self.posts),
            able.locks.keep,
            self._own(able, limited),
            self._limits(able, limited),
        )

    def opening(self, puzzle: Puzzle, opened: int) -> Puzzle:
        """The same with further posts to be given to others than those who hold them."""
        holders = tuple(
            None if opened >> number & 1 else holder for number, holder in enumerate(puzzle.holders)
        )
        return replace(puzzle, gaps=self.gaps | opened, holders=holders)

    def partner(self, place: tuple[str, int] | None, show_id: str) -> int | None:
        """The post at a role and spot of a show."""
        return self.places.get((show_id, *place)) if place else None

    def in_shows(self, show_ids: frozenset[str]) -> int:
        """The posts of some shows."""
        return sum(
            1 << number for number, post in enumerate(self.posts) if post.show.id in show_ids
        )

    def _own(self, able: Able, people: Sequence[str]) -> dict[str, tuple[int, ...]]:
        """Who may not dance twice a day: all other shows of the day clash with any post of it."""
        found: dict[str, tuple[int, ...]] = {}
        for person_id in people:
            days = no_double_days(able.book, person_id, self.shows)
            if days:
                found[person_id] = tuple(
                    self._beside(post) if post.show.day in days else 0 for post in self.posts
                )
        return found

    def _beside(self, post: Post) -> int:
        return self.in_shows(
            frozenset(
                one.id for one in self.shows if one.day == post.show.day and one.id != post.show.id
            )
        )

    def _limits(self, able: Able, people: Sequence[str]) -> dict[str, tuple[Limit, ...]]:
        """Who may dance so many shows a week: the posts of further shows, and how many."""
        found = {
            person_id: tuple(
                (self.in_shows(room.shows), room.most)
                for room in rooms(able.book, person_id, self.shows)
            )
            for person_id in people
        }
        return {person_id: limits for person_id, limits in found.items() if limits}


def nights(able: Able, gaps: Sequence[Gap]) -> list[Night]:
    """The gaps' shows as nights, each with the shows near it, in time order."""
    book, request = able.book, able.request
    wanted = {gap.performance_id for gap in gaps}
    shows = [book.get(Performance, one) for one in wanted]
    near = [show for show in neighbours(book, shows) if not is_over(book, request, show)]
    found = [_night(able, group, gaps) for group in clusters(near)]
    return _joined(able, found, gaps)


def changed_posts(night: Night, answer: Answer) -> list[int]:
    """The posts of an answer as one tells them: each gap, then the chain it sets off."""
    told: list[int] = []

    def tell(number: int) -> None:
        told.append(number)
        person = answer[number]
        for other in sorted(answer):
            post = night.posts[other]
            if other not in told and person is not None and post.person_id == person:
                tell(other)

    for number in bits(night.gaps):
        if number in answer and number not in told:
            tell(number)
    return told + [number for number in sorted(answer) if number not in told]


def _night(able: Able, shows: Sequence[Performance], gaps: Sequence[Gap]) -> Night:
    posts = tuple(post for show in shows for post in posts_of(able.book, able.request, show))
    places = {
        (post.show.id, *member): number
        for number, post in enumerate(posts)
        for member in post.members
    }
    opened = 0
    for gap in gaps:
        number = places.get((gap.performance_id, gap.role_id, gap.spot))
        if number is not None:
            opened |= 1 << number
    return Night(tuple(shows), posts, opened, clashes(able.book, posts), places)


def _joined(able: Able, found: list[Night], gaps: Sequence[Gap]) -> list[Night]:
    """Nights that have to share somebody who may dance fewer shows that week, made one."""
    for room in _scarce(able, found):
        sharing = [one for one in found if room.shows & {show.id for show in one.shows}]
        if len(sharing) > 1:
            shows = [show for one in sharing for show in one.shows]
            whole = _night(able, shows, gaps)
            found = [one for one in found if one not in sharing]
            found = sorted([*found, whole], key=lambda one: one.shows[0].day)
    return found


def _scarce(able: Able, found: Sequence[Night]) -> list[Room]:
    """The weeks of people who could be put into more nights than they may dance."""
    shows = [show for night in found for show in night.shows]
    people = sorted({one for night in found for post in night.posts for one in able.people(post)})
    limited = [one for one in people if is_limited(able.book, one, shows)]
    return [
        room
        for person_id in limited
        for room in rooms(able.book, person_id, shows)
        if 0 < room.most < sum(bool(room.shows & {one.id for one in night.shows})
                               for night in found)
    ]  # fmt: skip
