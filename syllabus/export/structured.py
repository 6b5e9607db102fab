"""What a page is about in the words of schema.org, for catalogues and for reuse: the same data as the page, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping

from syllabus.curriculum import Curriculum, Lesson
from syllabus.pages import for_facilitator
from syllabus.shapes.rubric import Rubric
from syllabus.timetable import Timetable

Thing = dict[str, object]
KINDS = {"modul": "Modul", "lokakarya": "Lokakarya"}


def structured(curriculum: Curriculum, timetables: Mapping[str, Timetable], page: str, licence: str, address: str | None) -> str:
    """The JSON of a page (its path below docs), or "" where the page is no learning resource.

    `address` is the page's public address; without one nothing is said of addresses.
    """
    thing = _thing(curriculum, timetables, page)
    if thing is None or for_facilitator(curriculum.pages[page]):
        return ""
    program = curriculum.program.value
    whole: Thing = {"@context": "https://schema.org"} | thing
    kind = thing["@type"]
    if kind == "Course":
        whole |= {"description": curriculum.pages[page].meta("deskripsi"), "version": program.edition, "creativeWorkStatus": program.status,
                  "dateModified": program.edition_date.isoformat(), "isAccessibleForFree": True, "inLanguage": "id"}
    else:  # the page's own description stands in its head; edition, language and price are the programme's
        whole["isPartOf" if kind == "LearningResource" else "about"] = {"@type": "Course", "name": program.name}
    if kind != "CourseInstance":  # an event has no licence
        whole["license"] = licence
    if address:
        whole["url"] = address
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _thing(curriculum: Curriculum, timetables: Mapping[str, Timetable], page: str) -> Thing | None:
    folder, _, stem = page.rpartition("/")
    if page in ("index", "program/index"):
        return _course(curriculum, timetables)
    if folder in KINDS and (entry := curriculum.lesson(stem)):
        return _lesson(curriculum, entry, KINDS[folder])
    if folder == "rubrik" and stem in curriculum.rubrics:
        return _rubric(curriculum.rubrics[stem].value)
    if folder == "jadwal" and stem in curriculum.cohorts:
        return _instance(curriculum, timetables, stem)
    return None


def _course(curriculum: Curriculum, timetables: Mapping[str, Timetable]) -> Thing:
    program = curriculum.program.value
    return {
        "@type": "Course", "name": program.name, "teaches": [aim.text for aim in program.aims],
        "audience": [{"@type": "EducationalAudience", "audienceType": group} for group in program.audience],
        "hasPart": [
            {"@type": "LearningResource", "name": entry.value.title, "identifier": entry.value.code} for entry in curriculum.lessons
        ],
        "hasCourseInstance": [_instance(curriculum, timetables, stem) for stem in curriculum.cohorts],
    }


def _lesson(curriculum: Curriculum, entry: Lesson, kind: str) -> Thing:
    lesson = entry.value
    thing: Thing = {
        "@type": "LearningResource", "name": lesson.title, "identifier": lesson.code, "learningResourceType": kind,
        "teaches": [f"{item.id} {item.text}" for item in lesson.indicators],
    }
    if lesson.jp is not None:
        thing["timeRequired"] = _minutes(lesson.jp.total * curriculum.program.value.jp_minutes.minutes)
    return thing


def _rubric(rubric: Rubric) -> Thing:
    return {
        "@type": "LearningResource", "name": rubric.title, "identifier": rubric.code, "learningResourceType": "Rubrik",
        "assesses": [criterion.title for criterion in rubric.criteria],
    }


def _instance(curriculum: Curriculum, timetables: Mapping[str, Timetable], stem: str) -> Thing:
    cohort = curriculum.cohorts[stem].value
    days = timetables[stem].days
    jp = sum(planned.jp for day in days for planned in day.rows)
    modes = {part.mode for day in days for planned in day.rows for part in planned.parts}
    thing: Thing = {
        "@type": "CourseInstance", "name": cohort.name, "courseMode": "onsite" if modes == {"SL"} else "blended" if "SL" in modes else "online",
        "location": {"@type": "Place", "name": cohort.venue},
        "courseWorkload": _minutes(jp * curriculum.program.value.jp_minutes.minutes), "maximumAttendeeCapacity": cohort.participants,
    }
    if days:
        thing |= {"startDate": days[0].day.isoformat(), "endDate": days[-1].day.isoformat()}
    return thing


def _minutes(count: int) -> str:
    """A duration as ISO 8601 writes it."""
    return f"PT{count}M"
