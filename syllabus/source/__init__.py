"""Reading YAML strictly: text with places, or problems."""

from syllabus.source.builder import MOST_DEPTH
from syllabus.source.reading import read_yaml
from syllabus.source.tree import Mapping, Node, Scalar, Sequence, Source

__all__ = ["MOST_DEPTH", "Mapping", "Node", "Scalar", "Sequence", "Source", "read_yaml"]
