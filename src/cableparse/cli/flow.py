"""Documents in, and each cable written at once: what ``parse`` and ``chunk`` do alike."""

from collections.abc import Sequence

from cableparse import Exporter, Failure, Parser
from cableparse.cli.inputs import extent_of, find_members, list_inputs
from cableparse.cli.outputs import Output, see_that_it_is_no_input
from cableparse.cli.report import Report


def write_each(
    parser: Parser,
    paths: Sequence[str],
    exporter: Exporter,
    output: str,
    *,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> bool:
    """Read what is at ``paths``, write it to ``output``, and tell whether nothing failed.

    Raises ``Refusal`` where the output can't be written or is one of the inputs.
    """
    inputs = list_inputs(paths)
    see_that_it_is_no_input(output, inputs)
    target = Output(exporter, output, with_traceback=with_traceback)
    extent = extent_of(inputs)
    with target.opened(), Report(extent, with_traceback=with_traceback) as report:
        members = find_members(parser, inputs, extent)
        for result in parser.read_members(members, format=format, strict=strict):
            if isinstance(result, Failure):
                report.fail(result)
                continue
            with report.aside():
                failure = target.write(result)
            if failure is None:
                report.read(result.format, len(result.defects))
            else:
                report.fail(failure)
    return not report.failed
