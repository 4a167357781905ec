"""Documents in, and each cable written at once: what ``parse`` and ``chunk`` do alike."""

from collections.abc import Iterable, Sequence

from cableparse import Exporter, ExportRefusedError, Failure, Parser
from cableparse.archive.entries import Input, entries_of
from cableparse.archive.team import TeamError, read_all, see_that_it_travels
from cableparse.archive.work import Order
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import OutputError, Refusal
from cableparse.cli.inputs import extent_of, find_documents, find_members, list_inputs
from cableparse.cli.outputs import Output, see_that_it_is_no_input
from cableparse.cli.report import Report


def write_each(
    parser: Parser,
    paths: Sequence[str],
    exporter: Exporter | str,
    output: str,
    *,
    workers: int,
    format: str | None,
    strict: bool,
    with_traceback: bool,
) -> bool:
    """Read what is at ``paths``, write it to ``output``, and tell whether nothing failed.

    ``exporter`` is the name of one, or one that is no plugin's. Raises ``Refusal`` where the output
    can't be written or is one of the inputs, and ``OutputError`` where the writing ends too early.
    """
    inputs = list_inputs(paths)
    see_that_it_is_no_input(output, inputs)
    writes = parser.exporter(exporter) if isinstance(exporter, str) else exporter
    target = Output(writes, output, with_traceback=with_traceback)
    extent = extent_of(inputs)
    find = find_documents if workers > 1 else find_members
    documents: Iterable[Input] = find(parser, inputs, extent)
    order = Order(parser=parser, exporter=exporter, format=format, strict=strict)
    if workers > 1:
        try:
            see_that_it_travels(
                order, writes, target.name, option="workers=", instead="use workers=1"
            )
        except ExportRefusedError as error:
            raise Refusal(as_options(str(error)), error if with_traceback else None) from error
    with target.opened(), Report(extent, with_traceback=with_traceback) as report:
        try:
            for _, outcome in read_all(order, entries_of(documents), workers):
                problem = outcome.error
                if problem is None:
                    with report.aside():
                        problem = target.write(outcome.name, outcome.encoded)
                if problem is None:
                    report.read(outcome.format, outcome.defects)
                else:
                    report.fail(Failure(name=outcome.name, error=problem))
        except TeamError as error:
            raise OutputError(f"{error}; read with --workers 1") from error
    return not report.failed
