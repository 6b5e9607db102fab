"""Fields to fill in on the screen: named, read aloud, in order, tagged, and never for what only a hand may write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from syllabus.place import Place
from syllabus.press.fields import Field
from syllabus.press.paper import Paper, print_paper
from syllabus.press.widgets import add_fields
from syllabus.render.blanks import BOX, CHOICE, blank, fields, signatures, with_blanks, writing_room
from syllabus.render.html import Child, join, tag
from syllabus.render.table import Column, Table, draw, row

ONE_OF = (Column("No.", 1), Column("Butir", 4), Column("1 Kurang", 2), Column("2 Baik", 2), Column("Catatan", 3))
ASKED = (
    draw(Table("formulir", "Pilih", ONE_OF, tuple(row(str(number), "Tepat waktu", CHOICE, CHOICE, "", headed=False) for number in (1, 2)))),
    draw(Table("formulir", "Tingkat", (Column("Kriteria", 2), Column("Bukti", 6), Column("Skor", 1)), (
        row("Jelas", tag("ul", tag("li", CHOICE, " ", tag("strong", "2 Baik. "), "Semua tampak."), tag("li", CHOICE, " ", tag("strong", "1 Kurang. "), "Belum.")), "", headed=False),
    ))),
    tag("h2", "Kesimpulan"), tag("p", with_blanks("( ) Dipakai   ( ) Disusun ulang")),
)
COLUMNS = (Column("No.", 1), Column("Kegiatan", 5), Column("Ada", 1), Column("NIP", 3), Column("Paraf mentor", 2), Column("Catatan", 4))
BODY = (
    fields([("Nama", None), ("NIP", None), ("Unit kerja", "Dinas Rekaan")]),
    tag("p", "Pada hari ini ", blank(), " dibuka."),
    draw(Table("formulir", "Isi", COLUMNS, (row("1", "Ruang siap", BOX, "", "", "", headed=False), row("2", "", "", "", "", "", headed=False)))),
    tag("p", "Kejadian khusus"), writing_room(4),
    tag("ul", tag("li", BOX, " Setuju"), tag("li", BOX, " Tidak setuju")),
    signatures(["Ketua kelas"], "Jambi", "2027"),
)


def printed(*body: Child, fillable: bool = True, paired: bool = False) -> bytes:
    done = print_paper(Paper(
        "coba", "Lembar coba", join(body), Place("curriculum/formulir/coba.yml"), "", "Program", date(2027, 1, 4), "Tim", "F1",
        letterhead=("", ""), fillable=fillable, paired=paired,
    ), lambda _: None)
    assert not done.problems
    return done.pdf


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return printed(*BODY)


def labels(pdf: bytes) -> dict[str, str]:
    found = PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(one["/TU"]) for name, one in found.items()}


def structure(node: pikepdf.Object, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], pikepdf.Object]]:
    """Every element with the tags above it, in reading order."""
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield above, kid
            yield from structure(kid, (*above, str(kid.S)))


def test_every_place_to_write_is_a_field_with_a_name(sheet: bytes) -> None:
    assert list(labels(sheet).values()) == [
        "Nama", "Pada hari ini", "Ada, Ruang siap", "Catatan, Ruang siap", "Kegiatan, baris 2", "Ada, baris 2", "Catatan, baris 2",
        "Kejadian khusus", "Setuju", "Tidak setuju", "Tanggal, Jambi", "Nama Ketua kelas", "Kop baris 1", "Kop baris 2",
    ]


def test_what_a_hand_must_write_is_no_field(sheet: bytes) -> None:
    assert not [label for label in labels(sheet).values() if "NIP" in label or "Paraf" in label]


def test_names_are_unique_even_where_labels_are_not() -> None:
    pdf = printed(fields([("Nama", None), ("Nama", None), ("Nama?", None)]))
    assert [name for name in labels(pdf) if name.startswith("nama")] == ["nama", "nama-2", "nama-3"]


def test_what_is_read_aloud_tells_two_copies_on_a_page_apart() -> None:
    body = (fields([("Nama", None)]), tag("p", with_blanks("( ) Setuju   ( ) Tidak setuju")))
    with pikepdf.open(BytesIO(printed(*body, paired=True))) as pdf:
        told = [str(widget.TU) for widget in pdf.pages[0].Annots if widget.get("/Subtype") == "/Widget"]
    alone = list(labels(printed(fields([("Nama", None)]))).values())
    assert alone == ["Nama", "Kop baris 1", "Kop baris 2"]
    assert len(told) == 10 and sorted(told[5:]) == sorted(f"{one}, lembar 2" for one in told[:5]), told


def test_fields_are_filled_and_read_back(sheet: bytes) -> None:
    writer = PdfWriter(clone_from=BytesIO(sheet))
    writer.update_page_form_field_values(writer.pages[0], {"nama": "Siti Rekaan", "ada-ruang-siap": "/Ya"}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    found = PdfReader(out).get_fields() or {}
    assert found["nama"]["/V"] == "Siti Rekaan" and found["ada-ruang-siap"]["/V"] == "/Ya" and found["catatan-baris-2"].get("/V", "") == ""


def test_boxes_of_one_row_list_or_sentence_are_one_question() -> None:
    with pikepdf.open(BytesIO(printed(*ASKED))) as pdf:
        fields = pdf.Root.AcroForm.Fields
        asked = {str(one.T): [next(name for name in widget.AP.N if name != "/Off") for widget in one.Kids] for one in fields if "/Kids" in one}
        assert asked == {
            "tepat-waktu": ["/1-kurang", "/2-baik"], "tepat-waktu-2": ["/1-kurang", "/2-baik"], "jelas": ["/2-baik", "/1-kurang"],
            "kesimpulan": ["/dipakai", "/disusun-ulang"],
        }
        assert [str(one.TU) for one in fields][:5] == ["Tepat waktu", "Catatan, Tepat waktu", "Tepat waktu", "Catatan, Tepat waktu", "Jelas"]
        boxes = [widget for one in fields if "/Kids" in one for widget in one.Kids]
        assert [str(widget.TU) for widget in boxes[:2]] == ["1 Kurang, Tepat waktu", "2 Baik, Tepat waktu"]
        assert all("/T" not in widget and "/FT" not in widget and widget.AS == "/Off" for widget in boxes)
        tagged = [node.K.Obj.objgen if isinstance(node.K, pikepdf.Dictionary) else node.K[0].Obj.objgen
                  for _, node in structure(pdf.Root.StructTreeRoot) if node.S == "/Form"]
        assert {widget.objgen for widget in boxes} <= set(tagged) and len(set(tagged)) == len(tagged), "each box has a tag of its own"


def test_each_field_is_tagged_where_it_stands(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as pdf:
        found = [(above, node.K.Obj if isinstance(node.K, pikepdf.Dictionary) else node.K[0].Obj)
                 for above, node in structure(pdf.Root.StructTreeRoot) if node.S == "/Form"]
        assert len(found) == len(pdf.Root.AcroForm.Fields) == len(labels(sheet))
        above = {str(widget.TU): tags for tags, widget in found}
        assert above["Catatan, Ruang siap"][-3:] == ("/TBody", "/TR", "/TD")
        assert above["Pada hari ini"][-1] == "/P"
        order = [str(widget.TU) for _, widget in found]
        assert order[:2] == ["Kop baris 1", "Kop baris 2"] and order[-1] == "Nama Ketua kelas", "read from head to foot"
        assert not [node for _, node in structure(pdf.Root.StructTreeRoot) if node.S == "/Link"]


def test_fields_keep_to_what_archives_allow(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as pdf:
        form = pdf.Root.AcroForm
        assert "/NeedAppearances" not in form and "/XFA" not in form
        font = form.DR.Font.Isian
        assert "/FontFile2" in font.FontDescriptor and len(font.Widths) == 224
        for page in pdf.pages:
            assert page.Tabs == "/S"
            for widget in page.Annots:
                assert widget.Subtype == "/Widget" and widget.F == 4 and "/A" not in widget and "/AA" not in widget
                shown = widget.AP.N if widget.FT == "/Tx" else widget.AP.N[str(widget.AS)]
                assert [round(float(side), 1) for side in shown.BBox[2:]] == [
                    round(float(widget.Rect[2] - widget.Rect[0]), 1), round(float(widget.Rect[3] - widget.Rect[1]), 1),
                ]


def test_fields_stay_on_their_page_and_apart(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as pdf:
        boxes = [[float(side) for side in widget.Rect] for page in pdf.pages for widget in page.Annots]
        assert all(left >= 0 and low >= 0 and right <= 596 and high <= 842 for left, low, right, high in boxes)
        for number, (left, low, right, high) in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert min(right, other[2]) - max(left, other[0]) < 1 or min(high, other[3]) - max(low, other[1]) < 1


def test_a_sheet_for_the_pen_has_no_field() -> None:
    with pikepdf.open(BytesIO(printed(*BODY, fillable=False))) as pdf:
        assert "/AcroForm" not in pdf.Root and not [annotation for page in pdf.pages for annotation in page.get("/Annots", ())]


def test_a_lost_field_is_told(sheet: bytes) -> None:
    with pikepdf.open(BytesIO(sheet)) as pdf, pytest.raises(ValueError, match="1 fields written, 0 on the pages"):
        add_fields(pdf, [Field("x", "X")])


def test_same_sheet_same_bytes(sheet: bytes) -> None:
    assert printed(*BODY) == sheet
