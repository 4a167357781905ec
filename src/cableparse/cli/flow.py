"""Documents in, and each cable written at once: what ``parse`` and ``chunk`` do alike."""

from collections.abc import Sequence

from cableparse import Exporter, Failure, Parser
from cableparse.cli.inputs import list_inputs, read_input
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
    with target.opened(), Report(len(inputs), with_traceback=with_traceback) as report:
        for given in inputs:
            for result in read_input(parser, given, format=format, strict=strict):
                if isinstance(result, Failure):
                    report.fail(result)
                    continue
                with report.aside():
                    failure = target.write(result)
                if failure is None:
                    report.read(result.format, len(result.defects))
                else:
                    report.fail(failure)
            report.end_input()
    return not report.failed
