"""Encounters as the titles of official releases tell them: how those who met met, and the one person whom the host met."""

import re
from collections.abc import Collection
from typing import NamedTuple

from readout.pack.folding import folded

_HOST = (
    r"(?:On [A-Z][\w ]{2,30}['’]s initiative, )?(?:(?:The |Acting |Russian |Prime Minister |President |and |of Russia )*"
    r"(?:Vladimir |Dmitry )?(?:Putin|Medvedev)|The President)"
)
_KIND = r"(?:(?:working|work|informal|brief|bilateral|short|separate|private|regular|one-on-one) )?"
_DONE = {
    "call": (
        r"(?:had|held) an? telephone conversation with",
        r"(?:spoke|talked) (?:by|over the|on the) (?:tele)?phone (?:with|to)",
        r"telephoned",
        r"telephone conversation with",
    ),
    "meeting": (
        r"met (?:in [\w ]{3,20} )?with",
        rf"(?:had|held) an? {_KIND}meeting with",
        rf"(?:had|held) (?:a round of )?{_KIND}(?:talks|negotiations) with",
        r"negotiated with",
        rf"{_KIND}meeting with",
    ),
}
_RELEASES = [(mode, re.compile(rf"(?:{_HOST} )?(?:{'|'.join(verbs)}) (?P<whom>.+)", re.IGNORECASE)) for mode, verbs in _DONE.items()]
_MUTUAL = [
    (mode, re.compile(rf"(?P<one>.{{5,80}}?) and (?P<other>.{{5,80}}?) (?:{verbs})(?! with)(?: .*)?"))
    for mode, verbs in {
        "call": r"(?:had|held) a telephone conversation|spoke by telephone|talked by telephone",
        "meeting": r"met|(?:had|held) a meeting|(?:had|held) (?:talks|negotiations)",
    }.items()
]
_READOUT = re.compile(
    r"(?:Readout|Statement|Joint Readout)\b.{0,160}?(?:President|Sullivan|Harris|Biden|Jr\.)\s?(?:['’]s?)? "
    r"(?P<how>(?:Phone |Telephone |Bilateral |Working )?(?:Call|Meeting)) with (?P<whom>.+)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?i:,? (?:on|in|at|who|to discuss|to congratulate|about|regarding|before|after|during|following|ahead|as part|where|dedicated|"
    r"devoted|under)\b)|(?<=[a-z]{2})\. |; | [-–—|] | \("
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?")
_JOINING = frozenset(["al", "el", "bin", "ben", "ibn", "bint", "abu", "ud", "de", "da", "di", "du", "van", "von", "der", "den", "le", "la"])
_ARTICLE = re.compile(r"(?:al|el|as|ad|an|ar|az|ash)-[A-Z]")


class Encounter(NamedTuple):
    """How those who met met, and the name of the other side's one person."""

    mode: str
    name: str

    def is_named(self, text: str) -> bool:
        """Whether a text has the name's last word, a numeral behind a monarch's name left out; or its first one, as the family's name
        comes first in eastern Asia."""
        words = set(_parts(text))
        own = _parts(self.name)
        return own[-1] in words or (own[0] in words and len(own[0]) > 1)

    def is_called(self, spelled: str) -> bool:
        """Whether another spelling may be the same person's: it ends in the same word, or is the first one alone, or has both."""
        own, other = _parts(self.name), _parts(spelled)
        return bool(other) and (own[-1] == other[-1] or other == own[:1] or {own[0], own[-1]} <= set(other))


def _parts(name: str) -> list[str]:
    words = [word.strip(".'’") for word in _WORD.findall(re.sub(r"['’]s\b", "", folded(name)))]
    return [word for word in words if not re.fullmatch(r"[ivx]+|jr", word)] or words


def encounter(title: str, no_names: Collection[str], offices: Collection[str]) -> Encounter | None:
    """The encounter that a title tells of; None where it tells of none, of one to come, or of not exactly one named person.

    `no_names` are words, folded, that stand with a capital before names and are none: offices, countries, peoples, bodies; `offices`
    those of them that one person bears.
    """
    title = " ".join(title.replace("\u2060", "").split())
    for mode, pattern in _RELEASES:
        if found := pattern.fullmatch(title):
            return _with(mode, found["whom"], no_names, offices)
    if found := _READOUT.fullmatch(title):
        return _with("call" if found["how"].lower().endswith("call") else "meeting", found["whom"], no_names, offices)
    for mode, pattern in _MUTUAL:
        if found := pattern.fullmatch(title):
            sides = [side for side in (found["one"], found["other"]) if not re.fullmatch(_HOST, side)]
            return _with(mode, sides[0], no_names, offices) if len(sides) == 1 else None
    return None


def _with(mode: str, whom: str, no_names: Collection[str], offices: Collection[str]) -> Encounter | None:
    if cut := _UNTIL.search(whom):
        whom = whom[: cut.start()]
    named = persons(whom, no_names, offices)
    return Encounter(mode, named[0]) if len(named) == 1 else None


def persons(words: str, no_names: Collection[str], offices: Collection[str]) -> list[str]:
    """The names of persons in a few words: runs of words with capitals, less those that are no names. A name of one word counts only behind
    an office in the same run ("President Duda")."""
    found = []
    for part in re.split(r",| and | & ", words):
        run: list[str] = []
        led = False
        for word in [*_WORD.findall(part), "of"]:
            plain = folded(re.sub(r"['’]s$", "", word)).strip(".")
            if plain in no_names or plain == "of":
                found += [" ".join(run)] * (len(run) > 1 or (len(run) == 1 and led))
                run, led = [], plain in offices
            elif (word[0].isupper() and (len(plain) > 1 or run)) or (run and (plain in _JOINING or _ARTICLE.match(word))):
                run.append(word)
            else:
                # what goes on in small letters is no person: "Forum participants"
                run, led = [], False
    return [name for name in found if not re.search(r"\d", name) and any(part[0].isupper() for part in re.split(r"[ -]", name.split()[-1]))]
