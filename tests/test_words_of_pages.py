"""No English word of an interface is left on a built page: not in its text, its names, or what scripts say later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from macros.project import project_from
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check

ENGLISH = re.compile(
    r"\b(?:search(?:ing)?|close|open|next|previous|prev|skip|toggle|pages?|home|dark mode|light mode|loading|copy|copied|permanent|jump|back to|"
    r"table of contents|contents|footnotes?|navigation|header|footer|sidebar|not found|click|here|more|show|hide|download|submit|cancel|"
    r"clear|results?|matching|documents?|type to|share|edit this|made with|last updated|note|warning|tip|danger|example|question|"
    r"initializing|settings|language|switch|expand|collapse|error|success|info|abstract|quote|failure)\b", re.IGNORECASE)
NAMES = ("aria-label", "title", "alt", "placeholder", "aria-roledescription", "aria-description", "data-label", "label")
SPOKEN_META = ("description", "og:title", "og:description", "og:site_name", "og:image:alt")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
TERMS = {"front office", "slideplayer.info"}
"""What the offices themselves say in English, and an address."""


def spoken(page: str) -> Iterator[str]:
    """What a reader sees or hears of a page, piece by piece, other languages aside."""
    tree = html.document_fromstring(page)
    for node in tree.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style") or any(up.get("lang") not in (None, "id") for up in (node, *node.iterancestors())):
            continue
        yield from (str(node.get(name)) for name in NAMES if node.get(name))
        if node.tag == "meta" and (node.get("name") or node.get("property")) in SPOKEN_META:
            yield str(node.get("content"))
        if node.tag in ("input", "button") and node.get("type") in ("submit", "reset", "button") and node.get("value"):
            yield str(node.get("value"))
        yield from (piece for piece in (node.text, *(child.tail for child in node)) if piece and piece.strip())


def sentences(script: str) -> Iterator[str]:
    """The strings of a script that are told to a reader: those with a capital or a blank, no selectors, no addresses."""
    for text in _STRING.findall(re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)):
        if (" " in text.strip() or text[:1].isupper()) and not re.search(r"[.#>\[\]{}=:]\S|use strict", text):
            yield text


def found(pieces: Iterator[str]) -> set[str]:
    return {f"{word}: {piece.strip()[:80]}" for piece in pieces for word in ENGLISH.findall(piece)}


def test_the_guard_is_awake() -> None:
    page = '<html lang="id"><body><button aria-label="Close">x</button><p>Tutup <b>More</b></p><p lang="en">Next</p><script>"Back"</script></body></html>'
    assert {line.split(":")[0] for line in found(spoken(page))} == {"Close", "More"}
    assert found(sentences('a("Loading results"); b(".next > a"); c("Cari lagi")')) == {"Loading: Loading results", "results: Loading results"}


@pytest.mark.bangun
def test_no_english_word_of_an_interface_is_shown(tmp_path: Path) -> None:
    assert build_site(HOUSE, tmp_path / "site", project_from(check(HOUSE), "publik")) == ()
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 30
    left = {f"{page.name}: {line}" for page in pages for line in found(spoken(page.read_text(encoding="utf-8"))) if not any(term in line for term in TERMS)}
    assert left == set()
    scripts = sorted((tmp_path / "site" / "assets" / "skrip").glob("*.js"))
    assert len(scripts) == 2
    assert {f"{script.name}: {line}" for script in scripts for line in found(sentences(script.read_text(encoding="utf-8")))} == set()
