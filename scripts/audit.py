"""What is about to be published is looked at once more: nothing secret, nothing personal, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import html

from scripts.pages_of import built_pages
from scripts.withheld import squeezed, withheld
from syllabus.curriculum import Curriculum
from syllabus.export.search.pack import Packed
from syllabus.personal_data import find_personal_data
from syllabus.place import Place
from syllabus.press.reading import words_of_pdf
from syllabus.problem import Problem

_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?:https?:)?//[^"')\s]+""", re.IGNORECASE)
_LOADS = {
    "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",), "video": ("src", "poster"),
    "audio": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",), "image": ("href",), "use": ("href",),
    "form": ("action",), "base": ("href",), "track": ("src",),
}
_HARMLESS_LINKS = frozenset({"canonical", "license", "next", "prev"})
_SOURCE = "Periksa halaman sumbernya."
_PACKED = (".epub", ".docx", ".xlsx")
_PICTURES = (".jpeg", ".jpg", ".png")
_TEXTS = (".html", ".json", ".xml", ".txt", ".css", ".js", ".svg", ".pdf", *_PACKED)


def audit_public(folder: Path, name: str, curriculum: Curriculum) -> Iterator[Problem]:
    """Problems of the public folder, whose name in messages is `name`."""
    secrets = withheld(curriculum)
    for path, place in _files(folder, name):
        text = _text(path)
        words = squeezed(text)
        for secret, origin in secrets:
            if secret in words:
                yield Problem("TRB01", place, f"Termuat isi khusus fasilitator: {origin}.", _SOURCE)
        if not path.relative_to(folder).as_posix().startswith("assets/"):
            for finding in find_personal_data(text):
                yield Problem("TRB02", place, f"Termuat {finding.kind}: {finding.masked}.", "Hapus dari naskah sumber.")
    for page in built_pages(folder):
        if any("khusus-fasilitator" in (node.get("class") or "").split() for node in page.tree.iter()):
            yield Problem("TRB01", Place(f"{name}/{page.path}"), "Termuat bagian khusus fasilitator.", _SOURCE)


def audit_search(packed: Packed, name: str, curriculum: Curriculum) -> Iterator[Problem]:
    """Secrets in what search was made from, read whole: an excerpt ends after some letters, and a secret with it."""
    secrets = withheld(curriculum)
    for address, text in packed.read.items():
        words = squeezed(text)
        for secret, origin in secrets:
            if secret in words:
                yield Problem("TRB01", Place(f"{name}/{address.partition('#')[0]}"), f"Pencarian memuat isi khusus fasilitator: {origin}.", _SOURCE)


def audit_every(folder: Path, name: str) -> Iterator[Problem]:
    """Problems that no site may have: requests to others, code in attributes, links that lead nowhere."""
    pages = built_pages(folder)
    ids = {page.path: page.ids for page in pages}
    for page in pages:
        place = Place(f"{name}/{page.path}")
        for what in _foreign(page.tree):
            yield Problem("TRB03", place, f"Memuat sesuatu dari situs lain: {what[:80]}", "Simpan berkasnya di dalam situs.")
        for what in _code(page.tree):
            yield Problem("TRB04", place, f"Memuat kode di dalam atribut: {what[:80]}", "Hapus atribut itu.")
        for what in page.dead_links(folder, ids):
            yield Problem("TRB05", place, f'Tautan "{what}" tidak menuju apa pun.', _SOURCE)
    for path, place in _files(folder, name):
        if path.suffix in (".css", ".svg"):
            for match in _STYLE.finditer(path.read_text(encoding="utf-8")):
                yield Problem("TRB03", place, f"Memuat sesuatu dari situs lain: {match[0][:80]}", "Simpan berkasnya di dalam situs.")


def _foreign(tree: html.HtmlElement) -> Iterator[str]:
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag == "link" and not set((node.get("rel") or "").split()) & _HARMLESS_LINKS and _ELSEWHERE.match(node.get("href") or ""):
            yield node.get("href") or ""
        for attribute in _LOADS.get(node.tag, ()):
            parts = (node.get(attribute) or "").split(",") if attribute == "srcset" else [node.get(attribute) or ""]
            yield from (part.strip() for part in parts if _ELSEWHERE.match(part))
        style = (node.text or "") if node.tag == "style" else node.get("style") or ""
        yield from (match[0] for match in _STYLE.finditer(style))


def _code(tree: html.HtmlElement) -> Iterator[str]:
    for node in tree.iter():
        for key, value in node.items() if isinstance(node.tag, str) else ():
            address = re.sub(r"[\x00-\x20]", "", str(value)).lower()
            if str(key).startswith("on") or address.startswith(("javascript:", "vbscript:", "data:text")):
                yield f'{key}="{value}"'


def _files(folder: Path, name: str) -> Iterator[tuple[Path, Place]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in _TEXTS:
            yield path, Place(f"{name}/{path.relative_to(folder).as_posix()}")


def _text(path: Path) -> str:
    """What can be read in a file: words and attributes of a page, words and properties of a PDF, else all of it."""
    if path.suffix == ".pdf":
        return words_of_pdf(path.read_bytes())
    if path.suffix in _PACKED:
        with ZipFile(path) as parts:
            texts = [parts.read(name).decode("utf-8") for name in sorted(parts.namelist()) if not name.endswith(_PICTURES)]
            return "\n".join(re.sub(r"<[^>]*>", " ", text) for text in texts)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return re.sub(r"<[^>]*>", " ", "\n".join(_strings(json.loads(text))))
    if path.suffix != ".html":
        return text
    tree = html.document_fromstring(text)
    seen = [str(value) for node in tree.iter() if isinstance(node.tag, str) for key, value in node.items() if key not in ("class", "d")]
    return "\n".join([*(str(part) for part in tree.itertext()), *seen])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from (str(key), *_strings(inside))
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside)
