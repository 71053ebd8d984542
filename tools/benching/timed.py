"""Run a command, and print its wall seconds, its CPU seconds, its largest size in MB and its exit code.

It runs from this small process, since a program starts out as large as the one that starts it.
"""

import os
import sys
import time

KIBIBYTE = 1024 if sys.platform != "darwin" else 1
"""What the system counts sizes in."""


def main() -> None:
    """Run what the command line names, its output thrown away."""
    nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    size = used.ru_maxrss * KIBIBYTE / 1e6
    print(wall, used.ru_utime + used.ru_stime, size, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
