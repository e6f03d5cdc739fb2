"""Which lines of a page are its main text, and what the page says about itself, by trafilatura.

Trafilatura hands back a text of its own making. Its lines are found again in the page's visible text by their letters and digits, so
that every offset counts in one text and what is left out can still be seen.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from readout.ingest.fields import LONGEST_ABOUT
from readout.ingest.webpage import Line, Page

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.etree import _Element

NO_CLOCK = "2100-01-01"
"""Latest date that is believed; the library's own default is today, which would make results depend on the day."""
PARAGRAPH = 200
"""Characters from which on a line is a paragraph even where all of it is a link."""
SHORT = 16
"""Letters and digits below which a line is sought only close by: short lines stand in many places."""
CLOSE_BY = 400
PIECE = 24
"""Letters and digits of the pieces in which a line is sought that is not there as a whole: a page's notes may stand in its midst."""
MISSES = 5
"""Pieces of a line that may be sought in vain all over the page: a page of many lines must not take for ever."""

_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def extract(tree: "_Element", page: Page, url: str | None) -> None:
    """Fill in the page's main lines, title, date, address and site name; the tree is used up."""
    import trafilatura

    page.site = _meta(tree, "og:site_name")
    published = _date_published(tree)
    made = trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        deduplicate=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": NO_CLOCK},
        config=_config(),
    )
    if made is None:
        return
    page.title, page.date, page.url = _short(made.title), published or _short(made.date), _short(made.url)
    chosen = main_lines(page.text, page.lines, made.text or "")
    if chosen and (heading := _heading(page, chosen)) is not None:
        chosen.add(heading)
    page.main = spans(page.lines, {number for number in chosen if not _leads_away(page.lines[number])} or chosen)


def _leads_away(line: Line) -> bool:
    """Whether a line points to another page: it is a link and nothing else, and shorter than a paragraph."""
    return line.linked and not line.heading and line.end - line.start < PARAGRAPH


def main_lines(text: str, lines: Sequence[Line], main: str) -> set[int]:
    """Numbers of the lines of `text` at least half of whose letters and digits are those of the main text's lines, in order."""
    keys = [_key(text[line.start : line.end]) for line in lines]
    whole = "".join(keys)
    covered = bytearray(len(whole))
    cursor = 0
    for wanted in main.split("\n"):
        for at, length in _places(whole, _key(wanted), cursor):
            covered[at : at + length] = b"\1" * length
            cursor = at + length if at >= cursor else cursor
    chosen, start = set(), 0
    for number, key in enumerate(keys):
        end = start + len(key)
        if key and 2 * covered.count(1, start, end) >= len(key):
            chosen.add(number)
        start = end
    return chosen


def spans(lines: Sequence[Line], chosen: set[int]) -> list[tuple[int, int]]:
    """The chosen lines as spans, neighbours in one."""
    made: list[tuple[int, int]] = []
    for number in sorted(chosen):
        line = lines[number]
        if made and number - 1 in chosen:
            made[-1] = (made[-1][0], line.end)
        else:
            made.append((line.start, line.end))
    return made


def _places(whole: str, key: str, cursor: int) -> Iterator[tuple[int, int]]:
    """Where a line of the main text stands in the page, with lengths: in one place, else in pieces one after the other."""
    at = _find(whole, key, cursor)
    if at >= 0:
        yield at, len(key)
        return
    start, last, misses = 0, -1, 0
    while start + PIECE <= len(key) and misses < (MISSES if last < 0 else 10 * MISSES):
        piece = key[start : start + PIECE]
        at = whole.find(piece, cursor) if last < 0 else whole.find(piece, last, last + 2 * CLOSE_BY)
        if at < 0:
            start, misses = start + PIECE // 3, misses + 1
            continue
        length = PIECE
        while whole[at + length : at + length + 1] == key[start + length : start + length + 1] != "":
            length += 1
        yield at, length
        start, last, misses = start + length, at + length, 0


def _find(whole: str, key: str, cursor: int) -> int:
    if not key:
        return -1
    if len(key) < SHORT:
        return whole.find(key, cursor, cursor + CLOSE_BY)
    at = whole.find(key, cursor)
    return at if at >= 0 else whole.find(key, 0, cursor)


def _heading(page: Page, chosen: set[int]) -> int | None:
    """The first-level heading that says the page's title, else the last one above the main text."""
    headings = [number for number, line in enumerate(page.lines) if line.heading]
    title = _key(page.title or "")
    for number in headings:
        key = _key(page.text[page.lines[number].start : page.lines[number].end])
        if title and key and (key in title or title in key) and 2 * min(len(key), len(title)) >= max(len(key), len(title)):
            return number
    above = [number for number in headings if number < min(chosen)]
    return above[-1] if above else None


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _short(value: str | None) -> str | None:
    folded = " ".join((value or "").split())
    return folded if 0 < len(folded) <= LONGEST_ABOUT else None


def _meta(tree: "_Element", name: str) -> str | None:
    for element in tree.iterfind(".//meta[@property]"):
        if (element.get("property") or "").strip().lower() == name:
            return _short(element.get("content"))
    return None


def _date_published(tree: "_Element") -> str | None:
    """The one day that the page's elements marked as schema.org's `datePublished` give; None where they give none, or several.

    The library looks at `meta` elements first, and some of these tell when the address was first used.
    """
    marked = tree.iterfind(".//*[@itemprop='datePublished']")
    days = {day[0] for element in marked if (day := _DAY.match(element.get("datetime") or element.get("content") or ""))}
    return days.pop() if len(days) == 1 and max(days) < NO_CLOCK else None


@cache
def _config() -> "ConfigParser":
    from trafilatura.settings import use_config

    return use_config()
