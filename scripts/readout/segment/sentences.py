"""Sentences: exact spans of the sentences of a stretch of text, by rules and each language's abbreviations."""

import re
from functools import lru_cache

from readout.date.lexicon import fold
from readout.segment.languages import Splitting

_STOP = re.compile(r"(?P<stop>[.!?…։]+|[:․])(?P<close>(?:['\"”’»›)\]*_]|“(?=\s|\Z))*(?:\s?\[\d{1,3}\])*)(?P<gap>\s+|\Z|(?=[A-ZА-ЯЁԱ-Ֆ«“]))")
_ARMENIAN_STOP = re.compile(r"։|[ա-և)»]:(?=\s|\Z)")
_OPENERS = re.compile(r"[\"'“”„«‘(\[*_¿¡]*")
_DASH = re.compile(r"[—–-]+\s*")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\s(\[«“„\"‘]*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVXLC]+)\Z")
_LIST_MARK = re.compile(r"(?:#{1,6}|[-*+•>])\s+")
_HAS_WORD = re.compile(r"\w")
_LONGEST_TOKEN = 40
_folded = lru_cache(1 << 14)(fold)  # the words beside full stops are few, and come again


def sentences(text: str, start: int, end: int, splitting: Splitting) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, without white space around them; a line break inside is no boundary.

    A sentence keeps the quotation marks and brackets that close behind its stop. What holds neither letter nor digit joins the
    sentence before it. Where a language's colon ends sentences, its dot is a colon in every stretch that has a true stop.
    """
    while mark := _LIST_MARK.match(text, start, end):
        start = mark.end()
    spans: list[tuple[int, int]] = []
    begin = start
    dot_ends = not splitting.colon_ends or not _ARMENIAN_STOP.search(text, start, end)
    for match in _STOP.finditer(text, start, end):
        if match["stop"] == "." and not dot_ends:
            continue
        if match.end() < end and _ends(text, begin, match, end, splitting):
            _add(spans, text, begin, match.end("close"))
            begin = match.end()
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    if begin == end:
        return
    if _HAS_WORD.search(text, begin, end):
        spans.append((begin, end))
    elif spans:
        spans[-1] = (spans[-1][0], end)


def _ends(text: str, begin: int, match: re.Match[str], end: int, splitting: Splitting) -> bool:
    """Whether a sentence ends at this stop."""
    stop, close = match["stop"], match["close"]
    opened = _OPENERS.match(text, match.end(), end)
    dash = _DASH.match(text, opened.end(), end)
    position = dash.end() if dash else opened.end()
    if dash:
        position = _OPENERS.match(text, position, end).end()
    if position >= end:
        return False
    first = text[position]
    if _lower(first):
        return False
    if _caseless(first) and stop[0] in "?!" and close:
        # no capital tells whether a verb of saying follows the quotation
        return False
    if dash and stop[0] not in "։:" and (close or stop != "."):
        # «Нет!» — Путин добавил
        return False
    if stop in ":․":
        # the Armenian colon "․" is a full stop in what machines translate from Armenian
        return splitting.colon_ends == (stop == ":") and bool(match["gap"])
    if not match["gap"] and not _glued(text, match, position):
        return False
    if stop != "." or close.strip(")]*_"):
        return True
    return not _abbreviates(text, begin, match, position, end, splitting)


def _lower(letter: str) -> bool:
    """Whether a letter is lower case in a script that has capitals in use: Georgian writes none."""
    return letter.islower() and not _caseless(letter)


def _caseless(letter: str) -> bool:
    return "ა" <= letter <= "ჿ"


def _glued(text: str, match: re.Match[str], position: int) -> bool:
    """Whether a stop without a space behind it ends a sentence: "сказал он.Президент", not "Report.Az" nor "В.В.Путин"."""
    if match["stop"][0] in "։!?…":
        return True
    before = _WORD.match(text[max(0, match.start() - 4) : match.start()])
    after = _WORD.match(text, position)
    if not before or not after or min(len(before[0]), len(after[0])) < 4:
        return False
    # names of sites are written in Latin letters
    return before[0].islower() and not after[0].isupper() and not after[0].isascii()


def _abbreviates(text: str, begin: int, match: re.Match[str], following: int, end: int, splitting: Splitting) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial, or a number."""
    stop = match.start()
    token = _TOKEN.search(text, max(begin, stop - _LONGEST_TOKEN), stop)[0]
    if not token:
        return False
    key = _folded(token)
    if key in splitting.abbreviations or (key in splitting.numbering_abbreviations and text[following].isdigit()):
        return True
    word = _WORD.match(text, following, end)
    starts = bool(word) and _folded(word[0]) in splitting.starters
    if key in splitting.closing_abbreviations:
        # where no capital shows a new sentence, only a bracket behind the abbreviation shows that this one goes on
        return bool(match["close"]) if _caseless(text[following]) else not starts
    if _INITIALS.match(token):
        return (token[-1].isupper() or _caseless(token[-1])) and not starts
    if _ORDINAL.match(token):
        return text[begin:stop].strip() == token or (splitting.ordinal_stop and not starts)
    return False
