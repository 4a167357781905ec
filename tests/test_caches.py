"""What is remembered between two cables has a bound: a process may read millions."""

import inspect
from importlib import import_module
from pkgutil import walk_packages

import cableparse
import cableparse_plugins

# Asked with words of the program's own, of which there are few.
OF_THE_PROGRAM = {
    "cableparse.telegram.lines.captions.caption_pattern",
    "cableparse_plugins.export.html.page._frame",
    "cableparse_plugins.export.site.pages._frame",
    "cableparse_plugins.export.site.pages.template",
}


def test_nothing_that_a_telegram_says_is_remembered_for_ever() -> None:
    found = set()
    for package in (cableparse, cableparse_plugins):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if module.name.startswith("cableparse.testing") or "__main__" in module.name:
                continue
            for value in vars(import_module(module.name)).values():
                if not hasattr(value, "cache_parameters"):
                    continue
                endless = value.cache_parameters()["maxsize"] is None
                if endless and inspect.signature(value).parameters:
                    found.add(f"{value.__module__}.{value.__qualname__}")
    assert found == OF_THE_PROGRAM
