"""The command line: what each command of `python -m colocate` does.

Exit code 0: fine. 1: the case is at fault, told on standard error. 2: the command was used wrongly. 3: the place to
write to is at fault (no room, no folder, no right). 4: a format that was asked for cannot be made on this machine, and
all else is. 5: a bundle is not what is worked out again. 130: stopped by Ctrl-C.
"""

from colocate.commands.program import main

__all__ = ["main"]
