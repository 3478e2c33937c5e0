"""The command line: compare, validate, schema, new, export."""

import os
import sys

# The part of Python itself that the module signal rests on: that one takes milliseconds to load.
from _signal import SIG_IGN, SIGINT, getsignal, signal  # type: ignore[import-not-found]

if __name__ == "__main__" and getsignal(SIGINT) is not SIG_IGN:
    # Until the handler of colocate/stopping.py is there, milliseconds from now, Ctrl-C just ends the program.
    signal(SIGINT, lambda *_: os._exit(130))


def run() -> int:
    """Hear Ctrl-C first and load the program then: loading takes a second or two, and can be stopped too."""
    from contextlib import suppress  # noqa: PLC0415

    from colocate.stopping import STOPPED, Stop, end_now, hear_ctrl_c, hear_no_more  # noqa: PLC0415

    stop = Stop()
    hear_ctrl_c(stop)
    # Before numpy is loaded: several threads add products up in another order, and so to another last digit, on every
    # machine with another number of cores. What the app's workers make (ui/aside.py) is the same to the last byte.
    for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
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
