"""The tag tree of a PDF, read in order by every test that looks at tags."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf


def tags(root: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every tagged element below a node (of `StructTreeRoot`, or its `K`), in reading order."""
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, pikepdf.Array):
            stack += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                stack.append(node.K)
