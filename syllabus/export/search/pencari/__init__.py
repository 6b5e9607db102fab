"""The searcher, written in JavaScript in parts that are joined to one script. It runs in a worker, or in the page where there is none."""

from __future__ import annotations

import re
from importlib.resources import files

PARTS = ("loading", "stemming", "guessing", "understanding", "ranking", "answering")
_COMMENT = re.compile(r"^[ \t]*(/\*.*?\*/|//.*?)[ \t]*$", re.DOTALL | re.MULTILINE)


def searcher_code() -> str:
    """All parts in one closed function, without comments and indents."""
    text = "\n".join((files(__name__) / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "(function () {\n" + "\n".join(line for line in lines if line) + "\n})();\n"
