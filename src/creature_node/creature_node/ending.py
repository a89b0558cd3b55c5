"""Told to end, by Ctrl-C or SIGTERM: a fact of the whole process, which anything that takes long may look at.

Design: rclpy's own handlers end the context at once, and with it every last word: what a node would still publish, or
    ask of an action server, fails. Here a signal only leaves a mark, and the nodes end themselves.
Threading: Python runs a handler in the main thread, and not before what that thread calls in C has returned: an
    executor sleeps there. So a thread reads the numbers that the interpreter writes as signals arrive
    (signal.set_wakeup_fd), and wakes whoever sleeps.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_told = threading.Event()
_wakers: list[Callable[[], object]] = []


def is_told() -> bool:
    """Whether the process has been told to end."""
    return _told.is_set()


def listen() -> None:
    """Take the signals over; to be called in the main thread."""
    arrived, told = socket.socketpair()
    told.setblocking(False)
    for number in _SIGNALS:
        signal.signal(number, lambda number, frame: None)
    signal.set_wakeup_fd(told.detach(), warn_on_full_buffer=False)
    threading.Thread(target=_read, args=(arrived,), name="signals", daemon=True).start()


@contextmanager
def waking(waker: Callable[[], object]) -> Iterator[None]:
    """While this lasts, the waker is called (in another thread) when a signal comes."""
    _wakers.append(waker)
    try:
        yield
    finally:
        _wakers.remove(waker)


def ignore() -> None:
    """Be deaf to further signals."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _read(arrived: socket.socket) -> None:
    while True:
        if set(arrived.recv(64)) & set(_SIGNALS):
            _told.set()
            for waker in list(_wakers):
                with suppress(Exception):  # What it wakes may have ended in this very moment.
                    waker()
