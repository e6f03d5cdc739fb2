"""Encodings are told by their marks and by what reads as words, and never guessed where nothing fits."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import only, read

from readout.ingest.decoding import decoded
from readout.ingest.records import Rejected

RUSSIAN = "Посол Руритании в Стрельсау заявил, что переговоры «идут хорошо» — Ёлкин, МИД.\n"
UKRAINIAN = "Міністр Руританії заявив: її позиція щодо кордону є незмінною, ґрунт спільний.\n"
FRENCH = "Le ministère a déclaré qu’il n’y avait « aucun accord » : la réunion a été reportée à l’été.\n"
TURKISH = "Dışişleri Bakanı görüşmenin olumlu geçtiğini söyledi, Şule Iğdır’a gitti.\n"
ENGLISH = "The minister\x92s statement said that talks went on.\n"
AZERBAIJANI = "Xarici işlər naziri görüşdə sülh müqaviləsini müzakirə etdi.\n"
ARMENIAN = "Նախարարը հանդիպել է բանագնացի հետ։\n"


@pytest.mark.parametrize("text", [RUSSIAN, AZERBAIJANI, ARMENIAN, "Plain.\n", "Ə"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", [RUSSIAN * 3, AZERBAIJANI * 3, ARMENIAN * 3, "Plain text of some length.\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN.upper(), "cp1251"),
        (RUSSIAN.upper(), "koi8-r"),
        ("Встреча прошла в Москве.", "cp1251"),
        ("Встреча прошла в Москве.", "koi8-r"),
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "koi8-u"),
        (FRENCH, "cp1252"),
        (TURKISH, "cp1254"),
    ],
)
def test_eight_bit_encodings(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assert decoded(data).text == data.decode(encoding)


def test_western_quotation_marks_in_english() -> None:
    assert decoded((ENGLISH * 2).encode("latin-1")).text == ENGLISH.replace("\x92", "’") * 2


def test_a_few_bad_bytes_are_replaced_and_said() -> None:
    read = decoded((RUSSIAN * 5).encode() + b"\xff\xfe and \xd0")
    assert read.text == RUSSIAN * 5 + "\ufffd\ufffd and \ufffd"
    assert read.notes == ["3 invalid bytes replaced"]


@pytest.mark.parametrize("data", [bytes(range(128, 256)) * 4, b"\xff\xfa\xfb\xfc" * 9, b"ab\0cd " * 9, b"\0" * 64, b"\x89PNG\0\0" * 9])
def test_what_is_no_text_is_rejected(data: bytes) -> None:
    with pytest.raises(Rejected, match=r"undecodable|NUL"):
        decoded(data)


def test_line_ends() -> None:
    assert decoded(b"a\r\nb\rc\n\r\nd").text == "a\nb\nc\n\nd"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_rejected(data: bytes) -> None:
    try:
        text = decoded(data).text
    except Rejected as reason:
        assert str(reason)
    else:
        text.encode()
        assert "\r" not in text and "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff"), max_size=200))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decoded(text.encode()) == (text, "utf-8", 0)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-16-le", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_files_of_many_records_in_any_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    text = RUSSIAN.strip().encode(encoding, "ignore").decode(encoding)
    lines = ["text,n"] + [f'"{text} {n}",1' for n in range(5)] if name == "a.csv" else [f'{{"text": "{text} {n}"}}' for n in range(5)]
    (tmp_path / name).write_bytes("\r\n".join(lines).encode(encoding))
    assert [row.text for row in read(tmp_path)[1]] == [f"{text} {n}" for n in range(5)]


def test_a_bad_line_is_its_own_fault_only(tmp_path: Path) -> None:
    good = '{"text": "Хорошая строка."}'.encode()
    few = '{"text": "Почти хорошая строка '.encode() + b'\xff."}'
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good, few, b"\xfe\xff\xfa\xfb" * 9, good]))
    ledger, _ = read(tmp_path)
    assert [(row.status, (row.reason or "")[:12]) for row in ledger] == [
        ("kept", ""),
        ("kept", "1 invalid by"),
        ("rejected", "undecodable:"),
        ("kept", ""),
    ]


def test_a_character_at_the_end_of_the_sample_is_no_fault(tmp_path: Path) -> None:
    for shift in range(3):
        (tmp_path / "a.jsonl").write_text('{"text": "' + "x" * shift + "я" * 200_000 + '"}', encoding="utf-8")
        assert only(tmp_path).text == "x" * shift + "я" * 200_000
