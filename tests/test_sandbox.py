"""A page can call registered macros with constants. Everything else is refused, and nothing of it runs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError
from mkdocs.exceptions import PluginError

from macros import site
from macros.sandbox import ClosedEnvironment, NotClosed, close_templates, is_closed

COMMAND = "echo bocor > {marker}"
ATTACKS = {
    "command-through-cycler": "{{ cycler.__init__.__globals__.os.popen('COMMAND').read() }}",
    "command-through-lipsum": "{{ lipsum.__globals__['os'].popen('COMMAND').read() }}",
    "command-through-joiner": "{{ joiner.__init__.__globals__.os.system('COMMAND') }}",
    "command-through-macro": "{{ sapa.__globals__['__builtins__']['__import__']('os').system('COMMAND') }}",
    "command-through-class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "command-through-attr-filter": "{{ ''|attr('__class__') }}",
    "fresh-engine-through-config": "{{ config.theme.get_env().from_string('{{ 7*7 }}').render() }}",
    "files-of-the-machine": "{{ files.get_file_from_path('index.md').content_string }}",
    "environment-variable": "{{ cycler.__init__.__globals__.os.environ }}",
    "settings": "{{ config }}",
    "settings-attribute": "{{ config.config_file_path }}",
    "system": "{{ environment }}",
    "committer": "{{ git.author_email }}",
    "macros-info": "{{ macros_info() }}",
    "context": "{{ context() }}",
    "page": "{{ page.file.abs_src_path }}",
    "navigation": "{{ navigation }}",
    "plugin": "{{ plugin }}",
    "clock": "{{ now() }}",
    "include": "{% include 'rahasia.txt' %}",
    "import": "{% import 'x' as x %}",
    "extends": "{% extends 'x' %}",
    "set": "{% set x = 1 %}",
    "loop": "{% for i in range(100000000) %}x{% endfor %}",
    "statement-do": "{% if true %}x{% endif %}",
    "define-macro": "{% macro f() %}x{% endmacro %}",
    "big-string": "{{ 'x' * 1000000000 }}",
    "arithmetic": "{{ 7 * 7 }}",
    "constant": "{{ 'teks' }}",
    "concatenation": "{{ 'a' ~ 'b' }}",
    "filter": "{{ sapa('a')|upper }}",
    "test": "{{ sapa is defined }}",
    "method-of-result": "{{ sapa('a').upper() }}",
    "item-of-result": "{{ sapa('a')[0] }}",
    "format-string": "{{ '{0.__class__}'.format(sapa) }}",
    "macro-as-object": "{{ sapa }}",
    "macro-as-argument": "{{ sapa(sapa) }}",
    "call-as-argument": "{{ sapa(sapa('a')) }}",
    "list-argument": "{{ sapa(['a']) }}",
    "mapping-argument": "{{ sapa({'a': 1}) }}",
    "star-argument": "{{ sapa(*'ab') }}",
    "double-star-argument": "{{ sapa(**{'nama': 'a'}) }}",
    "unknown-macro": "{{ tidak_ada() }}",
    "builtin-range": "{{ range(3) }}",
    "builtin-dict": "{{ dict() }}",
    "namespace": "{{ namespace() }}",
    "self": "{{ self._TemplateReference__context }}",
    "conditional": "{{ sapa('a') if true else '' }}",
    "ternary-argument": "{{ sapa('a' if true else 'b') }}",
    "negative-argument": "{{ sapa(-1) }}",
    "none-argument": "{{ sapa(none) }}",
    "float-argument": "{{ sapa(1.5) }}",
}
CONTROLS = {
    "text": ("Teks biasa { tanpa } panggilan.", "Teks biasa { tanpa } panggilan."),
    "no-argument": ("{{ sapa() }}", "Halo dunia"),
    "text-argument": ('{{ sapa("Jambi") }}', "Halo Jambi"),
    "named-argument": ("{{ sapa(nama='Jambi') }}", "Halo Jambi"),
    "number-argument": ("{{ sapa(3) }}", "Halo 3"),
    "two-calls": ("{{ sapa('a') }} dan\n{{ sapa('b') }}", "Halo a dan\nHalo b"),
    "raw": ("{% raw %}{{ 7 }}{% endraw %}", "{{ 7 }}"),
}


def greet(nama: str | int = "dunia") -> str:
    return f"Halo {nama}"


def closed() -> ClosedEnvironment:
    return ClosedEnvironment({"sapa": greet})


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_an_attack_is_refused_before_it_runs(name: str, tmp_path: Path) -> None:
    marker = tmp_path / "bocor"
    text = ATTACKS[name].replace("COMMAND", COMMAND.format(marker=marker))
    with pytest.raises(TemplateSyntaxError) as refusal:
        closed().from_string(f"Baris pertama\n\n{text}\n").render(config={"a": 1}, page="x", files=[], sapa=print)
    assert refusal.value.lineno == 3
    assert not marker.exists()


@pytest.mark.parametrize("name", sorted(CONTROLS))
def test_a_legal_page_is_drawn(name: str) -> None:
    source, drawn = CONTROLS[name]
    assert closed().from_string(source).render(config={"a": 1}, sapa=print) == drawn


def test_what_a_macro_returns_is_not_read_again() -> None:
    environment = ClosedEnvironment({"sapa": lambda: "{{ config }} {% include 'x' %}"})
    assert environment.from_string("{{ sapa() }}").render() == "{{ config }} {% include 'x' %}"


@pytest.mark.parametrize("attempt", ["getattr", "getitem", "call"])
def test_the_second_net_holds_without_the_grammar(attempt: str) -> None:
    environment = closed()
    with pytest.raises(SecurityError):
        if attempt == "getattr":
            environment.getattr("a", "upper")
        elif attempt == "getitem":
            environment.getitem("a", 0)
        else:
            environment.call(None, print, "a")
    assert environment.call(None, greet, "a") == "Halo a"


class Plugin:
    """As much of the macros plugin as the exchange relies on."""

    def __init__(self) -> None:
        self.macros = {"sapa": greet, "now": print}
        self._env: object = object()

    @property
    def env(self) -> object:
        return self._env


class Renamed(Plugin):
    """A later version that keeps its environment elsewhere."""

    @property
    def env(self) -> object:
        return "lingkungan lain"


def test_the_exchange_takes_effect_and_drops_the_macros_of_the_plugin() -> None:
    plugin = Plugin()
    assert not is_closed(plugin)
    close_templates(plugin, frozenset({"sapa"}))  # type: ignore[arg-type]
    assert is_closed(plugin)
    assert isinstance(plugin.env, ClosedEnvironment)
    assert set(plugin.env.macros) == {"sapa"}


@pytest.mark.parametrize("names", [frozenset({"sapa"}), frozenset({"sapa", "hilang"})])
def test_an_exchange_without_effect_is_loud(names: frozenset[str]) -> None:
    plugin = Renamed() if "hilang" not in names else Plugin()
    with pytest.raises(NotClosed):
        close_templates(plugin, names)  # type: ignore[arg-type]


def test_a_build_with_an_open_engine_is_refused() -> None:
    config = SimpleNamespace(plugins={"macros": Renamed()})
    with pytest.raises(PluginError, match="tidak dapat ditutup"):
        site.on_pre_build(config)  # type: ignore[arg-type]
