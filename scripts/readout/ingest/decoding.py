"""Bytes to text: byte order marks, UTF-8, UTF-16, and the eight-bit encodings of Russian and western pages."""

import re
from typing import NamedTuple

from readout.ingest.records import Rejected

BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
CYRILLIC = ("cp1251", "koi8-r", "koi8-u")
WESTERN = ("cp1252", "cp1254")
SAMPLE = 1 << 16
"""Bytes looked at to tell encodings apart; twenty words of text would do."""

RUSSIAN_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
UKRAINIAN = "іїєґ"
PUNCTUATION = frozenset("«»„“”‘’‚–—…•·№§°±©®™€£\u00a0\u00ad´×")
WESTERN_LETTERS = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒšŠžŽŸ")
WESTERN_WORDS = frozenset("àÀáÁâÂèÈéÉêÊíÍòÒóÓôÔúÚ")
"""Letters that are words by themselves somewhere; any other word has an ASCII letter in it."""
TURKISH_LETTERS = frozenset("ĞİŞğış")

_WORD = re.compile(r"[^\W\d_]+")
_LOST = re.compile("[\udc80-\udcff]")


class Decoded(NamedTuple):
    """A text with its line ends made `\\n`, the encoding it was read in, and how many of its bytes became U+FFFD."""

    text: str
    encoding: str
    replaced: int

    @property
    def notes(self) -> list[str]:
        """What the ledger should say about it."""
        return [replaced_note(self.replaced)] if self.replaced else []


def replaced_note(count: int) -> str:
    """What the ledger says of a text some of whose bytes could not be decoded."""
    return f"{count} invalid byte{'s' if count > 1 else ''} replaced"


def decoded(data: bytes) -> Decoded:
    """The text that the bytes of a whole file are; Rejected where they are none."""
    encoding, mark = encoding_of(data)
    if encoding is None:
        raise Rejected("undecodable: no encoding known here fits")
    text, replaced = as_text(data[mark:], encoding)
    if "\0" in text:
        raise Rejected("NUL byte: not text")
    return Decoded(with_line_feeds(text), encoding, replaced)


def with_line_feeds(text: str) -> str:
    """The same text with every line end made `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def as_text(data: bytes, encoding: str) -> tuple[str, int]:
    """The bytes read in an encoding, and the number of bytes that are U+FFFD in it; Rejected where those are many."""
    try:
        return data.decode(encoding), 0
    except UnicodeDecodeError:
        pass
    if encoding == "utf-8":
        text, replaced = _LOST.subn("\ufffd", data.decode(encoding, "surrogateescape"))
    else:
        text = data.decode(encoding, "replace")
        replaced = text.count("\ufffd")
    if not _few(replaced, len(data), len(text) - replaced - _ascii(data)):
        raise Rejected(f"undecodable: {replaced} of {len(data)} bytes are no {encoding}")
    return text, replaced


def encoding_of(data: bytes, partial: bool = False) -> tuple[str | None, int]:
    """The encoding of a text and the length of its byte order mark; None where it cannot be told.

    `partial`: the bytes are a file's beginning, and may end within a character.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    if b"\0" in data and (wide := _utf16_without_mark(data)):
        return wide, 0
    text, lost = _LOST.subn("", data.decode("utf-8", "surrogateescape"))
    if partial and lost <= 3 and _is_cut_character(data):
        lost = 0
    if not lost:
        return "utf-8", 0
    good = len(text) - _ascii(data)
    # a text in an eight-bit encoding holds next to no valid UTF-8, a damaged UTF-8 text next to nothing else
    if good >= 5 * lost:
        return "utf-8", 0
    legacy = _eight_bit(data)
    if legacy is None and _few(lost, len(data), good):
        return "utf-8", 0
    return legacy, 0


def _few(lost: int, size: int, good: int) -> bool:
    return lost * 20 <= size or lost * 5 <= good


def _ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(128))))


