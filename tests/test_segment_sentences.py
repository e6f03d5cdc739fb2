"""Sentences: where they end, in each language."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readout.segment.languages import Splitting, languages
from readout.segment.sentences import sentences

ROOT = Path(__file__).resolve().parent.parent
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "config/languages").glob("*.yaml")}
KNOWN = languages(["en"], FILES)
TREEBANKS = ROOT.parent / "shared/data/ner/ud_hy_ka_az_tr"


def split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text), KNOWN.splitting[language])]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["Mr. Verrick met Sen. J. K. Hale of the U.S. Senate at 5 p.m. on Tuesday.", "He left."]),
        ("en", ["He lives in the U.S.", "The road is open."]),
        ("en", ["See No. 5 and Nos. 7-9.", "He said no.", "The talks cost 3.5 million."]),
        ("en", ["“Is it open?” she asked.", "“Yes.”", "Then it began..."]),
        ("en", ["(It was late.)", "They left!"]),
        ("en", ["The road was opened.[12]", "It was closed again. [3]", "Nobody knows why."]),
        ("en", ["MAREN: Thank you.", "VERRICK: Good afternoon."]),
        ("en", ["1. The road shall be open.", "It is long."]),
        ("en", ["He spoke of Jan. 5 and of Nov. 9."]),
        ("en", ["The road… is long.", "The talks go on…", "Nobody knows."]),
        ("ru", ["В.В. Веррик и И. Марен встретились в г. Эльсин в 2020 г. и говорили о дороге, мосте и т.д.", "Он уехал."]),
        ("ru", ["Университет им. Марен открыт.", "«Дорога открыта!» — сказал он.", "«Когда?» — спросила она."]),
        ("ru", ["Дорога длиной 400 км.", "Однако мост короче."]),
        ("az", ["T.T. Məmmədov və s. qonaqlar gəldi.", "Yol açıqdır."]),
        ("tr", ["Dr. Maren 21. yüzyılda II. Dünya Savaşı üzerine konuştu.", "Yol açık."]),
        ("hy", ["Նախարարը հանդիպեց Ս. Մարենի հետ։", "Նա ասաց. «Ճանապարհը բաց է»։", "2020 թ. նոյեմբերին փակ էր։"]),
        ("hy", ["Ճանապարհը բաց է:", "Նա մեկնեց:", "— Երբ:"]),
        ("ka", ["ბ-ნი მარენი ქ. ელსინში ჩავიდა.", "გზა ღიაა.", "„როდის?“ იკითხა მან."]),
        ("uk", ["Міністр прибув о 10 год. ранку до м. Ельсін.", "Дорога відкрита."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language: str, parts: list[str]) -> None:
    assert split(" ".join(parts), language) == parts


def test_a_missing_space_hides_no_sentence() -> None:
    assert split("Он сказал это вчера.Сегодня он молчит.", "ru") == ["Он сказал это вчера.", "Сегодня он молчит."]
    assert split("Report.Az, В.В.Веррик и т.д. открыты.", "ru") == ["Report.Az, В.В.Веррик и т.д. открыты."]


def test_quotation_marks_and_brackets_that_close_belong_to_the_sentence() -> None:
    assert split("“It is open.” The end. (So be it.) Yes. “") == ["“It is open.”", "The end.", "(So be it.)", "Yes. “"]


def test_line_breaks_and_list_marks() -> None:
    assert split("- The road\nis open. It is\nlong.") == ["The road\nis open.", "It is\nlong."]
    assert split("## The road") == ["The road"]


def test_the_armenian_colon_is_a_full_stop_in_what_machines_translate() -> None:
    assert split("They spoke of the road ․ “It is open.” The end․ Yes.") == [
        "They spoke of the road ․",
        "“It is open.”",
        "The end․",
        "Yes.",
    ]


def test_what_has_neither_letter_nor_digit_is_no_sentence() -> None:
    assert split("* * *") == []
    assert split("The end. — …") == ["The end. — …"]


@given(st.text(alphabet='aB1.!?։:․… \n"”“()[]«»—-АбԱբაə', max_size=80), st.sampled_from(sorted(KNOWN.splitting)))
def test_spans_are_in_order_apart_and_without_white_space_around(text: str, language: str) -> None:
    before = 0
    for start, end in sentences(text, 0, len(text), KNOWN.splitting[language]):
        assert before <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        before = end


def test_a_language_without_a_file_is_split_by_stops_and_initials() -> None:
    text = "K. Maren kam. Die Straße ist offen."
    assert [text[start:end] for start, end in sentences(text, 0, len(text), Splitting())] == ["K. Maren kam.", "Die Straße ist offen."]


@pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks lie beside the repository")
@pytest.mark.parametrize(
    ("treebank", "language", "floor"),
    [
        ("hy_bsut-ud-dev", "hy", 0.97),
        ("hy_armtdp-ud-test", "hy", 0.98),
        ("ka_glc-ud-test", "ka", 0.98),
        ("az_tuecl-ud-test", "az", 0.99),
        ("tr_pud-ud-test", "tr", 0.99),
    ],
)
def test_treebank_sentences_are_found(treebank: str, language: str, floor: float) -> None:
    """F1 of ends of sentences that bear a stop, in paragraphs of ten sentences."""
    gold = [
        line[9:].strip()
        for line in (TREEBANKS / f"{treebank}.conllu").read_text(encoding="utf-8").splitlines()
        if line.startswith("# text = ")
    ]
    right = wrong = missed = 0
    for first in range(0, len(gold), 10):
        part = gold[first : first + 10]
        text = " ".join(part)
        ends, unstopped, end = set(), set(), 0
        for sentence in part:
            end += len(sentence)
            (ends if sentence.rstrip("\"'”’»›)]")[-1:] in ".!?…։:" else unstopped).add(end)
            end += 1
        found = {end for _, end in sentences(text, 0, len(text), KNOWN.splitting[language])} - unstopped - {len(text)}
        ends.discard(len(text))
        right, wrong, missed = right + len(found & ends), wrong + len(found - ends), missed + len(ends - found)
    assert 2 * right / (2 * right + wrong + missed) >= floor
