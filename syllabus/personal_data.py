"""Finds numbers and addresses of people that must never be published: NIP, NIK, mobile numbers, private e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# Separators people type inside long numbers. A slash is left out: letter numbers of regulations use it.
_GAP = r"[ .\u00a0-]?"
_LONG = re.compile(rf"(?<![\w.,/])\d(?:{_GAP}\d){{15,17}}(?![\w/])")
_MOBILE = re.compile(r"(?<![\w/.,])(?:\+?62[ .-]?|0)8\d(?:[ .-]?\d){7,10}(?![\w/])")
_EMAIL = re.compile(r"(?<![\w.])([a-z0-9][a-z0-9._%+-]*)@((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
_FREE_MAIL = frozenset({"gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "outlook.com", "hotmail.com", "icloud.com", "proton.me", "live.com"})
_ROLES = frozenset({
    "admin", "bkd", "bkpsdm", "bpsdm", "cs", "dinas", "diklat", "helpdesk", "humas", "info", "kontak", "layanan", "pelatihan",
    "pengaduan", "ppid", "sekretariat", "umum", "webmaster",
})
_RESERVED = ("example.com", "example.org", "example.net", "example", "test", "invalid")
_PROVINCES = frozenset({
    *range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98),
})
_MOBILE_STARTS = frozenset(f"8{digits}" for digits in (
    ["11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "22", "23", "31", "32", "33", "38", "51", "52", "53", "55", "56", "57", "58", "59", "77", "78", "79", "81", "82", "83", "84", "85", "86", "87", "88", "89", "95", "96", "97", "98", "99"]
))
_LAST_BIRTH_YEAR = 2015


@dataclass(frozen=True, slots=True)
class Finding:
    """One hit: `start` and `end` are positions in the text, `masked` is safe to print."""

    kind: str
    start: int
    end: int
    masked: str


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Every number or address in `text` that belongs to a person, in order."""
    found = [*_numbers(text), *_mobiles(text), *(_emails(text) if "@" in text else ())]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _numbers(text: str) -> Iterator[Finding]:
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) == 18 and _is_nip(digits):
            yield _finding("NIP", match)
        elif len(digits) == 16 and not _is_money(match[0]) and _is_nik(digits):
            yield _finding("NIK", match)


def _is_nip(digits: str) -> bool:
    """Birth date, month of appointment at 15 or older, sex, serial; PPPK numbers count appointments from 21."""
    born = _date(digits[:4], digits[4:6], digits[6:8])
    appointed, month = int(digits[8:12]), int(digits[12:14])
    return (
        born is not None and 1935 <= born.year <= _LAST_BIRTH_YEAR and born.year + 15 <= appointed <= 2100
        and (1 <= month <= 12 or 21 <= month <= 32) and digits[14] in "12" and digits[15:] != "000"
    )


def _is_nik(digits: str) -> bool:
    """Province, regency, district, birth date (women's day + 40), serial."""
    day = int(digits[6:8])
    born = _date("20" + digits[10:12], digits[8:10], f"{day - 40 if day > 40 else day:02d}") or \
        _date("19" + digits[10:12], digits[8:10], f"{day - 40 if day > 40 else day:02d}")
    return int(digits[:2]) in _PROVINCES and 1 <= int(digits[2:4]) <= 79 and digits[4:6] != "00" and born is not None and digits[12:] != "0000"


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_money(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}(\.\d{3})+", text) is not None


def _mobiles(text: str) -> Iterator[Finding]:
    for match in _MOBILE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        local = digits.removeprefix("62").removeprefix("0")
        if local[:3] in _MOBILE_STARTS and 10 <= len(local) + 1 <= 13:
            yield _finding("nomor telepon", match)


def _emails(text: str) -> Iterator[Finding]:
    for match in _EMAIL.finditer(text):
        name, host = match[1].lower(), match[2].lower()
        if host.endswith(_RESERVED):
            continue
        personal = re.search(r"[._]|\d{2}", name) is not None
        if host in _FREE_MAIL or (host.endswith("go.id") and name.split(".")[0] not in _ROLES and personal):
            yield _finding("surel pribadi", match)


def _finding(kind: str, match: re.Match[str]) -> Finding:
    text = match[0]
    hidden = re.sub(r"[^\s@.-]", "•", text[2:-2])
    return Finding(kind, match.start(), match.end(), f"{text[:2]}{hidden}{text[-2:]}")
