"""The command line: compare, validate, schema, new, export."""

from __future__ import annotations

import sys
from contextlib import suppress

from colocate.stopping import STOPPED, Stop, end_now, hear_ctrl_c, hear_no_more


def run() -> int:
    """Hear Ctrl-C first and load the program then: loading takes a second or two, and can be stopped too."""
    stop = Stop()
    hear_ctrl_c(stop)
    from colocate.commands import main  # noqa: PLC0415

    code = main(stop=stop)
    if code == STOPPED:
        with suppress(OSError):
            sys.stdout.flush()
        end_now()
    hear_no_more()
    return code


if __name__ == "__main__":
    sys.exit(run())
