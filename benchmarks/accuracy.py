"""Measure the accuracy of the stages on gold data, and pin it.

    python benchmarks/accuracy.py [--data ../shared/data] [--results DIR] [--raise] [--errors N] [--library]
    python benchmarks/accuracy.py --only quotes encounters --part train --errors 30 --keep DIR

Prints one line per figure. With --raise, config/accuracy.yaml takes the figures and their floors. Names, links, dates, quotes, events, the
bodies of web pages and the false alarms of signs are measured on public data below --data, where that is there; everything else on the
example corpus from the results of a run in --results. With --library, the bodies that trafilatura hands back by itself are measured too.

Who develops a stage measures that alone with --only, on the part `train` of those data sets that have one, and reads errors of each kind
with --errors. With --keep, what the stages before read stays in a folder and is not read again; empty it when one of them has changed.
"""

import argparse
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME / "scripts"), str(HOME / "benchmarks")]

from measures.bodies import library_bodies, measured_bodies
from measures.cases import measured_cases
from measures.clean import measured_clean
from measures.dates import measured_dates
from measures.encounters import measured_encounters
from measures.events import measured_events
from measures.example import measured_example
from measures.links import measured_links
from measures.names import measured_names, taggers
from measures.quotes import measured_quotes

from readout.score.pinned import raised, read_pinned, write_pinned

MARGIN = 0.01
MEASURES = ("bodies", "clean", "dates", "names", "links", "quotes", "encounters", "events", "cases", "example")
PINNED = HOME / "config" / "accuracy.yaml"


def main() -> None:
    """Measure, print, and pin when asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=HOME.parent / "shared" / "data")
    options.add_argument("--results", type=Path, default=HOME / "results")
    options.add_argument("--raise", dest="pin", action="store_true")
    options.add_argument("--errors", type=int, default=0, help="show this many errors of each data set")
    options.add_argument("--only", nargs="+", choices=MEASURES, default=MEASURES, help="measure these alone")
    options.add_argument("--part", choices=("train", "dev"), default="dev", help="of data that is split, measure on this part")
    options.add_argument("--keep", type=Path, help="keep what the stages before `quote` read in this folder")
    options.add_argument("--library", action="store_true", help="measure trafilatura's own bodies too")
    given = options.parse_args()
    counts: dict[str, int] = {}

    def show(error: str) -> None:
        dataset = error.partition(":")[0]
        counts[dataset] = counts.get(dataset, 0) + 1
        if counts[dataset] <= given.errors:
            print(error)

    measures = {
        "bodies": lambda: measured_bodies(given.data, show),
        "clean": lambda: measured_clean(given.data, show),
        "dates": lambda: measured_dates(given.data, show),
        "names": lambda: measured_names(given.data, taggers(), show),
        "links": lambda: measured_links(given.data, show),
        "quotes": lambda: measured_quotes(given.data, show, given.part, given.keep),
        "encounters": lambda: measured_encounters(given.data, show, given.part, given.keep),
        "events": lambda: measured_events(given.data, show, given.part, given.keep),
        "cases": lambda: measured_cases(show, "tuned" if given.part == "train" else "fresh"),
        "example": lambda: measured_example(given.results, show) if (given.results / "link" / "mentions.parquet").is_file() else (),
    }
    measured = [row for name in MEASURES if name in given.only for row in measures[name]()]
    for row in measured:
        interval = f"[{row['low']:.3f}, {row['high']:.3f}]" if row["low"] is not None else ""
        print(f"{row['stage']:9} {row['language']:4} {row['dataset']:30} {row['measure']:26} {row['value']:.3f} {interval:16} n={row['n']}")
    for line in library_bodies(given.data) if given.library else ():
        print(line)
    if given.pin and given.part == "dev":
        write_pinned(PINNED, raised(read_pinned(PINNED), measured, MARGIN))


if __name__ == "__main__":
    main()
