"""The voice node: a lifecycle node around creature_voice.voice.

Threading: the executor's thread makes, starts and ends the voice and takes in voice/mic and goals; the loop's worker
publishes. Models load in a thread of their own, while the executor's thread goes on publishing diagnostics.
"""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from typing import Any

from creature_msgs.msg import AudioFrame, TextToken, VoiceState
from lifecycle_msgs.srv import ChangeState
from rclpy._rclpy_pybind11 import RCLError
from rclpy.lifecycle import LifecycleNode, LifecycleState, TransitionCallbackReturn
from rclpy.node import Node
from rclpy.publisher import Publisher
from rclpy.qos import QoSProfile, ReliabilityPolicy

from creature_node import ending
from creature_node.config import ConfigError
from creature_node.diagnostics import PERIOD_S, Diagnostics, Health, Level
from creature_node.installed import installed_file
from creature_node.main import run_node
from creature_node.parameters import declare_configs
from creature_voice import convert
from creature_voice.background import Background
from creature_voice.body_clients import BodyListener
from creature_voice.brains.config import BrainConfig
from creature_voice.config import PARAMETER_GROUPS, VoiceConfig
from creature_voice.control_server import ControlServer
from creature_voice.engine import DuplexEngine, EngineError
from creature_voice.engines import EngineSettings
from creature_voice.errors import VoiceError
from creature_voice.levels import is_audible
from creature_voice.loop import DuplexLoop, Tick
from creature_voice.say_server import SayServer
from creature_voice.voice import Voice, make_voice

AUDIO_QOS = QoSProfile(depth=5, reliability=ReliabilityPolicy.BEST_EFFORT)
STATE_QOS = QoSProfile(depth=1, reliability=ReliabilityPolicy.BEST_EFFORT)
TEXT_QOS = QoSProfile(depth=200, reliability=ReliabilityPolicy.RELIABLE)

# How soon a node that is told to end while it loads notices.
_GLANCE_S = 0.1
_ABANDON_S = 20.0
_SWITCH_S = 0.0005
_ENDED = "the voice was ended while it was loading"


