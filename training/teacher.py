"""Teachers: the whole encoder, fine-tuned on all gold, each from another seed; what they say together is what the students learn.

Method: a few hundred to a thousand steps of reading with gaps on our texts first (S. Gururangan et al., "Don't stop pretraining",
ACL 2020), then tags of words with the data set's convention told two times in three.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from batches import Store, gathered, shuffled
from encoder import Encoder, Tagger, from_tensors
from examples import CONVENTIONS
from readout.tag.decoding import TAGS
from readout.tag.pieces import PAD

MASK = 3


class Plan(NamedTuple):
    """How one teacher is made: its seed, the steps of reading with gaps, epochs on gold, learning rate, whether on English alone."""

    name: str
    seed: int
    gaps: int
    epochs: float
    rate: float
    english: bool


PLANS = (
    Plan("english", 2, 800, 5, 1e-4, True),
    Plan("first", 1, 0, 4, 1e-4, False),
    Plan("second", 3, 1000, 4, 1e-4, False),
    Plan("third", 4, 0, 4, 1.5e-4, False),
)


def taught(plan: Plan, tensors: dict[str, Tensor], gold: Store, raw: Store, device: str, say: Callable[[str], None]) -> Tagger:
    """A teacher; `tensors` are the pretrained encoder's."""
    torch.manual_seed(plan.seed)
    random = np.random.default_rng(plan.seed)
    layers = sum(name.endswith(".q.w") for name in tensors)
    tagger = Tagger(from_tensors(tensors, list(range(layers)), len(CONVENTIONS) + 1), len(TAGS)).to(device)
    # the embeddings are shipped as they are, in four bits: nothing may move them
    tagger.encoder.words.weight.requires_grad_(False)
    if plan.gaps:
        _read_with_gaps(tagger.encoder, np.concatenate([raw.pieces, gold.pieces]).astype(np.int64), plan.gaps, random, device, say)
    candidates = np.flatnonzero((gold.part == 0) & (gold.english | (not plan.english)))
    total = int(len(np.unique(gold.group[candidates])) / 48 * plan.epochs)
    optimiser = Optimiser(tagger, plan.rate, total, warm=total * 0.08)
    tagger.train()
    while optimiser.step < total:
        for chosen in shuffled(gold, candidates, 48, random):
            if optimiser.step >= total:
                break
            batch = on(device, gathered(gold, chosen))
            told = torch.rand(len(chosen), device=device) >= 0.35
            with half(device):
                scores = tagger(batch["pieces"], batch["pieces"] != PAD, batch["convention"] * told, batch["cases"], batch["firsts"])
            loss = functional.cross_entropy(scores.float().transpose(1, 2), batch["tags"], ignore_index=-1, reduction="none")
            weight = batch["weight"][:, None] * batch["words"]
            optimiser.follow((loss * weight).sum() / weight.sum())
            if optimiser.step % 500 == 0:
                say(f"teacher {plan.name}: {optimiser.step} of {total}")
    return tagger.eval()


@torch.no_grad()
def said(tagger: Tagger, store: Store, device: str, english: bool) -> np.ndarray:
    """(words, tags) of probabilities. English is asked by three conventions, whose mean counts; `english` asks for nothing else."""
    result = np.zeros((len(store.firsts), len(TAGS)), np.float32)
    lengths = np.diff(store.begins)
    for flag, conventions in ((True, (0, 1, 2)), (False, (0,))):
        if english and not flag:
            continue
        order = np.flatnonzero(store.english == flag)
        order = order[np.argsort(lengths[order], kind="stable")]
        for start in range(0, len(order), 256):
            chosen = order[start : start + 256]
            batch = on(device, gathered(store, chosen))
            total = 0
            for convention in conventions:
                about = torch.full_like(batch["convention"], convention)
                with half(device):
                    scores = tagger(batch["pieces"], batch["pieces"] != PAD, about, batch["cases"], batch["firsts"])
                total = total + scores.float().softmax(-1)
            found = (total / len(conventions)).cpu().numpy()
            for row, number in enumerate(chosen):
                here = slice(store.words[number], store.words[number + 1])
                result[here] = found[row, : here.stop - here.start]
    return result


def _read_with_gaps(
    encoder: Encoder, stream: np.ndarray, steps: int, random: np.random.Generator, device: str, say: Callable[[str], None]
) -> None:
    vocabulary, hidden = encoder.words.weight.shape
    guess = nn.Sequential(nn.Linear(hidden, hidden), nn.GELU(), nn.LayerNorm(hidden)).to(device)
    bias = nn.Parameter(torch.zeros(vocabulary, device=device))
    both = nn.ModuleDict({"encoder": encoder, "guess": guess})
    both.register_parameter("bias", bias)
    optimiser = Optimiser(both, 2e-4, steps, warm=100)
    for step in range(steps):
        starts = random.integers(0, len(stream) - 128, 128)
        text = torch.from_numpy(np.stack([stream[start : start + 128] for start in starts])).to(device)
        gap = (torch.rand(text.shape, device=device) < 0.18) & (text > MASK)
        chance = torch.rand(text.shape, device=device)
        seen = torch.where(gap & (chance < 0.85), torch.full_like(text, MASK), text)
        seen = torch.where(gap & (chance > 0.95), torch.randint(4, vocabulary, text.shape, device=device), seen)
        with half(device):
            about = torch.zeros(len(text), dtype=torch.long, device=device)
            states = encoder(seen, torch.ones_like(seen, dtype=torch.bool), about, torch.zeros_like(seen))[gap]
            scores = guess(states) @ encoder.words.weight.t() + bias
        optimiser.follow(functional.cross_entropy(scores.float(), text[gap]))
        if step % 200 == 0:
            say(f"reading with gaps: {step} of {steps}")


class Optimiser:
    """AdamW with a rate that rises for `warm` steps and then falls in a line to nothing at `total`."""

    def __init__(self, module: nn.Module, rate: float, total: int, warm: float) -> None:
        self._parameters = [parameter for parameter in module.parameters() if parameter.requires_grad]
        groups = [
            {"params": [parameter for parameter in self._parameters if parameter.ndim > 1], "weight_decay": 0.01},
            {"params": [parameter for parameter in self._parameters if parameter.ndim < 2], "weight_decay": 0.0},
        ]
        self._inner = torch.optim.AdamW(groups, lr=rate)
        self._rate, self._total, self._warm = rate, total, max(1.0, warm)
        self.step = 0

    def follow(self, loss: Tensor) -> None:
        """One step down a loss."""
        for group in self._inner.param_groups:
            group["lr"] = self._rate * min(1.0, self.step / self._warm) * max(0.0, 1 - self.step / self._total)
        self._inner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._inner.step()
        self.step += 1


def on(device: str, batch: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """A batch as tensors on a device."""
    return {name: torch.from_numpy(array).to(device) for name, array in batch.items()}


def half(device: str) -> torch.autocast:
    """Half precision where it is worth while."""
    return torch.autocast(device, dtype=torch.bfloat16)
