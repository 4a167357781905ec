"""Every exception that cableparse raises.

No *content* of a cable raises: damage is data, a :class:`~cableparse.Defect`. What raises is an
input that holds no cable, a plugin that breaks its contract, and a caller who asked for
``strict=True``.
"""

from collections.abc import Sequence


class CableparseError(Exception):
    """The root of the exceptions that cableparse raises."""


# ---------------------------------------------------------------- inputs


class InputError(CableparseError):
    """An input that gives no cable. ``name`` is the input's name: a path, mostly."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}"


class EmptyInputError(InputError):
    """The input has no characters, or white space only."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "is empty: there is no text to read")

    def __reduce__(self) -> tuple[type[InputError], tuple[str]]:
        return type(self), (self.name,)


class MissingInputError(InputError):
    """No file or directory has this path."""


class UnreadableInputError(InputError):
    """The operating system would not give the file's bytes."""


class EmptyDirectoryError(InputError):
    """The directory holds no file that could be a document."""


class InputTooLargeError(InputError):
    """The input is longer than the parser's ``max_bytes``."""


class UnclaimedError(InputError):
    """No format recognised the input."""


class BinaryInputError(UnclaimedError):
    """No format recognised the input, and its first bytes say that it is no text."""


class AmbiguousFormatError(InputError):
    """Two formats, or two containers, claimed the input with the same, highest score."""


class ContainerError(InputError):
    """A container that is damaged, locked, or can't be opened with what is installed."""


class ContainerLimitError(ContainerError):
    """A container that goes beyond a limit: what it unpacks to, how many members, how deep."""


class RefusedMemberError(InputError):
    """A member of a container that is not followed: a link, a path that leads out, a device."""


class UnknownPluginError(CableparseError):
    """No installed format, enricher or exporter has the name that the caller gave."""


# ---------------------------------------------------------------- plugins


class PluginError(CableparseError):
    """A plugin that could not be used. ``plugin`` is its name."""

    waited_in: str | None = None
    """The name of the source in whose cable an enricher waited until its word was asked for."""

    def __init__(self, plugin: str, problem: str) -> None:
        super().__init__(plugin, problem)
        self.plugin = plugin
        self.problem = problem

    def __str__(self) -> str:
        return f"plugin {self.plugin}: {self.problem}"


class PluginLoadError(PluginError):
    """The plugin could not be imported, or its hook raised."""


class UnknownHookError(PluginError):
    """The plugin implements a hook that does not exist: a misspelt name, mostly."""


class DuplicatePluginError(PluginError):
    """Two plugins have one name."""


class PluginContractError(PluginError):
    """The plugin gave back something that its contract does not allow."""


class PluginOrderError(PluginError):
    """An enricher must run after itself, by way of others."""


class PluginFailure(PluginError):
    """The plugin raised while it read, enriched or wrote ``name``; the cause is chained."""

    def __init__(self, plugin: str, name: str, problem: str) -> None:
        super().__init__(plugin, f"{problem} ({name})")
        self.name = name
        self._arguments = plugin, name, problem

    def __reduce__(self) -> tuple[type[PluginError], tuple[str, str, str]]:
        return type(self), self._arguments


# ---------------------------------------------------------------- exports


class ExportError(CableparseError):
    """An export that did not come to its end. ``target`` is where it was to be written."""

    def __init__(self, target: str, problem: str) -> None:
        super().__init__(target, problem)
        self.target = target
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.target}: {self.problem}"


class ExportRefusedError(ExportError):
    """The export can't begin, or can't go on from where it was: nothing was written."""


class ExportStoppedError(ExportError):
    """The export stopped on the way: the disk is full, a worker was killed, an exporter raised."""


class MissingExtraError(CableparseError):
    """A library is missing that an extra of cableparse brings, ``cableparse[parquet]`` say."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(what, library, extra)
        self.library = library
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"{self.args[0]} needs {self.library}, which is not installed: "
            f"pip install 'cableparse[{self.extra}]'"
        )


# ---------------------------------------------------------------- data


class SchemaError(CableparseError):
    """A dictionary that :func:`cableparse.from_dict` can't make a cable of."""


class DefectError(CableparseError):
    """One ``defect``, raised because the caller asked for ``strict=True``."""

    def __init__(self, message: str, defect: object) -> None:
        super().__init__(message, defect)
        self.defect = defect

    def __str__(self) -> str:
        return str(self.args[0])


class StrictError(CableparseError, ExceptionGroup[DefectError]):
    """All defects of a cable at once, raised because the caller asked for ``strict=True``."""

    def derive(self, excs: Sequence[DefectError]) -> "StrictError":  # type: ignore[override]
        """Give a group of the same type, as ``except*`` needs it."""
        return StrictError(self.message, excs)
