"""The labelled texts, as read from the data folder: cleaned, and free of what is measured on.

Labels are 0 negative, 1 neutral, 2 positive. Nothing read here is ever copied into the repository.
"""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "it": "italian",
    "pt": "portuguese",
}
OWN = Path(__file__).parent / "comments"
# Research terms: fit for weights, left out of the clean build (README of the data folder).
RESEARCH_ONLY = ("semeval", "xlmt-ar", "xlmt-es", "xlmt-fr", "xlmt-hi", "xlmt-pt", "emotion", "offensive")

POSITIVE = set("admiration amusement approval caring desire excitement gratitude joy love optimism pride relief".split())
NEGATIVE = set(
    "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness".split()
)


@dataclass(frozen=True)
class Row:
    text: str
    label: int
    lang: str


def clean(text: str) -> str:
    """Entities, escapes and a spreadsheet's quotes resolved: the text as it was written."""
    text = html.unescape(html.unescape(text))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if len(text) > 1 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    return re.sub(r"\s+", " ", text.replace('""', '"').replace('\\"', '"')).strip()


def norm(text: str) -> str:
    """What two copies of a text have in common: letters and digits, no links, no names."""
    text = re.sub(r"https?:?\S*|www\.\S+", "", clean(text))
    return re.sub(r"[\W_]+", "", re.sub(r"@\w+", "", text).lower())


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def _pair(folder: Path, split: str, lang: str) -> list[Row]:
    texts = _lines(folder / f"{split}_text.txt")
    labels = _lines(folder / f"{split}_labels.txt")
    assert len(texts) == len(labels), folder
    return [Row(clean(text), int(label), lang) for text, label in zip(texts, labels)]


def _goemotions(root: Path, split: str) -> list[Row]:
    """Emotions to polarity; texts of both signs or of neither (surprise, curiosity, ...) are left out."""
    names = (root / "labels.txt").read_text().split()
    rows = []
    for line in _lines(root / f"{split}.tsv"):
        text, ids, *_ = line.split("\t")
        emotions = [names[int(i)] for i in ids.split(",")]
        positive = any(e in POSITIVE for e in emotions)
        negative = any(e in NEGATIVE for e in emotions)
        if positive and negative or (not positive and not negative and emotions != ["neutral"]):
            continue
        rows.append(Row(clean(text), 2 if positive else 0 if negative else 1, "en"))
    return rows


def _xed(path: Path, lang: str) -> list[Row]:
    """Film subtitles: joy and trust are positive; anger, disgust, fear and sadness negative; no neutral ones."""
    rows = []
    for line in _lines(path):
        cells = line.rstrip("\r").split("\t")
        if len(cells) < 2 or not re.fullmatch(r"[\d, ]+", cells[1]):
            continue
        emotions = {int(i) for i in cells[1].replace(" ", "").split(",") if i}
        positive, negative = bool(emotions & {5, 8}), bool(emotions & {1, 3, 4, 6})
        if positive != negative:
            rows.append(Row(clean(re.sub(r"\[[A-Z]+\]", "@user", cells[0])), 2 if positive else 0, lang))
    return rows


def _spam(folder: Path) -> dict[str, list[Row]]:
    """One set per video; label 1 is spam."""
    sets = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        texts = [re.sub(r"<a href=\"([^\"]*)\"[^>]*>.*?</a>", r"\1", html.unescape(row["CONTENT"])) for row in rows]
        texts = [clean(re.sub(r"<[^>]+>|\ufeff", " ", text)) for text in texts]
        sets[f"spam-{path.stem}"] = [Row(text, int(row["CLASS"]), "en") for text, row in zip(texts, rows)]
    return sets


def _own(path: Path, lang: str) -> list[Row]:
    """Comments that we made up (tests/training/comments): a label and a text a line."""
    lines = [line for line in _lines(path) if not line.startswith("#")]
    return [Row(line[2:], int(line[0]), lang) for line in lines]


def measured(root: Path) -> dict[str, list[Row]]:
    """What is measured on; never trained on."""
    sets = {"tweeteval-val": _pair(root / "tweeteval-val", "val", "en"), "goemotions-dev": _goemotions(root / "goemotions", "dev")}
    for lang, name in LANGUAGES.items():
        sets[f"xlmt-{lang}-val"] = _pair(root / "xlmt" / name, "val", lang)
    return sets


def trained_on(root: Path, is_clean: bool) -> dict[str, list[Row]]:
    """What may be trained on, without any row (or near copy) of what is measured on."""
    sets: dict[str, list[Row]] = {"goemotions": _goemotions(root / "goemotions", "train")}
    rows = []
    for part in ("1", "2"):
        for line in _lines(root / "semeval" / f"train_part{part}.tsv"):
            label, _, text = line.split("\t", 2)
            rows.append(Row(clean(text), int(label), "en"))
    sets["semeval"] = rows
    for lang, name in LANGUAGES.items():
        if (root / "xlmt" / name / "train_text.txt").exists():
            sets[f"xlmt-{lang}"] = _pair(root / "xlmt" / name, "train", lang)
    sides = root / "tweeteval-side"
    # anger, joy, optimism, sadness
    sets["emotion"] = [Row(r.text, (0, 2, 2, 0)[r.label], "en") for r in _pair(sides / "emotion", "train", "en")]
    sets["offensive"] = _pair(sides / "offensive", "train", "en")
    for lang in LANGUAGES:
        path = root / "xed" / ("en-annotated.tsv" if lang == "en" else f"{lang}-projections.tsv")
        if path.exists():
            sets[f"xed-{lang}"] = _xed(path, lang)
    for path in sorted(OWN.glob("*.txt")):
        sets[f"own-{path.stem}"] = _own(path, path.stem)
    sets |= _spam(root / "youtube-spam")
    if is_clean:
        sets = {name: rows for name, rows in sets.items() if name not in RESEARCH_ONLY}
    held = {norm(row.text) for rows in measured(root).values() for row in rows}
    starts = {text[:50] for text in held if len(text) >= 50}
    kept = {}
    for name, rows in sets.items():
        fresh = [(row, norm(row.text)) for row in rows]
        kept[name] = [row for row, key in fresh if key == "" or (key not in held and key[:50] not in starts)]
    return kept


if __name__ == "__main__":
    import sys

    everything = {**measured(Path(sys.argv[1])), **trained_on(Path(sys.argv[1]), False)}
    for set_name, set_rows in everything.items():
        print(f"{set_name:24} {len(set_rows):6}", dict(Counter(row.label for row in set_rows)))
