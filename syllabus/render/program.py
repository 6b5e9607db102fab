"""The programme on the page: aims, structure, paths, hours, marks and the matrix of outcomes."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus import bahasa
from syllabus.alignment import USES, Measure, alignment
from syllabus.render.bands import spans
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.module import lesson_of
from syllabus.render.table import Cell, Column, Group, Row, Table, draw, row
from syllabus.render.view import UNVERIFIED, View
from syllabus.shapes.base import JpSplit
from syllabus.shapes.program import Break, DayHours

_HOURS = (Column("T", 1, "angka"), Column("P", 1, "angka"), Column("PL", 1, "angka"), Column("JLH", 1, "angka"))


def aims(view: View) -> Html:
    """The programme's aims, each with the cluster that serves it."""
    program = view.curriculum.program.value
    names = {cluster.id: f"Klaster {cluster.code} {cluster.name}" for cluster in program.clusters}
    return tag("ol", (tag("li", aim.text, " ", tag("span", names.get(aim.cluster, aim.cluster), class_="meta")) for aim in program.aims),
               class_="tujuan-program")


def structure(view: View) -> Html:
    """Struktur program: hours by form (T, P, PL, JLH) for each cluster, and for the workshops."""
    program = view.curriculum.program.value
    columns = (Column("Kode", 1), Column("Mata pelatihan", 12), *_HOURS)
    groups = (Group("", 1), Group("", 1), Group("Alokasi waktu (JP)", 4))
    rows: list[Row] = []
    total = _split()
    for cluster in program.clusters:
        rows.append(Row((Cell(f"Klaster {cluster.code}: {cluster.name}", 6),), "spanduk"))
        part = _split(cluster.opening_jp, cluster.closing_jp)
        rows.append(row(cluster.code, "Membangun komitmen belajar (BLC)", *_hours(_split(theory=cluster.opening_jp))))
        for stem in cluster.modules:
            module = view.curriculum.modules.get(stem)
            jp = module.value.jp if module else None
            rows.append(row(module.value.code if module else "", view.link(view.module_title(stem, False), f"modul/{stem}"), *_hours(jp)))
            part = _add(part, jp)
        rows.append(row(cluster.code, "Rencana tindak lanjut (RTL)", *_hours(_split(practice=cluster.closing_jp))))
        rows.append(Row((Cell(f"Jumlah paket {cluster.code}", 2), *(Cell(text) for text in _hours(part))), "jumlah"))
        total = _add(total, part)
    if view.curriculum.workshops:
        rows.append(Row((Cell("Lokakarya", 6),), "spanduk"))
        for stem, entry in sorted(view.curriculum.workshops.items(), key=lambda pair: pair[1].value.code):
            rows.append(row(entry.value.code, view.link(entry.value.title, f"lokakarya/{stem}"), *_hours(entry.value.jp)))
            total = _add(total, entry.value.jp)
    foot = Row((Cell("Jumlah seluruh katalog", 2), *(Cell(text) for text in _hours(total))), "jumlah")
    named = f"Struktur program {program.name.removeprefix('Program ')}"
    return draw(Table("struktur", named, columns, tuple(rows), (foot,), groups))


def _split(theory: int = 0, practice: int = 0) -> JpSplit:
    return JpSplit.model_validate({"teori": theory, "praktik": practice})


def _add(one: JpSplit, other: JpSplit | None) -> JpSplit:
    if other is None:
        return one
    return JpSplit.model_validate({
        "teori": one.theory + other.theory, "praktik": one.practice + other.practice, "lapangan": one.field + other.field,
    })


def _hours(jp: JpSplit | None) -> tuple[str, str, str, str]:
    if jp is None:
        return ("", "", "", "belum")
    return (str(jp.theory or ""), str(jp.practice or ""), str(jp.field or ""), str(jp.total))


def paths(view: View) -> Html:
    """Learning paths by post, with the hours of one year. Who chooses one on paper turns to its modules: their pages are told there."""
    cards: list[Html] = []
    for path in view.curriculum.program.value.paths:
        steps = [tag("li", view.lesson_link(stem, "dengan-halaman")) for stem in (*path.modules, *path.workshops)]
        extra = f", termasuk {path.extra_jp} JP BLC dan RTL" if path.extra_jp else ""
        cards.append(tag("li", tag("h3", path.name), tag("p", path.audience), tag("ol", steps), tag("p", path.reason),
                         tag("p", f"{path.jp} JP setahun{extra}", class_="meta"), class_="kartu", id=f"jalur-{path.id}"))
    return tag("ul", cards, class_="petak jalur")


