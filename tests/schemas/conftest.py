"""What makes the schema is no part of the distribution: it is imported from the checkout."""

import sys
from pathlib import Path

# Behind everything else, so that nothing beside `schemas` is taken from there.
sys.path.append(str(Path(__file__).resolve().parents[2]))
