"""The trained models as the graphs that are shipped: ONNX, in figures of eight bits."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor, nn
from torch.nn import functional

from encoder import Tagger
from fast import HIDDEN, Fast


class Slow(nn.Module):
    """The encoder with vectors of pieces as input: tables of embeddings stay outside the graph."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        encoder = tagger.encoder
        self.register_buffer("places", encoder.positions.weight + encoder.convention.weight[0])

    def forward(self, vectors: Tensor, cases: Tensor, mask: Tensor) -> Tensor:
        """(sentences, pieces, tags) of vectors (sentences, pieces, hidden); cases and mask are (sentences, pieces), 1 for a piece."""
        encoder = self.tagger.encoder
        x = encoder.norm(vectors + self.places[: vectors.shape[1]][None] + encoder.case(cases))
        away = (1.0 - mask)[:, None, None, :] * -10000.0
        for layer in encoder.layers:
            split = (x.shape[0], x.shape[1], layer.heads, x.shape[2] // layer.heads)
            query, key, value = (matrix(x).view(split).transpose(1, 2) for matrix in (layer.query, layer.key, layer.value))
            weight = (query @ key.transpose(2, 3)) * (split[3] ** -0.5) + away
            seen = (weight.softmax(-1) @ value).transpose(1, 2).reshape(x.shape)
            x = layer.first(x + layer.out(seen))
            x = layer.second(x + layer.down(functional.gelu(layer.up(x))))
        return self.tagger.head(x).softmax(-1)


class FastWord(nn.Module):
    """The part of the fast model that sees a word alone."""

    def __init__(self, fast: Fast) -> None:
        super().__init__()
        self.word = fast.word

    def forward(self, vectors: Tensor, others: Tensor) -> Tensor:
        """(words, 256) of vectors (words, 768) and numbers of tables (words, 4)."""
        return self.word.joined(vectors, others)


class FastContext(nn.Module):
    """The part of the fast model that sees the sentence."""

    def __init__(self, fast: Fast) -> None:
        super().__init__()
        self.context = fast.context

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        """(sentences, words, tags) of (sentences, words, 256) and (sentences, words), 1 where there is a word."""
        return self.context(words, mask[..., None]).softmax(-1)


def export_slow(tagger: Tagger, path: Path) -> None:
    """Write the encoder's graph."""
    vectors, cases, mask = torch.zeros(2, 7, 384), torch.zeros(2, 7, dtype=torch.long), torch.ones(2, 7)
    names = {0: "sentences", 1: "pieces"}
    _export(Slow(tagger), (vectors, cases, mask), path, ("vectors", "cases", "mask"), (names, names, names), names)


def export_fast(fast: Fast, word: Path, context: Path) -> None:
    """Write both graphs of the fast model."""
    _export(
        FastWord(fast),
        (torch.zeros(3, 768), torch.zeros(3, 4, dtype=torch.long)),
        word,
        ("vectors", "others"),
        ({0: "words"}, {0: "words"}),
        {0: "words"},
    )
    names = {0: "sentences", 1: "words"}
    _export(FastContext(fast), (torch.zeros(2, 7, HIDDEN), torch.ones(2, 7)), context, ("words", "mask"), (names, names), names)


def _export(module: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: tuple[str, ...], axes: tuple[dict, ...], out: dict) -> None:
    """Matrices in blocks of 128 weights of eight bits: figures of a row depend on no other row, so that a sentence is read alike in
    whatever company. Tables that are looked up in become eight-bit ones too."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

    module.eval()
    with TemporaryDirectory() as folder:
        whole, tables = Path(folder) / "whole.onnx", Path(folder) / "tables.onnx"
        torch.onnx.export(
            module, example, str(whole), input_names=list(inputs), output_names=["tags"], opset_version=17, dynamo=False,
            dynamic_axes={**dict(zip(inputs, axes, strict=True)), "tags": out},
        )  # fmt: skip
        quantize_dynamic(str(whole), str(tables), weight_type=QuantType.QInt8, op_types_to_quantize=["Gather"])
        settings = DefaultWeightOnlyQuantConfig(block_size=128, is_symmetric=True, accuracy_level=4, bits=8)
        quantizer = MatMulNBitsQuantizer(onnx.load(str(tables)), algo_config=settings)
        quantizer.process()
        quantizer.model.save_model_to_file(str(path))
