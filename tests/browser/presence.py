"""Whether a browser can be driven here, and if not, why.

Asked whenever tests are collected, so it imports nothing of the product.
"""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
HOME = HERE.parents[1] / ".local" / "browser"
PACKAGES, READY = HOME / "packages", HOME / ".ready"


def program() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def missing() -> str | None:
    """Why no browser can be driven here as things are; None when one can."""
    if program() is None:
        return "there is no Chromium (on Debian: apt-get install chromium)"
    return None if installed() else "Playwright is not there (make test-browser installs it)"


def installed() -> bool:
    return READY.exists() and READY.read_text() == wanted()


def wanted() -> str:
    return (HERE / "requirements.txt").read_text()
