"""Addresses in the page: anchors made of identifiers, and links to the outside that cannot run anything."""

import hashlib
import re
from urllib.parse import urlsplit

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_-]{0,79}")
NOTHING = "none"


def anchor(*parts: str | None) -> str:
    """An identifier for an element: the parts where they are plain slugs, digests of them where they are not."""
    return ".".join(part if part and part != NOTHING and _SAFE.fullmatch(part) else _digest(part) for part in parts)


def _digest(part: str | None) -> str:
    return NOTHING if part is None else "x" + hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def outside(url: str | None) -> str | None:
    """The address if it is http or https with a host and without characters that mislead; None otherwise."""
    if not url or len(url) > 2000 or not url.isprintable() or any(character in url for character in " <>\"'`\\"):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
