"""Whether the server that is there answers; one that came in another's place is asked before it is given a goal.

A server that is started in the place of one that was killed is in the graph at once, but what it is sent may arrive
only seconds later: Fast DDS goes on writing into the shared memory of the dead process, whose port the new one has
taken over, until its reliable layer notices that nothing is acknowledged (0.5 to 4.4 s were measured; 10 ms without
shared memory). A goal cannot be sent again to find out: a server in C++ that is given the same goal id twice ends
with an error, and with another id the task would be done twice. So the question is one that changes nothing: to
cancel a goal that never was. Its answer says that both ways are open.

Threading: one thread, that of the node's executor.
"""

from __future__ import annotations

import time
import uuid

from action_msgs.srv import CancelGoal
from rclpy.client import Client
from rclpy.task import Future

AGAIN_S = 1.0


class Handshake:
    """Asks servers that are new, and remembers which ones have answered."""

    def __init__(self, cancels: Client) -> None:
        """cancels: a client of the action's service for canceling."""
        self._client = cancels
        self._known: frozenset[bytes] = frozenset()
        self._asked_s = -AGAIN_S
        self._asked: Future | None = None

    def is_done(self, servers: frozenset[bytes]) -> bool:
        """All of these were there when last one answered; asks them if not, and never waits."""
        if servers and servers <= self._known:
            return True
        now_s = time.monotonic()
        if now_s - self._asked_s >= AGAIN_S and self._client.service_is_ready():
            self._asked_s = now_s
            self._ask(servers)
        return False

    def _ask(self, servers: frozenset[bytes]) -> None:
        if self._asked is not None:
            self._client.remove_pending_request(self._asked)
        request = CancelGoal.Request()
        request.goal_info.goal_id.uuid = list(uuid.uuid4().bytes)
        self._asked = self._client.call_async(request)
        self._asked.add_done_callback(lambda done: self._answered(servers))

    def _answered(self, servers: frozenset[bytes]) -> None:
        self._known = servers
        self._asked_s = -AGAIN_S
