"""Draws the figures of assignment 12. From the repository root: python docs/figures/ps12_recurrent.py

Every number is computed here, not typed in twice.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, box, canvas

FOLDER = Path("source/ps12_recurrent/figures")

plt.rcParams["svg.hashsalt"] = "ps12_recurrent"  # the same element ids, so the same bytes, each time


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def text(axes, x, y, words, colour=INK, size=12, **more):
    axes.text(x, y, words, **{"ha": "center", "va": "center", "color": colour, "fontsize": size, "zorder": 5, **more})


def node(axes, centre, sign, radius=0.24, size=14):
    axes.add_patch(plt.Circle(centre, radius, facecolor="white", edgecolor=INK, linewidth=1.6, zorder=3))
    text(axes, *centre, sign, size=size)


def unrolled():
    """Three steps side by side: one set of weights, two ways for each state."""
    axes = canvas(11.0, 5.3)
    middle, centres = 2.9, (2.3, 5.3, 8.3)
    for t, x in enumerate(centres, 1):
        box(axes, (x, middle), (1.3, 1.0), f"step {t}", INK, "#f6f6f4", 13)
        arrow(axes, (x - 0.15, 1.55), (x - 0.15, middle - 0.5), FORWARD)
        arrow(axes, (x + 0.15, middle - 0.5), (x + 0.15, 1.55), BACK, "--")
        text(axes, x - 0.4, 1.8, rf"$x_{t}$", FORWARD, 14)
        text(axes, x + 0.47, 1.8, rf"$dx_{t}$", BACK, 13)
        arrow(axes, (x - 0.15, middle + 0.5), (x - 0.15, 4.6), FORWARD)
        arrow(axes, (x + 0.15, 4.6), (x + 0.15, middle + 0.5), BACK, "--")
        text(axes, x - 0.42, 4.35, rf"$h_{t}$", FORWARD, 14)
        text(axes, x + 0.55, 4.35, rf"$dhs_{t}$", BACK, 13)
        axes.plot([x, x], [middle - 0.5, 0.85], color=PARAMETER, linewidth=1.3, linestyle=":", zorder=1)
    ends = [0.35, *(x + 0.65 for x in centres)]
    starts = [*(x - 0.65 for x in centres), 10.6]
    for t, (a, b) in enumerate(zip(ends, starts, strict=True)):
        arrow(axes, (a, middle + 0.13), (b, middle + 0.13), FORWARD)
        if t < 3:
            arrow(axes, (b, middle - 0.13), (a, middle - 0.13), BACK, "--")
        text(axes, (a + b) / 2, middle + 0.42, rf"$h_{t}$", FORWARD, 14)
        if t < 3:
            text(axes, (a + b) / 2, middle - 0.42, "$dh_0$" if t == 0 else rf"from step {t + 1}", BACK, 13 if t == 0 else 11)
    box(axes, (5.3, 0.5), (7.6, 0.8), "", PARAMETER, "#eef6f0", 13)
    text(axes, 5.3, 0.68, r"one set of weights:  $Wx$, $Wh$, $b$", INK, 13)
    text(axes, 5.3, 0.32, r"$dWx$, $dWh$, $db$: the three steps' shares, added up", PARAMETER, 11.5)
    text(axes, 0.4, 5.05, "forward", FORWARD, 13, weight="bold", ha="left")
    text(axes, 1.75, 5.05, "back through time", BACK, 13, weight="bold", ha="left")
    save("unrolled")


def vanish():
    """The length of a gradient on its way back, for three sizes of Wh."""
    figure, axes = plt.subplots(figsize=(7.6, 4.2), facecolor="white")
    steps, size = 20, 8
    lines = (0.5, "-", FORWARD), (1.0, "--", PARAMETER), (1.5, "-.", BACK)
    for largest, style, colour in lines:
        rng = np.random.default_rng(2)
        Wh = rng.normal(size=(size, size))
        Wh *= largest / np.abs(np.linalg.eigvals(Wh)).max()
        dh = np.ones((1, size)) / np.sqrt(size)
        lengths = [np.linalg.norm(dh)]
        for _ in range(steps):  # a state of zeros: every slope is 1
            dh = dh @ Wh.T
            lengths.append(np.linalg.norm(dh))
        axes.semilogy(range(steps + 1), lengths, style, color=colour, linewidth=2.2)
        axes.text(steps + 0.3, lengths[-1], rf"$\rho$ = {largest:g}", color=colour, va="center", fontsize=12)
    axes.set(xlim=(0, steps + 2.5), xticks=range(0, steps + 1, 5))
    axes.set_xlabel("steps back in time")
    axes.set_ylabel("length of the gradient")
    axes.text(0.3, 3e3, r"$\rho$: the largest |eigenvalue| of $Wh$", fontsize=11, color=SOFT)
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    save("vanish")


def lstm():
    """One step of an LSTM, there and back."""
    axes = canvas(11.4, 6.6)
    top, low, sums = 5.3, 3.2, 1.1
    f_at, add_at, c_at, o_at = 2.6, 5.1, 7.2, 8.5

    def forward(start, end, **more):
        arrow(axes, start, end, FORWARD, **more)

    def backward(start, end, **more):
        arrow(axes, start, end, BACK, "--", **more)

    # the cell's road
    node(axes, (f_at, top), r"$\odot$")
    node(axes, (add_at, top), "+")
    for a, b in ((0.5, f_at - 0.24), (f_at + 0.24, add_at - 0.24), (add_at + 0.24, 10.9)):
        forward((a, top + 0.1), (b, top + 0.1))
        backward((b, top - 0.1), (a, top - 0.1))
    text(axes, 0.75, top + 0.4, r"$c_\mathrm{prev}$", FORWARD, 14)
    text(axes, 1.15, top - 0.42, r"$dc_\mathrm{prev}=dc_\mathrm{all}\odot f$", BACK, 12)
    text(axes, 10.6, top + 0.4, r"$c$", FORWARD, 14)
    text(axes, 10.6, top - 0.42, r"$dc$", BACK, 13)
    text(axes, 6.1, top + 0.45, r"$dc_\mathrm{all}$", BACK, 13)
    # the branch to h
    node(axes, (c_at + 1.3, top - 1.0), "tanh", 0.34, 10)
    axes.plot([o_at - 0.1] * 2, [top + 0.1, top - 0.66], color=FORWARD, linewidth=2, zorder=2)
    backward((o_at + 0.1, top - 0.66), (o_at + 0.1, top - 0.13))
    node(axes, (o_at, low), r"$\odot$")
    forward((o_at - 0.1, top - 1.34), (o_at - 0.1, low + 0.24))
    backward((o_at + 0.1, low + 0.24), (o_at + 0.1, top - 1.34))
    forward((o_at + 0.24, low + 0.1), (10.9, low + 0.1))
    backward((10.9, low - 0.1), (o_at + 0.24, low - 0.1))
    text(axes, 10.6, low + 0.4, r"$h$", FORWARD, 14)
    text(axes, 10.6, low - 0.4, r"$dh$", BACK, 13)
    # i ⊙ g
    node(axes, (add_at, low + 0.55), r"$\odot$")
    forward((add_at - 0.1, low + 0.79), (add_at - 0.1, top - 0.24))
    backward((add_at + 0.1, top - 0.24), (add_at + 0.1, low + 0.79))
    # the four curves
    places = {"f": (f_at, r"$\sigma$"), "g": (4.2, "tanh"), "i": (6.0, r"$\sigma$"), "o": (o_at, r"$\sigma$")}
    ends = {"f": (f_at, top - 0.24), "g": (add_at - 0.22, low + 0.45), "i": (add_at + 0.22, low + 0.45), "o": (o_at, low - 0.24)}
    for name, (x, curve) in places.items():
        node(axes, (x, 2.1), curve, 0.34, 10 if curve == "tanh" else 15)
        end = ends[name]
        forward((x - 0.1, 2.44), (end[0] - 0.1, end[1]))
        backward((end[0] + 0.1, end[1]), (x + 0.1, 2.44))
        text(axes, x - 0.35, 2.72, rf"${name}$", FORWARD, 15)
        forward((x - 0.1, sums + 0.3), (x - 0.1, 1.76))
        backward((x + 0.1, 1.76), (x + 0.1, sums + 0.3))
        text(axes, x + 0.5, 1.58, rf"$dz_{name}$", BACK, 12)
    box(axes, (5.6, sums - 0.02), (7.6, 0.62), r"$z = x\cdot Wx + h_\mathrm{prev}\cdot Wh + b$", PARAMETER, "#eef6f0", 13)
    forward((0.5, sums + 0.1), (1.78, sums + 0.1))
    backward((1.78, sums - 0.12), (0.5, sums - 0.12))
    text(axes, 1.0, sums + 0.4, r"$x,\; h_\mathrm{prev}$", FORWARD, 13)
    text(axes, 1.0, sums - 0.42, r"$dx,\; dh_\mathrm{prev}$", BACK, 12)
    names = {"f": "forget", "g": "candidate", "i": "input", "o": "output"}
    for name, (x, _curve) in places.items():
        text(axes, x, sums - 0.55, names[name], SOFT, 11)
    text(axes, 0.4, 6.3, "forward", FORWARD, 13, weight="bold", ha="left")
    text(axes, 1.75, 6.3, "backward", BACK, 13, weight="bold", ha="left")
    text(axes, f_at + 0.62, top + 0.42, r"kept", SOFT, 10.5)
    text(axes, add_at, top + 0.42, r"added", SOFT, 10.5)
    text(axes, o_at - 0.55, low + 0.38, "shown", SOFT, 10.5)
    save("lstm")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    unrolled()
    vanish()
    lstm()
