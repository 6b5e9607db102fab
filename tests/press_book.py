"""The sample book of the press tests: two pages written as editors write them."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path

from syllabus.press.book import Book, Chapter, Part

HERE = Path(__file__).parent / "press"
EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "footnotes",
    "def_list",
    "admonition",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
    "toc",
]
STEP = (
    "<tr><td>{n}</td><td><strong>Langkah ke-{n}</strong><br>Penyajian</td><td><p>Menyajikan kasus nomor {n}, lalu meminta peserta "
    'menuliskan unsur yang belum tercatat. Berkeliling dan menanyakan bukti.</p><p class="jika-waktu-kurang"><strong>Jika waktu '
    "kurang: </strong>pakai satu kasus.</p></td><td>Membaca kasus, menandai unsur, dan membandingkan catatan dengan kelompok lain."
    '</td><td>studi kasus<br><small>papan tulis dan kartu kasus</small></td><td>A3.1, A3.2</td><td>P</td><td class="angka">30</td></tr>'
)
CRITERION = (
    '<tr><th scope="row">Kriteria ke-{n}</th><td class="angka">20</td><td>Semua unsur tercatat dengan bukti, dan urutan waktu '
    "dapat diperiksa oleh orang lain.</td><td>Semua unsur tercatat; satu bukti belum ada.</td><td>Sebagian unsur tercatat.</td>"
    "<td>Catatan tidak dapat ditindaklanjuti.</td></tr>"
)


def html(text: str) -> str:
    """Markdown as the site writes it."""
    make = import_module("markdown").markdown
    return str(make(text, extensions=EXTENSIONS, extension_configs={"pymdownx.tabbed": {"alternate_style": True}}))


def chapter(name: str, title: str, url_path: str) -> Chapter:
    text = (HERE / name).read_text(encoding="utf-8")
    text = text.replace("LANGKAH", "".join(STEP.format(n=n) for n in range(1, 13)))
    text = text.replace("RUBRIK", "".join(CRITERION.format(n=n) for n in range(1, 6)))
    return Chapter(title, html(text), f"docs/modul/{name}", url_path, text)


def book(*chapters: Chapter, watermark: bool = True, web_address: str | None = "https://contoh.go.id/asn/") -> Book:
    """A book of these chapters, or of the two sample pages."""
    chosen = chapters or (
        chapter("modul.md", "Pengelolaan Pengaduan dan Pencegahan Maladministrasi", "modul/a3/"),
        chapter("a2.md", "Komunikasi Layanan dan Pelayanan Inklusif", "modul/a2/"),
    )
    return Book(
        id="buku-peserta",
        title="Buku Peserta",
        subtitle="Bahan belajar, skenario, rubrik, dan latihan",
        audience="Peserta",
        programme="Pembinaan ASN Jambi",
        owner="Tim Penyusun Kurikulum",
        edition="Edisi 2027",
        version="0.1.0",
        status="draf",
        date=date(2026, 11, 24),
        date_text="24 November 2026",
        parts=(Part("Klaster A: Pelayanan publik", tuple(chosen)),),
        watermark=watermark,
        web_address=web_address,
    )


def one(body: str, markdown_text: str = "") -> Book:
    """A small book with one chapter of this HTML."""
    page = Chapter("Satu", body, "docs/satu.md", "satu/", markdown_text)
    return book(page, watermark=False, web_address=None)


def assets(name: str) -> bytes | None:
    """The sample's images."""
    path = HERE / name.removeprefix("assets/")
    return path.read_bytes() if name.startswith("assets/") and path.is_file() else None
