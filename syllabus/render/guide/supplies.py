"""What to bring, as lists to tick: all of a day, and what one session takes into the room."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.guide import SessionGuide, Supply
from syllabus.render.guide.columns import side_by_side, ticks
from syllabus.render.html import Child, Html, join, tag

SORTS = {"lembar": "Dicetak dan dibagikan", "alat": "Alat dan bahan", "peserta": "Dibawa peserta"}
EACH = {"kelompok": "setiap kelompok", "peserta": "setiap peserta"}
ONE_PAGE = 60
"""Lines of a check list that is kept on one page."""


def check_list(supplies: tuple[Supply, ...]) -> Html:
    """The check list: printed sheets on the left, aids and what participants bring on the right."""
    lists = sorted_lists(supplies, several=True)
    parts = [part for part in (lists.get("lembar"), join(part for sort, part in lists.items() if sort != "lembar")) if part]
    return side_by_side(parts, whole=len(supplies) <= ONE_PAGE)


def sorted_lists(supplies: tuple[Supply, ...], several: bool) -> dict[str, Html]:
    """A list to tick for each sort of things; of `several` sessions each thing says what it is for."""
    return {sort: join((tag("h3", title), ticks(_line(supply, several) for supply in supplies if supply.sort == sort)))
            for sort, title in SORTS.items() if any(supply.sort == sort for supply in supplies)}


def _line(supply: Supply, several: bool) -> Child:
    told = amount(supply)
    return (supply.name, ("\u00a0", tag("strong", told)) if told else None, ("\u00a0", tag("small", ", ".join(supply.used_for))) if several else None)


def amount(supply: Supply) -> str:
    """How many: "30" for one each, "90 (3 setiap peserta)", "1 setiap kelompok" where the number of groups is open; "" for a sentence."""
    if supply.total is None:
        return "" if supply.each == "kelas" else f"{supply.count} {EACH[supply.each]}"
    plain = supply.each == "kelas" or (supply.each == "peserta" and supply.count == 1)
    return bahasa.number(supply.total) + ("" if plain else f" ({supply.count} {EACH[supply.each]})")


def _short(supply: Supply) -> str:
    """The number alone, where the day's list says for whom; nothing for one thing of the class."""
    return "" if supply.each == "kelas" else f"\u00a0{amount(supply) if supply.total is None else bahasa.number(supply.total)}"


def carried(session: SessionGuide) -> Html | None:
    """What to carry into the room, with boxes to tick; sheets and cards of one kind together, and their kind once."""
    if not session.supplies:
        return None
    kinds: dict[str, list[Child]] = {}
    for supply in session.supplies:
        kind, colon, name = supply.name.rpartition(": ")
        kinds.setdefault(kind + colon, []).append((tag("span", class_="kotak"), "\u00a0", name, _short(supply)))
    told = ((kind, join(items, "; "), ". ") for kind, items in sorted(kinds.items(), key=lambda item: not item[0]))
    return tag("div", tag("p", tag("strong", "Bawa ke ruang. "), told), class_="bawa-ke-ruang")
