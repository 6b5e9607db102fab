"""A module on the page: identity, outcome, topics, key points, digest, references and terms."""

from __future__ import annotations

from markdown.extensions.toc import slugify

from syllabus import bahasa
from syllabus.curriculum import Lesson
from syllabus.pages import headings
from syllabus.render.html import Child, Html, bullets, paragraphs, tag
from syllabus.render.view import NotFound, View
from syllabus.shapes.base import JpSplit, Mode

MODES: dict[Mode, str] = {
    "SM": "sinkron maya (SM)", "AM": "asinkron mandiri (AM)", "AK": "asinkron kolaboratif (AK)", "SL": "tatap muka (SL)",
}
COMPETENCES = {"teknis": "teknis", "manajerial": "manajerial", "sosial_kultural": "sosial kultural"}


def jp_in_words(jp: JpSplit | None, minutes_per_jp: int) -> str:
    """ "6 JP (T 2, P 4): 270 menit"; forms without hours are left out."""
    if jp is None:
        return "belum ditetapkan"
    forms = (("T", jp.theory), ("P", jp.practice), ("PL", jp.field))
    split = ", ".join(f"{name} {count}" for name, count in forms if count)
    return f"{jp.total} JP ({split}), {bahasa.minutes(jp.total * minutes_per_jp)}"


def definition(name: str, *value: Child, wide: bool = False) -> Html:
    """One line of an identity card. A wide one takes the whole width, for values that are sentences or lists."""
    return tag("div", tag("dt", name), tag("dd", *value), class_="lebar" if wide else None)


def module_card(view: View, name: str | None = None) -> Html:
    """The identity card of a module."""
    entry = view.find(view.curriculum.modules, name, "Modul")
    module = entry.value
    cluster = next((c for c in view.curriculum.program.value.clusters if c.id == module.cluster), None)
    lines = [
        definition("Kode", module.code),
        definition("Waktu", jp_in_words(module.jp, view.curriculum.program.value.jp_minutes.minutes)),
        definition("Moda", bahasa.listing([MODES[mode] for mode in module.modes])),
        definition("Klaster", cluster.name if cluster else module.cluster),
        definition("Metode", bahasa.listing(list(module.methods)), wide=True) if module.methods else None,
        definition("Prasyarat", bullets(module.prerequisites), wide=True) if module.prerequisites else None,
        definition("Kompetensi", bullets(
            f"{item.name} (kompetensi {COMPETENCES[item.kind]}, level {item.level})" for item in module.competences
        ), wide=True) if module.competences else None,
        definition("Naskah", f"versi {view.curriculum.program.value.edition}, {module.status}"),
    ]
    return tag("div", tag("p", module.summary), tag("dl", lines), class_="kartu kartu-modul")


def outcome(view: View, name: str | None = None) -> Html:
    """Outcome and indicators of a module or a workshop."""
    thing = lesson_of(view, name).value
    items = (tag("li", tag("span", item.id, class_="lencana"), " ", item.text) for item in thing.indicators)
    return tag(
        "div",
        tag("p", "Setelah selesai, Anda dapat ", tag("strong", thing.outcome.rstrip(".")), "."),
        tag("p", "Buktinya, Anda dapat:"), tag("ul", items, class_="indikator"), class_="hasil-belajar",
    )


def lesson_of(view: View, name: str | None) -> Lesson:
    """The module or workshop that a macro means. Raises `NotFound`."""
    wanted = name or view.stem
    entry = view.curriculum.lesson(wanted)
    if entry is not None:
        return entry
    known = sorted([*view.curriculum.modules, *view.curriculum.workshops])
    raise NotFound(f'Modul atau lokakarya "{wanted}" tidak ada.', f"Yang ada: {', '.join(known) or 'belum ada'}.")


def topics(view: View, name: str | None = None) -> Html:
    """The main topics and their parts; a topic that is a heading of this page leads to it."""
    module = view.find(view.curriculum.modules, name, "Modul").value
    page = view.curriculum.pages.get(view.page)
    headed = {text for _, text, _ in headings(page)} if page else set()
    return tag("ol", (
        tag("li", tag("a", topic.title, href=f"#{slugify(topic.title, '-')}") if topic.title in headed else tag("strong", topic.title),
            tag("p", " · ".join(topic.parts), class_="meta") if topic.parts else None)
        for topic in module.topics
    ), class_="materi-pokok")


def key_points(view: View, name: str | None = None) -> Html:
    """The key points to take home."""
    return bullets(lesson_of(view, name).value.key_points, class_="poin-kunci")


def digest(view: View, name: str | None = None) -> Html:
    """The one-page summary."""
    module = view.find(view.curriculum.modules, name, "Modul").value
    return tag("div", paragraphs(module.digest), class_="kartu ringkasan")


def references(view: View, name: str | None = None) -> Html:
    """Regulations a lesson uses, each linked to its entry in the register."""
    uses = lesson_of(view, name).value.references
    return tag("ul", (tag("li", view.regulation(use.regulation), ": ", use.used_for) for use in uses), class_="rujukan")


def terms(view: View, name: str | None = None) -> Html:
    """The important terms of a module, linked to the glossary."""
    module = view.find(view.curriculum.modules, name, "Modul").value
    links: list[Child] = []
    for position, term in enumerate(module.terms):
        links += [", " if position else None, view.term(term)]
    return tag("p", tag("strong", "Istilah penting: "), links, ".", class_="istilah-modul")


def facilitator_notes(view: View, name: str | None = None) -> Html:
    """Preparation, opening question, traps and expected answers. Only in the facilitator's build."""
    notes = lesson_of(view, name).value.notes
    if notes is None:
        raise NotFound("Catatan fasilitator belum ditulis.", 'Isi kunci "catatan_fasilitator" pada data.')
    check = (tag("li", tag("span", class_="kotak"), " ", item) for item in notes.preparation)
    traps = (tag("div", tag("dt", trap.wrong), tag("dd", trap.right)) for trap in notes.traps)
    answers = (tag("div", tag("dt", item.question), tag("dd", item.answer)) for item in notes.expected)
    return tag(
        "section",
        tag("h3", "Persiapan"), tag("ul", check, class_="daftar-periksa"),
        tag("h3", "Pertanyaan pembuka"), tag("blockquote", tag("p", notes.opening_question)),
        tag("h3", "Kekeliruan yang sering muncul"), tag("dl", traps, class_="jebakan"),
        tag("h3", "Jawaban yang diharapkan"), tag("dl", answers, class_="jawaban-harapan"),
        (tag("h3", "Penutup"), tag("blockquote", tag("p", notes.closing))) if notes.closing else None,
        class_="khusus-fasilitator",
    )


