"""All rules, listed one a line. A rule is a small generator of problems; nothing here knows how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from syllabus.curriculum import Curriculum
from syllabus.problem import Problem
from syllabus.rules import (
    assessment,
    books,
    certificate,
    clashes,
    days,
    guiding,
    halves,
    hours,
    language,
    links,
    outcomes,
    places,
    privacy,
    rubrics,
    scales,
    sequence,
    standing,
)
from syllabus.rules.rule import Case, Rule
from syllabus.shapes.exception import Waiver
from syllabus.timetable import Timetable

RULES: tuple[Rule, ...] = (
    Rule("JP01", "JP modul, BLC, dan RTL berjumlah sama dengan JP paket klaster.", hours.cluster_sum),
    Rule("JP02", "JP semua paket dan lokakarya berjumlah sama dengan total JP program.", hours.program_sum),
    Rule("JP03", "Menit langkah berjumlah JP × menit per JP, untuk teori, praktik, dan lapangan.", hours.step_minutes),
    Rule("JP04", "Langkah dalam pertemuan punya menit dan bentuk.", hours.steps_complete),
    Rule("JP05", "JP jalur belajar benar dan wajar dalam setahun.", hours.path_sum),
    Rule("JP06", "Praktik sedikitnya setengah dari JP modul, dengan lebih dari satu metode.", hours.practice_share),
    Rule("IHB01", "Setiap indikator diajarkan pada sedikitnya satu langkah.", outcomes.taught),
    Rule("IHB02", "Setiap indikator diukur oleh sedikitnya satu butir atau kriteria.", outcomes.measured),
    Rule("IHB03", "Butir, kriteria, langkah, materi pokok, skenario, dan lembar kerja menunjuk indikator yang ada.", outcomes.known),
    Rule("IHB04", "Indikator memakai satu kata kerja yang dapat diamati, paling banyak lima per modul.", outcomes.observable),
    Rule("ASM01", "Bobot asesmen modul berjumlah 100.", assessment.weights),
    Rule("ASM02", "Pretes dan postes punya sedikitnya lima butir dan mengukur indikator yang sama.", assessment.tests),
    Rule("ASM03", "Kunci butir menunjuk pilihan yang ada, dan pilihan tidak kembar.", assessment.keys),
    Rule("ASM04", "Setiap kriteria rubrik yang dipakai dipetakan ke indikator.", assessment.criteria_mapped),
    Rule("RUB01", "Bobot kriteria rubrik berjumlah 100.", rubrics.weights),
    Rule("RUB02", "Kriteria punya dua sampai enam tingkat.", rubrics.level_count),
    Rule("RUB03", "Skor tingkat turun berurutan dan yang tertinggi sama dengan skor maksimal.", rubrics.level_order),
    Rule("RUB04", "Deskriptor setiap tingkat berbeda.", rubrics.descriptors),
    Rule("RUB05", "Kriteria yang boleh NA punya kebijakan NA.", rubrics.skipping),
    Rule("SKL01", "Pita nilai menutup seluruh skala tanpa celah dan tanpa tumpang tindih.", scales.bands),
    Rule("SKL02", "Bobot komponen nilai akhir berjumlah 100.", scales.final_mark),
    Rule("JDW01", "Sesi selesai sesudah mulai, dan sesi belajar sepanjang JP-nya.", places.explicit_rows),
    Rule("JDW02", "Semua sesi mendapat tempat dalam jam kegiatan.", places.all_placed),
    Rule("JDW03", "JP terjadwal sama dengan JP kurikulum, per modul dan per bentuk.", places.scheduled_hours),
    Rule("JDW04", "JP sehari wajar dan ada jeda setelah empat JP.", days.daily_hours),
    Rule("JDW05", "Sesi satu angkatan tidak bertumpang tindih.", clashes.overlaps),
    Rule("JDW06", "Fasilitator tidak berada di dua tempat sekaligus.", clashes.people),
    Rule("JDW07", "Ruang tidak dipakai dua kegiatan sekaligus.", clashes.rooms),
    Rule("JDW08", "Hari pelatihan bukan hari libur, cuti bersama, atau akhir pekan.", days.holidays),
    Rule("JDW09", "Sesi belajar tidak memakai waktu ishoma, dan istirahat cukup lama.", days.midday),
    Rule("JDW10", "Nama hari cocok dengan tanggal.", days.weekday_names),
    Rule("JDW11", "BLC dan pretes di awal, postes dan RTL di akhir.", sequence.order),
    Rule("JDW12", "Ruang cukup untuk peserta dan dapat dimasuki.", places.rooms_fit),
    Rule("JDW13", "Jam kegiatan program masuk akal: rehat dan ishoma di dalamnya dan tidak bertemu.", days.hours_fit),
    Rule("SRT01", "JP pada daftar mata pelatihan sertifikat berjumlah sama dengan JP jadwal.", certificate.module_list),
    Rule("PDF01", "Modul dan lokakarya punya pertanyaan pembuka, jebakan, dan jawaban harapan.", guiding.notes),
    Rule("PDF02", "Bahan pada langkah ada pada daftar media, dan sebaliknya.", guiding.materials),
    Rule("PDF03", "Langkah praktik lapangan jatuh pada sesi lapangan.", guiding.field_time),
    Rule("PDF04", "Langkah sesi umum mengisi waktunya pada jadwal.", guiding.common_minutes),
    Rule("PDF05", "Berkas sesi umum bernama jenis baris jadwal.", guiding.known_kinds),
    Rule("DAT01", "Tidak ada NIP, NIK, nomor telepon, atau surel pribadi.", privacy.personal_data),
    Rule("RHS01", "Soal rahasia dan catatan fasilitator tidak ada pada halaman publik.", privacy.secrets),
    Rule("TAU01", "Setiap id yang dirujuk ada.", links.known_ids),
    Rule("TAU02", "Kode dan id tidak kembar.", links.unique),
    Rule("TAU03", "Tidak ada modul, rubrik, halaman, atau data tanpa pasangan.", links.orphans),
    Rule("TAU04", "Halaman jadwal dan panduan satu angkatan menyebut nama angkatan itu.", halves.cohorts_named),
    Rule("BKU01", "Setiap halaman yang dimuat buku ada, dan buku terbuka tidak memuat halaman fasilitator.", books.pages),
    Rule("BKU02", "Isian dalam kurung kurawal pada buku dikenal.", books.braces),
    Rule("BKU03", "Setiap buku punya nama berkas sendiri.", books.names),
    Rule("BKU04", "Subbab yang tidak diulang oleh buku memang ada pada halamannya.", books.left_out),
    Rule("BAH01", "Ejaan baku dipakai, dan BerAKHLAK ditulis demikian.", language.spelling),
    Rule("BAH02", "Kalimat pada halaman publik paling panjang 25 kata.", language.long_sentences),
    Rule("STS01", "Naskah yang ditetapkan lengkap dan ditinjau.", standing.approved),
)


def judge(curriculum: Curriculum, timetables: Mapping[str, Timetable]) -> Iterator[Problem]:
    """All problems of a curriculum, less those that a waiver accepts; a waiver without effect is a problem too."""
    case = Case(curriculum, timetables)
    found = [problem for rule in RULES for problem in rule.check(case)]
    used: set[int] = set()
    for problem in found:
        match = next((number for number, waiver in enumerate(curriculum.waivers) if _accepts(waiver.value, problem)), None)
        if match is None:
            yield problem
        else:
            used.add(match)
    for number, waiver in enumerate(curriculum.waivers):
        if number not in used:
            yield Problem("PGC01", waiver.at(), f"Pengecualian {waiver.value.code} tidak diperlukan lagi.", "Hapus butir ini.")


def _accepts(waiver: Waiver, problem: Problem) -> bool:
    return (
        waiver.code == problem.code and waiver.file == problem.place.file and (waiver.contains or "") in problem.sentence
    )
