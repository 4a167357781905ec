"""``python -m cableparse_plugins.export.sqlite [NAME]``: metadata for Datasette."""

import argparse
import json
import re
from importlib.resources import files
from pathlib import Path

from cableparse_plugins.export.sqlite import SqliteExporter

# What YAML reads as these letters: `1975` is a number to it, `on` and `null` are no text either.
_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z]\w*", re.ASCII)


def metadata(database: str) -> str:
    """Give the metadata, in YAML, of a database: of this name, or in the file of this path.

    Datasette calls a database what its file is called, without the suffix.
    """
    path = Path(database)
    name = path.stem if path.suffix in SqliteExporter.suffixes else path.name
    text = files(__package__).joinpath("datasette.yml").read_text("utf-8")
    key = name if _PLAIN.fullmatch(name) else json.dumps(name)  # JSON is YAML
    return text.replace("\n  cables:\n", f"\n  {key}:\n", 1)


def main() -> None:
    """Print the metadata."""
    options = argparse.ArgumentParser(
        prog="python -m cableparse_plugins.export.sqlite",
        description="Print what Datasette says of a database that cableparse wrote, as YAML: "
        "datasette cables.db --metadata metadata.yml",
    )
    options.add_argument(
        "database",
        metavar="NAME",
        nargs="?",
        default="cables",
        help="what the database is called: cables for cables.db, and where none is given",
    )
    print(metadata(options.parse_args().database), end="")


if __name__ == "__main__":
    main()
