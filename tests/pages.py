"""What stands in a page of the documentation."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^```(\S+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def fences(text: str, *languages: str) -> Iterator[tuple[str, str]]:
    """Give language and content of the fenced blocks in these languages, in order."""
    for match in _FENCE.finditer(text):
        if match[1] in languages:
            yield match[1], match[2]
