"""What the user is told once the creature is awake: what can be opened, heard and seen of what was started."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from frontdoor import face
from frontdoor.console import colour
from frontdoor.machine import sourced_ros
from frontdoor.table import TABLE

# Node -> topic and what it tells, in the order in which things happen.
_TOPICS = (
    ("affect", "affect", "what it feels, and why"),
    ("voice", "voice/text", "what is heard and said"),
    ("intent", "intent", "what the words meant"),
    ("intent", "task", "what the body does"),
)
# Of the voice's own line: "listening (local voice; source phone, sink phone)".
_SOURCE = re.compile(r"\bsource (\w+)")


def awake(ready: Mapping[str, str], arguments: Mapping[str, str], took_s: float) -> str:
    """The block that ends `up`.

    Args:
        ready: Node -> what it said when it was ready.
        arguments: Those of the command line.
        took_s: How long it took.
    """
    rows = [*_face_rows(ready, arguments), *_topic_rows(ready), ("stop", "Ctrl-C")]
    asleep = [spec.name for spec in TABLE.NODES if spec.name not in ready]
    if asleep:
        rows.insert(-1, ("without", ", ".join(asleep)))
    lines = "\n".join(f"    {colour(f'{label:<8}', '1')}{words}" for label, words in rows)
    so = "; ".join([f"{took_s:.1f} s", *([ready["voice"]] if "voice" in ready else [])])
    return f"\n  {colour('The creature is awake', '1;32')} ({so})\n\n{lines}\n"


def _face_rows(ready: Mapping[str, str], arguments: Mapping[str, str]) -> list[tuple[str, str]]:
    if "face" not in ready:
        return []
    address = ready["face"].removeprefix("face at ")
    by_page = _hears_by_page(ready, arguments)
    rows = [("face", address), ("", f"open it in a browser on this machine{', press the button, speak' * by_page}")]
    at = face.place(arguments)
    if at is not None and at.is_open:
        port = urlsplit(address).port
        rows += [("", f"http://{own}:{port}  from other machines") for own in face.addresses()]
        rows += [
            ("", "there it only shows: a browser gives a page the microphone on localhost or over https")
        ] * by_page
    return rows


def _hears_by_page(ready: Mapping[str, str], arguments: Mapping[str, str]) -> bool:
    found = _SOURCE.search(ready.get("voice", ""))
    return found is not None and found[1] == "phone" and arguments.get("face_audio") != "none"


def _topic_rows(ready: Mapping[str, str]) -> list[tuple[str, str]]:
    see = f"ros2 topic echo {TABLE.NAMESPACE}/" if sourced_ros() is not None else "./creature echo "
    rows = [f"{see}{topic:<14} {what}" for node, topic, what in _TOPICS if node in ready]
    return [("topics" if index == 0 else "", row) for index, row in enumerate(rows)]