def final_mark(view: View) -> Html:
    """How the final mark is made."""
    mark = view.curriculum.program.value.final_mark
    columns = (Column("Komponen", 3), Column("Bobot", 1, "angka"), Column("Diambil dari", 6))
    rows = tuple(row(part.name, bahasa.number(part.weight), part.taken_from) for part in mark.parts)
    foot = row("Jumlah", bahasa.number(sum(part.weight for part in mark.parts)), "", kind="jumlah")
    table = Table("daftar", "Komponen nilai akhir", columns, rows, (foot,))
    return join([
        draw(table), tag("p", f"Syarat: kehadiran sedikitnya {mark.least_attendance} persen. Kehadiran bukan nilai."), tag("p", mark.note),
    ])


def grade_scale(view: View, name: str) -> Html:
    """One grade scale with its source."""
    scale = view.find(view.curriculum.scales, name, "Skala nilai").value
    decided = any(band.decision for band in scale.bands)
    columns = (Column("Rentang", 3), Column("Sebutan", 4), *((Column("Keputusan", 5),) if decided else ()))
    rows = tuple(
        row(span, band.label, *((band.decision or "",) if decided else ()))
        for span, band in zip(spans(scale.bands), scale.bands, strict=True)
    )
    mark = UNVERIFIED if scale.verified == "belum_terverifikasi" else None
    return join([draw(Table("daftar", scale.name, columns, rows)), tag("p", "Sumber: ", scale.source, ". ", mark, class_="meta")])


def daily_hours(view: View) -> Html:
    """Working window and breaks by kind of day."""
    hours = view.curriculum.program.value.hours
    kinds: tuple[tuple[str, DayHours], ...] = (
        ("Senin s.d. Kamis", hours.ordinary), ("Jumat", hours.friday),
        ("Senin s.d. Kamis, Ramadan", hours.ramadan), ("Jumat, Ramadan", hours.ramadan_friday),
    )
    columns = (Column("Hari", 3), Column("Kegiatan", 3), Column("Ishoma", 3), Column("Rehat", 4), Column("Batas wajar", 2))
    rows = tuple(
        row(name, bahasa.clock_range(day.start, day.end), _pause(day.midday), ", ".join(_pause(item) for item in day.breaks),
            f"{day.most_jp} JP") for name, day in kinds
    )
    return join([draw(Table("daftar", "Jam kegiatan dan istirahat", columns, rows)), tag("p", "Dasar: ", hours.source, class_="meta")])


def _pause(pause: Break) -> str:
    return bahasa.clock_range(pause.start, pause.end)


def lesson_matrix(view: View, name: str | None = None) -> Html:
    """Outcome–assessment matrix of one module or workshop."""
    entry = lesson_of(view, name)
    caption = f"Indikator dan asesmen {entry.value.code}"
    return draw(Table("matriks", caption, _MATRIX, _matrix_rows(view, entry.id)))


def program_matrix(view: View) -> Html:
    """The matrix of every module and workshop: what is taught, what is measured."""
    rows: list[Row] = []
    for entry in view.curriculum.lessons:
        rows.append(Row((Cell(f"{entry.value.code} {entry.value.title}", len(_MATRIX)),), "spanduk"))
        rows += _matrix_rows(view, entry.id)
    return draw(Table("matriks", "Indikator, pembelajaran, dan asesmen seluruh program", _MATRIX, tuple(rows)))


_MATRIX = (Column("Indikator", 2), Column("Bunyi", 11), Column("Diajarkan pada langkah", 5), Column("Diukur oleh", 12))


def _matrix_rows(view: View, stem: str) -> tuple[Row, ...]:
    return tuple(
        row(line.indicator.id, line.indicator.text, ", ".join(f"{number}" for number in line.taught) or "belum",
            _measures(line.measured))
        for line in alignment(view.curriculum, stem)
    )


def _measures(measures: tuple[Measure, ...]) -> Child:
    return bullets(f"{title} ({detail})" if detail else title for title, detail in _twinned(measures)) if measures else "belum"


def _twinned(measures: tuple[Measure, ...]) -> Iterator[tuple[str, str]]:
    """Titles and details of measures, with the tests before and after as one, where they follow one another: "Pretes dan postes A2 (2 + 2 butir)"."""
    rest = list(measures)
    while rest:
        first = rest.pop(0)
        if rest and (first.use, rest[0].use) == USES:
            last = rest.pop(0)
            yield _both(first.title, last.title), f"{first.items} + {last.items} butir"
        else:
            yield first.title, f"{first.items} butir" if first.items else first.criteria


def _both(first: str, last: str) -> str:
    """Two titles as one, what they end alike said once."""
    one, other = first.split(), last.split()
    while len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        one.pop()
        other.pop()
    shared = first.split()[len(one):]
    return " ".join((*one, "dan", other[0].lower() if other[0].istitle() else other[0], *other[1:], *shared))
