"""The encoder and its head in PyTorch: pieces in, a score for each tag of each word out."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from pretrained import Pretrained
from readout.tag.embeddings import widened


class Layer(nn.Module):
    """One layer of BERT (J. Devlin et al., NAACL 2019): attention, then two matrices, each normalised after its sum."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value, self.out = (nn.Linear(hidden, hidden) for _ in range(4))
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.first, self.second = nn.LayerNorm(hidden, eps=1e-12), nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (sentences, pieces, hidden); `mask` is (sentences, 1, 1, pieces), true where there is a piece."""
        batch, length, hidden = x.shape
        split = (batch, length, self.heads, hidden // self.heads)
        query, key, value = (matrix(x).view(split).transpose(1, 2) for matrix in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(query, key, value, mask, self.dropout if self.training else 0.0)
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.first(x + functional.dropout(seen, self.dropout, self.training))
        made = self.down(functional.gelu(self.up(x)))
        return self.second(x + functional.dropout(made, self.dropout, self.training))


class Encoder(nn.Module):
    """Embeddings and layers; `conventions` are what tells data sets apart that annotate by different rules (0: none)."""

    def __init__(
        self, vocabulary: int, hidden: int, layers: int, heads: int, inner: int, conventions: int, cases: int, dropout: float
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(512, hidden)
        self.convention = nn.Embedding(conventions, hidden)
        self.case = nn.Embedding(cases, hidden)
        nn.init.zeros_(self.convention.weight)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, pieces: Tensor, mask: Tensor, convention: Tensor, case: Tensor) -> Tensor:
        """(sentences, pieces, hidden) for numbers of pieces (sentences, pieces), each sentence's convention and pieces' cases."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places)[None] + self.convention(convention)[:, None] + self.case(case)
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


def from_tensors(
    tensors: dict[str, Tensor], layers: list[int], conventions: int, heads: int = 12, cases: int = 8, dropout: float = 0.1
) -> Encoder:
    """An encoder with the weights of a pretrained one; `layers` are the numbers of the layers that it takes over."""
    vocabulary, hidden = tensors["emb.word"].shape
    encoder = Encoder(vocabulary, hidden, len(layers), heads, tensors["l0.fi.b"].shape[0], conventions, cases, dropout)
    with torch.no_grad():
        encoder.words.weight.copy_(tensors["emb.word"])
        encoder.positions.weight.copy_(tensors["emb.pos"].view(512, hidden) + tensors["emb.type"].view(-1, hidden)[0])
        encoder.norm.weight.copy_(tensors["emb.ln.w"])
        encoder.norm.bias.copy_(tensors["emb.ln.b"])
        for layer, number in zip(encoder.layers, layers, strict=True):
            for name, module in (
                ("q", layer.query),
                ("k", layer.key),
                ("v", layer.value),
                ("ao", layer.out),
                ("fi", layer.up),
                ("fo", layer.down),
            ):
                module.weight.copy_(tensors[f"l{number}.{name}.w"].view_as(module.weight))
                module.bias.copy_(tensors[f"l{number}.{name}.b"])
            for name, module in (("aln", layer.first), ("oln", layer.second)):
                module.weight.copy_(tensors[f"l{number}.{name}.w"])
                module.bias.copy_(tensors[f"l{number}.{name}.b"])
    return encoder


def pretrained_tensors(model: Pretrained, kept: list[int]) -> dict[str, Tensor]:
    """The tensors of a pretrained encoder, with the embeddings of the kept pieces alone."""
    names = ["emb.pos", "emb.type", "emb.ln.w", "emb.ln.b"]
    for number in range(model.sizes["layers"]):
        names += [f"l{number}.{part}.{which}" for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln") for which in "wb"]
    tensors = {name: torch.from_numpy(model.tensor(name).copy()) for name in names}
    tensors["emb.word"] = torch.from_numpy(widened(model.rows("emb.word", np.array(kept))).reshape(len(kept), -1).copy())
    return tensors


class Tagger(nn.Module):
    """An encoder with a score for each tag."""

    def __init__(self, encoder: Encoder, tags: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.words.weight.shape[1], tags)

    def forward(self, pieces: Tensor, mask: Tensor, convention: Tensor, case: Tensor, firsts: Tensor) -> Tensor:
        """(sentences, words, tags); `firsts` is (sentences, words), the place of each word's first piece."""
        x = self.encoder(pieces, mask, convention, case)
        x = torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        return self.head(functional.dropout(x, 0.1, self.training))
