"""Draws the figures of assignment 5. From the repository root: python docs/figures/ps5_batch_layers.py

Every number comes from the lesson's worked examples and is computed here, not typed in twice.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, blocks, box, canvas, column, number

FOLDER = Path("source/ps5_batch_layers/figures")
KEPT = "#fff3c9"

plt.rcParams["svg.hashsalt"] = "ps5_batch_layers"  # the same element ids, so the same bytes, each time

# section 6: two samples, three inputs, two neurons
x = np.array([[1.0, 2.0, -1.0], [0.0, 1.0, 1.0]])
W = np.array([[1.0, 2.0], [1.0, -1.0], [2.0, 1.0]])
b = np.array([1.0, 0.0])
dout = np.array([[2.0, -3.0], [1.0, 2.0]])
out = x @ W + b
db = dout.sum(axis=0)

# section 4: a ReLU behind it
relu_dout = np.array([[0.5, 1.5], [-1.0, 2.0]])
mask = out <= 0

# sections 7 to 9: one sample
powers = np.array([3.0, 2.0, 5.0])
total = powers.sum()
y = powers / total
t = np.array([0.0, 1.0, 0.0])
loss = -np.sum(t * np.log(y))


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def text(axes, x, y, words, colour=INK, size=12, **more):
    axes.text(x, y, words, **{"ha": "center", "va": "center", "color": colour, "fontsize": size, "zorder": 5, **more})


def node(axes, centre, sign, radius=0.3):
    axes.add_patch(plt.Circle(centre, radius, facecolor="white", edgecolor=INK, linewidth=1.6, zorder=3))
    text(axes, *centre, sign, size=15)


def there_and_back(axes, start, end, forward, back, gap=0.13, label=0.27, size=11.5):
    """A forward arrow with its label above, and a backward one with its label below."""
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    arrow(axes, (x0, y0 + gap), (x1, y1 + gap), FORWARD)
    arrow(axes, (x1, y1 - gap), (x0, y0 - gap), BACK, "--")
    text(axes, middle, y0 + gap + label, forward, FORWARD, size)
    text(axes, middle, y0 - gap - label, back, BACK, size)


def row_of_blocks():
    """A network as a row of blocks with the same two plugs."""
    axes = canvas(11.0, 3.5)
    middle = 1.95
    names = ["Affine", "Relu", "Affine", "Softmax\nwith loss"]
    centres = [2.2, 4.55, 6.9, 9.25]
    for name, centre in zip(names, centres, strict=True):
        box(axes, (centre, middle), (1.3, 1.1), name, INK, "#f6f6f4", 13)
    plugs = ["(N, 3)", "(N, 4)", "(N, 4)", "(N, 2)"]
    ends = [0.45, *(c + 0.65 for c in centres)]
    for start, centre, shape in zip(ends, centres, plugs, strict=False):
        there_and_back(axes, (start, middle), (centre - 0.65, middle), shape, shape)
    text(axes, 0.42, middle + 0.13, "x", FORWARD, 14, ha="right")
    text(axes, 0.42, middle - 0.13, "dx", BACK, 12, ha="right", va="top")
    there_and_back(axes, (9.9, middle), (10.65, middle), "loss", "1")
    arrow(axes, (9.25, 3.1), (9.25, middle + 0.55), FORWARD)
    text(axes, 9.25, 3.27, "labels t", FORWARD)
    for centre in (2.2, 6.9):
        arrow(axes, (centre, middle - 0.55), (centre, 0.85), PARAMETER, "--", 1.6)
        text(axes, centre, 0.65, "dW, db", PARAMETER, 13)
    text(axes, 4.55, 3.15, "forward", FORWARD, 14, weight="bold")
    text(axes, 4.55, 0.65, "backward", BACK, 14, weight="bold")
    save("blocks")


def mask_as_switch():
    """The mask: set by x, obeyed by dout."""
    axes = canvas(10.4, 5.2)
    cell = 0.62

    def table(left, middle, values, name, colour, off=None):
        blocks(axes, left, middle, values if off is None else np.where(off, 0.0, values), name, colour, cell)
        if off is not None:
            for i, j in zip(*np.nonzero(off), strict=True):
                corner = (left + j * cell, middle + (1 - i - 1) * cell)
                shade = {"facecolor": "#cccccc", "edgecolor": colour, "linewidth": 1.3, "alpha": 0.55}
                axes.add_patch(plt.Rectangle(corner, cell, cell, **shade))

    top, low = 3.75, 1.3
    text(axes, 0.35, top, "forward", FORWARD, 13, weight="bold", rotation=90)
    text(axes, 0.35, low, "backward", BACK, 13, weight="bold", rotation=90)
    table(0.8, top, out, r"$x$", FORWARD)
    arrow(axes, (2.2, top), (4.6, top), FORWARD)
    table(4.75, top, out, r"out", FORWARD, mask)
    table(0.8, low, relu_dout, r"$dx$", BACK, mask)
    arrow(axes, (4.6, low), (2.2, low), BACK, "--")
    table(4.75, low, relu_dout, r"$dout$", BACK)
    # the mask between them
    left, middle, size = 2.83, (top + low) / 2, 0.56
    for i in range(2):
        for j in range(2):
            corner = (left + j * size, middle + (1 - i - 1) * size)
            axes.add_patch(plt.Rectangle(corner, size, size, facecolor=KEPT, edgecolor=SOFT, linewidth=1.3, zorder=3))
            text(axes, corner[0] + size / 2, corner[1] + size / 2, "off" if mask[i, j] else "on", size=11)
    text(axes, left - 0.15, middle, "mask", SOFT, 12, ha="right")
    text(axes, left + 2 * size + 0.15, middle, "True = off", SOFT, 10.5, ha="left")
    arrow(axes, (left + size, top - 0.06), (left + size, middle + size), SOFT, ":", 1.6)
    arrow(axes, (left + size, middle - size), (left + size, low + 0.06), SOFT, ":", 1.6)
    text(axes, left + size + 0.12, top - 0.36, "sets", SOFT, 10.5, ha="left")
    text(axes, left + size + 0.12, low + 0.36, "obeys", SOFT, 10.5, ha="left")

    axes.plot([6.55, 6.55], [0.3, 4.9], color="#dddddd", linewidth=1)
    for y, said, closed, values in (
        (3.75, "x = 4: on", True, (out[1, 0], relu_dout[1, 0])),
        (1.3, "x = −1: off", False, (out[0, 1], relu_dout[0, 1])),
    ):
        text(axes, 8.4, y + 0.95, said, size=13, weight="bold")
        for lift, value, colour, style, ahead in ((0.34, values[0], FORWARD, "-", True), (-0.34, values[1], BACK, "--", False)):
            at = y + lift
            start, stop = (7.25, 9.55) if ahead else (9.55, 7.25)
            middle_in, middle_out = (8.05, 8.75) if ahead else (8.75, 8.05)
            axes.plot([start, middle_in], [at, at], color=colour, linestyle=style, linewidth=2)
            axes.plot([8.05, 8.7], [at, at if closed else at + 0.3], color=INK, linewidth=2.4, solid_capstyle="round", zorder=4)
            axes.plot([8.05, 8.75], [at, at], "o", color=INK, markersize=5, zorder=5)
            if closed:
                arrow(axes, (middle_out, at), (stop, at), colour, style)
            else:
                axes.plot([middle_out, stop], [at, at], color="#c4c4c4", linestyle=style, linewidth=2)
            nudge = -0.12 if ahead else 0.12
            text(axes, start + nudge, at, number(value), colour, 12, ha="right" if ahead else "left")
            text(axes, stop - nudge, at, number(value) if closed else "0", colour, 12, ha="left" if ahead else "right")
    save("mask")


def affine_one():
    """The Affine block for a batch of one, as a graph with shapes."""
    axes = canvas(11.6, 4.1)
    middle = 2.1
    node(axes, (4.0, middle), r"$\cdot$", 0.34)
    node(axes, (8.2, middle), "+", 0.34)
    there_and_back(axes, (0.9, middle), (3.66, middle), r"$x$   (1, 3)", r"$dx=dout\cdot W^{\top}$   (1, 3)")
    there_and_back(axes, (4.34, middle), (7.86, middle), r"$x\cdot W$   (1, 2)", r"$dout$   (1, 2)")
    there_and_back(axes, (8.54, middle), (10.9, middle), r"out   (1, 2)", r"$dout$   (1, 2)")
    for at, name, gradient in (
        (4.0, r"$W$   (3, 2)", r"$dW=x^{\top}\cdot dout$   (3, 2)"),
        (8.2, r"$b$   (2,)", r"$db=dout$, as (2,)"),
    ):
        arrow(axes, (at - 0.13, 3.6), (at - 0.13, middle + 0.31), FORWARD)
        arrow(axes, (at + 0.13, middle + 0.31), (at + 0.13, 3.6), BACK, "--")
        text(axes, at - 0.28, 3.3, name, FORWARD, 12, ha="right")
        text(axes, at + 0.28, 3.3, gradient, BACK, 12, ha="left")
    text(axes, 0.9, 0.75, "the shapes of the two products:", size=11.5, ha="left", color=SOFT)
    text(axes, 0.9, 0.35, r"$dW$: (3, 2) = (3, 1) · (1, 2)          $dx$: (1, 3) = (1, 2) · (2, 3)", size=11.5, ha="left")
    save("affine_one")


def affine_batch():
    """For a batch: what is copied forward is added up backward."""
    axes = canvas(10.8, 5.6)
    product = x @ W
    cell = 0.5

    def rows(left, upper, values, name, colour, beside=False):
        for i, row in enumerate(np.atleast_2d(values)):
            for j, value in enumerate(row):
                corner = (left + j * cell, upper - i * 0.95 - cell)
                shade = {"facecolor": colour + "22", "edgecolor": colour, "linewidth": 1.3, "zorder": 3}
                axes.add_patch(plt.Rectangle(corner, cell, cell, **shade))
                text(axes, corner[0] + cell / 2, corner[1] + cell / 2, number(value), size=11.5)
        if beside:
            text(axes, left - 0.12, upper - cell / 2, name, colour, 12.5, ha="right")
        else:
            text(axes, left + cell, upper + 0.2, name, colour, 12.5)

    for left, title, colour in ((0.4, "forward: copied", FORWARD), (6.0, "backward: added up", BACK)):
        text(axes, left, 5.3, title, colour, 14, weight="bold", ha="left")
    rows(0.5, 4.5, product, r"$x\cdot W$", FORWARD)
    rows(2.35, 2.4, b, r"$b$   (2,)", PARAMETER, True)
    rows(4.2, 4.5, out, "out   (2, 2)", FORWARD)
    for i in range(2):
        level = 4.25 - 0.95 * i
        node(axes, (2.85, level), "+", 0.22)
        arrow(axes, (1.5, level), (2.63, level), FORWARD)
        arrow(axes, (3.07, level), (4.2, level), FORWARD)
    arrow(axes, (2.7, 2.42), (2.82, 3.07), PARAMETER, width=1.8)
    arrow(axes, (3.1, 2.42), (3.02, 4.1), PARAMETER, width=1.8, bend=0.35)
    text(axes, 2.85, 1.5, "one vector for\nboth samples", SOFT, 10.5)

    rows(9.4, 4.5, dout, r"$dout$   (2, 2)", BACK)
    rows(7.6, 2.4, db, r"$db$   (2,)", PARAMETER, True)
    for i in range(2):
        level = 4.25 - 0.95 * i
        node(axes, (8.1, level), "+", 0.22)
        arrow(axes, (9.4, level), (8.32, level), BACK, "--")
        arrow(axes, (7.88, level), (6.3, level), BACK, "--")
    arrow(axes, (8.05, 3.07), (7.95, 2.42), BACK, "--", 1.8)
    arrow(axes, (8.27, 4.1), (8.35, 2.42), BACK, "--", 1.8, -0.35)
    text(axes, 6.35, 4.65, "on to the\nproduct", SOFT, 10.5, va="bottom", ha="left")
    sums = [f"{number(dout[0, j])} + {number(dout[1, j])} = {number(db[j])}" for j in range(2)]
    text(axes, 8.1, 1.5, "     ".join(sums), SOFT, 11)
    axes.plot([5.65, 5.65], [1.1, 5.3], color="#dddddd", linewidth=1)
    axes.plot([0.4, 10.4], [1.05, 1.05], color="#dddddd", linewidth=1)
    text(axes, 0.5, 0.55, "and the product:", SOFT, 11.5, ha="left")
    text(axes, 2.35, 0.55, r"$dW=x^{\top}\cdot dout$", PARAMETER, 13, ha="left")
    text(axes, 4.3, 0.55, "(3, 2) = (3, 2) · (2, 2)", size=11.5, ha="left")
    text(axes, 7.0, 0.55, r"$dx=dout\cdot W^{\top}$", BACK, 13, ha="left")
    text(axes, 8.8, 0.55, "(2, 3) = (2, 2) · (2, 3)", size=11.5, ha="left")
    save("affine_batch")


def softmax_loss():
    """The graph of softmax with cross-entropy, and how it shrinks to y − t."""
    axes = canvas(11.4, 6.4)
    middle = 4.3
    dy = -t / y
    da = 1 / total - t / powers
    dx = powers * da

    def values(a):
        return column(np.round(a, 3) + 0.0)

    def stage(start, end, name, numbers, back_name, back_numbers):
        centre = (start + end) / 2
        arrow(axes, (start, middle + 0.13), (end, middle + 0.13), FORWARD)
        arrow(axes, (end, middle - 0.13), (start, middle - 0.13), BACK, "--")
        text(axes, centre, middle + 0.74, name, FORWARD, 13)
        text(axes, centre, middle + 0.4, numbers, SOFT, 10)
        text(axes, centre, middle - 0.42, back_name, BACK, 13)
        text(axes, centre, middle - 0.78, back_numbers, SOFT, 10)

    box(axes, (2.35, middle), (0.9, 0.8), r"$e^{x}$", INK, "#f6f6f4")
    box(axes, (5.7, middle), (0.9, 0.8), r"$a\,/\,S$", INK, "#f6f6f4")
    box(axes, (8.95, middle), (1.5, 0.8), r"$-\!\sum t\,\ln\,y$", INK, "#f6f6f4")
    stage(0.3, 1.9, r"$x$", "(ln 3, ln 2, ln 5)", r"$y-t$", values(dx))
    stage(2.8, 5.25, r"$a$", values(powers), "", "")
    text(axes, 4.02, middle - 0.52, r"$\dfrac{1}{S}-\dfrac{t}{a}$", BACK, 13)
    text(axes, 4.02, middle - 1.05, values(da), SOFT, 10)
    stage(6.15, 8.2, r"$y$", values(y), r"$-\,t\,/\,y$", values(dy))
    stage(9.7, 11.1, r"$\ell$", number(round(float(loss), 3)), "1", "")
    # the sum, a road of its own
    node(axes, (4.55, 5.85), r"$\Sigma$", 0.3)
    arrow(axes, (3.05, middle + 0.18), (4.25, 5.8), FORWARD, bend=-0.3)
    arrow(axes, (4.85, 5.85), (5.7, middle + 0.42), FORWARD, bend=-0.35)
    text(axes, 5.75, 5.75, rf"$S$ = {number(total)}", FORWARD, 12, ha="left")
    arrow(axes, (8.95, 5.6), (8.95, middle + 0.42), FORWARD)
    text(axes, 8.95, 5.8, rf"$t$  {values(t)}", FORWARD, 12)
    text(axes, 4.02, 2.8, r"$1/S$ came back through the sum,", SOFT, 10)
    text(axes, 4.02, 2.55, r"$-t/a$ through the numerator", SOFT, 10)

    # collapsed
    axes.plot([0.3, 11.1], [2.15, 2.15], color="#dddddd", linewidth=1)
    low = 1.05
    text(axes, 0.4, 1.8, "all of it in one block:", SOFT, 12, ha="left")
    box(axes, (5.7, low), (2.9, 0.9), "Softmax with loss", INK, "#f6f6f4", 14)
    there_and_back(axes, (1.9, low), (4.25, low), r"$x$", r"$y-t$  " + values(dx), size=12.5)
    there_and_back(axes, (7.15, low), (9.5, low), r"$\ell$ = " + number(round(float(loss), 3)), "1", size=12.5)
    save("softmax_loss")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    row_of_blocks()
    mask_as_switch()
    affine_one()
    affine_batch()
    softmax_loss()
