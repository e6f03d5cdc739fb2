"""Students: smaller models that learn what the teachers say together, on gold and on text that nobody annotated.

Method: G. Hinton, O. Vinyals, J. Dean, "Distilling the knowledge in a neural network", 2015; where a word has a gold tag, that
counts for two fifths.
"""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from batches import Store, gathered, shuffled
from encoder import Tagger, from_tensors
from examples import CONVENTIONS
from fast import Fast
from readout.tag.decoding import TAGS
from readout.tag.features import MOST_PIECES
from readout.tag.pieces import PAD
from teacher import Optimiser, half, on

LAYERS = (0, 1, 3, 4, 6, 7, 9, 11)
"""The layers of a teacher that the accurate student begins with."""


def accurate(tensors: dict[str, Tensor], teacher: Tagger) -> Tagger:
    """The accurate student before it learns: some layers of a teacher."""
    student = Tagger(from_tensors(tensors, list(LAYERS), len(CONVENTIONS) + 1), len(TAGS))
    known, state = teacher.state_dict(), student.state_dict()
    for name in state:
        found = name
        if name.startswith("encoder.layers."):
            _, _, number, rest = name.split(".", 3)
            found = f"encoder.layers.{LAYERS[int(number)]}.{rest}"
        state[name] = known[found].cpu()
    student.load_state_dict(state)
    student.encoder.words.weight.requires_grad_(False)
    return student


def scores(student: nn.Module, batch: dict[str, Tensor], table: Tensor) -> Tensor:
    """(sentences, words, tags) of a student of either make."""
    if isinstance(student, Fast):
        told = table[batch["features"]]
        return student(told[..., :MOST_PIECES], told[..., MOST_PIECES:], batch["words"])
    about = torch.zeros_like(batch["convention"])
    return student(batch["pieces"], batch["pieces"] != PAD, about, batch["cases"], batch["firsts"])


def learnt(
    student: nn.Module,
    store: Store,
    said: np.ndarray,
    steps: int,
    size: int,
    rate: float,
    seed: int,
    device: str,
    say: Callable[[str], None],
) -> nn.Module:
    """A student after `steps` batches of `size` sentences; `said` is (words, tags) in 255ths. Other languages come twice."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    student = student.to(device).train()
    table = torch.from_numpy(store.table.astype(np.int64)).to(device)
    optimiser = Optimiser(student, rate, steps, warm=200)
    pool = np.flatnonzero(store.part == 0)
    while optimiser.step < steps:
        for chosen in shuffled(store, pool, size, random, again=pool[~store.english[pool]]):
            if optimiser.step >= steps:
                break
            batch = on(device, gathered(store, chosen))
            target = _targets(store, said, chosen, batch["tags"].shape[1])
            gold = functional.one_hot(batch["tags"].clamp(min=0), len(TAGS)).float()
            known = (batch["tags"] >= 0)[..., None] * 0.4
            aim = torch.from_numpy(target).to(device) * (1 - known) + gold * known
            with half(device):
                found = scores(student, batch, table)
            loss = -(aim * found.float().log_softmax(-1)).sum(-1)
            weight = batch["weight"][:, None] * batch["words"]
            optimiser.follow((loss * weight).sum() / weight.sum())
            if optimiser.step % 500 == 0:
                say(f"{type(student).__name__}: {optimiser.step} of {steps}")
    return student.eval()


def _targets(store: Store, said: np.ndarray, chosen: np.ndarray, most: int) -> np.ndarray:
    target = np.zeros((len(chosen), most, len(TAGS)), np.float32)
    for row, number in enumerate(chosen):
        here = slice(store.words[number], store.words[number + 1])
        target[row, : here.stop - here.start] = said[here]
    return target / np.maximum(target.sum(-1, keepdims=True), 1)
