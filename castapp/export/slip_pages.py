"""The change slip laid out: four to a sheet, two where it is long; and the page of texts."""

from __future__ import annotations

from dataclasses import replace

from castapp.export.callboard import Words
from castapp.export.page_frame import draw_footer, draw_masthead, frame
from castapp.export.sheet import DASHED, Rule, Sheet, Type
from castapp.export.sizes import PT_PER_MM, Size, size_of
from castapp.export.slip import DURING_IT, Slip, SlipRow
from castapp.export.typeset import Measure, Pen, elided

ACROSS = {
    "A4": Size("A4 landscape", 297, 210, 10, 14, 8),
    "Letter": Size("Letter landscape", 279.4, 215.9, 10, 14, 8),
}
MOST_ON_A_QUARTER, MOST_ON_A_HALF = 5, 11
INSET = 11 * PT_PER_MM
COMPANY, TITLE, WHEN = Type(7.5, 700, tracking=0.14), Type(19, 800), Type(9.5, 600)
OPENING, PART, NAME = Type(8.8), Type(8.8), Type(12.5, 700)
FOOT, SAY = Type(6.5, grey=0.3), Type(9.5)
REPLACES, SAME_TYPE = Type(8, grey=0.2), Type(8.8, 700)
ROW, OPENING_LEADING = 46.0, 11.8
LEAST = 8.0
HEAD, ALOUD, DURING, NOTICE = Type(8, 700, tracking=0.06), Type(17), Type(11), Type(11)
ERRAND, ERRAND_HEAD = Type(9.5), Type(7.5, 700)
ALOUD_LEADING, NOTICE_LEADING, ERRAND_LEADING = 25.5, 16.0, 22.0
WORDS_A_SECOND = 2.2
SAY_ACROSS, SAY_LEADING = 3, 18.0


def slip_pages(slip: Slip, paper: str, measure: Measure) -> list[Sheet]:
    """The sheets to cut, then the texts; of a change during the show the texts alone."""
    if slip.during:
        return [_texts(slip, size_of(paper, "upright"), 1, measure)]
    few = len(slip.rows) <= MOST_ON_A_QUARTER
    size = size_of(paper, "upright") if few else ACROSS[paper]
    most = MOST_ON_A_QUARTER if few else MOST_ON_A_HALF
    chunks = [slip.rows[n : n + most] for n in range(0, len(slip.rows), most)]
    sheets = [_cut_sheet(slip, rows, size, 2 if few else 1, measure) for rows in chunks]
    return [*sheets, _texts(slip, size_of(paper, "upright"), len(sheets) + 1, measure)]


def _cut_sheet(
    slip: Slip, rows: tuple[SlipRow, ...], size: Size, down: int, measure: Measure
) -> Sheet:
    """The same slip twice across and once or twice down, with lines to cut along."""
    pen = Pen(measure)
    width, height = size.width * PT_PER_MM, size.height * PT_PER_MM
    for column in range(2):
        for line in range(down):
            _slip(pen, slip, rows, (column * width / 2, line * height / down),
                  (width / 2, height / down))  # fmt: skip
    pen.items.append(Rule(width / 2, 0, width / 2, height, 0.5, 0.4, DASHED))
    if down > 1:
        pen.items.append(Rule(0, height / 2, width, height / 2, 0.5, 0.4, DASHED))
    return Sheet(size, tuple(pen.items))


def _slip(
    pen: Pen,
    slip: Slip,
    rows: tuple[SlipRow, ...],
    corner: tuple[float, float],
    room: tuple[float, float],
) -> None:
    left, top = corner[0] + INSET, corner[1] + INSET
    width, bottom = room[0] - 2 * INSET, corner[1] + room[1] - INSET
    centre = left + width / 2
    _centred(pen, centre, top + 11, slip.company.upper(), COMPANY, width)
    _centred(pen, centre, top + 37, slip.title.upper(), TITLE, width)
    _centred(pen, centre, top + 53, slip.when, WHEN, width)
    y = top + 64
    pen.rule(left, y, left + width, y, 0.8)
    y += 7
    for sentence in slip.opening:
        y += _paragraph(pen, centre, y, sentence, OPENING, width)
    y += 5
    step = min(ROW, (bottom - 18 - y) / len(rows))
    for row in rows:
        gap = (step - 34) / 2
        _centred(pen, centre, y + gap + 9, row.part, PART, width)
        _centred(pen, centre, y + gap + 22, row.name, NAME, width)
        _centred(pen, centre, y + gap + 33, row.replaces, REPLACES, width)
        y += step
        pen.rule(left, y, left + width, y, 0.4, 0.4)
    _centred(pen, centre, y + 17, slip.rest, SAME_TYPE, width)
    _centred(pen, centre, bottom + 6, slip.foot, FOOT, width)


