"""What the engine says when it cannot place a session, in the editor's words."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus import bahasa
from syllabus.shapes.schedule import Cohort, Pin, Session
from syllabus.timetable.board import Board
from syllabus.timetable.frame import Frame, Pause
from syllabus.timetable.plan import Fault, Path, to_time


def odd_days(cohort: Cohort, frames: tuple[Frame, ...]) -> Iterator[Fault]:
    """Dates that stand twice in the list, and days whose window is empty."""
    for number, day in enumerate(cohort.days):
        if day in cohort.days[:number]:
            yield Fault(("tanggal", number), f"{bahasa.long_date(day)} tertulis dua kali.", "Hapus salah satunya.")
    for frame in frames:
        if frame.start >= frame.end:
            yield Fault(("tanggal", frame.number), f"{bahasa.long_date(frame.day)} tidak punya jam kegiatan.", "Periksa kunci mulai dan selesai.")


def unclear(session: Session, jp_minutes: int, path: Path) -> Fault | None:
    """What is missing or said twice in a session of a sequence, so that its length or place is not known."""
    if session.start or session.end:
        return Fault((*path, "mulai" if session.start else "selesai"), "mulai dan selesai hanya untuk jadwal yang ditulis lengkap.",
                     "Pakai kunci tetap dengan tanggal dan mulai.")
    if session.kind == "spanduk":
        return None
    if session.jp and jp_minutes <= 0:
        return Fault(path, "lama satu JP pada program belum diisi.", "Perbaiki menit_per_jp pada curriculum/program.yml.")
    if session.jp and session.minutes not in (None, session.jp * jp_minutes):
        return Fault((*path, "menit"), f"sesi {session.jp} JP lamanya {session.jp * jp_minutes} menit, bukan {session.minutes}.", "Hapus kunci menit.")
    if not session.jp and not session.minutes:
        own = session.kind in ("rehat", "ishoma")
        return Fault(path, "sesi ini belum punya jp atau menit.",
                     "Hapus baris ini; rehat dan ishoma dipasang dari jam program." if own else "Isi salah satunya.")
    return None


def not_a_day(pin: Pin, path: Path) -> Fault:
    """Pinned to a date on which the cohort does not meet."""
    return Fault((*path, "tetap"), f"{bahasa.long_date(pin.day)} bukan hari pelaksanaan.", "Tambah pada kunci tanggal.")


def outside(frame: Frame, path: Path) -> Fault:
    """Pinned before the day begins or after it ends."""
    hours = bahasa.clock_range(to_time(frame.start), to_time(frame.end))
    return Fault((*path, "tetap"), f"waktu tetap ini di luar jam kegiatan {hours}.", "Ubah waktu tetap, atau jam mulai dan selesai angkatan.")


def taken(board: Board, path: Path) -> Fault:
    """Pinned to a time that an earlier session has used."""
    return Fault((*path, "tetap"), f"waktu tetap ini sudah terpakai; sesi sebelumnya selesai {bahasa.long_date(board.frame.day)} "
                                   f"pukul {bahasa.clock(to_time(board.now))}.", "Geser waktu tetap atau urutannya.")


def in_a_break(pause: Pause, path: Path) -> Fault:
    """Pinned into a pause."""
    return Fault((*path, "tetap"), f"waktu tetap ini jatuh pada {pause.name}.", "Pilih waktu di luar istirahat.")


def no_room(board: Board, session: Session, missing: int, started: bool, path: Path) -> Fault:
    """The session, or what is left of it, does not fit; `missing` is in JP."""
    what = f"{missing} JP" if missing else bahasa.minutes(session.minutes or 0)
    if not session.jp and (session.minutes or 0) > max(frame.longest for frame in board.frames):
        return Fault(path, f"{what} lebih lama daripada jam kegiatan di antara dua istirahat.", "Pecah menjadi beberapa baris, atau pakai kunci jp.")
    if session.pin and session.pin.start and not started:
        begin, end = bahasa.clock(session.pin.start), bahasa.clock(to_time(board.stop))
        return Fault((*path, "tetap"), f"sesi ini tidak muat mulai pukul {begin}; waktu hanya sampai pukul {end}.", "Majukan waktu tetap, atau kurangi lamanya.")
    if session.pin and not started:
        return Fault((*path, "tetap"), f"{what} tidak mendapat tempat pada {bahasa.long_date(session.pin.day)}.", "Pilih hari lain, atau kurangi isi hari itu.")
    if board.deadline:
        day, moment = board.deadline
        frame = board.frames[day]
        clock = f" pukul {bahasa.clock(to_time(moment))}" if moment < frame.end else ""
        return Fault(path, f"{what} tidak mendapat tempat sebelum waktu tetap {bahasa.long_date(frame.day)}{clock}.",
                     "Geser waktu tetap itu, atau kurangi isi sebelumnya.")
    return Fault(path, f"{what} tidak mendapat tempat dalam jam kegiatan.", "Tambah hari pada kunci tanggal, atau kurangi isi sebelumnya.")
