"""What can be set about the face."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param

AUDIO_PAGE = "page"
AUDIO_NONE = "none"


@dataclass(frozen=True)
class FaceConfig:
    """Parameters of the node `face`."""

    port: int = param(8080, "TCP port of the page and its socket; 0 takes any free one.", low=0, high=65535)
    host: str = param(
        "127.0.0.1",
        "Address to listen on; 0.0.0.0 lets other machines see the face, but browsers give them no microphone "
        "without https.",
    )
    host_names: str = param(
        "", "Further names the page may be opened under, separated by commas (a tunnel or proxy in front of it)."
    )
    audio: str = param(
        AUDIO_PAGE,
        "page: the page that asks for it is the creature's ears and voice; none: pages only show the face.",
        choices=(AUDIO_PAGE, AUDIO_NONE),
    )
    web_dir: str = param("", "Folder of the page to serve; empty: the one that comes with the package.")
    max_pages: int = param(32, "Pages connected at once; further ones are turned away.", low=1, high=1000)
    queue_frames: int = param(
        25, "Messages that may wait for a slow page; beyond, its oldest are dropped.", low=2, high=1000
    )
    mouth_floor_db: float = param(
        -40.0, "Loudness of speech at which the mouth begins to open.", unit="dB", low=-90.0, high=-20.0
    )
    mouth_full_db: float = param(
        -10.0, "Loudness of speech at which the mouth is fully open.", unit="dB", low=-19.0, high=0.0
    )
    mouth_attack_ms: float = param(
        40.0, "Time constant of the mouth's opening; smaller is snappier.", unit="ms", low=0.0, high=1000.0
    )
    mouth_release_ms: float = param(
        120.0, "Time constant of the mouth's closing; larger is lazier.", unit="ms", low=0.0, high=1000.0
    )
