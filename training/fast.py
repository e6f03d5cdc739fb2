"""The fast model in PyTorch: what is known of each word by itself, then what its neighbours say, then a score for each tag."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from readout.tag.features import CASES, ENDS, WORDS
from readout.tag.pieces import PAD

HIDDEN = 256
REACH = (1, 1, 2, 4)
"""How far away the neighbours are that each layer looks at: together seventeen words."""


class Word(nn.Module):
    """(words, 256) of numbers of features: the mean of the frozen embeddings of a word's pieces, and tables learnt here."""

    def __init__(self, embeddings: Tensor) -> None:
        super().__init__()
        self.pieces = nn.Embedding.from_pretrained(embeddings, freeze=True, padding_idx=1)
        self.whole, self.first, self.last = nn.Embedding(WORDS, 48), nn.Embedding(ENDS, 32), nn.Embedding(ENDS, 32)
        self.case = nn.Embedding(CASES, 16)
        self.mixed = nn.Linear(embeddings.shape[1] * 2, 192)
        self.made = nn.Linear(192 + 48 + 32 + 32 + 16, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)

    def forward(self, pieces: Tensor, others: Tensor) -> Tensor:
        """`pieces` (…, 8) padded with 1; `others` (…, 4): whole word, first letters, last letters, case."""
        real = (pieces != PAD)[..., None]
        vectors = self.pieces(pieces) * real
        mean = vectors.sum(-2) / real.sum(-2).clamp(min=1)
        return self.joined(torch.cat([mean, vectors[..., 0, :]], -1), others)

    def joined(self, vector: Tensor, others: Tensor) -> Tensor:
        """The same with the vector of the pieces at hand: (…, 768), their mean and the first one."""
        tables = [self.whole(others[..., 0]), self.first(others[..., 1]), self.last(others[..., 2])]
        tables = [functional.dropout(table, 0.2, self.training) for table in tables]
        return self.norm(functional.gelu(self.made(torch.cat([self.mixed(vector), *tables, self.case(others[..., 3])], -1))))


class Neighbours(nn.Module):
    """One layer: a word, the word some places before and the one some places behind."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.made, self.norm = nn.Linear(3 * HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` (sentences, words, 256), `mask` (sentences, words, 1), 1 where there is a word."""
        x = x * mask
        before = functional.pad(x, (0, 0, self.reach, 0))[:, : x.shape[1]]
        behind = functional.pad(x, (0, 0, 0, self.reach))[:, self.reach :]
        made = functional.gelu(self.made(torch.cat([before, x, behind], -1)))
        return self.norm(x + functional.dropout(made, 0.1, self.training))


class Whole(nn.Module):
    """One layer of attention over the whole sentence."""

    def __init__(self, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.ask, self.out, self.norm = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """As `Neighbours`."""
        batch, length, _ = x.shape
        query, key, value = self.ask(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        weight = query @ key.transpose(2, 3) * (HIDDEN // self.heads) ** -0.5 + (mask[:, None, None, :, 0] - 1) * 10000.0
        seen = (weight.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        return self.norm(x + functional.dropout(self.out(seen), 0.1, self.training))


class Context(nn.Module):
    """(sentences, words, tags) of words by themselves (sentences, words, 256)."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.near = nn.ModuleList(Neighbours(reach) for reach in REACH)
        self.far = Whole()
        self.head = nn.Linear(HIDDEN, tags)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """As `Neighbours`."""
        x = self.near[1](self.near[0](x, mask), mask)
        x = self.far(x, mask)
        x = self.near[3](self.near[2](x, mask), mask)
        return self.head(x)


class Fast(nn.Module):
    """Both together."""

    def __init__(self, embeddings: Tensor, tags: int) -> None:
        super().__init__()
        self.word, self.context = Word(embeddings), Context(tags)

    def forward(self, pieces: Tensor, others: Tensor, mask: Tensor) -> Tensor:
        """Numbers of features (sentences, words, 8) and (sentences, words, 4), and where there are words (sentences, words)."""
        return self.context(functional.dropout(self.word(pieces, others), 0.1, self.training), mask[..., None].float())
