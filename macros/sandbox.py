"""Closes the template engine: a page may call registered macros with constants, and nothing else exists for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from syllabus.pages import check_template

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

Draw = Callable[..., str]


class NotClosed(Exception):
    """The macros plugin does not use the closed environment, so no page may be built."""


class ClosedEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox without loader, filters, tests or context. It refuses a template before it is compiled.

    The grammar is the first net; the emptied context and the refusal of attributes and foreign calls are the second.
    """

    def __init__(self, macros: Mapping[str, Draw]) -> None:
        super().__init__(undefined=StrictUndefined)
        self.macros = MappingProxyType(dict(macros))
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()

    def from_string(self, source: Any, globals: Any = None, template_class: Any = None) -> Any:
        """Compile a page. Raises `TemplateSyntaxError` for anything but text and macro calls with constants."""
        tree = self.parse(source)
        faults = check_template(tree, frozenset(self.macros))
        if faults:
            line, sentence = faults[0]
            raise TemplateSyntaxError(sentence, line)
        return Sealed(self, super().from_string(tree))

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a registered macro. Raises `SecurityError` for any other object."""
        if not any(obj is macro for macro in self.macros.values()):
            raise SecurityError("only registered macros may be called")
        return obj(*args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Pages have no attributes. Raises `SecurityError`."""
        raise SecurityError(f"no attribute {attribute!r} in a page")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Pages have no items. Raises `SecurityError`."""
        raise SecurityError(f"no item {argument!r} in a page")


class Sealed:
    """A compiled page that takes no context: `config`, `page`, `files` and the like do not exist for it."""

    def __init__(self, environment: ClosedEnvironment, template: Any) -> None:
        self._environment = environment
        self._template = template

    def render(self, *_context: object, **_more: object) -> str:
        """The page with its macros drawn; whatever context is offered is left aside."""
        return str(self._template.render(self._environment.macros))


def close_templates(plugin: MacrosPlugin, names: frozenset[str]) -> None:
    """Give the plugin a closed environment that knows only the macros of these names.

    The plugin has no option for this (1.5), so its environment is exchanged once its configuration is read.
    Raises `NotClosed` when the exchange did not take effect, for example after an update of the plugin.
    """
    closed = ClosedEnvironment({name: draw for name, draw in plugin.macros.items() if name in names})
    plugin._env = closed
    if plugin.env is not closed or frozenset(closed.macros) != names:
        raise NotClosed


def is_closed(plugin: object) -> bool:
    """Whether the plugin would render a page with the closed environment."""
    return type(getattr(plugin, "env", None)) is ClosedEnvironment
