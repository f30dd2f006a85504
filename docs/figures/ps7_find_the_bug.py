"""Draws the figures of assignment 7. From the repository root: python docs/figures/ps7_find_the_bug.py

The curves come from trainings that run here; the ratios and the hunt's numbers are computed, not typed in twice.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from matplotlib.patches import Rectangle
from ps3_layer import FORWARD, INK, SOFT, arrow, box, canvas, number

FOLDER = Path("source/ps7_find_the_bug/figures")
WRONG, RIGHT = "#b03a1e", "#2b7045"

plt.rcParams["svg.hashsalt"] = "ps7_find_the_bug"


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


# ---------------------------------------------------------------- five trainings, four of them wrong

CODES = {  # what each bug is called in the legend, its colour and its line
    "right": ("right", RIGHT, "-"),
    "slope": ("slope at a, not at z", "#7a4fa3", "--"),
    "order": ("weights moved too early", "#c77700", "-."),
    "biases": ("biases never move", FORWARD, ":"),
    "batch": ("first layer: 1/N too much", WRONG, (0, (5, 1, 1, 1, 1, 1))),
}
RATE = 1.0


def moons(n, rng):
    """Two interleaved half-moons: x (n, 2), t (n, 1)."""
    angle, upper = rng.uniform(0, np.pi, n), np.arange(n) % 2 == 0
    x = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    x[~upper] = np.array([1.0, 0.5]) - x[~upper]
    return x + rng.normal(0, 0.12, x.shape), upper[:, None].astype(float)


def start(rng):
    return {"W1": rng.normal(0, 1.0, (2, 12)), "b1": np.zeros(12), "W2": rng.normal(0, 0.4, (12, 1)), "b2": np.zeros(1)}


def loss_of(p, x, t):
    out = np.tanh(x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]
    return np.mean(np.logaddexp(0, out) - t * out)


def gradients(p, x, t, code):
    """backward of a tanh layer and a sigmoid output with cross-entropy, with one bug or none."""
    a = np.tanh(x @ p["W1"] + p["b1"])
    out = a @ p["W2"] + p["b2"]
    dout = (1 / (1 + np.exp(-out)) - t) / len(x)
    g = {"W2": a.T @ dout, "b2": dout.sum(axis=0)}
    W2 = p["W2"] - RATE * g["W2"] if code == "order" else p["W2"]
    dz = dout @ W2.T * (1 - np.tanh(a if code == "slope" else np.arctanh(a)) ** 2)
    if code == "batch":
        dz = dz / len(x)
    g |= {"W1": x.T @ dz, "b1": dz.sum(axis=0)}
    return g if code != "biases" else g | {"b1": 0 * g["b1"], "b2": 0 * g["b2"]}


def gradient_error(code):
    """The largest relative error of a gradient check, parameter by parameter."""
    rng = np.random.default_rng(4)
    p, (x, t) = start(rng), moons(5, rng)
    p["b1"] += rng.normal(0, 0.5, 12)
    worst = 0.0
    for name, analytic in gradients(p, x, t, code).items():
        numeric = np.zeros_like(p[name])
        for index in np.ndindex(p[name].shape):
            old, h = p[name][index], 1e-4
            p[name][index] = old + h
            up = loss_of(p, x, t)
            p[name][index] = old - h
            numeric[index] = (up - loss_of(p, x, t)) / (2 * h)
            p[name][index] = old
        size = max(np.abs(analytic).max(), np.abs(numeric).max())
        worst = max(worst, np.abs(analytic - numeric).max() / size)
    return worst


def train(code, steps=300):
    rng = np.random.default_rng(7)
    p, (x, t) = start(rng), moons(200, rng)
    losses = []
    for _ in range(steps):
        batch = rng.choice(len(x), 100, replace=False)
        losses.append(loss_of(p, x, t))
        for name, g in gradients(p, x[batch], t[batch], code).items():
            p[name] = p[name] - RATE * g
    return losses


def curves():
    """Losses that fall, right and wrong alike, and the gradient check that tells them apart."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(10.4, 4.4), facecolor="white", width_ratios=(1.35, 1))
    for code, (label, colour, style) in CODES.items():
        left.plot(train(code), color=colour, linestyle=style, linewidth=1.9, label=label)
    left.set(
        xlabel="step", ylabel="loss on all samples", ylim=(0, None), xlim=(0, 300), title="the loss falls, whatever the code"
    )
    left.legend(frameon=False, fontsize=10.5)
    floor = 1e-11
    for row, (code, (label, colour, _)) in enumerate(CODES.items()):
        error = gradient_error(code)
        right.barh(row, np.log10(error / floor), left=np.log10(floor), color=colour, height=0.62)
        right.text(np.log10(floor) + 0.25, row - 0.48, label, va="center", fontsize=10, color=INK)
        right.text(np.log10(error) + 0.15, row, f"{error:.2g}".replace("e-0", "e-"), va="center", fontsize=10, color=SOFT)
        print(f"{code:8} final loss {train(code)[-1]:.3f}   relative error {error:.1e}")
    right.set(ylim=(4.6, -0.8), xlim=(-11, 1.4), yticks=[], xlabel="largest relative error", title="a gradient check")
    right.set_xticks([-10, -8, -6, -4, -2, 0], [r"$10^{%d}$" % e if e else "1" for e in (-10, -8, -6, -4, -2, 0)])
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
        axes.title.set_fontsize(12.5)
    figure.tight_layout()
    save("curves")


