"""The macros an editor may write: Indonesian name, what draws it, and whether only facilitators may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Signature, signature
from types import MappingProxyType

from syllabus.render import (
    downloads,
    evaluation,
    form,
    guide,
    items,
    keyed_items,
    leaf_list,
    lesson,
    lists,
    module,
    office_files,
    onward,
    program,
    reference,
    rubric,
    schedule,
    workshop,
)
from syllabus.render.html import Html
from syllabus.render.view import NotFound, View

Constant = str | int | bool


@dataclass(frozen=True)
class Macro:
    """One macro. The drawing function takes a `View` and constants, and returns HTML or raises `NotFound`."""

    name: str
    draws: Callable[..., Html]
    secret: bool = False

    @property
    def signature(self) -> Signature:
        """Parameters after the view."""
        whole = signature(self.draws)
        return whole.replace(parameters=list(whole.parameters.values())[1:])


_ALL = (
    Macro("kartu_modul", module.module_card),
    Macro("hasil_belajar", module.outcome),
    Macro("materi_pokok", module.topics),
    Macro("poin_kunci", module.key_points),
    Macro("ringkasan", module.digest),
    Macro("berikutnya", onward.onward),
    Macro("referensi", module.references),
    Macro("istilah_modul", module.terms),
    Macro("catatan_fasilitator", module.facilitator_notes, secret=True),
    Macro("rencana_pembelajaran", lesson.lesson_plan),
    Macro("skenario", lesson.scenarios),
    Macro("jawaban_skenario", lesson.scenario_answers, secret=True),
    Macro("lembar_kerja", lesson.worksheets),
    Macro("kunci_lembar_kerja", lesson.worksheet_answers, secret=True),
    Macro("soal", items.items),
    Macro("kunci_soal", items.item_keys, secret=True),
    Macro("soal_dan_kunci", keyed_items.keyed_items, secret=True),
    Macro("matriks_asesmen", program.lesson_matrix),
    Macro("kartu_lokakarya", workshop.workshop_card),
    Macro("unsur_peserta", workshop.guests),
    Macro("tim", workshop.team),
    Macro("tahapan", workshop.stages),
    Macro("acara", workshop.agenda),
    Macro("bahan", workshop.materials),
    Macro("aturan_bicara", workshop.rules),
    Macro("data_pribadi", workshop.privacy),
    Macro("kartu_peran", workshop.role_cards),
    Macro("berita_acara", workshop.minutes_record),
    Macro("templat", workshop.templates),
    Macro("kartu_rubrik", rubric.rubric_card),
    Macro("rubrik", rubric.rubric_table),
    Macro("pemakaian_rubrik", rubric.rubric_uses),
    Macro("tujuan_program", program.aims),
    Macro("struktur_program", program.structure),
    Macro("jalur_belajar", program.paths),
    Macro("penilaian_akhir", program.final_mark),
    Macro("skala_nilai", program.grade_scale),
    Macro("jam_kegiatan", program.daily_hours),
    Macro("matriks_program", program.program_matrix),
    Macro("pintu_masuk", lists.entrances),
    Macro("daftar_modul", lists.modules),
    Macro("modul_menurut_tujuan", lists.modules_by_aim),
    Macro("daftar_lokakarya", lists.workshops),
    Macro("daftar_rubrik", lists.rubrics),
    Macro("daftar_jadwal", lists.schedules),
    Macro("kartu_jadwal", schedule.schedule_card),
    Macro("jadwal", schedule.schedule),
    Macro("rekap_jp", schedule.hours_recap),
    Macro("panduan_angkatan", guide.cohort_guide, secret=True),
    Macro("lembar_hari", guide.day_sheet, secret=True),
    Macro("panduan_sesi", guide.session_guide, secret=True),
    Macro("rencana_evaluasi", evaluation.evaluation_plan),
    Macro("instrumen", evaluation.instrument),
    Macro("formulir", form.form),
    Macro("perubahan_kurikulum", evaluation.curriculum_changes),
    Macro("glosarium", reference.glossary),
    Macro("daftar_regulasi", reference.regulations),
    Macro("wilayah", reference.areas),
    Macro("hari_libur", reference.holidays),
    Macro("daftar_sumber", reference.fact_sources),
    Macro("daftar_fasilitator", reference.facilitators),
    Macro("daftar_ruang", reference.rooms),
    Macro("istilah", View.term),
    Macro("regulasi", View.regulation),
    Macro("unduhan", downloads.downloads),
    Macro("daftar_formulir", leaf_list.leaf_list),
    Macro("berkas_kantor", office_files.office_files),
)
MACROS: Mapping[str, Macro] = MappingProxyType({macro.name: macro for macro in _ALL})
NAMES = frozenset(MACROS)


def run(view: View, name: str, args: tuple[Constant, ...], kwargs: Mapping[str, Constant]) -> Html:
    """Draw one macro call. Raises `NotFound` for an unknown macro, a wrong argument or a thing that is not there."""
    macro = MACROS.get(name)
    if macro is None:
        raise NotFound(f'Macro "{name}" tidak ada.', "Lihat daftar macro di curriculum/README.md.")
    if macro.secret and not view.for_facilitator:
        raise NotFound(f'Macro "{name}" khusus fasilitator dan tidak boleh ada pada halaman publik.',
                       "Pindahkan ke docs/fasilitator.")
    try:
        bound = macro.signature.bind(*args, **kwargs)
    except TypeError:
        raise NotFound(f'Macro "{name}" tidak menerima isian itu.', f"Bentuknya: {usage(macro)}.") from None
    for key, value in bound.arguments.items():
        wants = str(macro.signature.parameters[key].annotation)
        if (isinstance(value, str) and "str" not in wants) or (not isinstance(value, str) and "int" not in wants):
            raise NotFound(f'Isian "{key}" pada macro "{name}" keliru.', f"Bentuknya: {usage(macro)}.")
    return macro.draws(view, *args, **kwargs)


def usage(macro: Macro) -> str:
    """How a call looks: `jadwal(name, hari, modul)`."""
    names = ", ".join("id" if key in ("name", "text") else key for key in macro.signature.parameters)
    return f"{macro.name}({names})"