def _centred(pen: Pen, centre: float, y: float, text: str, kind: Type, width: float) -> None:
    """A line about a middle; the type gives way before the words do."""
    while kind.size > LEAST and pen.measure(text, kind) > width:
        kind = replace(kind, size=kind.size - 0.5)
    shown = elided(text, kind, width, pen.measure)
    pen.text(centre - pen.measure(shown, kind) / 2, y, shown, kind)


def _paragraph(pen: Pen, centre: float, top: float, text: str, kind: Type, width: float) -> float:
    """Words broken to a width, each line about the middle; answers the height used."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pen.measure(longer, kind) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    for number, line in enumerate(lines):
        _centred(pen, centre, top + 9 + number * OPENING_LEADING, line, kind, width)
    return len(lines) * OPENING_LEADING


def _texts(slip: Slip, size: Size, page: int, measure: Measure) -> Sheet:
    pen = Pen(measure)
    draw_masthead(pen, size, slip.masthead)
    room = frame(size)
    spoken = sum(len(run.text.split()) for run in slip.aloud)
    seconds = 5 * round(spoken / WORDS_A_SECOND / 5) or 5
    y = room.top + 12
    y = _block(pen, y, f"{slip.head} (ABOUT {seconds} SECONDS)", slip.aloud, ALOUD,
               ALOUD_LEADING, size)  # fmt: skip
    y = _say(pen, y, slip.say, size)
    if not slip.during:
        y = _block(pen, y, DURING_IT, slip.mid_show, DURING, NOTICE_LEADING, size)
    y = _block(pen, y, "FOYER BOARD, WEBSITE AND BOX OFFICE (SAME WORDS EVERYWHERE)", slip.notice,
               NOTICE, NOTICE_LEADING, size)  # fmt: skip
    _errands(pen, y, slip, size)
    draw_footer(pen, size, slip.footer, page, page)
    return Sheet(size, tuple(pen.items))


def _block(
    pen: Pen, y: float, head: str, words: Words, kind: Type, leading: float, size: Size
) -> float:
    room = frame(size)
    pen.text(room.left, y + 8, head, HEAD)
    pen.rule(room.left, y + 13, room.right, y + 13, 0.6)
    y += 20
    return y + pen.words(room.left, y, words, kind, room.width, leading) + 12


def _say(pen: Pen, y: float, names: tuple[str, ...], size: Size) -> float:
    """The names that are read, each with room to write how it is said."""
    room = frame(size)
    pen.text(room.left, y + 6, "Say it so", ERRAND_HEAD)
    y += 11
    pen.rule(room.left, y, room.right, y, 0.6)
    step = room.width / SAY_ACROSS
    for number, name in enumerate(names):
        x = room.left + step * (number % SAY_ACROSS)
        line = y + 15 + SAY_LEADING * (number // SAY_ACROSS)
        used = pen.text(x, line, elided(f"{name} –", SAY, step * 0.7, pen.measure), SAY)
        pen.rule(x + used + 4, line + 2, x + step - 12, line + 2, 0.4, 0.4)
    rows = -(-len(names) // SAY_ACROSS)
    return y + rows * SAY_LEADING + 16


def _errands(pen: Pen, y: float, slip: Slip, size: Size) -> None:
    room = frame(size)
    pen.text(room.left, y + 8, "WHO NEEDS IT", HEAD)
    pen.rule(room.left, y + 13, room.right, y + 13, 0.6)
    y += 18
    share = (0.06, 0.32, 0.72, 0.84)
    where, what, by, at = (room.left + room.width * one for one in share)
    heads = zip((room.left, where, what, by, at), ("Done", "Where", "What", "By", "Time, initials"),
                strict=True)  # fmt: skip
    for x, head in heads:
        pen.text(x, y + 8, head, ERRAND_HEAD)
    y += 13
    pen.rule(room.left, y, room.right, y, 1.0)
    for errand in slip.errands:
        if y + ERRAND_LEADING > room.bottom:
            break
        pen.box(room.left, y + 6, 10, 10, frame=1.0)
        line = y + 15
        pen.text(where, line, elided(errand.where, ERRAND, what - where - 6, pen.measure), ERRAND)
        pen.text(what, line, elided(errand.what, ERRAND, by - what - 6, pen.measure), ERRAND)
        pen.text(by, line, elided(errand.by, ERRAND, at - by - 6, pen.measure), ERRAND)
        y += ERRAND_LEADING
        pen.rule(room.left, y, room.right, y, 0.4, 0.4)
