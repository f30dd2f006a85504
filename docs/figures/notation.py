"""Draws the figure of NOTATION.md. From the repository root: python docs/figures/notation.py

One layer in both notations; every number is computed from the columns' W, b and input.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from matplotlib.patches import Rectangle

TARGET = Path("docs/figures/notation.svg")
VALUE, PARAMETER, INK, SOFT = "#1f5f9e", "#2b7045", "#222222", "#666666"
CELL = 0.52

plt.rcParams.update(
    {
        "svg.hashsalt": "notation",  # the same element ids, so the same bytes, each time
        "font.family": "DejaVu Sans",
        "mathtext.fontset": "dejavusans",
        "font.size": 12,
        "text.color": INK,
    }
)

weights = np.array([[1.0, 1.0, 2.0], [2.0, -1.0, 1.0]])
biases = np.array([[1.0], [0.0]])
a_prev = np.array([[1.0], [2.0], [-1.0]])
x = np.vstack([a_prev.T, [[0.0, 1.0, 1.0]]])  # the same sample, and a second one


def number(value):
    return f"{value:g}".replace("-", "\N{MINUS SIGN}")


def blocks(axes, left, middle, values, name, colour):
    """A matrix (or a vector) drawn cell by cell, its name above and its shape below. Returns the right edge."""
    shape = f"({values.shape[0]},)" if values.ndim == 1 else f"({values.shape[0]}, {values.shape[1]})"
    values = np.atleast_2d(values)
    rows, columns = values.shape
    upper = middle + rows * CELL / 2
    for (i, j), value in np.ndenumerate(values):
        corner = (left + j * CELL, upper - (i + 1) * CELL)
        axes.add_patch(Rectangle(corner, CELL, CELL, facecolor=colour + "22", edgecolor=colour, linewidth=1.3))
        axes.text(corner[0] + CELL / 2, corner[1] + CELL / 2, number(value), ha="center", va="center", fontsize=11.5)
    centre = left + columns * CELL / 2
    axes.text(centre, upper + 0.12, name, ha="center", va="bottom", fontsize=13, color=colour)
    axes.text(centre, upper - rows * CELL - 0.1, shape, ha="center", va="top", fontsize=10.5, color=SOFT)
    return left + columns * CELL


def equation(axes, left, middle, terms):
    for term in terms:
        if isinstance(term, str):
            axes.text(left + 0.32, middle, term, ha="center", va="center", fontsize=26 if "cdot" in term else 17)
            left += 0.64
        else:
            left = blocks(axes, left, middle, *term)


if __name__ == "__main__":
    figure = plt.figure(figsize=(9.4, 5.9), facecolor="white")
    axes = figure.add_axes([0, 0, 1, 1])
    axes.set(xlim=(0, 9.4), ylim=(0, 5.9))
    axes.axis("off")

    axes.text(0.5, 5.45, "columns: one sample stands upright, a neuron is a row of W", fontsize=13, weight="bold")
    equation(
        axes,
        0.9,
        4.1,
        [
            (weights @ a_prev + biases, r"$z$", VALUE),
            "=",
            (weights, "weights", PARAMETER),
            r"$\cdot$",
            (a_prev, r"$a_{\mathrm{prev}}$", VALUE),
            "+",
            (biases, "biases", PARAMETER),
        ],
    )
    axes.plot([0.5, 8.9], [2.82, 2.82], color="#dddddd", linewidth=1)
    axes.text(
        0.5, 2.4, "rows: a sample lies down, a batch is a stack of them, a neuron is a column of W", fontsize=13, weight="bold"
    )
    equation(
        axes,
        0.9,
        1.2,
        [
            (x @ weights.T + biases.ravel(), "out", VALUE),
            "=",
            (x, r"$x$", VALUE),
            r"$\cdot$",
            (weights.T, r"$W$", PARAMETER),
            "+",
            (biases.ravel(), r"$b$", PARAMETER),
        ],
    )
    plt.savefig(TARGET, metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(TARGET)
    plt.close()
