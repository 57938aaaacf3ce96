"""How often the product is right when it is this sure (Platt 1999), and what it reaches."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.optimize import minimize

from learn import Array, macro_f1, macro_recall

Said = list[dict[str, Any]]
Calibration = dict[str, dict[str, Any]]
# 162 texts a language say little: a language departs from the others only as far as they insist.
RIDGE = 4.0
# Points of a curve: some 440 English texts tell one, and 230 of the others.
POINTS = {"en": 8, "other": 5}


def _sure(rows: Said) -> tuple[Array, Array, Array]:
    p = np.array([row["probabilities"] for row in rows])
    most = p.max(1)
    right = p.argmax(1) == np.array([row["label"] for row in rows])
    return np.log(most / (1 - most + 1e-9)), right.astype(float), np.array([row["lang"] for row in rows])


def calibrate(said: Said) -> Calibration:
    """By language: the logit of being right as slope x logit of the greatest probability + shift; then, by group, the
    share of right ones against it (a rising curve), because it is no logistic one. `other` is for the rest."""
    tune = [row for row in said if row["half"] == "tune"]
    found: Calibration = {"languages": {}, "curves": {}}
    for group in ("en", "other"):
        x, y, lang = _sure([row for row in tune if (row["lang"] == "en") == (group == "en")])
        names = sorted(set(lang))
        own = np.stack([lang == name for name in names], 1).astype(float)

        def loss(v: Array) -> float:
            z = v[0] * x + v[1] + own @ v[2:]
            return float(np.sum(np.logaddexp(0, z) - y * z) + RIDGE / 2 * np.sum(v[2:] ** 2))

        v = minimize(loss, np.r_[1.0, 0.0, np.zeros(len(names))], method="L-BFGS-B").x
        for name, shift in [*zip(names, v[1] + v[2:]), ("other", v[1])]:
            if (name == "en") == (group == "en"):
                found["languages"][name] = {"slope": round(float(v[0]), 4), "shift": round(float(shift), 4)}
        sure = 1 / (1 + np.exp(-(v[0] * x + v[1] + own @ v[2:])))
        parts = np.array_split(np.argsort(sure), POINTS[group])
        at = [float(sure[part].mean()) for part in parts]
        right = np.maximum.accumulate([float(y[part].mean()) for part in parts])
        found["curves"][group] = [[round(a, 4), round(float(r), 4)] for a, r in zip(at, right)]
    return found


def confidence(rows: Said, calibration: Calibration) -> tuple[Array, Array]:
    """What the product says of its being right, and whether it is; as in lib/sentiment/confidence.ts."""
    x, right, lang = _sure(rows)
    languages, curves = calibration["languages"], calibration["curves"]
    known = [languages.get(name, languages["other"]) for name in lang]
    sure = 1 / (1 + np.exp(-(np.array([k["slope"] for k in known]) * x + np.array([k["shift"] for k in known]))))
    for group, curve in curves.items():
        at = (lang == "en") == (group == "en")
        sure[at] = np.interp(sure[at], *zip(*curve))
    return sure, right


def figures(said: Said, calibration: Calibration) -> list[str]:
    """Lines of the model card, all of the halves that nothing was tuned on."""
    measure = [row for row in said if row["half"] == "measure"]
    lines, mean = [], []
    for name in dict.fromkeys(str(row["id"]) for row in measure):
        rows = [row for row in measure if row["id"] == name]
        labels = np.array([row["label"] for row in rows])
        p = np.array([row["probabilities"] for row in rows]).argmax(1)
        lines.append(f"| {name} | {len(rows)} | {macro_recall(labels, p):.1f} | {macro_f1(labels, p):.1f} |")
        if len(name) == 2:
            mean.append(macro_f1(labels, p))
    lines.append(f"| eight languages, mean | | | {np.mean(mean):.1f} |")
    for is_english in (True, False):
        rows = [row for row in measure if (row["id"] in ("en", "tweeteval", "goemotions")) == is_english]
        sure, right = confidence(rows, calibration)
        lines.append("")
        for low in np.arange(0.3, 1, 0.1):
            at = (sure >= low) & (sure < low + 0.1)
            if at.sum() >= 20:
                group = "English" if is_english else "others"
                lines.append(f"| {group} | {low:.1f} to {low + 0.1:.1f} | {at.sum()} | {100 * sure[at].mean():.0f} | {100 * right[at].mean():.0f} |")
    return lines
