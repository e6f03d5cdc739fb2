"""How the report words numbers, dates, languages and texts from outside: English, for a reader without the tables at hand."""

from datetime import date
from functools import cache

from markupsafe import Markup

NO_LANGUAGE = "none to tell"
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "AGREEMENT": "agreement"}
# What browsers, XML and typesetters refuse or turn into something else; shown as the sign for an unknown character.
_UNSHOWABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF], "\ufffd")
_DIRECTION_MARKS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def showable(text: str) -> str:
    """The text with each character that cannot be shown replaced by one that can, so that offsets stay as they are."""
    return text.translate(_UNSHOWABLE)


def clipped(text: str | None, length: int = 160) -> str:
    """Showable text of at most `length` characters on one line, with an ellipsis where more follows; empty for None."""
    line = " ".join(showable((text or "")[: 4 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def label(text: str, length: int = 40) -> str:
    """A short text for a drawing, in which marks of direction would turn what stands beside it."""
    return clipped(text.translate(_DIRECTION_MARKS), length)


def number(value: int) -> str:
    """A whole number with commas between thousands."""
    return f"{value:,}"


def plural(value: int, one: str, many: str) -> str:
    """The word that goes with a number."""
    return one if value == 1 else many


_MANY = {"stretch": "stretches", "entity": "entities", "quoted": "in quotes", "use": "uses"}
_ONE = {"quoted": "in a quote"}


def things(value: int, item: str) -> str:
    """The word for some things of a kind that is counted: "1 stretch", "3 stretches" without the number."""
    return _ONE.get(item, item) if value == 1 else _MANY.get(item, f"{item}s")


SIDES = {"west": "the West", "neutral": "neutral", "int": "no side", "eu": "European Union"}


def side(code: str | None) -> str:
    """The name of a side of outlets: a country by its code, or what the lists of outlets call it; "side not known" for None."""
    if code is None:
        return "side not known"
    return SIDES.get(code, country(code) if code.isupper() else code)


def share(part: int, whole: int) -> str:
    """A share in per cent, in words where rounding would hide it."""
    if not part or not whole:
        return "none"
    percent = 100 * part / whole
    return "less than 1 %" if percent < 1 else f"{percent:.0f} %"


def figure(value: float | None) -> str:
    """A measured figure between 0 and 1 with three decimals; empty for None."""
    return "" if value is None else f"{value:.3f}"


def day(earliest: date | None, latest: date | None) -> str:
    """An interval of days: `3 March 2021`, `April 2021`, `2021`, `30 December 2020 to 2 January 2021`, or `no date`."""
    if earliest is None or latest is None:
        return "no date"
    if earliest == latest:
        return f"{earliest.day} {earliest:%B} {earliest.year}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return str(earliest.year)
    if earliest.day == 1 and (earliest.year, earliest.month) == (latest.year, latest.month) and _ends_month(latest):
        return f"{earliest:%B} {earliest.year}"
    return f"{day(earliest, earliest)} to {day(latest, latest)}"


def _ends_month(last: date) -> bool:
    return date.fromordinal(last.toordinal() + 1).day == 1


def period(first: date | None, unit: str) -> str:
    """A month or a year by its first day."""
    if first is None:
        return "not placed in time"
    return f"{first:%B} {first.year}" if unit == "month" else str(first.year)


def language(code: str) -> str:
    """English name of a language by its ISO 639-1 code; the code itself where CLDR has no name."""
    return NO_LANGUAGE if code == "und" else _names()[0].get(code, code)


def country(code: str | None) -> str:
    """English name of a country by its ISO 3166-1 code; the code itself where CLDR has no name, empty for None."""
    return _names()[1].get(code, code) if code else ""


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    from babel import Locale

    english = Locale("en")
    return dict(english.languages), dict(english.territories)


def lang(code: str) -> str:
    """The value of an HTML `lang` attribute: empty, which means unknown, for `und`."""
    return "" if code == "und" else code


def listed(items: list[Markup]) -> Markup:
    """Some phrases joined as in a sentence: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return Markup("").join(items)
    return Markup(" and ").join([Markup(", ").join(items[:-1]), items[-1]])
