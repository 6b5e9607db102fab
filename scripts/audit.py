"""What is about to be published is looked at once more: nothing secret, nothing personal, nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from syllabus.curriculum import Curriculum
from syllabus.personal_data import find_personal_data
from syllabus.place import Place
from syllabus.problem import Problem

_FOREIGN = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed|link)\b[^>]*?\s(?:src|href)=["']?(?:https?:)?//[^"'\s>]+|url\(\s*["']?(?:https?:)?//""", re.IGNORECASE
)
_ALLOWED_LINKS = re.compile(r'<link rel="?(?:canonical|license)"?', re.IGNORECASE)
_TEXT = (".html", ".js", ".json", ".css", ".xml", ".txt", ".svg")


def audit(folder: Path, curriculum: Curriculum, pdf_texts: dict[str, str]) -> Iterator[Problem]:
    """Problems of a public folder. `pdf_texts` holds the words of each book by its path in the folder."""
    secrets = secret_words(curriculum)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file():
            continue
        text = pdf_texts.get(name, "") if path.suffix == ".pdf" else path.read_text(encoding="utf-8") if path.suffix in _TEXT else ""
        if not text:
            continue
        place = Place(f"site/{name}")
        words = squeezed(readable(text) if path.suffix == ".html" else text)
        for secret, origin in secrets:
            if secret in words:
                yield Problem("TRB01", place, f"termuat isi khusus fasilitator: {origin}.", "Jangan terbitkan. Periksa halaman sumbernya.")
        if not name.startswith("assets/"):
            for finding in find_personal_data(readable(text)):
                yield Problem("TRB02", place, f"termuat {finding.kind}: {finding.masked}.", "Hapus dari naskah sumber.")
        for match in _FOREIGN.finditer(text):
            if path.suffix in (".html", ".css") and not _ALLOWED_LINKS.match(match[0]):
                yield Problem("TRB03", place, f"memuat sesuatu dari situs lain: {match[0][:60]}", "Simpan berkasnya di dalam situs.")


def secret_words(curriculum: Curriculum) -> list[tuple[str, str]]:
    """Everything that only facilitators may read, letters and digits alone, with where it comes from."""
    found: list[tuple[str, str]] = []
    for bank in curriculum.items.values():
        for item in bank.value.items:
            if item.secret:
                found += [(item.text, f"butir {item.id}"), (item.explanation, f"pembahasan {item.id}")]
    for entry in curriculum.lessons:
        value = entry.value
        for scenario in value.scenarios:
            found += [(text, f"jawaban skenario {scenario.id}") for text in scenario.expected]
        if value.notes:
            notes = value.notes
            texts = (*notes.preparation, notes.opening_question, *(t.right for t in notes.traps), *(a.answer for a in notes.expected))
            found += [(text, f"catatan fasilitator {value.code}") for text in texts]
    for module in curriculum.modules.values():
        for sheet in module.value.worksheets:
            found += [(text, f"kunci {sheet.id}") for text in sheet.answers]
    return [(words, origin) for text, origin in found if len(words := squeezed(text)) > 24]


def squeezed(text: str) -> str:
    """Letters and digits only, so that markup, hyphens and line ends cannot hide a sentence."""
    return re.sub(r"[\W_]+", "", unescape(text).casefold())


def readable(html: str) -> str:
    """HTML without its tags."""
    return unescape(re.sub(r"<[^>]+>", " ", html))


def words_of_pdf(data: bytes) -> str:
    """All text of a PDF, page after page."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
