"""A page's text without what says nothing: blanks that no reader sees, end tags that HTML lets one leave out, marks for a script that is not shipped."""

from __future__ import annotations

import re

_AS_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_TAG = re.compile(r"""(</?[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>|<!(?:[^>]*)>)""")
_NAME = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_THEIRS = re.compile(r' data-md-(?:component|type|scrollfix|color-primary|color-accent)(?:="[^"]*")?')
"""Attributes that only the theme's own script reads."""
_EMPTY = re.compile(r'<div data-md-component="announce">\s*</div>|<div class="md-dialog" data-md-component="dialog">\s*<div[^>]*></div>\s*</div>')
"""Places that only the theme's own script fills."""
_QUOTED = re.compile(r""" ([a-z-]+)="([^\s"'=<>`]+)"(?=[\s>])""")
_SOUGHT = re.compile(r" data-(?!label=|buka=|kunci=|md-|mode-)")
"""Places that later steps of the build look for: sizes of downloads, pages to be kept."""
_TABS = re.compile(r"<script>var target=document\.getElementById\(location\.hash\.slice\(1\)\).*?</script>", re.DOTALL)
"""Opens the tab that an address names."""

_BLOCKS = frozenset(
    "html head meta link title body header nav main footer article section aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup "
    "col thead tbody tfoot tr th td details summary blockquote figure figcaption hr br form fieldset address pre".split()
)
"""Elements that stand on lines of their own, so that blanks at their edges are not shown."""
_ENDS = {
    "p": frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table div blockquote form hr pre /div /section /article /details /blockquote /li /td /dd".split()),
    "li": frozenset(("li", "/ul", "/ol")), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd", "/dl", "/div")),
    "td": frozenset(("td", "th", "/tr")), "th": frozenset(("td", "th", "/tr")), "tr": frozenset(("tr", "/tbody", "/thead", "/tfoot")),
    "thead": frozenset(("tbody", "tfoot")), "tbody": frozenset(("tbody", "tfoot", "/table")), "tfoot": frozenset(("/table",)),
}
"""What must follow an end tag that may be left out (HTML, 13.1.2.4), as far as the parser of our books knows it too."""


def tight(page: str) -> str:
    """The same page: the same elements with the same words, in fewer bytes."""
    page = _THEIRS.sub("", _EMPTY.sub("", page))
    without_tabs = _TABS.sub("", page)
    parts = _AS_IS.split(page if "__tabbed_" in without_tabs else without_tabs)
    del parts[2::3]  # the element's name, which the pattern remembers only to find its end
    texts = [token for number, part in enumerate(parts) for token in ([part] if number % 2 else _TAG.split(part))]
    return "".join(_unquoted(token) for token in _unended(_close_up([text for text in texts if text])))


def _close_up(tokens: list[str]) -> list[str]:
    """One blank where there were several, and none at the edge of a block."""
    kept = []
    for number, token in enumerate(tokens):
        if not token.startswith("<"):
            before = _block(tokens[number - 1]) if number else True
            after = _block(tokens[number + 1]) if number + 1 < len(tokens) else True
            token = _BLANKS.sub(" ", token)
            token = token.lstrip(" ") if before else token
            token = token.rstrip(" ") if after else token
        if token:
            kept.append(token)
    return kept


def _unended(tokens: list[str]) -> list[str]:
    return [token for token, following in zip(tokens, [*tokens[1:], ""], strict=True)
            if not (token.startswith("</") and _name(following) in _ENDS.get(_name(token)[1:], frozenset()))]


def _unquoted(token: str) -> str:
    """A tag without the quotes that its values can do without. Places of later steps keep theirs."""
    return token if _SOUGHT.search(token) or not _TAG.fullmatch(token) else _QUOTED.sub(r" \1=\2", token)


def _block(token: str) -> bool:
    return _name(token).lstrip("/") in _BLOCKS or token.startswith("<!")


def _name(token: str) -> str:
    match = _NAME.match(token)
    return f"{match[1]}{match[2].lower()}" if match else ""
