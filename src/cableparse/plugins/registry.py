"""Build the plugin manager, collect what plugins register, refuse duplicates, order enrichers."""

import inspect
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from importlib import import_module, metadata
from types import ModuleType
from typing import Any, Literal, TypeVar

import pluggy
from attrs import frozen

from cableparse.model.errors import (
    DuplicatePluginError,
    PluginContractError,
    PluginLoadError,
    PluginOrderError,
    UnknownHookError,
)
from cableparse.plugins import hookspecs
from cableparse.plugins.containers import Container
from cableparse.plugins.contracts import Enricher, Exporter, Format

Autoload = bool | Literal["bundled"]
"""Which entry points are loaded: all, none, or those of cableparse's own distribution."""

T = TypeVar("T")

_CONTAINER = "name, claim() and members()"


@frozen(kw_only=True)
class Installed:
    """One registered thing, and where it comes from: plugin name and distribution."""

    kind: str
    name: str
    plugin: str
    distribution: str
    detail: str = ""


@frozen(kw_only=True)
class Registry:
    """What the plugins registered. Enrichers stand in the order they run in."""

    formats: tuple[Format, ...]
    enrichers: tuple[Enricher, ...]
    exporters: tuple[Exporter, ...]
    containers: tuple[Container, ...]
    installed: tuple[Installed, ...]


