"""Writes the weights file that lib/sentiment/weights.ts parses."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from english import English
from learn import DENSE, TONE_DENSE, Array


def _int8(column: Array, percentile: float = 99.9) -> tuple[Array, float]:
    scale = float(np.percentile(np.abs(column[column != 0]), percentile)) / 127
    return np.clip(np.round(column / scale), -127, 127).astype(np.int8), scale


def _short(values: Array) -> list[float]:
    return [round(float(v), 5) for v in np.ravel(values)]


def _table(w: Array) -> tuple[bytes, dict[str, Any]]:
    """Negative and positive columns against neutral; buckets as int8, the dense numbers as they are."""
    buckets = len(w) - 1 - TONE_DENSE
    against = w - w[:, 1:2]
    columns = [_int8(against[:buckets, c]) for c in (0, 2)]
    return b"".join(q.tobytes() for q, _ in columns), {
        "scale": [float(f"{s:.6g}") for _, s in columns],
        "dense": [_short(against[buckets:-1, c]) for c in (0, 2)],
        "bias": _short(against[-1, [0, 2]]),
    }


def write_weights(
    path: Path,
    engine: str,
    languages: list[str],
    english: English,
    others: Array,
    language: Array,
    spam: Array,
    lexicons: dict[str, dict[str, float]],
    blend: float,
) -> None:
    """Everything but the calibration, which what is written here has to be measured for."""
    english_table, english_header = _table(english.table)
    others_table, others_header = _table(others)
    state = {k: v.numpy() for k, v in english.net.state_dict().items()}
    vectors = state["words.weight"]
    scales = np.percentile(np.abs(vectors), 99.95, axis=0) / 127
    conv = np.concatenate([state[f"conv.{i}.weight"].transpose(2, 1, 0).reshape(-1) for i in range(3)])
    kernels = [_int8(language[:-1, k]) for k in range(len(languages))]
    column = spam[:, 1] - spam[:, 0]
    spam_table, spam_scale = _int8(column[: -1 - DENSE])
    sections = {
        "english": english_table,
        "others": others_table,
        "language": np.stack([q for q, _ in kernels], 1).tobytes(),
        "spam": spam_table.tobytes(),
        "vectors": np.clip(np.round(vectors / scales), -127, 127).astype(np.int8).tobytes(),
        "conv": conv.astype("<f4").tobytes(),
        "vocabulary": "\n".join(sorted(english.vocabulary, key=english.vocabulary.__getitem__)).encode(),
    }
    for name, words in lexicons.items():
        lines = "\n".join(f"{word}\t{round(valence * 10)}" for word, valence in sorted(words.items()))
        sections["vader" if name == "vader" else f"words-{name}"] = lines.encode()
    header = {
        "engine": engine,
        "languages": languages,
        "english": english_header,
        "others": others_header,
        "blend": blend,
        "net": {
            "words": len(vectors),
            "size": vectors.shape[1],
            "filters": len(state["conv.0.bias"]),
            "scale": [float(f"{s:.6g}") for s in scales],
            "convBias": _short(np.concatenate([state[f"conv.{i}.bias"] for i in range(3)])),
            "out": [_short(row) for row in state["out.weight"]],
            "outBias": _short(state["out.bias"]),
        },
        "language": {"scale": [float(f"{s:.6g}") for _, s in kernels], "bias": _short(language[-1])},
        "spam": {"scale": float(f"{spam_scale:.6g}"), "dense": _short(column[-1 - DENSE : -1]), "bias": _short(column[-1:])[0]},
        "calibration": {"languages": {}, "curves": {}},
        "sections": [[name, len(data)] for name, data in sections.items()],
    }
    _write(path, header, b"".join(sections.values()))


def write_calibration(path: Path, calibration: dict[str, Any]) -> None:
    file = path.read_bytes()
    end = 20 + int.from_bytes(file[16:20], "little")
    _write(path, json.loads(file[20:end]) | {"calibration": calibration}, file[end:])


def _write(path: Path, header: dict[str, Any], sections: bytes) -> None:
    head = json.dumps(header, separators=(",", ":")).encode()
    tail = len(head).to_bytes(4, "little") + head + sections
    checked = (16 + len(tail)).to_bytes(4, "little") + zlib.crc32(tail).to_bytes(4, "little")
    path.write_bytes(b"RAPTONE1" + checked + tail)
