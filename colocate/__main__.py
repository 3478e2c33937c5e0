"""The command line: compare, validate, schema, new, export."""

from __future__ import annotations

import sys

from colocate.commands import main

if __name__ == "__main__":
    sys.exit(main())
