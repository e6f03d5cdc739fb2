"""Corrections: what a file may say, what is wrong with one that may not, and what each entry did in a run."""

from pathlib import Path

import pytest

from readout.link.corrected import Effects, Seen
from readout.link.corrections import CorrectionError, read_corrections, rulings_of
from readout.link.rulings import NO_RULINGS, Meant, Nameless, Reference

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "workflow" / "schemas" / "corrections.schema.yaml"
SIGNED = "author: Ada Reed, reason: She was there."


def read(folder: Path, *entries: str, signed: str = SIGNED):
    file = folder / "mine.yaml"
    file.write_text("".join(f"- {{{entry}, {signed}}}\n" for entry in entries), encoding="utf-8")
    return read_corrections(file, SCHEMA)


def wrong(folder: Path, *entries: str, **more: str) -> str:
    with pytest.raises(CorrectionError) as caught:
        read(folder, *entries, **more)
    return str(caught.value)


def test_the_file_that_is_shipped_says_nothing_yet():
    assert read_corrections(ROOT / "config" / "corrections.yaml", SCHEMA) == []
    assert read_corrections(None, SCHEMA) == []
    assert rulings_of([]) == NO_RULINGS


def test_the_examples_in_the_file_that_is_shipped_can_be_used(tmp_path):
    lines = (ROOT / "config" / "corrections.yaml").read_text(encoding="utf-8").splitlines()
    examples = [line[2:] for line in lines if line.startswith("# - {")]
    (tmp_path / "mine.yaml").write_text("\n".join(examples), encoding="utf-8")
    assert [one.ruling for one in read_corrections(tmp_path / "mine.yaml", SCHEMA)] == ["same", "not_same", "is", "is_not_a_name"]


def test_each_entry_becomes_a_ruling(tmp_path):
    found = read(
        tmp_path,
        'same: ["person:mara-vell", "M.  Vel"]',
        'not_same: ["person:mara-vell", {name: "Мара Вель", kind: PER}]',
        'is: {name: Vell, entity: "person:tor-vell", document: abcdefghijkl}',
        "is_not_a_name: {name: Gates, kind: PER}",
    )
    made = rulings_of(found)
    vell = Reference("person:mara-vell")
    assert made.same == (frozenset({vell, Reference("M. Vel")}),)
    assert made.apart == ((vell, Reference("Мара Вель", "PER")),)
    assert made.meant == (Meant(Reference("Vell"), "person:tor-vell", "abcdefghijkl"),)
    assert made.nameless == (Nameless("Gates", "PER"),)
    assert found[1].shown == "person:mara-vell; Мара Вель (PER)"
    assert [one.number for one in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("same: [Vell]", "`same` names 1; it takes 2 or more"),
        ("not_same: [Vell, Brook, Arran]", "`not_same` names 3; it takes 2"),
        ("same: [Vell, Brook], not_same: [Vell, Arran]", "says same and not_same"),
        ("sme: [Vell, Brook]", "has no key `sme`"),
        ("same: [Vell, 3]", "`same`, number 2, is not text; put 3 in quotes"),
        ("same: [Vell, {nam: Brook}]", "has no key `nam`"),
        ("is: {name: Vell, entity: Tor}", "`is.entity`: Tor is not the identifier of an entity"),
        ('is: {name: Vell, entity: "person:tor", document: ../x}', "is not the identifier of a document"),
        ("is_not_a_name: {name: Gates, kind: PEOPLE}", "PEOPLE is none of PER, ORG, LOC, AGREEMENT"),
        ("is_not_a_name: Gates", "is not made of keys and values"),
        ('is_not_a_name: {name: "person:tor"}', "only a spelling can be no name"),
        ('same: ["nobody: at home", Vell]', "has a colon and is no identifier"),
        ('same: ["person:tor", "org:tor"]', "things of two kinds are not one"),
        ('same: ["person:tor", {name: Tor, kind: LOC}]', "things of two kinds are not one"),
        ("same: [Vell, Vell]", "Vell stands twice"),
        ("same: [Vell, ' ']", "is empty"),
        ("same: [Vell, Brook], same: [Vell, Arran]", "the key same stands twice"),
        ("same: &a [Vell, *a]", "the alias *a; write it out"),
        ("same: [Vell, 2024-13-45]", "cannot be read; put 2024-13-45 in quotes"),
        ("same: [Vell, !!int x]", "cannot be read; put x in quotes"),
        ("same: [Vell, !!timestamp x]", "cannot be read; put x in quotes"),
        ("same: [Vell, 0x" + "f" * 9000 + "]", "cannot be read; put 0xff"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(tmp_path, entry, said):
    message = wrong(tmp_path, entry)
    assert said in message
    as_yaml = ("the key same", "the alias", "cannot be read")
    assert message.startswith("mine.yaml: line 1: " if any(words in said for words in as_yaml) else "mine.yaml, entry 1: ")


@pytest.mark.parametrize(("signed", "said"), [("author: Ada Reed", "lacks `reason`"), ('author: "", reason: x', "`author` is empty")])
def test_who_says_so_and_why_are_required(tmp_path, signed, said):
    assert said in wrong(tmp_path, "same: [Vell, Brook]", signed=signed)


def test_all_that_is_wrong_is_said_at_once(tmp_path):
    message = wrong(tmp_path, "same: [Vell]", "same: [Vell, Brook]", "is_not_a_name: {nam: Gates}")
    assert "entry 1: " in message and "entry 2: " not in message and "entry 3: " in message


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        (("same: [Vell, Brook]", "same: [Brook, Vell]"), "entry 2: says what entry 1 says"),
        (("same: [Vell, Brook]", "not_same: [Brook, Vell]"), "entry 2: keeps apart what entry 1 makes one"),
        (("not_same: [A, {name: C, kind: PER}]", "same: [A, B]", "same: [B, C]"), "entry 1: keeps apart what entries 2, 3 make one"),
        (('is: {name: A, entity: "person:b"}', 'not_same: [A, "person:b"]'), "entry 2: keeps apart what entry 1 makes one"),
        (
            ('is: {name: A, entity: "person:b"}', 'is: {name: A, entity: "person:c"}'),
            "entry 2: means person:c where entry 1 means person:b",
        ),
        (
            ('is: {name: A, entity: "person:b"}', "is_not_a_name: {name: A}"),
            "entry 2: speaks of a spelling that entry 1 says the contrary of",
        ),
    ],
)
def test_entries_that_contradict_or_repeat_each_other_are_refused(tmp_path, entries, said):
    assert said in wrong(tmp_path, *entries)