def _is_cut_character(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end == len(data) and error.reason == "unexpected end of data"
    return False


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark shows as NUL in every other byte: blanks, digits and Latin letters have one."""
    sample = data[:SAMPLE]
    sample = sample[: len(sample) - len(sample) % 2]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if high > low else "utf-16-be"
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end < len(sample):
            return None
        text = sample[: error.start].decode(encoding)
    usual = sum(_is_usual(character) for character in text)
    return encoding if text and usual >= 0.95 * len(text) and "\0" not in text else None


def _is_usual(character: str) -> bool:
    """Whether a character is of the alphabets of the region or of common punctuation: Latin to Arabic, Georgian, marks."""
    code = ord(character)
    return character in "\t\n\r" or 0x20 <= code < 0x700 or 0x10A0 <= code < 0x1100 or 0x1C80 <= code < 0x1CC0 or 0x1E00 <= code < 0x2200


def _eight_bit(data: bytes) -> str | None:
    """The eight-bit encoding in which the bytes read as words; None where they do in none."""
    sample = _telling(data)
    best = max((_plausibility(sample, encoding), -order, encoding) for order, encoding in enumerate(CYRILLIC + WESTERN))
    return best[2] if best[0] > 0 else None


def _telling(data: bytes) -> bytes:
    """The part of the bytes that tells most: from the first that is not ASCII."""
    first = next((at for at, byte in enumerate(data) if byte > 127), 0)
    first = max(0, first - SAMPLE // 2)
    return data[first : first + SAMPLE]


def _plausibility(sample: bytes, encoding: str) -> float:
    """How far the bytes read as words in the encoding: 0 not at all, up to 1."""
    text = sample.decode(encoding, "replace")
    strange = [character for character in text if ord(character) > 127]
    if not strange or text.count("\ufffd") * 100 > len(strange):
        return 0.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    cyrillic = encoding in CYRILLIC
    good = sum(character in PUNCTUATION for character in strange)
    good += sum(_strange_letters(word) for word in words if (_is_cyrillic(word) if cyrillic else _is_western(word, encoding)))
    share = good / len(strange)
    if share < 0.9:
        return 0.0
    if not cyrillic:
        return share * 0.5
    letters = sum(map(str.isalpha, text))
    in_words = sum(map(len, words))
    if in_words < 6 or in_words * 4 < letters:
        return 0.0
    frequency = _russian_frequency("".join(words))
    # running text has 0.75 to 0.8; bytes that only happen to be letters in the encoding have less
    return share * (0.5 + 0.5 * frequency) if frequency >= 0.5 else 0.0


def _strange_letters(word: str) -> int:
    return sum(ord(character) > 127 for character in word)


def _is_cased(word: str) -> bool:
    """Whether capitals stand as in words: none, the first, or all. KOI8 read as Windows-1251 has them the other way round."""
    return word.islower() or word.isupper() or (word[0].isupper() and word[1:].islower())


def _is_cyrillic(word: str) -> bool:
    return _is_cased(word) and all("\u0400" <= character <= "\u04ff" for character in word)


def _is_western(word: str, encoding: str) -> bool:
    if word in WESTERN_WORDS:
        return True
    if not _is_cased(word) or not any(map(str.isascii, word)):
        return False
    letters = WESTERN_LETTERS | TURKISH_LETTERS if encoding == "cp1254" else WESTERN_LETTERS
    return all(character.isascii() or character in letters for character in word)


def _russian_frequency(letters: str) -> float:
    """How common the letters are in Russian or Ukrainian on average, from 0 (the rarest) to 1 (the most common)."""
    ranks = {letter: 1 - rank / len(RUSSIAN_BY_FREQUENCY) for rank, letter in enumerate(RUSSIAN_BY_FREQUENCY)}
    ranks.update(dict.fromkeys(UKRAINIAN, 0.5))
    return sum(ranks.get(letter, 0.0) for letter in letters.lower()) / max(1, len(letters))
