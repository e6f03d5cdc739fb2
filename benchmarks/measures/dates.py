"""Date expressions, on public phrases."""

from collections.abc import Callable, Iterator
from pathlib import Path

from measures.common import digest_of, language_files, rows
from readout.date.document import Piece, find, resolve
from readout.date.lexicon import lexicon
from readout.date.units import Interval
from readout.score import date_phrases
from readout.score.proportion import share


def measured_dates(data: Path, show: Callable[[str], None]) -> Iterator[dict]:
    """Figures of date expressions on public gold: the days meant exactly, and days in common with those meant."""
    lexicons = {code: lexicon([code], file["dates"]) for code, file in language_files().items()}
    sets = []
    if (file := data / "dates/duckling/time_examples.jsonl").is_file():
        sets.append(("Duckling phrases", [file], list(date_phrases.duckling(file))))
    for language, name in (("English", "en"), ("Turkish", "tr")):
        found = [data / f"dates/recognizers/{language}/{kind}.json" for kind in ("DateParser", "DatePeriodParser")]
        found = [file for file in found if file.is_file()]
        if found:
            phrases = [phrase for file in found for phrase in date_phrases.recognizers(file, name)]
            sets.append(("Recognizers-Text phrases", found, phrases))
    for dataset, found, phrases in sets:
        for language in sorted({phrase.language for phrase in phrases} & lexicons.keys()):
            own = [phrase for phrase in phrases if phrase.language == language]
            exact = common = 0
            for phrase in own:
                made = find(phrase.text, [Piece(0, len(phrase.text), "body", language)], lexicons)
                told = [row for row in resolve(phrase.text, made, Interval(phrase.day, phrase.day)) if row.earliest]
                exact += any((row.earliest, row.latest) == phrase.meant for row in told)
                shared = any(row.earliest <= phrase.meant.latest and row.latest >= phrase.meant.earliest for row in told)
                common += shared
                if not shared:
                    means = " to ".join(map(str, phrase.meant))
                    show(f"{dataset}: {phrase.text!r} means {means}, found {[row[2:5] for row in told]}")
            figures = [("exact", share(exact, len(own))), ("overlap", share(common, len(own)))]
            yield from rows("date", language, dataset, figures, digest_of(found))
