"""One pytest test for each plugin and check, with failures that are expected by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from attrs import evolve

from cableparse.plugins.contracts import Format
from cableparse.testing.conformance.broken import LawBroken
from cableparse.testing.conformance.checks import conformance_checks
from cableparse.testing.conformance.samples import Given

Expected = Mapping[str, str] | Callable[[object], Mapping[str, str]]
"""Names of checks and why each fails, for all plugins or, from a function, for one."""


def parametrize_with_checks(
    plugins: Sequence[object],
    *,
    expected_failures: Expected | None = None,
    samples: Iterable[Given] = (),
) -> pytest.MarkDecorator:
    """Parametrize a test over ``plugin`` and ``check``: every check of every plugin.

    ``expected_failures`` maps the name of a check, or of a plugin and a check
    (``mail.check_linear_time``), to the reason why it fails; or is a function that gives such a
    mapping for a plugin. One that passes all the same fails the test. ``samples`` are documents of
    the plugins: their formats have to claim them, and enrichers and exporters get their cables.

    Raises ``ValueError`` for an expected failure of no check.
    """
    given = tuple(samples)
    formats = tuple(plugin for plugin in plugins if isinstance(plugin, Format))
    parameters = []
    unknown = (
        set() if expected_failures is None or callable(expected_failures) else {*expected_failures}
    )
    for plugin in plugins:
        name = getattr(plugin, "name", type(plugin).__name__)
        expected = expected_failures(plugin) if callable(expected_failures) else expected_failures
        expected = expected or {}
        checks = conformance_checks(plugin)
        if callable(expected_failures):
            unknown |= {*expected}
        for check in checks:
            names = check.name, f"{name}.{check.name}"
            unknown -= {*names}
            reasons = [expected[one] for one in names if one in expected]
            marks = [
                pytest.mark.xfail(reason=reason, strict=True, raises=LawBroken)
                for reason in reasons[:1]
            ]
            bound = evolve(check, samples=given, formats=formats)
            parameters.append(pytest.param(plugin, bound, id=f"{name}-{check.name}", marks=marks))
    if unknown:
        raise ValueError(f"expected failures of checks that are not made: {sorted(unknown)}")
    return pytest.mark.parametrize(("plugin", "check"), parameters)
