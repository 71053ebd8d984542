"""Reading files side by side: hashing and decoding leave the interpreter free."""

import os
from collections.abc import Callable, Iterator
from typing import TypeVar

_ALONE = 4 << 20
"""Bytes that one thread reads sooner than several are started."""
_THREADS = 4
T = TypeVar("T")


def each(paths: list[str], one: Callable[[str], T], size: int) -> Iterator[T]:
    """Do the same with each file, in their order; `size` is how many bytes they have together."""
    threads = min(_THREADS, os.cpu_count() or 1, len(paths))
    if threads <= 1 or size <= _ALONE:
        yield from map(one, paths)
        return
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as much start-up as a small unit takes

    pool = ThreadPoolExecutor(threads)
    try:
        yield from pool.map(one, paths)
    finally:
        pool.shutdown(cancel_futures=True)
