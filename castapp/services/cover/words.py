"""A solution in words: every move of a chain with its reasons, and why something stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from castapp.domain.people import Person
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.domain.slot import length, span
from castapp.domain.wording import call_title
from castapp.services.cover.able import Able
from castapp.services.cover.knowing import COVER
from castapp.services.cover.nights import Night, changed_posts
from castapp.services.cover.price import Prices, partner_of
from castapp.services.cover.puzzle import Answer, bits
from castapp.services.cover.solution import DEBUT, Move
from castapp.services.cover.stage import Post
from castapp.services.cover.strain import OVER_USUAL, WEIGHS_ON, Part
from castapp.services.cover.whereabouts import whereabouts
from castapp.services.known import DEBUT_KINDS, record
from castapp.services.reason import CANNOT, CARE, GAP, Question, Reason
from castapp.services.reasons import Judge, height, knows, partner, restriction
from castapp.services.reasons_of_night import free_after, rest

JUDGES: tuple[Judge, ...] = (restriction, partner, rest, free_after, height)
MOST_NAMED = 4
SHORT_NOTICE = 7
"""A debut with fewer days of notice is a care."""


@dataclass
class Telling:
    """Words for one request."""

    able: Able
    _questions: dict[tuple[str, str, int, str | None], Question] = field(default_factory=dict)

    def moves(self, night: Night, answer: Answer, prices: Prices) -> list[Move]:
        """The moves of an answer, each gap followed by the chain it sets off."""
        pairs = self.pairs(night, answer, prices)
        roots = self._roots(night, answer)
        found = []
        for number in changed_posts(night, answer):
            post, person = night.posts[number], answer[number]
            figures = prices.parts(person, post) if person else ()
            if number in pairs:
                figures = (*figures, pairs[number])
            reasons = (
                tuple(self._why(night, answer, number, person, prices))
                if person
                else (self.nobody(night, number, answer),)
            )
            for role_id, spot in post.members:
                found.append(
                    Move(
                        post.show.id,
                        self.able.book.get(Role, role_id).production_id,
                        role_id,
                        spot,
                        post.person_id,
                        person,
                        post.from_section_id,
                        roots[number],
                        reasons,
                        figures if (role_id, spot) == post.members[0] else (),
                        bool(night.gaps >> number & 1),
                    )
                )
        return found

    def pairs(self, night: Night, answer: Answer, prices: Prices) -> dict[int, Part]:
        """What each new pair of an answer costs, once a pair."""
        found: dict[int, Part] = {}
        told: set[frozenset[int]] = set()
        for number, person in answer.items():
            post = night.posts[number]
            other = night.partner(partner_of(self.able.book, post), post.show.id)
            if person is None or other is None or frozenset((number, other)) in told:
                continue
            mate = answer.get(other, night.posts[other].person_id)
            if mate is not None and mate != person and mate not in self.able.request.people:
                told.add(frozenset((number, other)))
                found[number] = prices.pair(person, mate, post)
        return found

    def question(self, post: Post, partner_id: str | None) -> Question:
        """A post as the reasons of the picking list are asked about it."""
        key = (post.show.id, post.role_id, post.spot, partner_id)
        if key not in self._questions:
            book, knowing = self.able.book, self.able.knowing
            role = book.get(Role, post.role_id)
            self._questions[key] = Question(
                book,
                role,
                post.spot,
                post.show.day,
                (post.show,),
                knowing.records(role),
                knowing.rehearsed(role),
                {who: one.cast for who, one in knowing.of(role).items() if one.cast},
                partner_id,
                self._line(post, role),
                knowing.day,
                knowing.ready(role),
            )
        return self._questions[key]

    def reasons(
        self, person_id: str, post: Post, partner_id: str | None, prices: Prices
    ) -> Iterator[Reason]:
        """What speaks for and against somebody in a post, what they would leave aside."""
        who = self.able.book.get(Person, person_id)
        cover = self.able.cover(person_id, post)
        if cover:
            nth = f" {cover}" if cover > 1 else ""
            yield Reason(COVER, f"Cover{nth} that night", weight=60 - cover)
        question = self.question(post, partner_id)
        yield from knows(question, who)
        yield from self._debut(person_id, post)
        for part in prices.parts(person_id, post):
            if part.name in WEIGHS_ON:
                over = part.name == OVER_USUAL
                yield Reason("hours" if over else "rest", part.text, "" if over else CARE)
        request = self.able.request
        today = post.show.day == request.first
        for judge in JUDGES:
            for reason in () if today and judge is free_after else judge(question, who):
                if reason.severity != CANNOT and not (judge is rest and reason.severity):
                    yield reason
        if today:
            where = whereabouts(self.able.book, person_id, request.first, request.clock)
            yield Reason("where", where.text, "" if where.building else CARE)

    def _debut(self, person_id: str, post: Post) -> Iterator[Reason]:
        """A first time worth telling, with how long they have: Debut, 3 h notice."""
        able = self.able
        new = [
            role
            for role in (able.book.get(Role, role_id) for role_id, _ in post.members)
            if role.kind in DEBUT_KINDS
            and person_id not in able.knowing.records(role)
            and not record(able.book, person_id, role, post.show.day).times
        ]
        if new:
            days = (post.show.day - able.request.first).days
            minutes = post.turns[0].start - able.request.clock
            notice = f"{days} days’" if days > 1 else "1 day’s" if days else _soon(minutes)
            care = CARE if days < SHORT_NOTICE else ""
            yield Reason(DEBUT, f"Debut, {notice} notice", care)

    def left(self, person_id: str, post: Post, numbers: int, night: Night) -> list[Reason]:
        """What somebody would leave: the parts, then the calls at the show's time."""
        found = [
            Reason("leaves", self.post_name(night.posts[number]), GAP) for number in bits(numbers)
        ]
        for stint in self.able.calls_left(person_id, post):
            if stint.call is not None:
                what = call_title(self.able.book, stint.call).text
                found.append(Reason("call", f"{what}, {span(stint.start, stint.end)}", CARE))
        return found

    def post_name(self, post: Post) -> str:
        """A post as it is spoken of: Myrtha; Wilis 9."""
        names = []
        for role_id, spot in post.members:
            role = self.able.book.get(Role, role_id)
            names.append(f"{role.name} {role.spot_name(spot)}".strip())
        return " and ".join(names)

    def nobody(self, night: Night, number: int, answer: Answer) -> Reason:
        """Why a post stays open: what keeps each of those who know it."""
        post = night.posts[number]
        book = self.able.book
        said = [
            f"{inside_name(book, person_id)} {self._kept_by(night, number, person_id, answer)}"
            for person_id in self.able.people(post)[:MOST_NAMED]
        ]
        role = book.get(Role, post.role_id)
        for person_id in self.able.knowing.of(role):
            why = self.able.bar(person_id, post)
            if why and why != "Dances it" and person_id not in self.able.request.people:
                said.append(f"{inside_name(book, person_id)}: {why[:1].lower()}{why[1:]}")
        told = "; ".join(said[:MOST_NAMED])
        name = self.post_name(post)
        text = f"Nobody left who can dance {name}" + (f": {told}" if told else "")
        return Reason("open", f"{text}.", CANNOT)

    def _kept_by(self, night: Night, number: int, person_id: str, answer: Answer) -> str:
        """What somebody who could take a post does instead."""
        taken = [at for at, who in answer.items() if who == person_id]
        if taken:
            return f"goes on in {', '.join(self.post_name(night.posts[at]) for at in taken)}"
        held = sum(1 << at for at, one in enumerate(night.posts) if one.person_id == person_id)
        numbers = night.clashes[number] & held
        parts = ", ".join(self.post_name(night.posts[one]) for one in bits(numbers))
        if not parts:
            return "may not dance another show that week"
        if person_id in self.able.locks.keep:
            return f"stays in {parts} by your wish"
        return f"dances {parts}"

    def _why(
        self, night: Night, answer: Answer, number: int, person_id: str, prices: Prices
    ) -> Iterator[Reason]:
        post = night.posts[number]
        place = partner_of(self.able.book, post)
        other = night.partner(place, post.show.id)
        mate = answer.get(other, night.posts[other].person_id) if other is not None else None
        yield from self.reasons(person_id, post, mate, prices)
        held = sum(
            1 << one for one in answer if night.posts[one].person_id == person_id and one != number
        )
        for reason in self.left(person_id, post, held & night.clashes[number], night):
            text = f"Leaves {reason.text}"
            yield Reason(reason.kind, text, reason.severity)

    def _roots(self, night: Night, answer: Answer) -> dict[int, str]:
        """Per changed post who is off and began the chain it is in."""
        people = self.able.request.people
        roots: dict[int, str] = {}
        last = people[0]
        for number in changed_posts(night, answer):
            holder = night.posts[number].person_id
            if holder in people and holder is not None:
                last = holder
            roots[number] = last
        return roots

    def _line(self, post: Post, role: Role) -> tuple[int, ...]:
        """The heights of the others in a line, where heights should match."""
        if role.kind not in ("group", "corps") or role.spots < 3:
            return ()
        book, show = self.able.book, post.show
        found = []
        for spot in range(1, role.spots + 1):
            who = book.find(Person, self.able.holder(show, (role.id, spot)))
            if spot != post.spot and who and who.height_cm:
                found.append(who.height_cm)
        return tuple(found)


def _soon(minutes: int) -> str:
    """The time to an entry as one says it: 3 h; 45 min."""
    return f"{minutes // 60} h" if minutes >= 120 else length(max(0, minutes))
