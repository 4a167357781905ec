"""Loading plugins: what is refused, and in which order enrichers run."""

import importlib.metadata
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from cableparse import (
    DuplicatePluginError,
    Parser,
    PluginContractError,
    PluginError,
    PluginLoadError,
    PluginOrderError,
    UnknownHookError,
    hookimpl,
)
from cableparse.plugins.registry import load, ordered
from invented import InventedEnricher, InventedExporter, InventedFormat, InventedPlugin


def module(name: str, **members: Any) -> types.ModuleType:
    """A plugin module."""
    made = types.ModuleType(name)
    for member, value in members.items():
        if callable(value):
            value.__module__ = name
        setattr(made, member, value)
    return made


# ---------------------------------------------------------------- what is installed


def test_nothing_is_loaded_without_autoload() -> None:
    registry = load(autoload=False)
    assert (registry.formats, registry.enrichers, registry.exporters, registry.installed) == (
        (),
        (),
        (),
        (),
    )


def test_the_bundled_plugins_come_from_cableparses_own_entry_points() -> None:
    registry = load(autoload="bundled")
    assert {"telegram", "scoop", "wikileaks"} <= {format.name for format in registry.formats}
    assert {"boilerplate", "paragraphs", "redactions"} <= {
        enricher.name for enricher in registry.enrichers
    }
    assert "jsonl" in {exporter.name for exporter in registry.exporters}
    assert {entry.distribution.split()[0] for entry in registry.installed} == {"cableparse"}


def test_formats_and_exporters_stand_in_the_order_of_their_names() -> None:
    formats = [InventedFormat(name) for name in ("b", "c", "a")]
    exporters = [InventedExporter(name) for name in ("b", "a")]
    registry = load([InventedPlugin(formats=formats, exporters=exporters)], autoload=False)
    assert [format.name for format in registry.formats] == ["a", "b", "c"]
    assert [exporter.name for exporter in registry.exporters] == ["a", "b"]


def test_what_is_installed_names_kind_plugin_and_origin() -> None:
    plugin = InventedPlugin(
        "mine", [InventedFormat("f")], [InventedEnricher("e")], [InventedExporter("x")]
    )
    installed = load([plugin], autoload=False).installed
    assert [(one.kind, one.name, one.plugin) for one in installed] == [
        ("enricher", "e", "mine"),
        ("exporter", "x", "mine"),
        ("format", "f", "mine"),
    ]
    assert {one.distribution for one in installed} == {"given by the caller"}


def test_a_plugin_may_be_a_class_with_static_hooks() -> None:
    class Static:
        @staticmethod
        @hookimpl
        def cableparse_formats() -> list[InventedFormat]:
            return [InventedFormat("static")]

    (format,) = load([Static], autoload=False).formats
    assert format.name == "static"


def test_a_plugin_may_be_the_name_of_a_module() -> None:
    registry = load(["cableparse_plugins.enrich.redactions"], autoload=False)
    assert [(one.name, one.plugin) for one in registry.installed] == [
        ("redactions", "cableparse_plugins.enrich.redactions")
    ]


def test_a_hook_may_be_a_generator() -> None:
    @hookimpl
    def cableparse_formats():
        yield InventedFormat("one")
        yield InventedFormat("two")

    registry = load([module("made", cableparse_formats=cableparse_formats)], autoload=False)
    assert [format.name for format in registry.formats] == ["one", "two"]


def test_two_parsers_share_no_plugins() -> None:
    Parser(plugins=[InventedPlugin(formats=[InventedFormat()])], autoload=False)
    assert Parser(autoload=False).registry.formats == ()


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("kind", ["formats", "enrichers", "exporters"])
def test_two_things_of_one_name_are_refused_and_both_plugins_named(kind: str) -> None:
    make = {
        "formats": InventedFormat,
        "enrichers": InventedEnricher,
        "exporters": InventedExporter,
    }[kind]
    plugins = [InventedPlugin(name, **{kind: [make("same")]}) for name in ("one", "two")]
    with pytest.raises(DuplicatePluginError) as caught:
        load(plugins, autoload=False)
    for word in ("one", "two", "same"):
        assert word in str(caught.value)


