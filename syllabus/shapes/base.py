"""What all shapes share: frozen values with Indonesian keys, and small grammars that give text its meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class Shape(BaseModel):
    """A frozen value decoded from a YAML mapping. Attributes are English; keys (aliases) are what editors type."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def key(alias: str, description: str, **options: Any) -> Any:
    """Declare one YAML key: its Indonesian name, and the sentence that explains it in every help text."""
    title = options.pop("title", alias.replace("_", " ").capitalize())
    return Field(alias=alias, title=title, description=description, **options)


def fault(kind: str, sentence: str) -> PydanticCustomError:
    """Refuse a value. `kind` is a stable code, `sentence` is Indonesian and is shown to the editor as it is."""
    return PydanticCustomError(kind, "{sentence}", {"sentence": sentence})


def _pattern(regex: str, expected: str) -> BeforeValidator:
    compiled = re.compile(regex)

    def check(value: object) -> object:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise fault("bentuk", f"Nilai ini seharusnya {expected}.")
        return value

    return BeforeValidator(check)


def _whole_number(unit: str, most: int) -> BeforeValidator:
    def parse(value: object) -> object:
        if isinstance(value, int):
            return value
        if not isinstance(value, str) or not re.fullmatch(r"0|[1-9][0-9]{0,6}", value):
            raise fault("angka", f"Nilai ini seharusnya bilangan bulat{unit}, ditulis dengan angka, misalnya 4.")
        if int(value) > most:
            raise fault("angka", f"Nilai ini paling besar {most}{unit}.")
        return int(value)

    return BeforeValidator(parse)


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"([01]?[0-9]|2[0-3])[.:]([0-5][0-9])", value) if isinstance(value, str) else None
    if not match:
        raise fault("jam", 'Jam ditulis seperti "07.30".')
    return time(int(match[1]), int(match[2]))


def _date(value: object) -> object:
    if isinstance(value, date):
        return value
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value) if isinstance(value, str) else None
    if not match:
        raise fault("tanggal", "Tanggal ditulis tahun-bulan-hari, misalnya 2027-04-05.")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise fault("tanggal", f"Tanggal {value} tidak ada di kalender.") from None


def _decimal(value: object) -> object:
    if isinstance(value, (int, Decimal)):
        return Decimal(value)
    text = value if isinstance(value, str) else ""
    if not re.fullmatch(r"-?[0-9]{1,7}([.,][0-9]{1,4})?", text):
        raise fault("angka", "Nilai ini seharusnya angka, misalnya 25 atau 12,5.")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:  # unreachable by the grammar above; kept so that a change there cannot crash
        raise fault("angka", "Nilai ini bukan angka.") from None


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value not in ("ya", "tidak"):
        raise fault("ya_tidak", 'Tulis "ya" atau "tidak".')
    return value == "ya"


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, _pattern(r"[a-z0-9]+(-[a-z0-9]+)*", 'nama pendek dengan huruf kecil, angka, dan tanda hubung')]
Code = Annotated[str, _pattern(r"[A-Z]{1,3}[0-9]{1,3}", 'kode seperti "A3"')]
IndicatorId = Annotated[str, _pattern(r"[A-Z]{1,3}[0-9]{1,3}-[1-9][0-9]?", 'nomor indikator seperti "A3-1"')]
ItemId = Annotated[str, _pattern(r"[A-Z]{1,3}[0-9]{1,3}-S[0-9]{2}", 'nomor butir seperti "A3-S01"')]
Edition = Annotated[str, _pattern(r"[0-9]{4}\.[0-9]{1,2}", 'versi seperti "2027.1"')]
PagePath = Annotated[str, _pattern(r"[a-z0-9-]+(/[a-z0-9-]+)*(/\*)?", 'alamat halaman seperti "modul/pengelolaan-pengaduan"')]
PagePattern = Annotated[str, _pattern(
    r"([a-z0-9-]|\{[a-z]+\})+(/([a-z0-9-]|\{[a-z]+\})+)*(/\*)?", 'alamat halaman seperti "modul/pengelolaan-pengaduan" atau "modul/{modul}"',
)]
Web = Annotated[str, _pattern(r"https://[^\s]+", "alamat web yang diawali https://")]

Minutes = Annotated[int, _whole_number(" menit", 10_000)]
Jp = Annotated[int, _whole_number(" JP", 1_000)]
Count = Annotated[int, _whole_number("", 1_000_000)]
Level = Annotated[int, _whole_number("", 5)]
Number = Annotated[Decimal, BeforeValidator(_decimal)]
Weight = Annotated[Decimal, BeforeValidator(_decimal)]
Clock = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[date, BeforeValidator(_date)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]

Status = Literal["draf", "ditinjau", "ditetapkan", "diarsipkan"]
Verified = Literal["terverifikasi", "belum_terverifikasi"]
Form = Literal["teori", "praktik", "lapangan"]
FORM_NAMES: Mapping[Form, str] = MappingProxyType({"teori": "teori", "praktik": "praktik", "lapangan": "praktik lapangan"})
"""Each form in words, in the order in which they are told."""
FORM_LETTERS: Mapping[Form, str] = MappingProxyType({"teori": "T", "praktik": "P", "lapangan": "PL"})
"""What schedules and sheets call them, over their columns and before a mode: "P SL"."""
Mode = Literal["SM", "AM", "AK", "SL"]


class Review(Shape):
    """Who reviewed a thing and when. A post, never a person's number."""

    by: Text = key("oleh", "Jabatan peninjau.")
    on: Day = key("tanggal", "Tanggal peninjauan.")


class Revision(Shape):
    """One line of the change record of a thing."""

    edition: Edition = key("versi", "Versi kurikulum yang memuat perubahan ini.")
    on: Day = key("tanggal", "Tanggal perubahan.")
    change: Text = key("perubahan", "Apa yang berubah.")
    reason: Text = key("alasan", "Mengapa berubah, dan bukti apa yang mendasarinya.")


class JpSplit(Shape):
    """Learning hours by form, in JP."""

    theory: Jp = key("teori", "JP teori (T).", default=0)
    practice: Jp = key("praktik", "JP penugasan atau praktik di kelas (P).", default=0)
    field: Jp = key("lapangan", "JP praktik lapangan (PL).", default=0)

    @property
    def total(self) -> int:
        """Sum of the three forms, in JP."""
        return self.theory + self.practice + self.field

    @property
    def practical(self) -> int:
        """Practice in class and in the field together, in JP."""
        return self.practice + self.field

    def of(self, form: Form) -> int:
        """JP of one form."""
        return {"teori": self.theory, "praktik": self.practice, "lapangan": self.field}[form]
