"""What a target depends on beside its inputs: two that differ in it are of two kinds."""

from importlib import metadata

from cableparse.archive.work import Order


def made_by(order: Order) -> dict[str, str]:
    """Give what a target depends on beside its inputs, in words."""
    parser = order.parser
    depends = {
        f"the {one.kind} {one.name} of": one.distribution for one in parser.registry.installed
    }
    return depends | {
        "cableparse": metadata.version("cableparse"),
        "exporter": order.exporter if isinstance(order.exporter, str) else order.exporter.name,
        "format": order.format or "as claimed",
        "strict": str(order.strict),
        "enrichers": ", ".join(enricher.name for enricher in parser.enrichers) or "none",
        "max_bytes": str(parser.max_bytes),
    }
