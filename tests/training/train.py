"""Trains the tone weights and writes them with their figures. Started by main.ts; needs what that installs."""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import time
from pathlib import Path

import numpy as np
import torch

import others
from calibrate import Said, calibrate, figures
from data import LANGUAGES, trained_on
from english import Embeddings, train_english
from export import write_calibration, write_weights
from learn import Set, read_features

HERE = Path(__file__).parent
BLEND = 0.4
TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]


def plain_arabic(word: str) -> str:
    """As plainWord in lib/sentiment/forms.ts spells it."""
    word = re.sub("[\u064b-\u065f\u0670\u0640]", "", word)
    return re.sub("[أإآ]", "ا", word).replace("ى", "ي").replace("ة", "ه")


def translated(folder: Path, lang: str) -> dict[str, float]:
    raw = json.loads((folder / f"AFINN-{lang}.json").read_text(encoding="utf-8"))
    words = {}
    for word, value in raw.items():
        if " " not in word:
            words[plain_arabic(word.lower())] = float(value["coeff"] if isinstance(value, dict) else value)
    return words


def own_words(lang: str) -> dict[str, float]:
    words: dict[str, float] = {}
    for line in (HERE / "words" / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            value, *listed = line.split()
            for word in listed:
                words.setdefault(plain_arabic(word), float(value))
    return words


def read_lexicons(data: Path, afinn: Path) -> dict[str, dict[str, float]]:
    """VADER's words, and by language AFINN as translated with our own words above it."""
    vader = {}
    for line in (data / "lexicons" / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, valence, *_ = line.split("\t")
        vader[word] = round(float(valence), 1)
    return {"vader": vader} | {lang: translated(afinn, lang) | own_words(lang) for lang in TRANSLATED}


def read_glove(work: Path) -> Embeddings:
    vectors = np.fromfile(work / "glove.f32", np.float32).reshape(-1, 100)
    vectors /= np.maximum(1e-6, np.linalg.norm(vectors, axis=1, keepdims=True))
    return Embeddings((work / "glove.words").read_text(encoding="utf-8").split("\n"), vectors)


def product_says(weights: Path, work: Path) -> Said:
    out = work / "said.jsonl"
    subprocess.run(["node", str(HERE / "predict.ts"), str(weights), str(out)], check=True)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    args = argparse.ArgumentParser()
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--afinn", type=Path, required=True)
    args.add_argument("--work", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--clean", action="store_true")
    given = args.parse_args()
    start = time.monotonic()
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)

    def log(*words: object) -> None:
        print(f"{time.monotonic() - start:5.0f}s", *words, flush=True)

    lexicons = read_lexicons(given.data, given.afinn)
    folder = given.work / "lexicons"
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in lexicons.items():
        (folder / f"{name}.tsv").write_text("".join(f"{w}\t{v}\n" for w, v in words.items()), encoding="utf-8")

    def features(rows: dict[str, list]) -> dict[str, Set]:
        return {name: read_features(r, name, given.work, folder) for name, r in rows.items()}

    sets = features(trained_on(given.data, given.clean))
    log("features read")
    languages = sorted([*LANGUAGES, "other"])
    listed = {lang: list(lexicons[lang]) for lang in TRANSLATED}
    for path in sorted(given.afinn.glob("AFINN-*.json")):
        lang = path.stem.removeprefix("AFINN-")
        if lang in others.FOREIGN or lang == "en":
            listed[lang] = list(translated(given.afinn, lang))
    invented = features({"invented": others.made_up(listed, 800)})["invented"]
    language = others.train_language(sets, invented, languages)
    log("languages")
    table = others.train_others(sets, given.clean)
    log("other languages")
    spam = others.train_spam(sets)
    log("spam left out by video: F1 %.1f, AUC %.1f" % others.spam_figures(sets))
    english = train_english(sets, read_glove(given.work), given.clean)
    log("English")

    engine = "tone-2-clean" if given.clean else "tone-2"

    write_weights(given.out, engine, languages, english, table, language, spam, lexicons, BLEND)
    said = product_says(given.out, given.work)
    calibration = calibrate(said)
    write_calibration(given.out, calibration)
    log("calibrated")
    print("\n".join(figures(said, calibration)))


if __name__ == "__main__":
    main()
