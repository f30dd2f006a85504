"""Draws the figures of assignment 13. From the repository root: python docs/figures/ps13_attention.py"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, box, canvas

FOLDER = Path("source/ps13_attention/figures")
HEADS = "#1f5f9e", "#b03a1e"

plt.rcParams["svg.hashsalt"] = "ps13_attention"  # the same element ids, so the same bytes, each time


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def text(axes, x, y, words, colour=INK, size=12, **more):
    axes.text(x, y, words, **{"ha": "center", "va": "center", "color": colour, "fontsize": size, "zorder": 5, **more})


def node(axes, centre, sign, radius=0.26, size=15):
    axes.add_patch(plt.Circle(centre, radius, facecolor="white", edgecolor=INK, linewidth=1.6, zorder=3))
    text(axes, *centre, sign, size=size)


def both_ways(axes, start, end, gap=0.1):
    """A forward arrow, and a backward one beside it."""
    (x0, y0), (x1, y1) = start, end
    length = np.hypot(x1 - x0, y1 - y0)
    dx, dy = -(y1 - y0) / length * gap, (x1 - x0) / length * gap
    arrow(axes, (x0 + dx, y0 + dy), (x1 + dx, y1 + dy), FORWARD)
    arrow(axes, (x1 - dx, y1 - dy), (x0 - dx, y0 - dy), BACK, "--")


def attention():
    """Two products, a division and a softmax between them."""
    axes = canvas(11.6, 4.3)
    line = 2.7
    node(axes, (2.6, line), r"$\cdot$")
    box(axes, (4.75, line), (1.0, 0.7), r"$/\sqrt{d}$", INK, "#f6f6f4", 14)
    box(axes, (7.0, line), (1.3, 0.7), "softmax", INK, "#f6f6f4", 13)
    node(axes, (9.6, line), r"$\cdot$")
    for name, shape, back, y in (("q", "(T, d)", "dq", 3.9), ("k", "(S, d)", "dk", 1.5)):
        both_ways(axes, (0.9, y), (2.42, line + 0.19 * np.sign(y - line)))
        text(axes, 0.55, y + 0.12 * np.sign(y - line), rf"${name}$", FORWARD, 15)
        text(axes, 0.55, y - 0.3, shape, FORWARD, 10) if y > line else text(axes, 0.55, y + 0.25, shape, FORWARD, 10)
        text(axes, 1.5, y - 0.72 if y > line else y + 0.8, rf"${back}$", BACK, 13)
    for start, end in ((2.86, 4.25), (5.25, 6.35), (7.65, 9.34), (9.86, 11.2)):
        both_ways(axes, (start, line), (end, line))
    text(axes, 3.55, line + 0.42, "(T, S)", FORWARD, 11)
    text(axes, 5.8, line + 0.42, "scores", FORWARD, 11)
    text(axes, 5.8, line - 0.42, "$dscores$", BACK, 12)
    text(axes, 3.55, line - 0.42, "$ds$", BACK, 13)
    text(axes, 8.5, line + 0.42, "weights (T, S)", FORWARD, 11)
    text(axes, 8.5, line - 0.42, "$dweights$", BACK, 12)
    text(axes, 10.6, line + 0.42, "out (T, dv)", FORWARD, 11)
    text(axes, 10.6, line - 0.42, "$dout$", BACK, 13)
    both_ways(axes, (9.6, 0.75), (9.6, line - 0.26))
    text(axes, 9.2, 1.0, r"$v$", FORWARD, 15)
    text(axes, 8.9, 0.65, "(S, dv)", FORWARD, 10)
    text(axes, 10.05, 1.2, r"$dv$", BACK, 13)
    text(axes, 0.3, 0.55, "forward", FORWARD, 13, weight="bold", ha="left")
    text(axes, 1.7, 0.55, "backward", BACK, 13, weight="bold", ha="left")
    save("attention")


def cells(axes, left, top, values, colours, size=0.55):
    for i, (row, tints) in enumerate(zip(values, colours, strict=True)):
        for j, (value, tint) in enumerate(zip(row, tints, strict=True)):
            corner = (left + j * size, top - (i + 1) * size)
            axes.add_patch(plt.Rectangle(corner, size, size, facecolor=tint + "22", edgecolor=tint, linewidth=1.4, zorder=3))
            text(axes, corner[0] + size / 2, corner[1] + size / 2, str(value), size=12)


def heads():
    """Two places with four columns each, cut into two heads; and what a mere reshape gives."""
    axes = canvas(11.0, 4.2)
    x = np.arange(8).reshape(2, 4)
    one, two = HEADS
    cells(axes, 0.6, 3.1, x, [[one, one, two, two]] * 2)
    text(axes, 1.7, 3.35, "x  (T, D) = (2, 4)", INK, 12)
    text(axes, 0.5, 2.82, "place 0", SOFT, 10, ha="right")
    text(axes, 0.5, 2.27, "place 1", SOFT, 10, ha="right")
    arrow(axes, (3.0, 2.75), (4.3, 2.75), FORWARD)
    arrow(axes, (4.3, 2.35), (3.0, 2.35), FORWARD)
    text(axes, 3.65, 3.0, "split", FORWARD, 12)
    text(axes, 3.65, 2.08, "merge", FORWARD, 12)
    cells(axes, 4.5, 3.85, x[:, :2], [[one, one]] * 2)
    cells(axes, 4.5, 2.3, x[:, 2:], [[two, two]] * 2)
    text(axes, 5.85, 3.3, "head 0", one, 12, ha="left")
    text(axes, 5.85, 1.75, "head 1", two, 12, ha="left")
    text(axes, 5.05, 0.8, "(h, T, D/h) = (2, 2, 2)", INK, 12)
    axes.plot([7.3, 7.3], [0.5, 4.0], color="#dddddd", linewidth=1)
    cells(axes, 8.3, 3.5, x.reshape(2, 2, 2)[0], [[one, one], [two, two]])
    cells(axes, 8.3, 1.95, x.reshape(2, 2, 2)[1], [[one, one], [two, two]])
    for y in (3.5, 1.95):
        axes.plot([8.2, 9.5], [y + 0.1, y - 1.2], color=BACK, linewidth=2.4, zorder=6)
    text(axes, 8.85, 3.85, "a reshape alone", BACK, 12)
    text(axes, 9.65, 2.25, "both rows are\npieces of one place", SOFT, 10, ha="left")
    save("heads")


def block():
    """Two parts, a road past each."""
    axes = canvas(11.6, 3.9)
    line = 1.35
    text(axes, 0.35, line, r"$x$", FORWARD, 15)
    stations = (
        (1.9, "norm1", "#f6f6f4"),
        (3.5, "attention", "#f6f6f4"),
        (6.35, "norm2", "#f6f6f4"),
        (8.45, r"$W1$, relu, $W2$", "#eef6f0"),
    )
    widths = {"norm1": 0.9, "attention": 1.2, "norm2": 0.9, r"$W1$, relu, $W2$": 1.9}
    for x, name, face in stations:
        box(axes, (x, line), (widths[name], 0.7), name, PARAMETER if "W1" in name else INK, face, 12.5)
    node(axes, (4.85, line), "+")
    node(axes, (10.1, line), "+")
    for start, end in ((0.55, 1.45), (2.35, 2.9), (4.1, 4.59), (5.11, 5.9), (6.8, 7.5), (9.4, 9.84), (10.36, 11.2)):
        both_ways(axes, (start, line), (end, line))
    for start, end, name in ((0.9, 4.85, "$dh$"), (5.45, 10.1, "$dout$")):
        for shift, colour, style in ((0.0, FORWARD, "-"), (0.2, BACK, "--")):
            top = 2.75 - shift
            near, far = (start - 0.1 + shift, end - 0.1 + shift)
            axes.plot([near, near, far], [line + 0.12, top, top], color=colour, linestyle=style, linewidth=2, zorder=1)
            axes.plot([far, far], [top, line + 0.27], color=colour, linestyle=style, linewidth=2, zorder=1)
        arrow(axes, (end - 0.1, line + 0.6), (end - 0.1, line + 0.24), FORWARD)
        arrow(axes, (start + 0.1, line + 0.6), (start + 0.1, line + 0.12), BACK, "--")
        text(axes, (start + end) / 2, 3.0, "the road past it", FORWARD, 11.5)
        text(axes, (start + end) / 2, 2.3, name, BACK, 13)
    text(axes, 5.45, line + 0.45, "", FORWARD, 14)
    text(axes, 5.4, line - 0.4, r"$h$", FORWARD, 15)
    text(axes, 10.85, line + 0.38, "out", FORWARD, 13)
    text(axes, 10.85, line - 0.38, r"$dout$", BACK, 13)
    text(axes, 0.4, line - 0.42, r"$dx$", BACK, 13)
    text(axes, 0.3, 0.3, "forward", FORWARD, 13, weight="bold", ha="left")
    text(axes, 1.7, 0.3, "backward: a plus hands dout to both its sides, a fork adds up what comes back", BACK, 12, ha="left")
    save("block")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    attention()
    heads()
    block()
