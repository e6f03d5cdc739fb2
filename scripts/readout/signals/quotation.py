"""Quotation marks where no writer sets them: closing before they open, on the wrong side of a word, opened again and again."""

import re
from collections.abc import Iterator

from readout.signals.evidence import Evidence

_MARK = re.compile(r"[“”\n]")
_STRAIGHT = re.compile(r"[\"\n]")
_STOPS = frozenset(".!?,")
_CLOSES_AT_START = re.compile(r"(?<!\S)”\s[A-Z]")
_BEFORE_PUNCTUATION = re.compile(r"\w\s[”\"][,.](?!\w)")
_ALONE = re.compile(r"(?<=\S)[ \t]+[“\"](?=\s*(?:\n|\Z)|[ \t]+[a-z])")
_OPENS = frozenset(" \t\n\u00a0([{—–-«\"'‘/")


def misplaced(text: str) -> Iterator[Evidence]:
    """Curly marks on the wrong side, or closed where nothing is open; blanks between a quotation and its mark.

    Texts in which curly marks are of another system, as German („…“) or Swedish (”…”) ones, have none.
    """
    if '"' in text or "”" in text:
        for found in _BEFORE_PUNCTUATION.finditer(text):
            yield Evidence("quotation", found.start(), found.end(), "a blank before the mark that closes", 0.2, f"blank {found.start()}")
    if "”" not in text or "„" in text:
        return
    if "“" not in text:
        for found in _CLOSES_AT_START.finditer(text):
            yield Evidence(
                "quotation", found.start(), found.end(), "a mark that closes where one should open", 0.3, f"side {found.start()}"
            )
        return
    for found in _ALONE.finditer(text):
        yield Evidence("quotation", found.start(), found.end(), "a mark that stands alone", 0.2, f"alone {found.start()}")
    opened = 0
    for found in _MARK.finditer(text):
        mark, start, end = found[0], found.start(), found.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        if mark == "\n":
            opened = 0 if after == "\n" or before == "\n" else opened
        elif mark == "“":
            if before and before not in _OPENS and not after.strip() and opened:
                yield Evidence("quotation", start - 1, end, "a mark that opens at the end of a word", 0.25, f"side {start}")
                opened = 0
            else:
                opened += 1
        else:
            if (not before or before.isspace()) and (after.isalnum() or text[end + 1 : end + 2].isupper()):
                yield Evidence(
                    "quotation", start, min(end + 2, len(text)), "a mark that closes where one should open", 0.3, f"side {start}"
                )
            elif before.isalpha() and after.isspace() and text[end + 1 : end + 2].islower() and not opened and not _open_above(text, start):
                yield Evidence("quotation", start - 1, end, "a mark that closes what was not opened", 0.25, f"unopened {start}")
            opened = max(0, opened - 1)


def _open_above(text: str, place: int) -> bool:
    """Whether a quotation may have been opened in an earlier paragraph, or with another mark in this one."""
    paragraph = text.rfind("\n", 0, place) + 1
    return '"' in text[paragraph:place] or "“" in text[max(0, paragraph - 2000) : paragraph].rpartition("”")[2]


def opened_again(text: str) -> Iterator[Evidence]:
    """Marks that open a quotation inside an open one, behind a full stop: machines set one before each sentence of a speaker.

    A straight mark opens where a blank stands before it and a word behind it.
    """
    if text.count("“") > text.count("”") and "„" not in text:
        yield from _again(text, _MARK, "“")
    if '"' in text:
        yield from _again(text, _STRAIGHT, '"')


def _again(text: str, marks: re.Pattern[str], opening: str) -> Iterator[Evidence]:
    opened = False
    for found in marks.finditer(text):
        place = found.start()
        if found[0] == "\n":
            # each paragraph of a long quotation opens it again
            opened = False
        elif found[0] == opening and (opening == "“" or _opens(text, place)):
            if opened and text[place - 2 : place - 1] in _STOPS and text[place - 1].isspace():
                yield Evidence("reopened", place, place + 1, "a quotation that opens inside an open one", 0.3, f"reopened {place}")
            opened = True
        else:
            opened = False


def _opens(text: str, place: int) -> bool:
    return (not place or text[place - 1].isspace()) and text[place + 1 : place + 2].isalnum()


def angled(text: str) -> Iterator[Evidence]:
    """Angle marks, in a language that does not write them; once."""
    for mark in "«»":
        if (place := text.find(mark)) >= 0:
            yield Evidence("marks", place, place + 1, "quotation marks of another language", 0.25, "marks")
            return
