"""Which sites may open the socket: the page's own. Any other site in the same browser could listen in on the creature.

A page is told from others by the browser's Origin header, which scripts cannot forge; programs that are no browser
send none and may connect. The Host header is checked too: a foreign name that was pointed at this machine
(DNS rebinding) makes a foreign page look like one of ours.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


class OriginRule:
    """Decides about a handshake.

    Args:
        names: Further names under which the page may be opened (this machine's own, a proxy's); lower case.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def refusal(self, origin: str | None, host: str | None) -> str:
        """Why the handshake is refused, in words; empty if it is welcome.

        Args:
            origin: The Origin header; None if there is none.
            host: The Host header.
        """
        if origin is None:
            return ""
        try:
            page, server = urlsplit(origin), urlsplit(f"//{host or ''}")
            same = page.netloc.lower() == server.netloc.lower()
            page_name, server_name = page.hostname or "", server.hostname or ""
        except ValueError:
            return "the Origin or Host header cannot be read"
        if page_name in self._names:
            return ""
        if not same:
            return f"a page of {origin} may not open this face; open the face's own address"
        if not self._is_ours(server_name):
            return f"this face is not known as '{server_name}'; add it to the parameter 'host_names' if it is"
        return ""

    def _is_ours(self, name: str) -> bool:
        # Names that no stranger's name server can answer for.
        if name == "localhost" or name.endswith((".localhost", ".local")) or name in self._names:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True
