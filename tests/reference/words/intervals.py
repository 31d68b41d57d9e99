"""Intervals of lift and logDice: the delta method in matrix form, and a bootstrap of stories beside it.

Needs NumPy. Writes intervals.json beside itself.
"""

import json
import pathlib

import numpy as np

Z = 1.9599639845400545
CASES = [(60, 300, 400, 4000), (12, 40, 50, 10000), (250, 900, 700, 2500), (5, 30, 25, 600), (80, 80, 120, 1000)]


def log_lift(p):
    return np.log(p[0] / ((p[0] + p[1]) * (p[0] + p[2])))


def log_dice(p):
    return np.log(2 * p[0] / (2 * p[0] + p[1] + p[2])) / np.log(2) + 14


def deviation(measure, p, n):
    # Gradient by complex steps; covariance of four multinomial shares.
    gradient = np.array([measure(p + 1e-30j * np.eye(4)[at]).imag / 1e-30 for at in range(4)])
    return float(np.sqrt(gradient @ ((np.diag(p) - np.outer(p, p)) / n) @ gradient))


out = []
rng = np.random.default_rng(1)
for both, one, other, n in CASES:
    p = np.array([both, one - both, other - both, n - one - other + both]) / n
    drawn = rng.multinomial(n, p, 100_000)
    drawn = drawn[drawn[:, 0] > 0].T / n
    lift, dice = log_lift(p), log_dice(p)
    sl, sd = deviation(log_lift, p, n), deviation(log_dice, p, n)
    out.append({
        "together": both, "first": one, "second": other, "all": n,
        "lift": [float(np.exp(lift - Z * sl)), float(np.exp(lift + Z * sl))],
        "logdice": [float(dice - Z * sd), float(dice + Z * sd)],
        "bootstrap": {
            "lift": np.exp(np.quantile(log_lift(drawn), [0.025, 0.975])).tolist(),
            "logdice": np.quantile(log_dice(drawn), [0.025, 0.975]).tolist(),
        },
    })
pathlib.Path(__file__).with_name("intervals.json").write_text(json.dumps(out, indent=1) + "\n")
