"""What is learned with: sparse hashed features, softmax regression, a small convolutional net, and the measures."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
import torch
from scipy.optimize import minimize
from torch import nn
from torch.nn import functional as F

from data import Row

Array = np.ndarray
DENSE = 28
# The last dense number counts links: the tweets that are measured on come without any, so tone must not lean on it.
TONE_DENSE = 27


@dataclass
class Set:
    """A set of texts as the product's own code sees them."""

    rows: list[Row]
    counts: Array
    hashes: Array
    dense: Array
    tokens: list[list[str]]

    @property
    def labels(self) -> Array:
        return np.array([row.label for row in self.rows])

    def hashed(self, bits: int) -> sp.csr_matrix:
        """Bucket sums, words and pieces each divided by the root of their number."""
        n = len(self.rows)
        flat = self.counts.reshape(-1)
        weight = np.repeat(1 / np.sqrt(np.maximum(flat, 1)), flat).astype(np.float32)
        row = np.repeat(np.repeat(np.arange(n), 2), flat)
        return sp.csr_matrix((weight, (row, self.hashes & ((1 << bits) - 1))), shape=(n, 1 << bits))

    def pieces(self, bits: int) -> sp.csr_matrix:
        """The same of the words' pieces alone: what tells the language."""
        flat = self.counts.reshape(-1)
        is_piece = np.repeat(np.tile([False, True], len(self.rows)), flat)
        n = self.counts[:, 1]
        weight = np.repeat(1 / np.sqrt(np.maximum(n, 1)), n).astype(np.float32)
        row = np.repeat(np.arange(len(self.rows)), n)
        return sp.csr_matrix((weight, (row, self.hashes[is_piece] & ((1 << bits) - 1))), shape=(len(self.rows), 1 << bits))

    def both(self, bits: int, dense: int = TONE_DENSE) -> sp.csr_matrix:
        return sp.hstack([self.hashed(bits), sp.csr_matrix(self.dense[:, :dense])]).tocsr()


def read_features(rows: list[Row], name: str, work: Path, lexicons: Path, langs: Sequence[str | None] | None = None) -> Set:
    """Runs the product's feature extraction (dump.ts) over the rows, each with the lexicon of its language."""
    source = work / f"{name}.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for i, row in enumerate(rows):
            file.write(json.dumps({"text": row.text, "lang": langs[i] if langs else row.lang}) + "\n")
    out = work / name
    subprocess.run(["node", str(Path(__file__).parent / "dump.ts"), str(source), str(out), str(lexicons)], check=True)
    tokens = out.with_name(name + ".tokens").read_text(encoding="utf-8").split("\n")
    return Set(
        rows=rows,
        counts=np.fromfile(out.with_name(name + ".rows"), np.uint32).reshape(-1, 2),
        hashes=np.fromfile(out.with_name(name + ".hashes"), np.uint32).astype(np.int64),
        dense=np.fromfile(out.with_name(name + ".dense"), np.float32).reshape(-1, DENSE),
        tokens=[line.split("\t") if line else [] for line in tokens],
    )


def balanced(labels: Array) -> Array:
    """Weights under which every class that occurs counts the same."""
    count = np.bincount(labels)
    return len(labels) / ((count > 0).sum() * count[labels])


def one_hot(labels: Array, classes: int = 3) -> Array:
    return np.eye(classes)[labels]


def softmax(z: Array) -> Array:
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def regress(
    x: sp.csr_matrix, targets: Array, weights: Array, penalty: float, steps: int = 60, polar: Array | None = None
) -> Array:
    """Multinomial logistic regression on soft targets by L-BFGS; one row per feature and the biases last.

    Rows marked `polar` come from sets without neutral texts: they tell positive from negative and nothing else.
    """
    features, classes = x.shape[1], targets.shape[1]
    transposed = x.T.tocsr()

    def loss(flat: Array) -> tuple[float, Array]:
        w = flat.reshape(features + 1, classes)
        z = x @ w[:-1] + w[-1]
        if polar is not None:
            z[polar, 1] = -30
        z -= z.max(1, keepdims=True)
        log_sum = np.log(np.exp(z).sum(1, keepdims=True))
        residual = weights[:, None] * (np.exp(z - log_sum) - targets)
        gradient = np.vstack([transposed @ residual + penalty * w[:-1], residual.sum(0)])
        value = -(weights[:, None] * targets * (z - log_sum)).sum() + penalty / 2 * (w[:-1] ** 2).sum()
        return value, gradient.ravel()

    start = np.zeros((features + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps, "maxcor": 6})
    return found.x.reshape(features + 1, classes)


