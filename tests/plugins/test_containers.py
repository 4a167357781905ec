"""Containers in the registry: collected, checked, and no two of one name."""

import pytest

from cableparse import Container, DuplicatePluginError, Parser, PluginContractError
from invented import InventedContainer, InventedPlugin


def test_containers_are_collected_by_name_with_where_they_are_from() -> None:
    plugin = InventedPlugin(containers=[InventedContainer("b"), InventedContainer("a")])
    registry = Parser([plugin], autoload=False).registry
    assert [one.name for one in registry.containers] == ["a", "b"]
    assert [(one.kind, one.name, one.plugin) for one in registry.installed] == [
        ("container", "a", "mine"),
        ("container", "b", "mine"),
    ]


def test_two_containers_of_one_name_are_refused() -> None:
    plugins = [InventedPlugin(name, containers=[InventedContainer()]) for name in ("one", "two")]
    with pytest.raises(DuplicatePluginError, match="container 'crates'"):
        Parser(plugins, autoload=False)


@pytest.mark.parametrize("given", [object(), InventedContainer, "crates", InventedContainer("")])
def test_what_is_no_container_is_refused(given: object) -> None:
    with pytest.raises(PluginContractError, match="container"):
        Parser([InventedPlugin(containers=[given])], autoload=False)


def test_a_container_is_told_by_its_shape_alone() -> None:
    assert isinstance(InventedContainer(), Container)
    assert not isinstance(object(), Container)
