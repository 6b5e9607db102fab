"""Every form for the screen, filled in: each letter stands whole in its field, in short and in long, as two programs draw it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.all_sheets import all_sheets
from tests.form_filling import Filled, by_keys, by_value

SHORT = "Gigih, jujur"
LONG = "Menyiapkan jawaban tertulis yang lengkap bagi warga yang mengajukan pengaduan pelayanan"
LINE, CELL, FIGURES = 200.0, 85.0, 60.0
"""Widths in points: from which on a field of one line and one of several hold the long text too, and up to which a column is for figures."""


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
        told += [f"{name}: {one}" for one in (*cut(fields, SHORT), *(box.name for box in boxes if not box.on))]
        long, _ = by_keys(pdf, LONG)
        told += [f"{name}: {one}" for one in cut([field for field in long if field.width >= (CELL if field.several else LINE)], LONG)]
        told += [f"{name}: {field.name}, terpotong: {below}" for field in long if field.width > FIGURES and (below := field.outside(sideways=False))]
    assert not told


def test_what_a_script_fills_in_stands_whole_in_its_field(forms: dict[str, bytes]) -> None:
    filled = {name: [field for field in by_value(pdf, SHORT) if field.width > FIGURES] for name, pdf in forms.items()}
    wanted = "".join(SHORT.split())
    assert not [(name, field.name) for name, fields in filled.items() for field in fields if wanted not in field.text or field.outside(sideways=False)]


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