def test_a_format_and_an_enricher_may_share_a_name() -> None:
    plugin = InventedPlugin(formats=[InventedFormat("same")], enrichers=[InventedEnricher("same")])
    assert len(load([plugin], autoload=False).installed) == 2


def test_two_plugins_of_one_name_are_refused() -> None:
    with pytest.raises(DuplicatePluginError, match="mine"):
        load([InventedPlugin("mine"), InventedPlugin("mine")], autoload=False)


def test_one_plugin_given_twice_is_refused() -> None:
    plugin = InventedPlugin("mine")
    with pytest.raises(DuplicatePluginError, match="mine"):
        load([plugin, plugin], autoload=False)


def test_one_plugin_under_two_names_is_refused() -> None:
    name = "cableparse_plugins.enrich.redactions"
    with pytest.raises(DuplicatePluginError):
        load([name], autoload="bundled")


class _Entry:
    """An entry point as importlib.metadata gives them."""

    def __init__(self, name: str, plugin: object, distribution: str) -> None:
        self.name = name
        self._plugin = plugin
        self.dist = types.SimpleNamespace(name=distribution, version="1.0")

    def load(self) -> object:
        if isinstance(self._plugin, Exception):
            raise self._plugin
        return self._plugin


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch):
    """Replaces the installed entry points."""

    def replace(*entries: _Entry) -> None:
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: entries)

    return replace


def test_two_entry_points_of_one_name_are_refused_and_both_distributions_named(entries) -> None:
    entries(
        _Entry("same", module("a"), "ferry-plugin"), _Entry("same", module("b"), "harbor-plugin")
    )
    with pytest.raises(DuplicatePluginError) as caught:
        load()
    assert "ferry-plugin 1.0" in str(caught.value)
    assert "harbor-plugin 1.0" in str(caught.value)


def test_an_entry_point_that_can_not_be_loaded_is_named_with_its_distribution(entries) -> None:
    entries(_Entry("broken", ImportError("no ferry"), "ferry-plugin"))
    with pytest.raises(PluginLoadError, match=r"broken.*ferry-plugin 1\.0.*no ferry") as caught:
        load()
    assert isinstance(caught.value.__cause__, ImportError)
    assert caught.value.plugin == "broken"


def test_bundled_means_cableparses_own_entry_points_alone(entries) -> None:
    entries(_Entry("broken", ImportError("no ferry"), "ferry-plugin"))
    assert load(autoload="bundled").installed == ()


@pytest.mark.parametrize("name", ["no_such_plugin_module", "cableparse_plugins.no_such"])
def test_a_module_that_can_not_be_imported_is_named(name: str) -> None:
    with pytest.raises(PluginLoadError, match=name) as caught:
        load([name], autoload=False)
    assert isinstance(caught.value.__cause__, ImportError)


def test_a_module_that_raises_while_imported_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sunken_plugin.py").write_text("raise RuntimeError('sunk')")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(PluginLoadError, match=r"sunken_plugin.*RuntimeError: sunk"):
        load(["sunken_plugin"], autoload=False)
    assert "sunken_plugin" not in sys.modules


def test_a_misspelt_hook_is_refused_and_the_hooks_are_listed() -> None:
    @hookimpl
    def cableparse_format():
        return []

    with pytest.raises(UnknownHookError) as caught:
        load([module("slip", cableparse_format=cableparse_format)], autoload=False)
    message = str(caught.value)
    assert caught.value.plugin == "slip"
    for name in (
        "cableparse_format'",
        "cableparse_formats",
        "cableparse_enrichers",
        "cableparse_exporters",
    ):
        assert name in message


def test_a_hook_with_an_argument_that_is_not_given_is_refused() -> None:
    @hookimpl
    def cableparse_formats(source):
        return []

    with pytest.raises(UnknownHookError, match="slip"):
        load([module("slip", cableparse_formats=cableparse_formats)], autoload=False)


