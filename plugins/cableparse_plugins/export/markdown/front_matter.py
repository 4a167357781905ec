"""A cable's metadata as YAML: each value as JSON, which YAML reads too."""

import json
import re
from typing import Any

from cableparse import Cable

# What YAML wants escaped and JSON does not, and what YAML takes for a line's end.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def metadata_of(cable: Cable) -> str:
    """Give a line a key; what a copy lost has none."""
    source = cable.source
    on = cable.declassify_on
    values: dict[str, Any] = {
        "title": cable.title,
        "mrn": cable.mrn and str(cable.mrn),
        "sent_at": cable.sent_at and cable.sent_at.isoformat(),
        "precedence": cable.precedence and cable.precedence.value,
        "origin": cable.origin,
        "action": [one.name for one in cable.action],
        "info": [one.name for one in cable.info],
        "classification": cable.classification and cable.classification.value,
        "captions": list(cable.captions),
        "declassify_on": on if on is None or isinstance(on, str) else on.isoformat(),
        "tags": [tag.code for tag in cable.tags],
        "references": [str(one.mrn or one.text) for one in cable.references],
        "classifiers": [one.name for one in cable.classifiers],
        "signers": list(cable.signers),
        "redactions": len(cable.redactions),
        "repairs": len(cable.repairs),
        "defects": list(dict.fromkeys(one.code for one in cable.defects)),
        "name": source.name,
        "format": cable.format,
        "encoding": source.encoding,
        "sha256": source.data_digest,
        "metadata": dict(cable.metadata),
    }
    return "".join(
        f"{key}: {_json(value)}\n" for key, value in values.items() if value not in (None, [], {})
    )


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
