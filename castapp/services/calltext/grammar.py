"""Terms put together: which casts belong to which roles, who joins when, who takes the call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.repertory import Role
from castapp.domain.slot import clock, span
from castapp.services.calltext.clocks import later_than
from castapp.services.calltext.parts import Asked, Casts, Everyone, Named, RoleSet, Wanted
from castapp.services.calltext.taking import dances, takes_call
from castapp.services.calltext.terms import AT, SPAN, SPOTS, TITLE, Term
from castapp.services.calltext.timing import call_times, set_bound, timed
from castapp.services.calltext.tokens import CLAUSE, LINE
from castapp.services.calltext.vocabulary import (
    ACT,
    ALL_CASTS,
    ALSO,
    CAST,
    COACH,
    COVER,
    COVERS,
    FILLER,
    FIRM,
    FOR,
    FULL,
    GROUP,
    JOINS,
    KIND,
    LEADS,
    LEAVES,
    NO,
    PERSON,
    PNO,
    PRODUCTION,
    ROLE,
    SECTION,
    STUDIO,
    TBA,
    TENTATIVE,
    WHOLE,
    WORD,
    Vocabulary,
)


def wanted(
    book: Book, words: Vocabulary, found: Sequence[Term], around: Call
) -> tuple[Wanted, Mapping[int, str]]:
    """What the terms ask for, and the places of those that mean nothing where they stand, each
    with a sentence why. `around` says when, if the terms do not.
    """
    grammar = _Grammar(book, words, found, around)
    grammar.read()
    return grammar.want, grammar.unread


class _Grammar:
    """Reads term after term; a clause is what stands on one line or between semicolons."""

    def __init__(self, book: Book, words: Vocabulary, found: Sequence[Term], around: Call) -> None:
        self.book = book
        self.day = around.day
        self.words = words
        self.found = found
        self.want = Wanted(words.production_id)
        self.unread: dict[int, str] = {}
        self.start, self.end, self.timed_by = call_times(
            self.want, found, around.start, around.minutes
        )
        self.at = 0
        self.in_title = any(term.breaks == LINE for term in found)
        self._new_clause()

    def _new_clause(self) -> None:
        self.clause: list[Asked] = []
        self.casts: Casts | None = None
        self.excluding = self.also = self.as_cover = False

    def read(self) -> None:
        """Read every term."""
        for at, term in enumerate(self.found):
            self.at = at
            if at and term.breaks >= CLAUSE:
                self.in_title = self.in_title and term.breaks != LINE
                self._new_clause()
            elif term.breaks:
                self.excluding = False
            self._term(term)

    def _term(self, term: Term) -> None:
        before = self.found[self.at - 1] if self.at else None
        readers = {
            ACT: self._act, ROLE: self._role, SECTION: self._section, SPOTS: self._spots,
            CAST: self._cast, GROUP: self._group, PERSON: self._person, WORD: self._word,
        }  # fmt: skip
        reader = readers.get(term.kind)
        if reader is not None:
            reader(term)
        elif term.kind == KIND:
            self.want.kind = term.id
        elif term.kind == STUDIO:
            self.want.studio_id = term.id
        elif term.kind == TITLE:
            self.want.title = term.written[0]
        elif term.kind == AT and before is not None and before.says(JOINS, LEAVES):
            self._timed(term, joining=before.says(JOINS))
        elif term.kind == PRODUCTION and term.id != self.want.production_id:
            self.unread[self.at] = "A call is of one ballet"
        elif term.kind in (AT, SPAN) and self.at != self.timed_by:
            self.unread[self.at] = "The call has its time already"

    def _act(self, term: Term) -> None:
        self.want.acts.append(term.id)

    def _section(self, term: Term) -> None:
        self.want.sections.append(term.of(SECTION))

    def _role(self, term: Term) -> None:
        if term.of(SECTION):
            self._section(term)
        role = RoleSet(term.of(ROLE), exclude=self.excluding, topic=self.in_title)
        last = self.clause[-1] if self.clause else None
        if isinstance(last, Casts) and not last.taken and self._after(CAST):
            role.casts, last.taken = last, True
            role.exclude = role.exclude or last.exclude
        self._ask(role)
        self.want.sets.append(role)
        self._note_left_out()
        self.excluding = False

    def _spots(self, term: Term) -> None:
        last = self.clause[-1] if self.clause else None
        role = last if isinstance(last, RoleSet) else None
        if role is not None and len(term.values) < _spots_of(self.book, role.role_id):
            role.spots = term.values

    def _cast(self, term: Term) -> None:
        before = self.found[self.at - 1] if self.at else None
        ids = [one.id for one in term.meanings]
        if self.casts is not None and before is not None and before.kind == CAST:
            self.casts.ids += [one for one in ids if one not in self.casts.ids]
            return
        self.casts = Casts(ids, exclude=self.excluding)
        self.want.casts.append(self.casts)
        self._give(self.casts)
        self.clause.append(self.casts)

    def _give(self, casts: Casts) -> None:
        """Casts belong to the roles and the full call before them that have none yet."""
        if casts.exclude:
            return
        for one in self.clause:
            takes = isinstance(one, RoleSet) or (isinstance(one, Everyone) and not one.group)
            if takes and isinstance(one, RoleSet | Everyone) and one.casts is None:
                one.casts, casts.taken = casts, True

    def _group(self, term: Term) -> None:
        group = Everyone(term.id, exclude=self.excluding)
        self.want.everyone.append(group)
        self._ask(group)
        self._note_left_out()
        self.excluding = False

    def _note_left_out(self) -> None:
        if self.excluding:
            self.want.left_out.add(self.at)

    def _ask(self, one: Asked) -> None:
        self.clause.append(one)

    def _word(self, term: Term) -> None:
        word = term.id
        if word == NO:
            self.excluding = True
        elif word in (COVERS, COVER):
            self._covers(term)
        elif word == FULL:
            everyone = Everyone(topic=self.in_title)
            self.want.everyone.append(everyone)
            self._ask(everyone)
        elif word == ALL_CASTS:
            self.casts = Casts()
            self._give(self.casts)
            self.clause.append(self.casts)
        elif word == ALSO:
            self.also = True
        elif word == FOR:
            self._swap()
        elif word not in (JOINS, LEAVES, FILLER, PNO, COACH):
            self._flag(word)

    def _flag(self, word: str) -> None:
        if word == LEADS:
            self.want.leads = True
        elif word == WHOLE:
            self.want.whole = True
        elif word == TBA:
            self.want.tba = True
        elif word in (TENTATIVE, FIRM):
            self.want.state = word

    def _covers(self, term: Term) -> None:
        """With covers, or (names following) covers by name."""
        after = self.found[self.at + 1] if self.at + 1 < len(self.found) else None
        named = after is not None and after.kind == PERSON and not after.breaks
        if self.excluding:
            self.excluding = False
        elif named and after is not None and dances(self.book, after.id):
            self.as_cover = True
        elif term.id == COVERS:
            self._with_covers()

    def _with_covers(self) -> None:
        takers = [one for one in self.clause if isinstance(one, RoleSet | Casts | Everyone)]
        for one in takers:
            one.covers = True
        if not takers:
            self.want.covers = True

    def _person(self, term: Term) -> None:
        who = term.id
        excludes = self.excluding and dances(self.book, who)
        kept = excludes or ((self.also or self.as_cover) and dances(self.book, who))
        if not kept and takes_call(self.book, self.want, self.found, self.at, self.day):
            self.excluding = False
            return
        if self.excluding and not excludes:
            self.unread[self.at] = "Only dancers can be left out of a call"
            return
        if self._elucidates(term):
            return
        casts = None if self.also or self.excluding or self.as_cover else self.casts
        named = Named(who, casts, self.excluding, self.as_cover)
        if casts is not None:
            casts.names.append(who)
        self.want.people.append(named)
        self._note_left_out()
        self._ask(named)

    def _elucidates(self, term: Term) -> bool:
        """Whether the name, after a colon, only says who a set is: Cygnets join 12.15: Ito."""
        sets = [one for one in self.clause if isinstance(one, RoleSet) and not one.exclude]
        timed = sets and (sets[-1].joins is not None or sets[-1].leaves is not None)
        if not timed or not (term.mark == ":" or sets[-1].names) or self.also or self.excluding:
            return False
        sets[-1].names.append(term.id)
        return True

    def _timed(self, term: Term, *, joining: bool) -> None:
        targets = timed(self.clause, self.found[self.at - 1])
        if not targets:
            self.start, self.end = set_bound(self.want, term, (self.start, self.end), joining)
            return
        minute = later_than(self.start, term.values[0], term.written[0])
        if minute is None or minute > self.end:
            during = f"the call, {span(self.start, self.end)}"
            self.unread[self.at] = f"{clock(term.values[0])} is not within {during}"
            return
        for one in targets:
            if joining:
                one.joins = minute
            else:
                one.leaves = minute

    def _after(self, kind: str) -> bool:
        return self.at > 0 and self.found[self.at - 1].kind == kind

    def _swap(self) -> None:
        """Swans 7 Fox for Cho: one person in another's spot."""
        people = [one for one in self.clause if isinstance(one, Named)]
        sets = [one for one in self.clause if isinstance(one, RoleSet)]
        after = self.found[self.at + 1] if self.at + 1 < len(self.found) else None
        if people and sets and len(sets[-1].spots) == 1 and after and after.kind == PERSON:
            people[-1].role_id, people[-1].spot = sets[-1].role_id, sets[-1].spots[0]
            self.want.sets.remove(sets[-1])
            self.clause.remove(sets[-1])
            self.excluding = True


def _spots_of(book: Book, role_id: str) -> int:
    return book.get(Role, role_id).spots