def apply(w: Array, x: sp.csr_matrix) -> Array:
    return x @ w[:-1] + w[-1]


WIDTHS = (1, 2, 3)
LONGEST = 48


class Net(nn.Module):
    """Word vectors, convolutions over one to three words, the strongest of each, and the dense numbers."""

    def __init__(self, vectors: Array, filters: int) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=False, padding_idx=0)
        self.conv = nn.ModuleList([nn.Conv1d(vectors.shape[1], filters, k) for k in WIDTHS])
        self.out = nn.Linear(len(WIDTHS) * filters + TONE_DENSE, 3)

    def forward(self, ids: torch.Tensor, dense: torch.Tensor) -> torch.Tensor:
        mask = (ids > 0).float().unsqueeze(2)
        seen = F.dropout(self.words(ids) * mask, 0.25, self.training).transpose(1, 2)
        pooled = [F.relu(c(F.pad(seen, (0, c.kernel_size[0] - 1)))).max(2)[0] for c in self.conv]
        return self.out(torch.cat([F.dropout(torch.cat(pooled, 1), 0.4, self.training), dense], 1))


def encode(tokens: list[list[str]], vocabulary: dict[str, int]) -> torch.Tensor:
    ids = np.zeros((len(tokens), LONGEST), np.int64)
    for i, words in enumerate(tokens):
        row = [vocabulary.get(word, 1) for word in words[:LONGEST]]
        ids[i, : len(row)] = row
    return torch.tensor(ids)


def train_net(
    vectors: Array, filters: int, seed: int, ids: torch.Tensor, dense: Array, targets: Array, weights: Array, epochs: int
) -> Net:
    torch.manual_seed(seed)
    net = Net(vectors, filters)
    x, d = ids, torch.tensor(dense[:, :TONE_DENSE], dtype=torch.float32)
    t = torch.tensor(targets, dtype=torch.float32)
    w = torch.tensor(weights / weights.mean(), dtype=torch.float32)
    rest = [p for name, p in net.named_parameters() if name != "words.weight"]
    optimiser = torch.optim.Adam([{"params": [net.words.weight], "lr": 1e-3}, {"params": rest, "lr": 1.5e-3}])
    batch = 128
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs * (len(x) // batch + 1))
    for _ in range(epochs):
        net.train()
        order = torch.randperm(len(x))
        for at in range(0, len(order), batch):
            j = order[at : at + batch]
            loss = -(t[j] * F.log_softmax(net(x[j], d[j]), 1)).sum(1).mul(w[j]).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return net


def predict(net: Net, ids: torch.Tensor, dense: Array) -> Array:
    net.eval()
    d = torch.tensor(dense[:, :TONE_DENSE], dtype=torch.float32)
    with torch.no_grad():
        parts = [net(ids[at : at + 2048], d[at : at + 2048]) for at in range(0, len(ids), 2048)]
    return softmax(torch.cat(parts).numpy())


def macro_recall(labels: Array, found: Array) -> float:
    return 100 * float(np.mean([np.mean(found[labels == c] == c) for c in np.unique(labels)]))


def macro_f1(labels: Array, found: Array) -> float:
    scores = []
    for c in range(3):
        hit = np.sum((found == c) & (labels == c))
        scores.append(2 * hit / max(1, np.sum(found == c) + np.sum(labels == c)))
    return 100 * float(np.mean(scores))
