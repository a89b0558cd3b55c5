"""Where the face can be seen: its address, checked before any node is started, and what it is to other machines."""

from __future__ import annotations

import errno
import fcntl
import re
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass

from frontdoor.console import FrontDoorError
from frontdoor.places import ROOT
from frontdoor.table import TABLE

_ANY = ("0.0.0.0", "")
_SIOCGIFADDR = 0x8915


@dataclass(frozen=True)
class Place:
    """Host and port of the face as the arguments and config/creature.yaml have them."""

    host: str
    port: int

    @property
    def is_open(self) -> bool:
        """Whether other machines can see it."""
        return self.host in _ANY


def place(arguments: Mapping[str, str]) -> Place | None:
    """Where the face will be; None without a face, and where only its node can tell."""
    if "face" not in [spec.name for spec in TABLE.nodes_to_start(arguments)]:
        return None
    # A file of the user's own may say something else.
    written = {} if arguments.get("params_file") else _written()
    host = arguments.get("face_host") or written.get("host")
    port = arguments.get("face_port") or written.get("port", "")
    return Place(host, int(port)) if host and port.isdecimal() else None


def check(at: Place) -> None:
    """Refuse an address on which the face cannot listen, before anything is started for it.

    Raises:
        FrontDoorError: saying why, and what to do.
    """
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    try:
        socket.create_server((at.host, at.port), family=family).close()
    except OSError as error:
        raise FrontDoorError(_advice(at, error)) from error


def addresses() -> list[str]:
    """This machine's own addresses in its networks (IPv4), without the loopback."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(asking, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
            except OSError:
                # An interface without an IPv4 address, or a system that is asked otherwise.
                continue
            found.append(socket.inet_ntoa(answer[20:24]))
    return [address for address in found if not address.startswith("127.")]


def _written() -> dict[str, str]:
    """host and port in config/creature.yaml, which has one line for each parameter."""
    text = (ROOT / "config" / "creature.yaml").read_text()
    section = re.search(r"^/\*\*/face:\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    return dict(re.findall(r"^    (host|port): ([\w.:]+)$", section[1], re.MULTILINE)) if section else {}


def _advice(at: Place, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = at.port + 1 if at.port < 65535 else 8080
        return (
            f"port {at.port} is in use, perhaps by another creature: stop that program, or choose another port for "
            f"the face with face_port:={other} (0 takes any free one)"
        )
    if error.errno == errno.EACCES:
        return f"port {at.port} needs root: choose one from 1024 on, for example face_port:=8080"
    return f"face_host:={at.host} is no address of this machine to listen on ({error}): try 127.0.0.1, or 0.0.0.0"
