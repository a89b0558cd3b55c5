"""The services that anyone may call while the voice is active: mute, unmute, reset.

Threading: called in the executor's thread; what they ask for is done by the loop's worker, so no call waits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rclpy.node import Node
from std_srvs.srv import Trigger

from creature_voice.loop import DuplexLoop

NOT_ACTIVE = "the voice is not active"

_SERVICES: dict[str, tuple[Callable[[DuplexLoop], None], str]] = {
    "voice/mute": (lambda loop: loop.mute(True), "the voice is muted"),
    "voice/unmute": (lambda loop: loop.mute(False), "the voice may speak"),
    "voice/reset": (lambda loop: loop.begin_anew(), "the voice begins anew"),
}


class ControlServer:
    """See the module."""

    def __init__(self, node: Node, loop: Callable[[], DuplexLoop | None]) -> None:
        """Args:
        loop: The loop that goes now; None refuses every call.
        """
        self._node = node
        self._loop = loop
        for name, (do, done) in _SERVICES.items():
            node.create_service(Trigger, name, partial(self._serve, do, done))

    def _serve(
        self, do: Callable[[DuplexLoop], None], done: str, request: Trigger.Request, response: Trigger.Response
    ) -> Trigger.Response:
        loop = self._loop()
        response.success = loop is not None
        response.message = done if loop is not None else NOT_ACTIVE
        if loop is not None:
            do(loop)
            self._node.get_logger().info(done)
        return response