# ---------------------------------------------------------------- ratios


def shade(value):
    if abs(value - 1) < 1e-9:
        return "#dcebdf"
    if value == 0:
        return "#e4e4e4"
    return "#f6d5cb" if value > 0 else "#d9d3ea"


def fingerprints():
    """Six tables of ratios, got divided by wanted."""
    rng = np.random.default_rng(2)
    want = np.array([[2.0, -1.0, 3.0, 0.5], [-2.5, 1.5, 4.0, -1.0], [1.0, 2.0, -0.5, -3.0]])
    transpose = want.T.reshape(3, 4)  # the numbers as they fall when the table is turned and cut into rows again
    rows = np.array([[0.0], [1.0], [0.0]])
    slopes = np.array([[0.4], [1.3], [2.1]])
    samples, dout = rng.normal(size=(5, 3)), rng.normal(size=(5, 4))
    sums = np.outer(samples.sum(axis=0), dout.sum(axis=0)) / (samples.T @ dout)  # a product of sums for a sum of products
    panels = (
        ("one constant", "which number is 4, or 1/4?", 0.25 * want),
        ("−1 everywhere", "a sign", -want),
        ("numbers in other places", "a transpose, a reshape", transpose),
        ("zero, or right", "a mask, an index", rows * want),
        ("a constant for each row", "a factor per neuron: a slope", slopes * want),
        ("no pattern", "a sum over the wrong thing", sums * want),
    )
    axes = canvas(10.4, 6.4)
    cell_w, cell_h = 0.72, 0.46
    for k, (title, ask, got) in enumerate(panels):
        left, top = 0.4 + 3.35 * (k % 3), 5.6 - 3.1 * (k // 3)
        axes.text(left, top + 0.42, f"{k + 1}  {title}", va="center", fontsize=12.5, weight="bold")
        for (i, j), ratio in np.ndenumerate(got / want):
            corner = (left + j * cell_w, top - (i + 1) * cell_h)
            axes.add_patch(Rectangle(corner, cell_w, cell_h, facecolor=shade(ratio), edgecolor="white", linewidth=1.5))
            said = number(float(f"{ratio:.2g}"))
            axes.text(corner[0] + cell_w / 2, corner[1] + cell_h / 2, said, ha="center", va="center", fontsize=11.5)
        axes.text(left, top - 3 * cell_h - 0.3, ask, va="center", fontsize=11.5, color=SOFT)
    axes.plot([0.4, 10.0], [3.25, 3.25], color="#dddddd", linewidth=1)
    axes.text(
        5.2,
        0.2,
        "each table: got / wanted, entry by entry, for a gradient of 3 by 4 entries",
        ha="center",
        fontsize=11,
        color=SOFT,
    )
    save("fingerprints")


# ---------------------------------------------------------------- the hunt

x, t = np.array([[1.0], [2.0], [-1.0]]), np.array([[4.0], [-2.0], [-7.0]])
W1, b1 = np.array([[2.0, -1.0]]), np.array([1.0, 3.0])
W2, b2 = np.array([[1.0], [-1.0]]), np.array([0.0])


def hunt(fault=1.0):
    """The gradients of the worked example; fault: the factor on what Affine2 hands on."""
    z = x @ W1 + b1
    h = np.maximum(0, z)
    dout = (h @ W2 + b2 - t) / len(x)
    dh = dout @ W2.T * fault
    dz = dh * (z > 0)
    return {"dout": dout, "dW2": h.T @ dout, "db2": dout.sum(axis=0), "dh": dh, "dz": dz, "dW1": x.T @ dz, "db1": dz.sum(axis=0)}


def bisect():
    """The walk back of the hunt: where it is right, where it is wrong, and the box between."""
    got, want = hunt(1 / 3), hunt()
    fraction = lambda name: (
        "right" if np.allclose(got[name], want[name]) else f"1/{np.abs(want[name]).sum() / np.abs(got[name]).sum():.0f}"
    )
    colour = lambda name: RIGHT if fraction(name) == "right" else WRONG
    axes = canvas(10.4, 4.1)
    y = 2.35
    places = {"Affine1": 1.55, "Relu1": 4.0, "Affine2": 6.45, "loss": 8.9}
    for name, centre in places.items():
        guilty = name == "Affine2"
        box(axes, (centre, y), (1.35, 0.85), name, WRONG if guilty else SOFT, "#fbe6df" if guilty else "white", 13.5)
    for end, begin, name in (("Affine2", "loss", "dout"), ("Relu1", "Affine2", "dh"), ("Affine1", "Relu1", "dz")):
        start_x, end_x = places[begin] - 0.68, places[end] + 0.68
        arrow(axes, (start_x, y), (end_x, y), colour(name), "--", 2.2)
        axes.text((start_x + end_x) / 2, y + 0.22, fraction(name), ha="center", fontsize=12.5, color=colour(name), weight="bold")
    for name, parameters in (("Affine2", ("dW2", "db2")), ("Affine1", ("dW1", "db1"))):
        arrow(axes, (places[name], y - 0.43), (places[name], y - 0.98), colour(parameters[0]), "--", 2.0)
        for n, p in enumerate(parameters):
            label = f"$d{p[1]}_{p[2]}$: {fraction(p)}"
            axes.text(places[name], y - 1.2 - 0.33 * n, label, ha="center", va="center", fontsize=12.5, color=colour(p))
    axes.text(9.6, 3.75, "the walk back: from right to left", ha="right", fontsize=12, color=SOFT)
    axes.text(
        places["Affine2"],
        y + 0.72,
        "gets something right,\nhands on something wrong",
        ha="center",
        va="bottom",
        fontsize=11.5,
        color=WRONG,
    )
    axes.text(places["Relu1"], y - 0.75, "look here first:\nthe middle", ha="center", va="top", fontsize=11.5, color=SOFT)
    middle = (places["Relu1"] + places["Affine2"]) / 2
    axes.annotate("", (middle, y - 0.08), (places["Relu1"] + 0.75, y - 0.85), arrowprops={"arrowstyle": "->", "color": SOFT})
    axes.text(5.2, 0.3, "ratios: got / wanted", ha="center", fontsize=11, color=SOFT)
    save("bisect")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    curves()
    fingerprints()
    bisect()
