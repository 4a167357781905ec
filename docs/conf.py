"""How the documentation is built. Nothing here reaches the network."""

import tomllib
from contextlib import suppress
from pathlib import Path

from sphinx.application import Sphinx

from cableparse import InputError, Parser

ROOT = Path(__file__).resolve().parent.parent

with (ROOT / "pyproject.toml").open("rb") as file:
    _project = tomllib.load(file)["project"]

project = _project["name"]
release = version = _project["version"]
author = _project["authors"][0]["name"]
copyright = author

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
exclude_patterns = ["_build", "examples"]

# What stands in the gallery is made anew with each build, and copied as it is.
_GALLERY = ROOT / "docs" / "_build" / "made" / "gallery"
_GALLERY.parent.mkdir(parents=True, exist_ok=True)  # Sphinx looks whether it is there
html_extra_path = [str(_GALLERY.parent)]

html_theme = "furo"
html_title = f"{project} {release}"
html_copy_source = False
html_show_sphinx = False

myst_heading_anchors = 3

# Fields stand in the order in which the source has them, which is the order a reader meets them in.
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_maximum_signature_line_length = 88

# The samples name the specimens from the project's root. The names are there for the docstrings,
# which show a value without importing it; a page's own samples import what they use.
doctest_global_setup = f"""
import os
os.chdir({str(ROOT)!r})
import cableparse
from cableparse import *
"""


def _make_gallery(_: Sphinx) -> None:
    """Write the specimens as a site."""
    parser = Parser(autoload="bundled")
    with parser.exporter("site").open(_GALLERY) as site:
        for path in sorted((ROOT / "seeds").iterdir()):
            if path.suffix in {".txt", ".html"}:
                with suppress(InputError):  # one that is there to be refused
                    site.write(parser.parse(path.read_bytes(), name=path.name))


def setup(app: Sphinx) -> None:
    """Have the gallery made before the pages."""
    app.connect("builder-inited", _make_gallery)
