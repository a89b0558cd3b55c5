"""One creature for each ROS domain of this machine, since two would hear each other and both answer; and one command
that installs or builds in this tree.

A lock file says so; the kernel lets go of it when its front door ends, however that happens.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frontdoor.console import FrontDoorError, say
from frontdoor.places import LOGS

# Above 101 the ports of DDS meet those that Linux hands out.
_DOMAIN_IDS = range(1, 101)


def own_domain() -> int:
    """The ROS domain of this shell."""
    try:
        return int(os.environ.get("ROS_DOMAIN_ID", "0") or "0")
    except ValueError as error:
        raise FrontDoorError(f"ROS_DOMAIN_ID is '{os.environ['ROS_DOMAIN_ID']}'; it must be a number") from error


@contextmanager
def claimed(domain_id: int) -> Iterator[None]:
    """Hold the domain while a creature is awake in it.

    Raises:
        FrontDoorError: one is awake there already.
    """
    file = _take(domain_id)
    if file is None:
        raise FrontDoorError(
            f"A creature is awake already in ROS domain {domain_id} of this machine; two would answer each other.\n"
            "  End it, or give this one a domain and a port of its own:\n"
            f"    ROS_DOMAIN_ID={free_domain()} ./creature up face_port:=8081"
        )
    try:
        yield
    finally:
        os.close(file)


@contextmanager
def tree_to_itself() -> Iterator[None]:
    """Wait until no other command installs or builds here, and keep others waiting meanwhile."""
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / "set-up.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("  waiting for another ./creature, which installs or builds here ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_claimed(domain_id: int) -> bool:
    """Whether a creature of some front door is awake, or waking up, in the domain."""
    file = _take(domain_id)
    if file is not None:
        os.close(file)
    return file is None


def free_domain() -> int:
    """A domain, not this shell's, in which no creature is awake; two commands at one moment begin to look apart."""
    start = os.getpid() % len(_DOMAIN_IDS)
    for candidate in [*_DOMAIN_IDS[start:], *_DOMAIN_IDS[:start]]:
        if candidate != own_domain() and not is_claimed(candidate):
            return candidate
    raise FrontDoorError("a creature is awake in every ROS domain of this machine; end one")


def _take(domain_id: int) -> int | None:
    """The locked file, or None if somebody else holds it."""
    path = Path(tempfile.gettempdir()) / f"creature-domain-{domain_id}.lock"
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except PermissionError:
        # Another user's file: whether it is held cannot be told, and he has come first.
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return None
    return file
