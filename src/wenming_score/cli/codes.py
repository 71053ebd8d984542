"""The exit codes."""

PASSED = 0
GATE_FAILED = 1
CANNOT_RUN = 2
NOTHING_ASSESSED = 3
CANNOT_WRITE = 74
OUR_FAULT = 101
INTERRUPTED = 130
PIPE_CLOSED = 141

WORST_FIRST = (OUR_FAULT, CANNOT_WRITE, CANNOT_RUN, GATE_FAILED, NOTHING_ASSESSED, PASSED)


def worst(codes: list[int]) -> int:
    """Pick the code that wins over the others."""
    return min(codes, key=WORST_FIRST.index, default=NOTHING_ASSESSED)
