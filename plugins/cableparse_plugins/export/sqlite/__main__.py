"""``python -m cableparse_plugins.export.sqlite NAME``: metadata for Datasette.

``NAME`` is the database's: ``cables`` for ``cables.db``, and where none is given.
"""

import sys
from importlib.resources import files


def metadata(name: str) -> str:
    """Give the metadata, in YAML, of a database of this name."""
    text = files(__package__).joinpath("datasette.yml").read_text("utf-8")
    return text.replace("\n  cables:\n", f"\n  {name}:\n", 1)


if __name__ == "__main__":
    print(metadata(*sys.argv[1:] or ("cables",)), end="")