@pytest.mark.parametrize("kind", ["formats", "enrichers", "exporters"])
def test_a_hook_that_raises_is_named(kind: str) -> None:
    def sink():
        raise RuntimeError("sunk")

    hook = f"cableparse_{kind}"
    with pytest.raises(PluginLoadError, match=f"mine.*{hook}.*RuntimeError: sunk") as caught:
        load([module("mine", **{hook: hookimpl(sink)})], autoload=False)
    assert isinstance(caught.value.__cause__, RuntimeError)


@pytest.mark.parametrize(
    "given", [None, 12, InventedFormat()], ids=["none", "number", "the format itself"]
)
def test_a_hook_that_gives_no_iterable_is_refused(given: Any) -> None:
    with pytest.raises(PluginError, match="mine"):
        load([InventedPlugin("mine", formats=given)], autoload=False)


@pytest.mark.parametrize(
    "item",
    [None, "scoop", object, InventedFormat, InventedEnricher("e")],
    ids=["none", "name", "type", "format-type", "enricher"],
)
def test_a_format_that_is_none_is_refused(item: object) -> None:
    with pytest.raises(PluginContractError, match=r"mine.*claim\(\) and read\(\)"):
        load([InventedPlugin("mine", formats=[item])], autoload=False)


def test_an_enricher_that_is_none_is_refused() -> None:
    with pytest.raises(PluginContractError, match=r"mine.*enrich\(\)"):
        load([InventedPlugin("mine", enrichers=[InventedFormat()])], autoload=False)


def test_an_exporter_that_is_none_is_refused() -> None:
    with pytest.raises(PluginContractError, match=r"mine.*open\(\)"):
        load([InventedPlugin("mine", exporters=[InventedFormat()])], autoload=False)


@pytest.mark.parametrize("name", ["", None, 12])
def test_a_format_without_a_name_is_refused(name: Any) -> None:
    with pytest.raises(PluginContractError, match="without a name"):
        load([InventedPlugin("mine", formats=[InventedFormat(name)])], autoload=False)


def test_an_after_that_is_one_word_is_refused() -> None:
    enricher = InventedEnricher("late", after="early")  # type: ignore[arg-type]
    with pytest.raises(PluginError, match="late"):
        load(
            [InventedPlugin("mine", enrichers=[enricher, InventedEnricher("early")])],
            autoload=False,
        )


# ---------------------------------------------------------------- the order of enrichers


def order(**after: tuple[str, ...]) -> list[str]:
    return [
        enricher.name
        for enricher in ordered([InventedEnricher(name, names) for name, names in after.items()])
    ]


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ({"c": (), "a": (), "b": ()}, ["a", "b", "c"]),
        ({"a": ("c",), "b": (), "c": ()}, ["b", "c", "a"]),
        ({"a": ("b",), "b": ("c",), "c": ()}, ["c", "b", "a"]),
        ({"z": (), "a": ("z",), "b": ()}, ["b", "z", "a"]),
        ({"a": ("b", "c"), "b": (), "c": ()}, ["b", "c", "a"]),
        ({"b": ("d",), "c": (), "a": ("c",), "d": ()}, ["c", "a", "d", "b"]),
        ({}, []),
    ],
)
def test_enrichers_run_in_the_order_of_after_ties_by_name(after: dict, names: list[str]) -> None:
    assert order(**after) == names
    assert order(**dict(reversed(after.items()))) == names


@pytest.mark.parametrize(
    "after", [{"a": ("b",), "b": ("a",)}, {"a": ("c",), "b": ("a",), "c": ("b",)}, {"a": ("a",)}]
)
def test_enrichers_that_wait_for_each_other_are_refused_and_named(after: dict) -> None:
    with pytest.raises(PluginOrderError) as caught:
        order(**after)
    for name in after:
        assert name in str(caught.value)


def test_a_name_that_nothing_installed_has_is_no_one_to_wait_for() -> None:
    assert order(late=("absent", "early"), early=()) == ["early", "late"]
