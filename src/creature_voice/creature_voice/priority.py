"""Who goes first on a busy machine: the 80 ms loop before the models behind it.

Threading: each call is about the calling thread (or process) alone. Linux gives each thread a niceness of its own;
elsewhere nothing happens, and everything goes on as before.
"""

from __future__ import annotations

import os
import sys
import threading

# Three steps are about half of the share of a core that a thread of the loop's niceness gets.
HEAVY_NICENESS = 3


def yield_to_others(niceness: int = HEAVY_NICENESS) -> bool:
    """Let the calling thread work only behind those that have to keep time; whether the system allowed it."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + niceness)
    except OSError:
        return False
    return True
