"""What is taken from the side list goes into the call under the pointer, or makes a new one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt

from castapp.domain.book import Book
from castapp.domain.calling import called_people
from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.repertory import Production
from castapp.services.findings import new_findings
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.appraiser import Appraiser
from castapp.ui.screens.schedule.board import Board
from castapp.ui.screens.schedule.cards import call_card
from castapp.ui.screens.schedule.consequences import with_past
from castapp.ui.screens.schedule.deeds import Deeds
from castapp.ui.screens.schedule.drag_state import DEFAULT_MINUTES, Held
from castapp.ui.screens.schedule.edits import created_ids
from castapp.ui.screens.schedule.people.table import PeopleTable
from castapp.ui.screens.schedule.price_words import names, tip
from castapp.ui.screens.schedule.side.into import put_into, put_on_board
from castapp.ui.screens.schedule.side.list import SideList
from castapp.ui.screens.schedule.side.over_people import OverPeople
from castapp.ui.screens.schedule.side.parts import Part, parts
from castapp.ui.screens.schedule.zones import Tip, lift_new, price

NOWHERE = "Choose a call, or an empty place with Space, to put it there."
ELSEWHERE = "Let it go on the Day or the Week board (Ctrl+1, Ctrl+2)."
_START = 10 * 60
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Putting(QObject):
    """Joins the side list with the board and has each place judged. `refill` shows it anew."""

    def __init__(
        self,
        context: ScreenContext,
        board: Board,
        people: PeopleTable,
        side: SideList,
        deeds: Deeds,
    ) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        self._people = people
        self._side = side
        self.over_people = OverPeople(people, self._of_a_call)
        self._deeds = deeds
        self._part: Part | None = None
        self._held: Held | None = None
        self._dropped: Part | None = None
        self._appraiser = Appraiser(new_findings, self)
        hand = board.hand
        hand.asking.new = self._of_a_new_one
        hand.asking.into = self._of_a_call
        hand.put.connect(self._let_go)
        self._appraiser.zones_found.connect(hand.show_zones)
        board.drag_changed.connect(self._changed)
        side.wanted.connect(self.refill)
        side.dragged.connect(self._drag)
        side.dropped.connect(self._drop)
        side.given_up.connect(self._give_up)
        side.taken.connect(self._take)
        side.left.connect(self._leave)

    @property
    def judging(self) -> bool:
        """Whether places are still being judged."""
        return self._appraiser.working

    def begin(self) -> None:
        """Show the ballet of the selected call, else one that is rehearsed on the day."""
        book = self._context.book
        chosen = [book.get(Call, one) for one in self._board.selected_calls()]
        today = book.where(Call, "day", self._deeds.day)
        work_id = next((one.production_id for one in (*chosen, *today) if one.production_id), "")
        self.refill()
        if work_id:
            self._side.work.choose(work_id)
            self.refill()
        self._side.list.choose()
        self._side.list.scrollToTop()

    def refill(self) -> None:
        """Show what the book has now, if the list is open."""
        side, book = self._side, self._context.book
        if side.isHidden():
            return
        works = sorted(book.all(Production), key=lambda one: one.title)
        side.show_works([(one.id, one.short or one.title) for one in works])
        day = self._deeds.day
        side.show_parts(parts(book, day, side.work.key, side.typed.text(), side.opened))

    def _spot(self, point: QPoint) -> QPoint:
        return self._board.viewport().mapFromGlobal(point)

    def _drag(self, part: Part, point: QPoint) -> None:
        """Take a part into the board's hand as the call it would be, or carry it on."""
        if not self._board.isVisible():
            self._part = part
            if self._people.isVisible():
                self.over_people.move(point)
        elif self._part is None:
            self._lift(part, point)
        else:
            self._board.hand.move(self._spot(point), _NO_KEYS)

    def _lift(self, part: Part, point: QPoint) -> None:
        book, day = self._context.book, self._deeds.day
        held = Held("", day, None, _START, _START + DEFAULT_MINUTES)
        edit = put_on_board(book, held, part.key)
        made = created_ids(edit)[0]
        self._part, self._held = part, Held(made, day, None, held.start, held.end)
        self._appraiser.take(lift_new(book, edit, made))
        after = book.apply(edit)
        self._board.hand.lift_new(call_card(after, after.get(Call, made)), self._spot(point))

    def _of_a_new_one(self, landed: tuple[Held, ...]) -> Tip | None:
        """What a call of it would cost here; the rest of the day is judged meanwhile."""
        book, board, held = self._context.book, self._board, self._held
        if held is None:
            return None
        hours = (board.plan.first, board.plan.last)
        self._appraiser.scan(book, (held,), landed, board.view.studios, hours)
        told = self._appraiser.tip(book, (held,), landed, copying=False)
        return with_past(told, landed, self._context.today)

    def _of_a_call(self, call_id: str) -> Tip | None:
        """What it would do to a call to have it put in there."""
        book, part = self._context.book, self._part
        if part is None or book.find(Call, call_id) is None:
            return None
        try:
            edit = put_into(book, call_id, part.key)
        except Invalid as wrong:
            return Tip("warning", "Not possible", (str(wrong),), signs=("warning",))
        more = _joining(book, edit, call_id)
        if self._board.hand.holding:
            self._board.hand.tag(f"+ {len(more)}" if more else part.text)
        told = tip(price(new_findings(book, edit)), book, [call_id])
        said = f"Calls {names(book, more)} as well." if more else _same(part)
        call = book.get(Call, call_id)
        stands = Held(call_id, call.day, call.studio_id, call.start, call.end)
        return with_past(told.then((said,), first=True), (stands,), self._context.today)

    def _changed(self) -> None:
        if not self._board.hand.holding:
            self._appraiser.stop()
            self._part = self._held = None

    def _drop(self, part: Part, point: QPoint) -> None:
        if self._board.isVisible():
            self._dropped = part
            self._board.hand.release(self._spot(point), _NO_KEYS)
            return
        back = self._side.rect().contains(self._side.mapFromGlobal(point))
        call_id, refused = "", "" if back else ELSEWHERE
        if self._people.isVisible():
            call_id, refused = self.over_people.drop(point)
        self._give_up()
        if call_id:
            self._put(part, call_id, None)
        elif refused:
            self._context.say(refused)

    def _give_up(self) -> None:
        self._board.hand.cancel()
        self.over_people.end()
        self._part = None

    def _let_go(self, held: Held, call_id: str) -> None:
        if self._dropped is not None:
            self._put(self._dropped, call_id, held)

    def _take(self, part: Part) -> None:
        """Enter: into the one call selected, or where the empty place is."""
        chosen, room = self._board.selected_calls(), self._board.room
        if len(chosen) == 1:
            self._put(part, chosen[0], None)
        elif room is not None:
            self._put(part, "", room)
        else:
            self._context.say(NOWHERE)

    def _leave(self) -> None:
        """The keyboard goes back to what the list is beside."""
        (self._board if self._board.isVisible() else self._people).setFocus()

    def _put(self, part: Part, call_id: str, held: Held | None) -> None:
        def edit(book: Book) -> Edit:
            if held is None or call_id:
                return put_into(book, call_id, part.key)
            return put_on_board(book, held, part.key)

        if self._deeds.commit(edit) is not None and call_id:
            self._board.select([call_id], call_id)


def _joining(book: Book, edit: Edit, call_id: str) -> list[str]:
    """Who would come to a call that does not now, in the order of its lines."""
    after = book.apply(edit)
    now = {one.person_id for one in called_people(book, book.get(Call, call_id))}
    then = called_people(after, after.get(Call, call_id))
    return [one.person_id for one in then if one.person_id not in now]


def _same(part: Part) -> str:
    kind = part.key.partition(":")[0]
    if kind == "section":
        return f"{part.text} is rehearsed as well; nobody more is called."
    if kind == "staff":
        return f"{part.text} {'plays' if part.detail == 'pianist' else 'takes it'}."
    return "Nobody more is called by it."
