"""English: a teacher too large to ship, and the two small models that learn from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
import torch

from learn import Array, Net, Set, apply, balanced, encode, one_hot, predict, regress, softmax, train_net

# How much each labelled set says, and the ones whose texts only the teacher labels (sentiment.md section 2).
LABELLED = {"semeval": 1.0, "goemotions": 0.3, "emotion": 0.5}
CLEAN = {"goemotions": 1.0}
BITS = 15
TEACHER_BITS = 18
WORDS = 22_000


@dataclass
class Embeddings:
    """GloVe vectors (100 numbers, public domain) in the order of their words' frequency."""

    words: list[str]
    vectors: Array

    def mean(self, tokens: list[list[str]], index: dict[str, int]) -> Array:
        out = np.zeros((len(tokens), self.vectors.shape[1]), np.float32)
        for i, words in enumerate(tokens):
            known = [index[w] for w in words if w in index]
            if known:
                out[i] = self.vectors[known].sum(0) / np.sqrt(len(known))
        return out


@dataclass
class English:
    table: Array
    net: Net
    vocabulary: dict[str, int]


def train_english(sets: dict[str, Set], glove: Embeddings, is_clean: bool) -> English:
    """0.4 regression over 2^18 buckets and GloVe, 0.6 two nets of 48 numbers a word; then a table of 2^15 and a net of 24."""
    weight = CLEAN if is_clean else LABELLED
    labelled = [name for name in weight if name in sets]
    unlabelled = [name for name in ("offensive", "xed-en", *(n for n in sets if n.startswith("spam"))) if name in sets]
    every = [*labelled, *unlabelled]
    index = {word: i for i, word in enumerate(glove.words)}
    # Sets without neutral texts tell positive from negative only.
    polar = np.concatenate([np.full(len(sets[n].rows), n == "emotion") for n in labelled])

    def wide(name: str) -> sp.csr_matrix:
        s = sets[name]
        return sp.hstack([s.both(TEACHER_BITS), sp.csr_matrix(glove.mean(s.tokens, index))]).tocsr()

    hard = np.concatenate([one_hot(sets[n].labels) for n in labelled])
    share = np.concatenate([balanced(sets[n].labels) * weight[n] for n in labelled])
    w = regress(sp.vstack([wide(n) for n in labelled]).tocsr(), hard, share, 1.0, polar=polar)
    teacher = {n: 0.4 * softmax(apply(w, wide(n))) for n in every}

    count = Counter(word for n in every for words in sets[n].tokens for word in words)
    large = vocabulary_of(count, glove.words, 24_000)
    ids = {n: encode(sets[n].tokens, large) for n in every}
    for seed in (1, 2):
        net = train_net(
            vectors_of(large, glove, index, 48, seed),
            64,
            seed,
            torch.cat([ids[n] for n in labelled]),
            np.concatenate([sets[n].dense for n in labelled]),
            hard * 0.92 + 0.08 / 3,
            share,
            2,
        )
        for n in every:
            teacher[n] = teacher[n] + 0.3 * predict(net, ids[n], sets[n].dense)

    soft = [0.4 * one_hot(sets[n].labels) + 0.6 * teacher[n] if n in labelled else teacher[n] for n in every]
    targets = np.concatenate(soft)
    share = np.concatenate(
        [balanced(sets[n].labels) * weight[n] if n in labelled else np.full(len(sets[n].rows), 0.35) for n in every]
    )
    table = regress(sp.vstack([sets[n].both(BITS) for n in every]).tocsr(), targets, share, 1.0)
    small = vocabulary_of(count, glove.words, WORDS)
    net = train_net(
        vectors_of(small, glove, index, 24, 7),
        40,
        7,
        torch.cat([encode(sets[n].tokens, small) for n in every]),
        np.concatenate([sets[n].dense for n in every]),
        targets,
        share,
        3,
    )
    return English(table, net, small)


def vocabulary_of(count: Counter[str], frequent: list[str], size: int) -> dict[str, int]:
    """Padding, the unknown word, what was read three times or more, then GloVe's most frequent; in spelling's order."""
    words: dict[str, None] = {}
    for word, n in count.most_common():
        if n >= 3 and len(words) < size * 0.7:
            words[word] = None
    for word in frequent:
        if len(words) >= size - 2:
            break
        if word.isalpha():
            words[word] = None
    return {"": 0, "\0": 1} | {word: i + 2 for i, word in enumerate(sorted(words))}


def vectors_of(vocabulary: dict[str, int], glove: Embeddings, index: dict[str, int], size: int, seed: int) -> Array:
    """GloVe's main axes over the vocabulary; noise for the words it lacks."""
    known = [index[word] for word in vocabulary if word in index]
    mean = glove.vectors[known].mean(0)
    axes = np.linalg.svd(glove.vectors[known] - mean, full_matrices=False)[2][:size].T
    vectors = np.random.default_rng(seed).normal(0, 0.05, (len(vocabulary), size)).astype(np.float32)
    vectors[0] = 0
    for word, i in vocabulary.items():
        if word in index:
            vectors[i] = (glove.vectors[index[word]] - mean) @ axes * 3
    return vectors
