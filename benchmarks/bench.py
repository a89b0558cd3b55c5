"""What the creature costs and how fast it is, on this machine, in one run.

    ./creature run python benchmarks/bench.py [--utterances 20] [--json OUT.json]

Prints, with the aims beside: time from `up` to listening; CPU and memory of every process while nothing happens;
the frame path (engine step excluded), the engine's step and late frames; mouth-closes to voice-starts over the
utterances, and its stages; the bridge's latency from a frame of speech to its websocket message.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import rclpy
from diagnostic_msgs.msg import DiagnosticArray
from rclpy.context import Context
from rclpy.executors import SingleThreadedExecutor
from websockets.sync.client import connect

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from running import Creature  # noqa: E402
from speech import Speech  # noqa: E402

IDLE_S = 20.0
SETTLE_S = 5.0
SENTENCES = (
    "Hello there, how are you?",
    "What can you see?",
    "Could you pick up the green ball?",
    "Where is the blue cup?",
    "What is your name?",
    "Please bring me the book.",
    "How are you feeling today?",
    "Can you put the ball on the shelf?",
    "What can you do?",
    "Thank you very much.",
)


def processes(creature: Creature) -> dict[str, psutil.Process]:
    """Name -> process, of everything that the front door has started."""
    found = {}
    for process in creature.family()[1:]:
        words = process.cmdline()
        node = next((word.removeprefix("__node:=") for word in words if word.startswith("__node:=")), None)
        found[node or "speech synthesis"] = process
    return found


def idle(creature: Creature) -> dict[str, dict[str, float]]:
    """CPU (percent of one core) and memory (MB) of each process over IDLE_S in which nothing is said."""
    time.sleep(SETTLE_S)
    found = processes(creature)
    before = {name: sum(process.cpu_times()[:2]) for name, process in found.items()}
    started = time.monotonic()
    time.sleep(IDLE_S)
    passed = time.monotonic() - started
    return {
        name: {
            "cpu_percent": 100 * (sum(process.cpu_times()[:2]) - before[name]) / passed,
            "memory_mb": process.memory_info().rss / 1e6,
        }
        for name, process in found.items()
    }


@contextmanager
def listening_page(address: str) -> Iterator[None]:
    """A page that owns the audio and only listens, so that frames of speech take the road to a phone."""
    with connect(address.replace("http", "ws").rstrip("/") + "/ws", compression=None, max_size=None) as socket:
        socket.send(json.dumps({"type": "start"}))
        threading.Thread(target=lambda: [None for _ in socket], daemon=True).start()
        yield


class Bridge:
    """What the face says of its own latency on /diagnostics, once a second while speech flows."""

    def __init__(self, domain_id: int) -> None:
        self.medians_ms: list[float] = []
        self.worst_p99_ms = 0.0
        self._context = Context()
        rclpy.init(context=self._context, domain_id=domain_id)
        self._node = rclpy.create_node("bench", context=self._context)
        self._node.create_subscription(DiagnosticArray, "/diagnostics", self._hear, 10)
        self._executor = SingleThreadedExecutor(context=self._context)
        self._executor.add_node(self._node)
        threading.Thread(target=self._executor.spin, daemon=True).start()

    def _hear(self, message: DiagnosticArray) -> None:
        for status in message.status:
            values = {pair.key: pair.value for pair in status.values}
            if "bridge_ms_median" in values:
                self.medians_ms.append(float(values["bridge_ms_median"]))
                self.worst_p99_ms = max(self.worst_p99_ms, float(values["bridge_ms_p99"]))

    def close(self) -> dict[str, float] | None:
        """Stop listening; the figures, or None if there were none."""
        self._executor.shutdown()
        rclpy.shutdown(context=self._context)
        return {"median": float(np.median(self.medians_ms)), "p99": self.worst_p99_ms} if self.medians_ms else None


def converse(creature: Creature, count: int, folder: Path) -> list[dict[str, Any]]:
    """`count` recordings through the running creature, in two voices; their reports."""
    speech = Speech(folder)
    reports = []
    for index in range(count):
        sentence = SENTENCES[index % len(SENTENCES)]
        voice = "piper" if index % 3 else "espeak"
        report = creature.ask(speech(sentence, voice), folder / f"report-{index}.json", "--quiet")
        spent = report["latency_ms"]["mouth_to_voice"]
        print(f"    {index + 1:>2}/{count} {sentence:<36} {voice:<7} {spent or 'no answer'}", flush=True)
        reports.append(report)
    return reports


def spread(values: list[float | None]) -> dict[str, float | int]:
    """Count, median, p90 and worst of what was measured."""
    known = [value for value in values if value is not None]
    if not known:
        return {"n": 0}
    return {
        "n": len(known),
        "median": float(np.median(known)),
        "p90": float(np.percentile(known, 90)),
        "worst": float(max(known)),
    }


def measure(utterances: int) -> dict[str, Any]:
    """Run everything; returns the figures."""
    started = time.monotonic()
    creature = Creature("source:=topic", "sink:=topic", "face_port:=0")
    try:
        address = creature.wait_awake()
        figures: dict[str, Any] = {"up_to_listening_s": time.monotonic() - started}
        print(f"  awake after {figures['up_to_listening_s']:.1f} s; idle for {SETTLE_S + IDLE_S:.0f} s ...", flush=True)
        figures["idle"] = idle(creature)
        bridge = Bridge(int(creature.environment["ROS_DOMAIN_ID"]))
        print(f"  {utterances} utterances ...", flush=True)
        with listening_page(address), tempfile.TemporaryDirectory() as folder:
            reports = converse(creature, utterances, Path(folder))
        figures["bridge_ms"] = bridge.close()
    finally:
        creature.stop()
    stages = reports[0]["latency_ms"].keys()
    figures["latency_ms"] = {stage: spread([report["latency_ms"][stage] for report in reports]) for stage in stages}
    figures["frames"] = frames(reports)
    return figures


def frames(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """Frames over all conversations: counters added up, percentiles as the voice last gave them."""
    last = reports[-1]["frames"]
    total = sum(report["frames"]["total"] for report in reports)
    late = sum(report["frames"]["late"] for report in reports)
    return {**last, "total": total, "late": late, "late_percent": 100 * late / total if total else None}


def show(figures: dict[str, Any]) -> None:
    """The table."""
    rows = [("up to listening", f"{figures['up_to_listening_s']:.1f} s", "")]
    for name, use in figures["idle"].items():
        rows.append((f"idle {name}", f"{use['cpu_percent']:.1f} % of a core, {use['memory_mb']:.0f} MB", ""))
    whole = sum(use["cpu_percent"] for use in figures["idle"].values())
    memory = sum(use["memory_mb"] for use in figures["idle"].values())
    rows.append(("idle, everything", f"{whole:.1f} % of a core, {memory:.0f} MB", "under 20"))
    for stage, values in figures["latency_ms"].items():
        aim = "median under 500" if stage == "mouth_to_voice" else ""
        words = (
            f"median {values['median']:.0f}, p90 {values['p90']:.0f}, worst {values['worst']:.0f} ms (n={values['n']})"
        )
        rows.append((stage.replace("_", " "), words if values["n"] else "not measured", aim))
    found = figures["frames"]
    rows.append(("frames", f"{found['total']}, late {found['late']} ({found['late_percent']:.2f} %)", "under 0.5 %"))
    for key, aim in (("step_ms", ""), ("path_ms", "p99 under 5")):
        rows.append((key.replace("_ms", ""), f"median {found[key]['median']:.2f}, p99 {found[key]['p99']:.2f} ms", aim))
    bridge = figures["bridge_ms"]
    rows.append(("bridge", f"median {bridge['median']:.2f}, p99 {bridge['p99']:.2f} ms" if bridge else "-", ""))
    print(f"\n  {platform.machine()}, {psutil.cpu_count()} cores, Python {platform.python_version()}\n")
    for label, value, aim in rows:
        print(f"  {label:<24} {value:<56} {'aim: ' + aim if aim else ''}")


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--utterances", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = measure(options.utterances)
    show(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
