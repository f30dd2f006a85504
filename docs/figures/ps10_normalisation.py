"""Draws the figures of assignment 10. From the repository root: python docs/figures/ps10_normalisation.py

The numbers are those of the lesson's worked examples, and what the reference solution makes of random weights with a fixed seed.
"""

import importlib.util
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, box, canvas, number

FOLDER = Path("source/ps10_normalisation/figures")
KEPT = "#fff3c9"
plt.rcParams.update({"svg.hashsalt": "ps10_normalisation", "axes.spines.top": False, "axes.spines.right": False})


def reference():
    spec = importlib.util.spec_from_file_location("ps10", "solutions/ps10_normalisation.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PS10 = reference()


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def text(axes, x, y, words, colour=INK, size=12, **more):
    axes.text(x, y, words, **{"ha": "center", "va": "center", "color": colour, "fontsize": size, "zorder": 5, **more})


def table(axes, left, top, values, colours, cell=0.62, size=11.5):
    """The numbers of a table in boxes; colours: one for each box."""
    for i, row in enumerate(values):
        for j, value in enumerate(row):
            corner = (left + j * cell, top - (i + 1) * cell)
            shade = {"facecolor": colours[i][j] + "22", "edgecolor": colours[i][j], "linewidth": 1.2, "zorder": 3}
            axes.add_patch(plt.Rectangle(corner, cell, cell, **shade))
            text(axes, corner[0] + cell / 2, corner[1] + cell / 2, value if isinstance(value, str) else number(value), size=size)


def spread(start, normalise, depth=20, width=100):
    """The standard deviation of the numbers after each of `depth` ReLU layers, with weights `start` times He's."""
    rng = np.random.default_rng(1)
    a, found = rng.normal(size=(200, width)), []
    for _ in range(depth):
        a = a @ (start * np.sqrt(2 / width) * rng.normal(size=(width, width)))
        if normalise:
            a = PS10.BatchNorm(np.ones(width), np.zeros(width)).forward(a)
        a = np.maximum(a, 0)
        found.append(a.std())
    return found


def ranges():
    """How the spread of activations goes through twenty layers."""
    figure, axes = plt.subplots(figsize=(8.6, 3.9), layout="constrained")
    layers = np.arange(1, 21)
    for start, colour, label in ((1.4, BACK, "weights × 1.4"), (0.7, FORWARD, "weights × 0.7")):
        plain = spread(start, False)
        axes.plot(layers, plain, color=colour, linewidth=2)
        text(axes, 20.3, plain[-1], label, colour, 12, ha="left")
    axes.plot(layers, spread(1.4, True), color=PARAMETER, linewidth=4.5, alpha=0.45)
    axes.plot(layers, spread(0.7, True), color=PARAMETER, linewidth=1.6, linestyle="--")
    text(axes, 20.3, 0.58, "both, with\nBatchNorm", PARAMETER, 12, ha="left")
    axes.set(yscale="log", xlabel="layer", ylabel="spread of the activations", xlim=(1, 25), xticks=[1, 5, 10, 15, 20])
    save("range")


def which_numbers():
    """Whose mean it is: a column of the batch, or a row."""
    axes = canvas(9.6, 4.1)
    shades = [FORWARD, BACK, PARAMETER, "#6b4ba1"]
    names = [[f"$x_{{{n}{d}}}$" for d in (1, 2, 3)] for n in (1, 2, 3, 4)]
    for left, title, by_column in ((1.5, "BatchNorm", True), (6.3, "LayerNorm", False)):
        table(axes, left, 3.1, names, [[shades[d if by_column else n] for d in range(3)] for n in range(4)], 0.62, 12)
        text(axes, left + 0.93, 3.72, title, INK, 14, weight="bold")
        text(axes, left - 0.2, 1.86, "samples", SOFT, 11, rotation=90)
        text(axes, left + 0.93, 3.32, "numbers of a sample", SOFT, 11)
        for k in range(3 if by_column else 4):
            if by_column:
                at = left + 0.62 * k + 0.31
                arrow(axes, (at, 0.6), (at, 0.3), shades[k])
                text(axes, at, 0.13, rf"$\mu_{k + 1}, v_{k + 1}$", shades[k], 10.5)
            else:
                at = 3.1 - 0.62 * k - 0.31
                arrow(axes, (left + 1.9, at), (left + 2.25, at), shades[k])
                text(axes, left + 2.32, at, rf"$\mu_{k + 1}, v_{k + 1}$", shades[k], 10.5, ha="left")
    save("which_numbers")


def dropout():
    """A mask in numbers, there and back."""
    axes = canvas(9.6, 4.2)
    x, dout = np.array([[2.0, -1.0, 3.0], [4.0, 1.0, -2.0]]), np.array([[1.0, 5.0, -1.0], [3.0, 0.5, 1.0]])
    mask = np.array([[2.0, 0.0, 2.0], [0.0, 2.0, 2.0]])
    for top, first, last, names, colour, word in (
        (3.5, x, x * mask + 0.0, ("$x$", "out"), FORWARD, "forward"),
        (1.55, dout, dout * mask + 0.0, ("$dout$", "$dx$"), BACK, "backward"),
    ):
        text(axes, 0.35, top - 0.62, word, colour, 13, weight="bold", rotation=90)
        table(axes, 0.9, top, first, [[colour] * 3] * 2)
        text(axes, 3.25, top - 0.62, r"$\odot$", INK, 17)
        table(axes, 3.75, top, mask, [["#8a6d00" if m else "#999999" for m in row] for row in mask])
        text(axes, 6.1, top - 0.62, "=", INK, 17)
        table(axes, 6.6, top, last, [[colour if m else "#999999" for m in row] for row in mask])
        text(axes, 1.83, top + 0.22, names[0], colour, 13)
        text(axes, 7.53, top + 0.22, names[1], colour, 13)
    text(axes, 4.68, 3.78, "the mask, times 1 / (1 − 0.5)", "#8a6d00", 12)
    text(axes, 4.68, 1.77, "the same", "#8a6d00", 12)
    save("dropout")


def three_paths():
    """BatchNorm for one column as a graph."""
    axes = canvas(11.4, 5.2)
    middle = 3.4
    spots = {"x": 0.6, "minus": 3.0, "over": 6.4, "affine": 8.9}

    def there_and_back(start, end, forward, back, at=middle):
        arrow(axes, (start, at + 0.12), (end, at + 0.12), FORWARD)
        arrow(axes, (end, at - 0.12), (start, at - 0.12), BACK, "--")
        text(axes, (start + end) / 2, at + 0.4, forward, FORWARD, 13)
        text(axes, (start + end) / 2, at - 0.42, back, BACK, 13)

    def turn(start, end, forward, back, at, side):
        """The same between two places above each other."""
        arrow(axes, (start[0] - 0.1, start[1]), (end[0] - 0.1, end[1]), FORWARD)
        arrow(axes, (end[0] + 0.1, end[1]), (start[0] + 0.1, start[1]), BACK, "--")
        text(axes, at[0] - 0.25, at[1], forward, FORWARD, 13, ha="right")
        text(axes, at[0] + 0.25, at[1], back, BACK, 13, ha="left")

    axes.add_patch(plt.Circle((spots["x"], middle), 0.33, facecolor=KEPT, edgecolor=INK, linewidth=1.6, zorder=3))
    text(axes, spots["x"], middle, "$x$", INK, 15)
    box(axes, (spots["minus"], middle), (0.8, 0.7), r"$x-\mu$", INK, "#f6f6f4")
    box(axes, (spots["over"], middle), (0.9, 0.7), r"$\div\,s$", INK, "#f6f6f4")
    box(axes, (spots["affine"], middle), (1.2, 0.7), r"$\gamma\hat x+\beta$", INK, "#f6f6f4")
    there_and_back(spots["x"] + 0.33, spots["minus"] - 0.4, "1  directly", "$dx$: three added up")
    there_and_back(spots["minus"] + 0.4, spots["over"] - 0.45, r"$x-\mu$", r"$d\hat x\,/\,s$")
    there_and_back(spots["over"] + 0.45, spots["affine"] - 0.6, r"$\hat x$", r"$d\hat x = \gamma\, dout$")
    there_and_back(spots["affine"] + 0.6, 10.9, "out", "$dout$")

    # the third path, through the variance
    box(axes, (4.6, 1.55), (1.5, 0.7), r"$v=\overline{(x-\mu)^2}$", INK, "#f6f6f4", 12)
    box(axes, (spots["over"], 1.55), (1.2, 0.7), r"$s=\sqrt{v+\varepsilon}$", INK, "#f6f6f4", 12)
    turn((spots["over"], 1.9), (spots["over"], middle - 0.35), "", "$ds$", (spots["over"], 2.55), 1)
    arrow(axes, (3.2, middle - 0.35), (4.2, 1.92), FORWARD)
    arrow(axes, (4.4, 1.92), (3.4, middle - 0.35), BACK, "--")
    text(axes, 3.55, 2.4, "3", FORWARD, 13, ha="right")
    arrow(axes, (5.35, 1.65), (5.8, 1.65), FORWARD)
    arrow(axes, (5.8, 1.45), (5.35, 1.45), BACK, "--")
    text(axes, 5.57, 1.0, "$dv$", BACK, 13)

    # the second, through the mean
    box(axes, (1.8, 4.75), (1.1, 0.6), r"$\mu=\overline{x}$", INK, "#f6f6f4", 12)
    arrow(axes, (0.68, middle + 0.33), (1.3, 4.48), FORWARD)
    arrow(axes, (1.5, 4.43), (0.86, middle + 0.27), BACK, "--")
    text(axes, 0.78, 4.15, "2", FORWARD, 13, ha="right")
    arrow(axes, (2.35, 4.72), (3.0, middle + 0.37), FORWARD, bend=-0.2)
    arrow(axes, (2.8, middle + 0.37), (2.2, 4.43), BACK, "--", bend=0.2)
    text(axes, 3.05, 4.5, r"$d\mu$", BACK, 13, ha="left")

    text(
        axes,
        0.45,
        0.42,
        r"$dx = \dfrac{1}{s}\left(d\hat x \;-\; \overline{d\hat x} \;-\; \hat x\;\overline{d\hat x\,\hat x}\right)$",
        BACK,
        14,
        ha="left",
    )
    text(
        axes,
        5.2,
        0.42,
        "A bar is a mean over the column.\nPath 1 is the direct one, 2 leads through the mean, 3 through the variance.",
        SOFT,
        10.5,
        ha="left",
    )
    save("three_paths")


def bce():
    """The loss of a score whose answer is no: exact, through the probability, and clipped."""
    figure, axes = plt.subplots(figsize=(8.6, 4.1), layout="constrained")
    z = np.linspace(-60, 60, 2401)
    with np.errstate(divide="ignore"):
        naive = -np.log(1 - 1 / (1 + np.exp(-z)))
    clipped = -np.log(np.maximum(1 - 1 / (1 + np.exp(-z)), 1e-7))
    finite = np.isfinite(naive)
    axes.plot(z, np.logaddexp(0, z), color=PARAMETER, linewidth=5, alpha=0.4)
    axes.plot(z[finite], naive[finite], color=BACK, linewidth=1.6)
    axes.plot([z[finite][-1]] * 2, [naive[finite][-1], 62], color=BACK, linewidth=1.6, linestyle="--")
    axes.plot(z, clipped, color=FORWARD, linewidth=1.6, linestyle=":")
    text(axes, 50, 44, r"$\ln(1+e^z)$", PARAMETER, 12, ha="left")
    text(axes, 35.5, 58, "−ln(1 − y): infinite from here on", BACK, 12, ha="right")
    text(axes, 45, 18.5, "clipped at 1e−7", FORWARD, 12)
    axes.set(xlabel="score z, where the answer is no", ylabel="loss", ylim=(-2, 63))
    save("bce")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    ranges()
    which_numbers()
    dropout()
    three_paths()
    bce()