@pytest.mark.parametrize(
    "entries",
    [
        ('is: {name: A, entity: "person:b"}', 'is: {name: A, entity: "person:c", document: abcdefghijkl}'),
        ('is: {name: A, entity: "person:b"}', "is_not_a_name: {name: A, document: abcdefghijkl}"),
        ("same: [{name: A, kind: PER}, B]", "not_same: [{name: A, kind: LOC}, B]"),
    ],
)
def test_what_is_so_in_one_place_and_not_in_another_is_no_contradiction(tmp_path, entries):
    assert len(read(tmp_path, *entries)) == 2


NO_LISTS = ["a: b", "- [a", '- {same: ["a", "\\ud800"], author: b, reason: c}', "- " * 30_000, "- {? [a] : b}", "- 5", "-", "- same"]


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_is_no_list_of_entries_is_refused_with_the_file_s_name(tmp_path, text):
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"^mine\.yaml"):
        read_corrections(tmp_path / "mine.yaml", SCHEMA)


def test_aliases_of_aliases_are_refused_before_they_are_unfolded(tmp_path):
    bomb = "- &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (tmp_path / "mine.yaml").write_text(bomb, encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"^mine\.yaml: line 2: the alias \*a0"):
        read_corrections(tmp_path / "mine.yaml", SCHEMA)


def seen(surface, before, after, doc_id="d", kind="PER", dropped=False, start=0):
    return Seen(doc_id, 0, start, start + len(surface), surface, kind, "en", before, after, dropped)


def did(folder, entry, *mentions):
    (one,) = read(folder, entry)
    effects = Effects([one])
    effects.note(mentions)
    changed = [mention.surface for _, mention in effects.corrected()]
    return effects.effect(one, len(changed)), changed


def test_names_made_one_count_the_mentions_that_moved(tmp_path):
    vell = "person:mara-vell"
    moved = [seen("M. Vel", "found:per-m", vell), seen("Vel", "found:per-m", vell, start=20), seen("Mara Vell", vell, vell, start=40)]
    other = seen("Tor Brook", "found:per-t", "found:per-u", start=60)
    assert did(tmp_path, f'same: ["{vell}", "M. Vel"]', *moved, other) == ("merged", ["M. Vel", "Vel"])


def test_names_kept_apart_count_the_mentions_that_left(tmp_path):
    vell = "person:mara-vell"
    mentions = [seen("Mara Vel", vell, "found:per-v"), seen("Mara Vell", vell, vell, start=20)]
    assert did(tmp_path, f'not_same: ["{vell}", "Mara Vel"]', *mentions) == ("kept_apart", ["Mara Vel"])


def test_a_name_that_means_another_counts_where_it_does(tmp_path):
    entry = 'is: {name: Vell, entity: "person:tor-vell", document: abcdefghijkl}'
    here = seen("VELL", "person:mara-vell", "person:tor-vell", "abcdefghijkl")
    assert did(tmp_path, entry, here, seen("Vell", "person:mara-vell", "person:mara-vell")) == ("changed", ["VELL"])
    assert did(tmp_path, entry, seen("Vell", "person:mara-vell", "person:mara-vell")) == ("not_found", [])


def test_what_is_no_name_counts_what_was_dropped(tmp_path):
    mentions = [seen("Gates", None, None, dropped=True), seen("Gates", None, None, kind="LOC", start=9)]
    assert did(tmp_path, "is_not_a_name: {name: Gates, kind: PER}", *mentions) == ("dropped", ["Gates"])


@pytest.mark.parametrize(("said", "written"), [("O'Brien", "O’Brien"), ("Zurich", "ZÜRICH"), ("New Sarnia", "New\nSarnia")])
def test_what_was_dropped_is_said_however_the_entry_spells_it(tmp_path, said, written):
    # the linking folds both, so what it drops must not go unsaid
    entry = f'is_not_a_name: {{name: "{said}"}}'
    assert did(tmp_path, entry, seen(written, "found:per-o", None, dropped=True)) == ("dropped", [written])


def test_a_correction_that_changes_nothing_says_why(tmp_path):
    apart = [seen("Mara Vell", "person:mara-vell", "person:mara-vell"), seen("Tor Vell", "found:per-t", "found:per-t", start=20)]
    assert did(tmp_path, 'not_same: ["Mara Vell", "Tor Vell"]', *apart) == ("no_change", [])
    assert did(tmp_path, "same: [Nobody, No One]", *apart) == ("not_found", [])
