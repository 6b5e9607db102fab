"""A session that every training has, whatever is taught: its steps, its aids and its facilitator's notes."""

from __future__ import annotations

from syllabus.shapes.base import Shape, Text, key
from syllabus.shapes.lesson import FacilitatorNotes, Material, Scenario, Step, Worksheet
from syllabus.shapes.module import Indicator


class CommonSession(Shape):
    """One common session, such as the learning commitment (BLC). Its file bears the kind of row that it guides."""

    code: Text = key("kode", "Sebutan pendek, misalnya BLC.")
    title: Text = key("judul", "Nama sesi.")
    outcome: Text = key("hasil_belajar", "Yang dapat dilakukan peserta sesudahnya.")
    materials: tuple[Material, ...] = key("media", "Media dan alat bantu, dengan banyaknya.", default=())
    steps: tuple[Step, ...] = key("rencana_pembelajaran", "Langkah sesi dengan menit.", min_length=1)
    notes: FacilitatorNotes = key("catatan_fasilitator", "Khusus fasilitator.")

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """A common session serves no indicator of its own."""
        return ()

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """It uses no scenario cards."""
        return ()

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """It uses no worksheets."""
        return ()

    @property
    def media(self) -> tuple[str, ...]:
        """Names of the media and aids."""
        return tuple(item.name for item in self.materials)