def load(plugins: Iterable[object | str] = (), autoload: Autoload = True) -> Registry:
    """Load the entry points and the given plugins: modules, objects, or names of modules.

    Raises a ``PluginError``: a plugin that can't be imported or whose hook raises, a misspelt
    hook, two plugins of one name, a broken contract, an order that can't be.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    origins: dict[str, str] = {}
    for name, plugin, distribution in (*_entry_points(autoload), *_given(plugins)):
        if name in origins:
            raise DuplicatePluginError(
                name,
                f"registered by {origins[name]} and by {distribution}; uninstall one of them, "
                "or run without installed plugins",
            )
        origins[name] = distribution
        _refuse_unmarked(name, plugin)
        try:
            manager.register(plugin, name=name)
        except ValueError as error:
            raise DuplicatePluginError(name, "is loaded already under another name") from error
        except pluggy.PluginValidationError as error:
            raise UnknownHookError(name, str(error)) from error
    _refuse_unknown_hooks(manager)

    installed: list[Installed] = []

    def collect(kind: str, hook: str, protocol: type[T], required: str) -> tuple[T, ...]:
        found: dict[str, tuple[T, str]] = {}
        for plugin, result in _results(manager, hook):
            for item in result:
                name = _checked_name(plugin, kind, item, protocol, required)
                if name in found:
                    other = found[name][1]
                    raise DuplicatePluginError(
                        plugin,
                        f"its {kind} {name!r} has the name of one that plugin {other} registers",
                    )
                found[name] = item, plugin
                installed.append(
                    Installed(
                        kind=kind,
                        name=name,
                        plugin=plugin,
                        distribution=origins[plugin],
                        detail=_detail(item),
                    )
                )
        return tuple(item for _, (item, _) in sorted(found.items()))

    formats = collect("format", "cableparse_formats", Format, "name, claim() and read()")  # type: ignore[type-abstract]
    enrichers = collect("enricher", "cableparse_enrichers", Enricher, "name, after and enrich()")  # type: ignore[type-abstract]
    exporters = collect("exporter", "cableparse_exporters", Exporter, "name, suffixes and open()")  # type: ignore[type-abstract]
    containers = collect("container", "cableparse_containers", Container, _CONTAINER)  # type: ignore[type-abstract]
    return Registry(
        formats=formats,
        enrichers=ordered(enrichers),
        exporters=exporters,
        containers=containers,
        installed=tuple(sorted(installed, key=lambda entry: (entry.kind, entry.name))),
    )


def ordered(enrichers: Sequence[Enricher]) -> tuple[Enricher, ...]:
    """Give the enrichers in the order of ``after``, ties by name.

    ``after`` says who goes first where both are there: a name that nothing installed has is no
    one to wait for. Raises ``PluginOrderError`` for a circle.
    """
    by_name = {enricher.name: enricher for enricher in enrichers}
    sorter = TopologicalSorter(
        {
            enricher.name: [name for name in enricher.after if name in by_name]
            for enricher in enrichers
        }
    )
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise PluginOrderError(
            error.args[1][0], f"enrichers wait for each other: {circle}"
        ) from error
    names: list[str] = []
    ready: list[str] = []
    while sorter.is_active():
        ready = sorted({*ready, *sorter.get_ready()})
        names.append(ready.pop(0))
        sorter.done(names[-1])
    return tuple(by_name[name] for name in names)


# ---------------------------------------------------------------- where plugins come from


def _entry_points(autoload: Autoload) -> Iterator[tuple[str, object, str]]:
    if autoload is False:
        return
    entries = metadata.entry_points(group=hookspecs.PROJECT)
    # What a distribution says of itself is read from its file at each question: once is enough.
    known: dict[int, tuple[str, str]] = {}
    for entry in sorted(entries, key=lambda entry: entry.name):
        if id(entry.dist) not in known:
            of = entry.dist
            known[id(of)] = (of.name, f"{of.name} {of.version}") if of else ("", "unknown")
        name, distribution = known[id(entry.dist)]
        if autoload == "bundled" and name != hookspecs.PROJECT:
            continue
        try:
            yield entry.name, entry.load(), distribution
        except Exception as error:
            raise PluginLoadError(
                entry.name, f"of {distribution} can't be loaded: {type(error).__name__}: {error}"
            ) from error


def _given(plugins: Iterable[object | str]) -> Iterator[tuple[str, object, str]]:
    for given in plugins:
        plugin: object = given
        if isinstance(given, str):
            try:
                plugin = import_module(given)
            except Exception as error:
                raise PluginLoadError(
                    given, f"can't be imported: {type(error).__name__}: {error}"
                ) from error
        if isinstance(plugin, ModuleType):
            yield plugin.__name__, plugin, "given by the caller"
        else:
            owner = plugin if isinstance(plugin, type) else type(plugin)
            name = getattr(plugin, "name", None) or f"{owner.__module__}.{owner.__qualname__}"
            yield str(name), plugin, "given by the caller"


# ---------------------------------------------------------------- what plugins hand over


def _refuse_unmarked(name: str, plugin: object) -> None:
    """Refuse a hook without its marker: pluggy would pass over it in silence."""
    for attribute in dir(plugin):
        if not attribute.startswith("cableparse_"):
            continue
        function = getattr(plugin, attribute, None)
        if inspect.isroutine(function) and not hasattr(function, f"{hookspecs.PROJECT}_impl"):
            raise UnknownHookError(
                name, f"its function {attribute} lacks the decorator @cableparse.hookimpl"
            )


def _refuse_unknown_hooks(manager: pluggy.PluginManager) -> None:
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        known = ", ".join(
            sorted(name for name in vars(hookspecs) if name.startswith("cableparse_"))
        )
        name = manager.get_name(error.plugin) or repr(error.plugin)
        raise UnknownHookError(name, f"{error}; the hooks are {known}") from error


def _results(manager: pluggy.PluginManager, hook: str) -> Iterator[tuple[str, Iterable[Any]]]:
    """Call one hook plugin by plugin: one that raises must not take the others' results along."""
    for implementation in sorted(getattr(manager.hook, hook).get_hookimpls(), key=_plugin_name):
        name = _plugin_name(implementation)
        try:
            yield name, tuple(implementation.function())
        except Exception as error:
            raise PluginLoadError(
                name, f"its hook {hook} raised {type(error).__name__}: {error}"
            ) from error


def _plugin_name(implementation: pluggy.HookImpl) -> str:
    return implementation.plugin_name


def _checked_name(plugin: str, kind: str, item: object, protocol: type, required: str) -> str:
    if isinstance(item, type) or not isinstance(item, protocol):
        raise PluginContractError(
            plugin, f"hands over {item!r} as {kind}: a {kind} is an object with {required}"
        )
    name = getattr(item, "name", None)
    if not isinstance(name, str) or not name:
        raise PluginContractError(plugin, f"hands over a {kind} without a name: {item!r}")
    if isinstance(getattr(item, "after", ()), str):
        raise PluginContractError(plugin, f"its {kind} {name!r} has a string as after, not a tuple")
    return name


def _detail(item: object) -> str:
    if suffixes := getattr(item, "suffixes", ()):
        return "writes " + ", ".join(suffixes)
    if after := getattr(item, "after", ()):
        off = "" if getattr(item, "default", True) else "; off unless asked for"
        return "after " + ", ".join(after) + off
    return str(getattr(item, "looks_for", ""))
