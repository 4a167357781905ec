"""How the documentation is built. Nothing here reaches the network."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

with (ROOT / "pyproject.toml").open("rb") as file:
    _project = tomllib.load(file)["project"]

project = _project["name"]
release = version = _project["version"]
author = _project["authors"][0]["name"]
copyright = author

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.doctest"]
exclude_patterns = ["_build", "examples"]

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
