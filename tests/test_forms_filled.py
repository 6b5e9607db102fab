"""Every form for the screen, filled in: each letter stands whole in its field, in short and in long, as two programs draw it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from syllabus.press.widgets import BELOW_LINE, ONE_OF_SEVERAL, SEVERAL_LINES
from tests.all_sheets import all_sheets
from tests.form_filling import Filled, by_keys, by_value, clicked

SHORT = "Gigih, jujur"
LONG = "Menyiapkan jawaban tertulis yang lengkap bagi warga yang mengajukan pengaduan pelayanan"
LINE, CELL, FIGURES = 200.0, 85.0, 45.0
"""Widths in points: from which on a field of one line and one of several hold the long text too, and up to which a column is for figures alone."""


@pytest.fixture(scope="module")
def forms() -> dict[str, bytes]:
    """The PDFs of all fillable sheets."""
    found = {leaflet.leaf.id: leaflet.printed.pdf for leaflet in all_sheets() if leaflet.leaf.fillable}
    assert len(found) > 40
    return found


def cut(fields: list[Filled], text: str) -> list[str]:
    """Fields that do not show a text whole. Letters of a narrow neighbour may stand in them too."""
    wanted = "".join(text.split())
    return [f'{field.name}: "{field.text}", di luar: "{field.outside()}"' for field in fields if wanted not in field.text or field.outside()]


def test_what_is_typed_stands_whole_in_its_field(forms: dict[str, bytes]) -> None:
    told = []
    for name, pdf in forms.items():
        fields, boxes = by_keys(pdf, SHORT)
        told += [f"{name}: {one}" for one in (*cut(fields, SHORT), *(box.name for box in boxes if not box.on and not box.excludes))]
        long, _ = by_keys(pdf, LONG)
        told += [f"{name}: {one}" for one in cut([field for field in long if field.width >= (CELL if field.several else LINE)], LONG)]
        told += [f"{name}: {field.name}, terpotong: {below}" for field in long if (below := field.outside(sideways=False))]
    assert not told


def test_what_a_script_fills_in_stands_whole_in_its_field(forms: dict[str, bytes]) -> None:
    filled = {name: [field for field in by_value(pdf, SHORT) if field.width > FIGURES] for name, pdf in forms.items()}
    wanted = "".join(SHORT.split())
    assert not [(name, field.name) for name, fields in filled.items() for field in fields if wanted not in field.text or field.outside(sideways=False)]


def standing(fields: list[Filled]) -> list[float]:
    """How far the feet of capital letters stand above the writing line, in points, in each field of one line."""
    feet = [(field, [letter.ink[1] for letter in field.letters if letter.text == "G"]) for field in fields if not field.several]
    return [round(min(low) - field.edges[1] - BELOW_LINE, 1) for field, low in feet if low]


def test_what_is_typed_stands_on_the_writing_line_and_hides_it_not(forms: dict[str, bytes]) -> None:
    seen = 0
    for name, pdf in forms.items():
        heights = [*standing(by_keys(pdf, SHORT)[0]), *standing(by_value(pdf, SHORT))]
        seen += len(heights)
        assert all(-1.0 <= height <= 2.0 for height in heights), (name, sorted(set(heights)))
        for page in PdfReader(BytesIO(pdf)).pages:
            widgets = [one.get_object() for one in page.get("/Annots", ())]
            assert not [one["/T"] for one in widgets if one.get("/FT") == "/Tx" and "/MK" in one and not int(one.get("/Ff", 0)) & SEVERAL_LINES], name
    assert seen > 500


def test_a_question_has_one_answer_however_many_are_clicked(forms: dict[str, bytes]) -> None:
    questions = 0
    for name, pdf in forms.items():
        answers: dict[str, list[bool]] = {}
        for box in by_keys(pdf, SHORT)[1]:
            if box.excludes:
                answers.setdefault(box.name, []).append(box.on)
        questions += len(answers)
        assert all(len(several) > 1 and sum(several) == 1 and several[-1] for several in answers.values()), name
    assert questions > 150


def test_answers_are_read_back_as_they_were_clicked_and_set(forms: dict[str, bytes]) -> None:
    """The first question of the survey of facilitators, first low, then high; the second by a script."""
    once = clicked(forms["e1-evaluasi-fasilitator"], [1])
    twice = clicked(once, [3])
    first, second = "hadir-dan-selesai-tepat-waktu", "sikap-dan-perilaku-di-kelas"
    assert [answers_of(pdf)[first] for pdf in (once, twice)] == ["/2-kurang-baik", "/4-baik"]
    writer = PdfWriter(clone_from=BytesIO(twice))
    writer.update_page_form_field_values(writer.pages[0], {second: "/5-sangat-baik"}, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    assert {name: answer for name, answer in answers_of(out.getvalue()).items() if answer != "/Off"} == {first: "/4-baik", second: "/5-sangat-baik"}
    with pikepdf.open(out) as pdf:
        assert [str(widget.AS) for widget in pdf.pages[0].Annots if widget.AP.N.get(str(widget.get("/AS", ""))) is not None and widget.AS != "/Off"] == [
            "/4-baik", "/5-sangat-baik",
        ], "one cross under each question"


def answers_of(pdf: bytes) -> dict[str, str]:
    """What is ticked under each question."""
    found = PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V")) for name, field in found.items() if field.get("/FT") == "/Btn" and int(field.get("/Ff", 0)) & ONE_OF_SEVERAL}


def test_no_survey_or_check_list_lets_two_answers_be_ticked(forms: dict[str, bytes]) -> None:
    """Boxes that stand beside each other in a row are answers to one question."""
    for name, pdf in forms.items():
        if not name.startswith(("e", "formulir-checklist-", "penilaian-")):
            continue
        fields = PdfReader(BytesIO(pdf)).get_fields() or {}
        assert answers_of(pdf) and not [one for one, field in fields.items() if field.get("/FT") == "/Btn" and one not in answers_of(pdf)], name


def test_letters_over_the_edge_of_a_field_are_noticed(forms: dict[str, bytes]) -> None:
    """The same form with fields that are too low, and with letters too large for a line."""
    for change in ("low", "large"):
        with pikepdf.open(BytesIO(forms["formulir-biodata"])) as pdf:
            for widget in pdf.pages[0].Annots:
                left, low, right, _ = (float(side) for side in widget.Rect)
                if change == "low":
                    widget.Rect = pikepdf.Array([left, low, right, low + 5])
                elif "/DA" in widget:
                    widget.DA = pikepdf.String("/Isian 24 Tf 0 g")
            out = BytesIO()
            pdf.save(out)
        fields, _ = by_keys(out.getvalue(), SHORT)
        assert len(cut(fields, SHORT)) > 5, change


def test_fields_follow_one_another_and_say_what_they_are(forms: dict[str, bytes]) -> None:
    for name, data in forms.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                widgets = [item for item in page.get("/Annots", ()) if item.get("/Subtype") == "/Widget"]
                assert not widgets or page.Tabs == "/S", name
                for widget in widgets:
                    assert str(widget.TU).strip() and widget.AP.N is not None and not int(widget.get("/Ff", 0)) & 1, (name, str(widget.T))
