"""Draws the figures of assignment 9. From the repository root: python docs/figures/ps9_training.py

Every number is what the reference's optimisers and starts give.
"""

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT

sys.path.insert(0, "solutions")
from keep_ascii import keep_ascii
from ps9_training import Adam, Momentum, RMSProp, he, xavier

FOLDER = Path("source/ps9_training/figures")

plt.rcParams["svg.hashsalt"] = "ps9_training"


def save(figure, name):
    figure.tight_layout()
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


class Plain:
    def __init__(self, learning_rate):
        self.learning_rate = learning_rate

    def update(self, params, grads):
        for key in params:
            params[key] -= self.learning_rate * grads[key]


def path(optimiser, steps=30):
    """The places on the way down L = x²/20 + y² from (-7, 2)."""
    params, found = {"x": np.array([-7.0]), "y": np.array([2.0])}, []
    for _ in range(steps + 1):
        found.append((params["x"][0], params["y"][0]))
        optimiser.update(params, {"x": params["x"] / 10, "y": 2 * params["y"]})
    return np.array(found)


def valley():
    """Four ways down the same narrow valley."""
    figure, panels = plt.subplots(2, 2, figsize=(10.4, 5.0), sharex=True, sharey=True, facecolor="white")
    x, y = np.meshgrid(np.linspace(-8, 4, 121), np.linspace(-3, 3, 61))
    racers = (("plain steps", Plain(0.95)), ("momentum", Momentum(0.1, 0.9)), ("RMSProp", RMSProp(0.3, 0.9)), ("Adam", Adam(0.5)))
    for axes, (name, optimiser) in zip(panels.flat, racers, strict=True):
        axes.contour(x, y, x**2 / 20 + y**2, levels=[0.1, 0.5, 1, 2, 4, 6], colors="#cfcfcf", linewidths=1)
        places = path(optimiser)
        axes.plot(*places.T, "-o", color=FORWARD, markersize=3.5, linewidth=1.4)
        axes.plot(0, 0, "+", color=BACK, markersize=12, markeredgewidth=2)
        axes.set(xlim=(-8, 4), ylim=(-2.8, 2.8))
        axes.set_title(f"{name}, 30 steps", fontsize=12, color=INK)
        axes.spines[["top", "right"]].set_visible(False)
        print(name, np.round(places[-1], 2))
    save(figure, "valley")


def layers():
    """The spread of a signal after each of twenty layers of 100 neurons."""

    def spreads(weights, activation):
        rng = np.random.default_rng(0)
        x, found = rng.normal(size=(500, 100)), []
        for _ in range(20):
            x = activation(x @ weights(rng))
            found.append(x.std())
        return found

    plain = lambda sigma: lambda rng: rng.normal(0, sigma, (100, 100))
    relu = lambda z: np.maximum(0, z)
    figure, panels = plt.subplots(1, 2, figsize=(10.4, 4.0), sharey=True, facecolor="white")
    cases = (
        ("tanh", np.tanh, (("0.05", plain(0.05), BACK), ("0.2", plain(0.2), SOFT), ("Xavier, 0.1", None, PARAMETER))),
        ("ReLU", relu, (("Xavier, 0.1", None, BACK), ("He, 0.14", he, PARAMETER))),
    )
    for axes, (title, activation, lines) in zip(panels, cases, strict=True):
        for (name, weights, colour), style in zip(lines, ("-", "--", "-."), strict=False):
            start = weights or (lambda rng: xavier(100, 100, rng))
            found = spreads((lambda rng: he(100, 100, rng)) if start is he else start, activation)
            print(title, name, f"{found[0]:.2g} → {found[-1]:.2g}")
            axes.semilogy(range(1, 21), found, style, color=colour, linewidth=2, marker="o", markersize=3.5, label=name)
        axes.set(title=title, xlabel="layer", xticks=(1, 5, 10, 15, 20))
        axes.legend(frameon=False, title="spread of the weights", loc="lower left")
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(color="#eeeeee")
    panels[0].set_ylabel("spread of the signal")
    save(figure, "layers")


def chosen():
    """The best of k guessers on the test set that chose it, and on fresh data: the mean of 200 test sets."""
    rng = np.random.default_rng(0)
    right = rng.binomial(100, 0.5, (200, 1000)) / 100
    best = np.maximum.accumulate(right, axis=1)
    k = np.arange(1, 1001)
    figure, axes = plt.subplots(figsize=(8.6, 3.9), facecolor="white")
    low, high = np.percentile(best, [5, 95], axis=0)
    axes.fill_between(k, low, high, color="#fbe9e4", linewidth=0)
    axes.semilogx(k, best.mean(axis=0), color=BACK, linewidth=2.2, label="on the test set of 100 that chose it")
    axes.semilogx(k, np.full(1000, 0.5), color=FORWARD, linewidth=2.2, linestyle="--", label="on fresh data")
    axes.set(xlabel="candidates, each guessing", ylabel="share right, of the best one", ylim=(0.42, 0.72), xlim=(1, 1000))
    axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    axes.legend(frameon=False, loc="upper left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#eeeeee")
    print("best of 1000:", round(best[:, -1].mean(), 3))
    save(figure, "chosen")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    valley()
    layers()
    chosen()
