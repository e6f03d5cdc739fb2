"""The PDF: whether this machine can make one, and making one that is the same each time."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import ClassVar

# What WeasyPrint loads when it is imported, under the names that Linux, macOS and Windows have for it.
_LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0"),
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1"),
}
INSTALL = (
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core; "
    "macOS: brew install pango; conda: conda install pango fonts-conda-forge"
)


def available() -> str | None:
    """None where a PDF can be made; otherwise what is missing and how to install it.

    Only tries the system's libraries and counts its fonts, so that it may be asked before every run.
    """
    loaded = {name: _load(spellings) for name, spellings in _LIBRARIES.items()}
    missing = [name for name, library in loaded.items() if library is None]
    if not missing and not _has_fonts(loaded["Fontconfig"]):
        missing = ["fonts"]
    return f"{', '.join(missing)} not found on this system. {INSTALL}" if missing else None


def _load(spellings: tuple[str, ...]) -> ctypes.CDLL | None:
    for name in spellings:
        with suppress(OSError):
            return ctypes.CDLL(name)
    return None


class _FontSet(ctypes.Structure):
    _fields_: ClassVar = [("count", ctypes.c_int), ("size", ctypes.c_int), ("fonts", ctypes.c_void_p)]


def _has_fonts(fontconfig: ctypes.CDLL) -> bool:
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
    fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    fontconfig.FcInit()
    system = fontconfig.FcConfigGetFonts(None, 0)
    return bool(system) and system.contents.count > 0


def pdf(html: str) -> bytes:
    """A page as tagged PDF (PDF/UA-1), without a clock or anything drawn by lot: the same page gives the same bytes.

    Nothing is fetched: an address in the page stays an address.
    """
    import weasyprint

    document = weasyprint.HTML(string=html, url_fetcher=_nothing, base_url=None)
    with _stopped_clock():
        return document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"readout")


@contextmanager
def _stopped_clock() -> Iterator[None]:
    """Without HarfBuzz-Subset, WeasyPrint cuts fonts with fontTools, which dates what it writes by this variable or by the clock.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _nothing(url: str, *_: object, **__: object) -> dict:
    raise ValueError(f"the report fetches nothing, and was asked for {url[:80]}")