class VoiceNode(LifecycleNode):
    """The creature's hearing and speech."""

    def __init__(self, **node_arguments: Any) -> None:
        super().__init__("voice", **node_arguments)
        configs = declare_configs(self, PARAMETER_GROUPS)
        self._config: VoiceConfig = configs[""]
        self._config.check()
        groups = {group: config for group, config in configs.items() if group}
        self._settings = EngineSettings(**{**groups, "brain": _with_world(groups["brain"])})
        self._voice: Voice | None = None
        self._active = False
        self._loading: Background[Voice] | None = None
        self._failure = self._progress = ""
        self._next_seq = 0
        self._wire()

    def _wire(self) -> None:
        self._speech = self.create_publisher(AudioFrame, "voice/speech", AUDIO_QOS)
        self._text = self.create_publisher(TextToken, "voice/text", TEXT_QOS)
        self._state = self.create_publisher(VoiceState, "voice/state", STATE_QOS)
        self._mic: Publisher | None = None
        if self._config.hears_topic:
            self.create_subscription(AudioFrame, "voice/mic", self._on_mic, AUDIO_QOS)
        else:
            self._mic = self.create_publisher(AudioFrame, "voice/mic", AUDIO_QOS)
        self._say = SayServer(self, self._engine)
        self._body = BodyListener(self, lambda: self._voice.engine if self._voice is not None else None)
        ControlServer(self, self._running_loop)
        self._diagnostics = Diagnostics(self, self._health)
        _survive_wrong_transitions(self)
        if self._config.autostart:
            self._start_timer = self.create_timer(0.0, self._autostart)

    # Life cycle

    def on_configure(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Load the engine, open source and sink."""
        self._failure = ""
        try:
            self._voice = self._load()
        except (VoiceError, EngineError) as error:
            self._failure = str(error)
        except Exception as error:
            # Whatever else an engine's libraries may raise while they load.
            self._failure = f"the {self._config.voice} voice cannot be loaded: {type(error).__name__}: {error}"
        if self._voice is None:
            if not ending.is_told():  # While it loads: no error.
                self.get_logger().error(self._failure)
            return TransitionCallbackReturn.FAILURE
        self._body.tell()
        return super().on_configure(state)

    def on_activate(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Start the loop."""
        assert self._voice is not None
        # What was loaded stays: the collector need not look at it again and again, which costs a frame some ms.
        gc.collect()
        gc.freeze()
        try:
            self._voice.loop.start()
        except VoiceError as error:
            self._failure = str(error)
            self.get_logger().error(self._failure)
            return TransitionCallbackReturn.FAILURE
        self._active = True
        config = self._config
        self.get_logger().info(f"ready: listening ({config.voice} voice; source {config.source}, sink {config.sink})")
        return super().on_activate(state)

    def on_deactivate(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Stop the loop; what was still to be said is canceled."""
        self._deactivate()
        return super().on_deactivate(state)

    def on_cleanup(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Close everything that was configured."""
        self._release()
        # An engine is full of cycles; its models should not stay until the next one's have been loaded.
        gc.collect()
        return super().on_cleanup(state)

    def on_shutdown(self, state: LifecycleState) -> TransitionCallbackReturn:
        """Close everything, whatever the state."""
        self._release()
        return super().on_shutdown(state)

    def close(self) -> None:
        """End the worker and everything that was opened; the executor has stopped."""
        self._say.drop_all()
        self._release()

    def _autostart(self) -> None:
        self._start_timer.cancel()
        done = self.trigger_configure() == TransitionCallbackReturn.SUCCESS
        if not (done and self.trigger_activate() == TransitionCallbackReturn.SUCCESS) and not ending.is_told():
            raise VoiceError(self._failure)

    def _load(self) -> Voice:
        name, begun = self._config.voice, self.get_clock().now()
        self._on_progress(f"loading the {name} voice")
        self._loading = Background(self._make_voice, Voice.close)
        glances = 0
        while not self._loading.wait(_GLANCE_S):
            if ending.is_told():
                raise VoiceError(_ENDED)
            glances += 1
            if glances % round(PERIOD_S / _GLANCE_S) == 0:
                self._diagnostics.publish()
        try:
            voice = self._loading.result()
        finally:
            self._loading = None
        seconds = (self.get_clock().now() - begun).nanoseconds / 1e9
        self.get_logger().info(f"loaded the {name} voice in {seconds:.1f} s")
        return voice

    def _make_voice(self) -> Voice:
        return make_voice(self._config, self._settings, [self._on_tick], self._on_progress, self.get_logger().error)

    def _on_progress(self, what: str) -> None:
        # Told to end while it loads: what is not loaded yet need not be.
        if ending.is_told():
            raise VoiceError(_ENDED)
        self._progress = what
        self.get_logger().info(what)

    def _deactivate(self) -> None:
        self._active = False
        if self._voice is not None:
            self._voice.loop.stop()
        self._say.cancel_all()

    def _release(self) -> None:
        self._deactivate()
        # Frozen, the voice and its models would never be collected: a node may be cleaned up and configured again.
        gc.unfreeze()
        if self._loading is not None:
            self._loading.abandon(_ABANDON_S)
            self._loading = None
        voice, self._voice = self._voice, None
        if voice is not None:
            voice.close()

    # Frames

    def _on_mic(self, message: AudioFrame) -> None:
        if self._active and self._voice is not None:
            self._voice.hear(convert.frame_of(message), message.frame)

    def _on_tick(self, tick: Tick) -> None:
        stamp = self.get_clock().now().to_msg()
        if tick.step.speaking or is_audible(tick.step.spoken):
            self._speech.publish(convert.audio_message(tick.step.spoken, tick.index, stamp))
        for event in tick.step.texts:
            self._text.publish(convert.token_message(event, self._next_seq, tick.index, stamp))
            self._next_seq += 1
        self._state.publish(convert.state_message(tick, stamp))
        if self._mic is not None and self._mic.get_subscription_count():
            self._mic.publish(convert.audio_message(tick.heard, tick.index, stamp))
        self._say.poll()

    def _engine(self) -> DuplexEngine | None:
        return self._voice.engine if self._active and self._voice is not None else None

    def _running_loop(self) -> DuplexLoop | None:
        return self._voice.loop if self._active and self._voice is not None else None

    # Health

    def _health(self) -> list[Health]:
        voice = self._voice
        if voice is None:
            message = self._progress if self._loading is not None else self._failure or "not configured"
            return [Health(part, Level.WARN, message) for part in ("loop", "engine", "source")]
        if not self._active:
            return [
                Health("loop", Level.WARN, "not active"),
                convert.engine_health(voice.engine, voice.loop),
                Health("source", Level.WARN, "not active"),
            ]
        return [
            convert.loop_health(voice.loop, voice.source, voice.sink),
            convert.engine_health(voice.engine, voice.loop),
            convert.source_health(voice.source),
        ]


def _with_world(brain: BrainConfig) -> BrainConfig:
    """The brain's configuration with the world that came installed, where none is named and there is one."""
    if brain.world_file:
        return brain
    try:
        return replace(brain, world_file=installed_file("world.yaml", "brain.world_file"))
    except ConfigError:
        return brain


def _survive_wrong_transitions(node: Node) -> None:
    # rclpy lets the RCLError of a transition that is not possible now end the whole node.
    service = next(one for one in node.services if one.srv_name.endswith("/change_state"))
    change = service.callback

    def change_if_possible(request: ChangeState.Request, response: ChangeState.Response) -> ChangeState.Response:
        try:
            return change(request, response)
        except RCLError:
            node.get_logger().warning("a life cycle transition was asked for that is not possible now")
            response.success = False
            return response

    service.callback = change_if_possible


def main() -> None:
    """Run the node."""
    # The loop's worker shares the interpreter with other threads; by default each may keep it for 5 ms.
    sys.setswitchinterval(_SWITCH_S)
    sys.exit(run_node(VoiceNode))
