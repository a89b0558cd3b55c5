"""Where things are in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSTALL = ROOT / "install"
LOGS = ROOT / "log" / "frontdoor"
REQUIREMENTS = ROOT / "requirements"
