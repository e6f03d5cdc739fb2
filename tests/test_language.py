"""The language of stretches, sentences and documents."""

from pathlib import Path

import pytest
import yaml

from readout.segment.document import read
from readout.segment.language import UNKNOWN, Detector, Told, document
from readout.segment.languages import languages

ROOT = Path(__file__).resolve().parent.parent
FILES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "config/languages").glob("*.yaml")}
CANDIDATES = ["en", "ru", "az", "hy", "ka", "tr", "uk", "be", "kk", "fa", "ar", "de", "fr", "es", "it"]
KNOWN = languages(CANDIDATES, FILES)
DETECTOR = Detector(KNOWN)
GOLD = ROOT.parent / "shared/data/language/lingua_sentences"

SENTENCES = {
    "en": "The two ministers met in Elsin on Tuesday and spoke about the opening of the road between the valleys.",
    "ru": "Во вторник министры встретились в Эльсине и обсудили открытие дороги между двумя долинами.",
    "az": "Nazirlər çərşənbə axşamı Elsində görüşərək iki vadi arasında yolun açılmasını müzakirə ediblər.",
    "tr": "Bakanlar salı günü Elsin'de buluşarak iki vadi arasındaki yolun açılmasını görüştüler.",
    "hy": "Նախարարները երեքշաբթի օրը հանդիպել են Էլսինում և քննարկել երկու հովիտների միջև ճանապարհի բացումը։",
    "ka": "მინისტრები სამშაბათს ელსინში შეხვდნენ და ორ ხეობას შორის გზის გახსნა განიხილეს.",
    "uk": "У вівторок міністри зустрілися в Ельсіні й обговорили відкриття дороги між двома долинами.",
    "de": "Die Minister trafen sich am Dienstag in Elsin und sprachen über die Öffnung der Straße zwischen den Tälern.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_paragraph_s_language(code: str) -> None:
    told = DETECTOR.blocks([SENTENCES[code]])[0]
    assert told.language == code
    assert 0.5 < told.score <= 1


def test_without_letters_there_is_no_language() -> None:
    assert DETECTOR.blocks(["14:47", "* * *", "", "2023"]) == [UNKNOWN] * 4
    assert read("14:47", "text", None, KNOWN, DETECTOR).language == Told("und", None)


def test_short_lines_take_the_document_s_language_where_their_letters_allow_it() -> None:
    told = DETECTOR.blocks(["Tomas Verrick, Ilda Maren", SENTENCES["en"], "Yes", "Дорога", SENTENCES["en"]])
    assert [answer.language for answer in told] == ["en", "en", "en", "ru", "en"]


def test_a_few_foreign_letters_do_not_decide() -> None:
    assert DETECTOR.blocks([SENTENCES["en"] + " Baku և Elsin."])[0].language == "en"
    assert DETECTOR.blocks([SENTENCES["en"] + " (Əliyev)"])[0].language == "en"


def test_addresses_do_not_decide() -> None:
    told = DETECTOR.blocks([SENTENCES["en"], "https://example.org/die/minister/trafen/sich/am/dienstag/und/sprachen/ueber/die/strasse"])
    assert told[1] == UNKNOWN


def test_a_sentence_keeps_its_segment_s_language_unless_it_is_long_and_clearly_another() -> None:
    assert DETECTOR.sentence("Verrick, Maren.", "en") == "en"
    assert DETECTOR.sentence(SENTENCES["en"], "en") == "en"
    assert DETECTOR.sentence(SENTENCES["ru"], "en") == "ru"
    text = f"{SENTENCES['en']} {SENTENCES['en']} {SENTENCES['ru']}"
    assert [sentence.language for sentence in read(text, "text", None, KNOWN, DETECTOR).sentences] == ["en", "en", "ru"]


def test_a_document_s_language_is_that_of_most_of_its_text() -> None:
    assert document([(90, Told("az", 1.0)), (10, Told("ru", 0.8)), (50, UNKNOWN)]) == Told("az", 0.9)
    assert document([(90, UNKNOWN)]) == UNKNOWN
    made = read("\n\n".join([SENTENCES["az"], SENTENCES["az"] + " Yol bu ay açılacaq.", SENTENCES["en"]]), "text", None, KNOWN, DETECTOR)
    assert made.language.language == "az"


def test_navigation_does_not_decide_a_document_s_language() -> None:
    text = "\n".join([SENTENCES["az"], *[SENTENCES["ru"]] * 4])
    made = read(text, "html", [(0, len(SENTENCES["az"]))], KNOWN, DETECTOR)
    assert made.language.language == "az"
    assert [told.language for told in made.languages] == ["az", *["ru"] * 4]


def test_the_order_of_documents_changes_nothing() -> None:
    pieces = [[text, text[:30]] for text in SENTENCES.values()]
    fresh = [Detector(KNOWN).blocks(piece) for piece in pieces]
    assert [DETECTOR.blocks(piece) for piece in reversed(pieces)] == fresh[::-1]


@pytest.mark.skipif(not GOLD.exists(), reason="the sentences lie beside the repository")
@pytest.mark.parametrize(
    ("code", "floor"), [("en", 0.985), ("ru", 0.96), ("az", 0.98), ("hy", 0.99), ("ka", 0.99), ("tr", 0.99), ("uk", 0.96)]
)
def test_single_sentences_are_told(code: str, floor: float) -> None:
    sentences = [line for line in (GOLD / f"{code}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    right = sum(DETECTOR.blocks([sentence])[0].language == code for sentence in sentences)
    assert right / len(sentences) >= floor
