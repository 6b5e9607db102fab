"""The look keeps its promises: contrast, weight, plain drawings, Indonesian words, no request to others."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

THEME = Path(__file__).resolve().parent.parent / "tema"
STYLES = THEME / "assets" / "gaya"
DRAWINGS = THEME / "assets" / "gambar"
TEXT_SUFFIXES = {".html", ".css", ".js", ".svg"}

# Ink, paper: every pair in which text is set (WCAG 2.2, 1.4.3: 4.5 : 1).
TEXT_PAIRS = [
    *((ink, paper) for ink in ("tinta", "tinta-2", "tautan", "marun", "soga") for paper in ("kertas", "kertas-2")),
    *(("tinta", f"{hue}-muda") for hue in ("marun", "soga", "nila", "daun")),
    *(("tinta-2", f"{hue}-muda") for hue in ("soga", "nila")),
    *((hue, f"{hue}-muda") for hue in ("marun", "soga", "nila", "daun")),
    ("tautan", "kertas-3"), ("tautan", "soga-muda"), ("tautan", "nila-muda"), ("kertas", "marun"),
]
# Marks that carry meaning without being text (1.4.11: 3 : 1).
MARK_PAIRS = [("garis-tegas", "kertas"), ("fokus", "kertas"), ("fokus", "kertas-2")]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def palette(scheme: str) -> dict[str, str]:
    """Colour names of one scheme, with the light scheme below it."""
    css = (STYLES / "kerangka.css").read_text(encoding="utf-8")
    light = re.search(r":root,:root>body\[data-md-color-scheme\]\{(.*?)\}", css, re.DOTALL)
    dark = re.search(r":root>body\[data-md-color-scheme=slate\]\{(.*?)\}", css, re.DOTALL)
    assert light and dark
    blocks = [light.group(1)] + ([dark.group(1)] if scheme == "slate" else [])
    return {name: value for block in blocks for name, value in re.findall(r"--([\w-]+):(#[0-9a-f]{6})", block)}


def theme_files() -> Iterator[Path]:
    return (p for p in sorted(THEME.rglob("*")) if p.suffix in TEXT_SUFFIXES)


def test_contrast_is_measured_rightly() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_and_marks_are_readable_in_both_modes(scheme: str) -> None:
    colours = palette(scheme)
    weak = [
        f"{ink} on {paper}: {contrast(colours[ink], colours[paper]):.2f}"
        for pairs, least in ((TEXT_PAIRS, 4.5), (MARK_PAIRS, 3.0))
        for ink, paper in pairs
        if contrast(colours[ink], colours[paper]) < least
    ]
    assert weak == []


def test_styles_stay_light() -> None:
    sheets = sorted(STYLES.glob("*.css"))
    assert [s.name for s in sheets] == ["cetak.css", "isi.css", "kerangka.css"]
    together = re.sub(rb"/\*.*?\*/", b"", b"".join(s.read_bytes() for s in sheets), flags=re.DOTALL)  # the build leaves comments out
    assert len(gzip.compress(together, 9, mtime=0)) <= 11_200
    for sheet in sheets:
        css = re.sub(r'"[^"]*"|/\*.*?\*/', "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert css.count("{") == css.count("}"), sheet.name


def test_drawings_are_small_and_plain() -> None:
    drawings = sorted(DRAWINGS.glob("*.svg"))
    assert drawings
    for drawing in drawings:
        assert drawing.stat().st_size < 6_000, drawing.name
        tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(drawing).iter()}
        assert tags <= {"svg", "path", "rect"}, drawing.name
    assert {e.tag.rpartition("}")[2] for e in ElementTree.parse(DRAWINGS / "sampul.svg").iter()} == {"svg", "path"}


def test_nothing_is_asked_from_others() -> None:
    allowed = ("http://www.w3.org/2000/svg", "https://creativecommons.org/licenses/by/4.0/")
    found = {
        f"{path.name}: {url}"
        for path in theme_files()
        for url in re.findall(r"(?:https?:)?//[a-z][\w.-]+\.[a-z]{2,}[^\s'\")]*", path.read_text(encoding="utf-8"))
        if not url.startswith(allowed) and not ("https:" + url).startswith(allowed)
    }
    assert found == set()


def test_every_template_says_why_it_is_there() -> None:
    templates = sorted(THEME.rglob("*.html"))
    assert templates
    assert [t.name for t in templates if not t.read_text(encoding="utf-8").startswith("{#-")] == []


def spoken(template: str) -> str:
    """What a reader sees or hears of a template: its text and its names, without the code."""
    code = r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>"
    text = re.sub(code, " ", re.sub(r'aria-current="[^"]*"', " ", template), flags=re.DOTALL)
    names = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    return " ".join([*names, re.sub(r"<[^>]*>", " ", text)])


def test_no_english_word_is_written_for_readers() -> None:
    english = re.compile(r"\b(search|close|open|next|previous|skip|toggle|page|home|dark|not found)\b", re.IGNORECASE)
    assert english.search(spoken('<button aria-label="Close">x</button>')), "the guard sleeps"
    found = {
        f"{template.name}: {word}"
        for template in sorted(THEME.rglob("*.html"))
        for word in english.findall(spoken(template.read_text(encoding="utf-8")))
    }
    assert found == set()
