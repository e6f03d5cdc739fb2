"""What a job says goes to its rule's log, a traceback included: Snakemake leaves a script's log empty by itself."""

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def logged(path: str) -> Iterator[None]:
    """Send log messages to the file; where the job fails, write the traceback there and show it, then fail."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, mode="w", encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield
    except Exception:
        root.error("%s", traceback.format_exc())
        traceback.print_exc(file=sys.stderr)
        raise
    finally:
        root.removeHandler(handler)
        handler.close()
