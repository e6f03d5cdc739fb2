"""Readout: from a folder of diplomatic news to tables and a report with the evidence for each number.

One package per stage, in the order in which data walks through them; `docs/architecture.md` draws the way.
"""

__version__ = "0.1.0"
