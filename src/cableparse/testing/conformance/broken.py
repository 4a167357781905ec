"""What is raised where a plugin breaks a law: which law, how, and on what input."""

from typing import Any

_SHOWN = 160


class LawBroken(AssertionError):
    """A plugin broke a law.

    ``law`` is the check's name, ``statement`` what the law says, ``plugin`` what it was
    (``format 'mail'``), ``problem`` what happened, ``input`` the text or cable it happened on (None
    where there was none) and ``again`` what to run to see it once more.
    """

    def __init__(
        self,
        law: str,
        statement: str,
        plugin: str,
        problem: str,
        input: Any = None,
        again: str | None = None,
    ) -> None:
        super().__init__(law, statement, plugin, problem, input, again)
        self.law = law
        self.statement = statement
        self.plugin = plugin
        self.problem = problem
        self.input = input
        self.again = again

    def __str__(self) -> str:
        lines = [f"{self.plugin} breaks {self.law}: {self.statement}", f"  found: {self.problem}"]
        if self.input is not None:
            lines.append(f"  input: {shown(self.input)}")
        if self.again is not None:
            lines.append(f"  again: {self.again}")
        return "\n".join(lines)


def shown(value: Any) -> str:
    """Give a value's repr, cut in the middle where it is long, with the length of a text."""
    printed = repr(value)
    if len(printed) > _SHOWN:
        printed = f"{printed[: _SHOWN - 40]} … {printed[-37:]}"
    return f"{printed} ({len(value):,} code points)" if isinstance(value, str) else printed
