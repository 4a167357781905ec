"""Commands run within the test, standard output and standard error apart."""

import inspect

import click
from click.testing import CliRunner, Result

# click 8.1 mixes the two unless told not to; from 8.2 on they are apart and it can't be told.
_APART = {"mix_stderr": False} if "mix_stderr" in inspect.signature(CliRunner).parameters else {}


def invoke(command: click.Command, *arguments: object, stdin: str | bytes | None = None) -> Result:
    """Run a command; what it raises stands in the result."""
    return CliRunner(**_APART).invoke(command, [*map(str, arguments)], input=stdin)
