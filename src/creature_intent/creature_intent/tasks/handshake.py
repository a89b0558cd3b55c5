"""Whether the server that is there answers; one that came in another's place is asked before it is given a goal.

A server that is started in the place of one that was killed is in the graph at once, but what it is sent may arrive
only seconds later: Fast DDS goes on writing into the shared memory of the dead process, whose port the new one has
taken over, until its reliable layer notices that nothing is acknowledged (0.5 to 4.4 s were measured; 10 ms without
shared memory). A goal cannot be sent again to find out: a server in C++ that is given the same goal id twice ends
with an error, and with another id the task would be done twice. So the question is one that changes nothing: to
cancel a goal that never was. Its answer says that both ways are open.

Units: seconds of any steady clock.
"""

from __future__ import annotations

from collections.abc import Callable

AGAIN_S = 1.0


class Handshake:
    """Asks servers that are new, and remembers which ones have answered."""

    def __init__(self, ask: Callable[[Callable[[], None]], bool], clock: Callable[[], float]) -> None:
        """ask puts a question to the servers, calls back when one answers, and returns whether it could be put."""
        self._ask = ask
        self._clock = clock
        self._known: frozenset[bytes] = frozenset()
        self._asked_s = float("-inf")

    def is_done(self, servers: frozenset[bytes]) -> bool:
        """All of these were there when one answered last; asks them if not, and never waits."""
        if servers and servers <= self._known:
            return True
        now_s = self._clock()
        if now_s - self._asked_s >= AGAIN_S and self._ask(lambda: self._answered(servers)):
            self._asked_s = now_s
        return False

    def _answered(self, servers: frozenset[bytes]) -> None:
        self._known = servers
        self._asked_s = float("-inf")
