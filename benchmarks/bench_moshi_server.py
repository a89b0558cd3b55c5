"""Our client of a Moshi server against moshi's own client, on the same real moshi.server, in one run.

    ./creature run python benchmarks/bench_moshi_server.py [--seconds 20] [--json OUT.json]

The server is the package's, with a tiny model of random weights, on this machine's CPU. Each client runs in a process
of its own and gets the same sound at the pace of a sound card, 80 ms a frame. Theirs is moshi.client's own run() and
Connection (aiohttp, sphn, its threads and queues); only sounddevice is replaced, by a thread that calls its two
callbacks. Ours is the moshi_server engine, stepped by such a thread. They take turns: ours, theirs, theirs, ours.

Printed for each: the round trip of a frame (handed to the client until its answer lies decoded in the client; the
server's own work is in it), CPU of the client's process, and lag (answers that are out, and frames that wait to be
played), with a server that keeps up and with one that handles 10 frames a second instead of 12.5.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src" / "creature_voice" / "test")]

from moshi_clients import CLIENTS, Record  # noqa: E402

SLOW_STEP_S = 0.1
ORDER = ("ours", "theirs", "theirs", "ours")


def leg(client: str, url: str, seconds: float) -> dict[str, Any]:
    """One client in a process of its own."""
    command = [sys.executable, __file__, "--client", client, "--url", url, "--seconds", str(seconds)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    measured: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return measured


def measure(seconds: float, folder: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """Everything: server -> client -> figures."""
    from real_moshi_server import RealMoshiServer
    from tiny_moshi import make

    checkpoint = make(folder / "tiny")
    found: dict[str, dict[str, dict[str, Any]]] = {"in time": {}, "too slow": {}}
    server = RealMoshiServer(checkpoint, folder / "log.txt")
    try:
        legs: dict[str, list[dict[str, Any]]] = {"ours": [], "theirs": []}
        for client in ORDER:
            legs[client].append(leg(client, server.url, seconds))
    finally:
        server.kill()
    found["in time"] = {client: joined(runs) for client, runs in legs.items()}
    for client in ("ours", "theirs"):
        # A new one for each: what the one before is owed would still be computed.
        server = RealMoshiServer(checkpoint, folder / "slow.txt", step_s=SLOW_STEP_S)
        try:
            found["too slow"][client] = joined([leg(client, server.url, seconds)])
        finally:
            server.kill()
    return found


def joined(legs: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures of several legs: all round trips, the mean of CPU, the most of the lags."""
    trips = sorted(trip for one in legs for trip in one["round_trips_ms"])
    figures = {name: max(one[name] for one in legs) for name in legs[0] if name != "round_trips_ms"}
    figures["cpu_percent"] = statistics.mean(one["cpu_percent"] for one in legs)
    figures["cpu_percent_each"] = [round(one["cpu_percent"], 2) for one in legs]
    figures["frames"] = len(trips)
    if trips:
        figures["round_trip_ms_median"] = statistics.median(trips)
        figures["round_trip_ms_p99"] = trips[min(len(trips) - 1, int(0.99 * len(trips)))]
    return figures


ROWS = (
    ("in time", "round_trip_ms_median", "round trip, median", "ms"),
    ("in time", "round_trip_ms_p99", "round trip, p99", "ms"),
    ("in time", "cpu_percent", "CPU of the client", "% of a core"),
    ("in time", "lag_end_ms", "lag at the end", "ms"),
    ("too slow", "answered_per_s", "answers of the slow server", "1/s"),
    ("too slow", "lag_middle_ms", "its lag after half the time", "ms"),
    ("too slow", "lag_end_ms", "its lag at the end", "ms"),
    ("too slow", "skipped_out", "frames not sent to it", ""),
    ("too slow", "round_trip_ms_p99", "its round trip, p99", "ms"),
)


def show(found: dict[str, dict[str, dict[str, Any]]], seconds: float) -> None:
    """The table."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; {seconds:g} s a leg")
    print(f"{'':30s} {'ours':>10s} {'moshi.client':>13s}")
    for server, name, words, unit in ROWS:
        mine, other = (found[server][client].get(name, float("nan")) for client in ("ours", "theirs"))
        print(f"{words:30s} {mine:10.1f} {other:13.1f}  {unit}")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0, help="length of a leg; there are six")
    parser.add_argument("--json", type=Path, help="where to write the figures too")
    parser.add_argument("--client", choices=("ours", "theirs"), help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.client:
        measured = CLIENTS[options.client](options.url, Record(options.seconds))
        print(json.dumps(measured), flush=True)
        # Their client has no way to be told to leave.
        os._exit(0)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options.seconds, Path(folder))
    show(found, options.seconds)
    if options.json:
        options.json.write_text(json.dumps({"seconds": options.seconds, **found}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
