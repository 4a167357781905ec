"""What to say of an input that failed: one line, and what to do about it."""

import traceback
from collections.abc import Iterator

from cableparse import (
    CableparseError,
    DefectError,
    EmptyDirectoryError,
    EmptyInputError,
    Failure,
    InputError,
    MissingInputError,
    PluginError,
    Span,
    StrictError,
    UnreadableInputError,
)
from cableparse.cli.printable import one_line

# No option raises these limits: a stranger's archive is unpacked by someone who looks at it.
_UNPACK = "if you trust it, unpack it and read the folder"

# The library's errors speak of arguments; on the command line these are options.
_AS_OPTIONS = (
    ('format="telegram"', "--format telegram"),
    ("with format=", "with --format"),
    ("raise max_bytes", "raise --max-bytes"),
    ("raise max_members in limits to read on", _UNPACK),
    ("raise max_ratio in limits to read on", _UNPACK),
    ("read all of them with scan()", "read all of them with cableparse parse"),
    ("run without installed plugins", "run with --no-plugins"),
    ("resume=True", "--resume"),
    ("with exporter=", "with --export"),
    ("leave out workers=", "leave out --workers"),
    ("use workers=1", "use --workers 1"),
)

_ADVICE: dict[type[InputError], str] = {
    EmptyInputError: "fetch the document again, or leave it out",
    MissingInputError: "check the path",
    EmptyDirectoryError: (
        "hidden files and cableparse's own output (.json, .jsonl, .db …) are passed over in a "
        "directory: name such a file to read it"
    ),
    UnreadableInputError: "check that it is a file and that you may read it",
}

_BUG = "this is a bug in cableparse: please report it with what --traceback shows"


def complaints(failure: Failure, *, with_traceback: bool = False) -> Iterator[str]:
    """Give what to write of a failure: a line (a line a defect, where ``--strict`` made it fail).

    ``with_traceback`` adds the traceback, with its chain of causes, as one more piece of text.
    """
    error = failure.error
    if isinstance(error, StrictError):
        for defect in _defects(error):
            yield one_line(f"Error: {failure.name}: {defect}{_place(defect)}")
        return
    yield one_line(f"Error: {_complaint(failure, with_traceback)}")
    if with_traceback:
        yield "".join(traceback.format_exception(error)).rstrip("\n")


def as_options(message: str) -> str:
    """Give a message of the library in the words of the command line."""
    for argument, option in _AS_OPTIONS:
        message = message.replace(argument, option)
    return message


def _complaint(failure: Failure, with_traceback: bool) -> str:
    error = failure.error
    message = as_options(str(error))
    if isinstance(error, InputError):
        advice = _ADVICE.get(type(error))
        return f"{message}; {advice}" if advice else message
    if not isinstance(error, CableparseError):
        return f"{failure.name}: {type(error).__name__}: {message}; {_BUG}"
    if failure.name not in message:
        message = f"{message} ({failure.name})"
    if isinstance(error, PluginError) and error.__cause__ and not with_traceback:
        message += "; --traceback shows where"
    return message


def _defects(error: StrictError) -> Iterator[DefectError]:
    for inner in error.exceptions:
        if isinstance(inner, DefectError):
            yield inner


def _place(error: DefectError) -> str:
    span = getattr(error.defect, "span", None)
    return f" (at character {span.start})" if isinstance(span, Span) else ""
