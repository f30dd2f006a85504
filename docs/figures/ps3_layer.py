"""Draws the figures of assignment 3. From the repository root: python docs/figures/ps3_layer.py

Every number comes from the lesson's worked example and is computed here, not typed in twice.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Rectangle

FOLDER = Path("source/ps3_layer/figures")
FORWARD, BACK, PARAMETER, INK, SOFT = "#1f5f9e", "#b03a1e", "#2b7045", "#222222", "#666666"

plt.rcParams.update(
    {
        "svg.hashsalt": "ps3_layer",  # the same element ids, so the same bytes, each time
        "font.family": "DejaVu Sans",
        "mathtext.fontset": "dejavusans",
        "font.size": 12,
        "text.color": INK,
    }
)

# the worked example: three inputs, two neurons, f(z) = z², f'(z) = 2z
a_prev = np.array([[1.0], [2.0], [-1.0]])
W = np.array([[1.0, 1.0, 2.0], [2.0, -1.0, 1.0]])
b = np.array([[1.0], [0.0]])
da = np.array([[0.5], [1.5]])
z = W @ a_prev + b
a = z**2
slope = 2 * z
dz = da * slope
dW = dz @ a_prev.T
da_prev = W.T @ dz


def canvas(width, height):
    """A white sheet whose units are inches."""
    figure = plt.figure(figsize=(width, height), facecolor="white")
    axes = figure.add_axes([0, 0, 1, 1])
    axes.set(xlim=(0, width), ylim=(0, height))
    axes.axis("off")
    return axes


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def arrow(axes, start, end, colour, style="-", width=2.0, bend=0.0):
    axes.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=16,
            color=colour,
            linewidth=width,
            linestyle=style,
            shrinkA=0,
            shrinkB=0,
            connectionstyle=f"arc3,rad={bend}",
            zorder=2,
        )
    )


def box(axes, centre, size, text, edge, face="white", fontsize=13):
    (x, y), (width, height) = centre, size
    axes.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.09",
            edgecolor=edge,
            facecolor=face,
            linewidth=1.6,
            zorder=3,
        )
    )
    axes.text(x, y, text, ha="center", va="center", fontsize=fontsize, color=INK, zorder=4)


def number(value):
    return f"{value:g}".replace("-", "\N{MINUS SIGN}")


def column(values):
    return "(" + ", ".join(number(value) for value in values.ravel()) + ")"


def paths():
    """One weight has one way to the loss; one input has a way through every neuron."""
    axes = canvas(9.6, 3.8)
    titles = [r"a weight, $w_{12}$: one way", r"an input, $a^{\mathrm{prev}}_2$: a way through every neuron"]
    bold = [{(0, 1)}, {(0, 1), (1, 1)}]
    for left, title, strong in zip((0.1, 4.9), titles, bold, strict=True):
        inputs = [(left + 0.75, y) for y in (2.75, 1.75, 0.75)]
        neurons = [(left + 2.45, y) for y in (2.35, 1.15)]
        loss = (left + 3.95, 1.75)
        reached = {i for i, _ in strong}
        axes.text(left + 2.3, 3.5, title, ha="center", va="center", fontsize=13)
        for i, (x, y) in enumerate(neurons):
            for j, (x_in, y_in) in enumerate(inputs):
                on = (i, j) in strong
                arrow(axes, (x_in + 0.34, y_in), (x - 0.35, y), FORWARD if on else "#c4c4c4", width=2.6 if on else 1.1)
            on = i in reached
            arrow(
                axes,
                (x + 0.36, y),
                (loss[0] - 0.42, loss[1] + (0.12 if i == 0 else -0.12)),
                FORWARD if on else "#c4c4c4",
                width=2.6 if on else 1.1,
            )
        for i, j in strong:
            (x_in, y_in), (x, y) = inputs[j], neurons[i]
            axes.text(
                (x_in + x) / 2,
                (y_in + y) / 2 + (0.2 if i == 0 else -0.22),
                f"$w_{{{i + 1}2}}$",
                ha="center",
                va="center",
                color=FORWARD,
            )
        for j, centre in enumerate(inputs):
            lit = left > 1 and j == 1
            axes.add_patch(
                plt.Circle(
                    centre,
                    0.34,
                    facecolor="#e3eef9" if lit else "white",
                    edgecolor=FORWARD if lit else SOFT,
                    linewidth=1.6,
                    zorder=3,
                )
            )
            axes.text(*centre, rf"$a^{{\mathrm{{prev}}}}_{j + 1}$", ha="center", va="center", fontsize=11, zorder=4)
        for i, centre in enumerate(neurons):
            lit = i in reached
            axes.add_patch(
                plt.Circle(
                    centre,
                    0.36,
                    facecolor="#e3eef9" if lit else "white",
                    edgecolor=FORWARD if lit else SOFT,
                    linewidth=1.6,
                    zorder=3,
                )
            )
            axes.text(*centre, rf"$z_{i + 1}, a_{i + 1}$", ha="center", va="center", fontsize=11, zorder=4)
        box(axes, loss, (0.84, 0.6), "loss", INK)
    axes.plot([4.8, 4.8], [0.35, 3.6], color="#dddddd", linewidth=1)
    save("paths")


def data_flow():
    """The values on their way forward, the gradients on their way back, what the layer keeps between."""
    axes = canvas(10.4, 7.0)
    axes.add_patch(
        FancyBboxPatch(
            (2.05, 0.3),
            6.3,
            6.45,
            boxstyle="round,pad=0,rounding_size=0.15",
            edgecolor="#999999",
            facecolor="#f6f6f4",
            linewidth=1.4,
            zorder=0,
        )
    )
    axes.text(2.25, 6.43, "Layer", fontsize=14, va="center", weight="bold")
    top, shelf, bottom, own = 5.55, 4.4, 3.2, 1.85
    for y, text, colour in ((top, "forward", FORWARD), (bottom, "backward", BACK)):
        axes.text(0.35, y + 0.88, text, color=colour, fontsize=14, va="center", weight="bold")

    def label(x, y, name, values, colour):
        axes.text(x, y + 0.16, name, ha="center", va="bottom", fontsize=14, color=colour, zorder=5)
        axes.text(x, y - 0.16, values, ha="center", va="top", fontsize=10.5, color=SOFT, zorder=5)

    arrow(axes, (0.35, top), (2.65, top), FORWARD)
    arrow(axes, (4.15, top), (6.0, top), FORWARD)
    arrow(axes, (7.2, top), (10.1, top), FORWARD)
    box(axes, (3.4, top), (1.5, 0.8), r"$W\cdot a_{\mathrm{prev}}+b$", FORWARD)
    box(axes, (6.6, top), (1.2, 0.8), r"$f(z)$", FORWARD)
    label(1.15, top, r"$a_{\mathrm{prev}}$", column(a_prev), FORWARD)
    label(5.08, top, r"$z$", column(z), FORWARD)
    label(9.2, top, r"$a$", column(a), FORWARD)

    arrow(axes, (10.1, bottom), (7.45, bottom), BACK, "--")
    arrow(axes, (5.75, bottom), (4.05, bottom), BACK, "--")
    arrow(axes, (2.85, bottom), (0.35, bottom), BACK, "--")
    box(axes, (6.6, bottom), (1.7, 0.8), r"$da\odot f\,'(z)$", BACK)
    box(axes, (3.45, bottom), (1.2, 0.8), r"$W^{\top}\cdot dz$", BACK)
    label(9.2, bottom, r"$da$", column(da), BACK)
    label(4.9, bottom, r"$dz$", column(dz), BACK)
    label(1.15, bottom, r"$da_{\mathrm{prev}}$", column(da_prev), BACK)

    # the shelf: what forward keeps for backward
    for x, text in ((2.85, "inputs"), (5.08, "outputs")):
        box(axes, (x, shelf), (1.15, 0.46), text, SOFT, "#fff3c9", 11.5)
    axes.text(6.75, shelf, "kept for\nthe way back", fontsize=10.5, color=SOFT, va="center")
    arrow(axes, (2.45, top), (2.45, shelf + 0.23), SOFT, ":", 1.6)
    arrow(axes, (5.52, top), (5.52, shelf + 0.23), SOFT, ":", 1.6)
    arrow(axes, (5.655, shelf), (6.4, bottom + 0.4), SOFT, ":", 1.6, -0.25)
    axes.plot([2.45, 2.45], [shelf - 0.23, own], color=SOFT, linestyle=":", linewidth=1.6, zorder=2)
    arrow(axes, (2.45, own), (3.0, own), SOFT, ":", 1.6)

    # the layer's own gradients, and the step they give
    box(axes, (3.95, own), (1.9, 0.66), r"$dW=dz\cdot a_{\mathrm{prev}}^{\top}$", PARAMETER)
    box(axes, (6.35, own), (1.3, 0.66), r"$db=dz$", PARAMETER)
    arrow(axes, (4.27, bottom), (4.27, own + 0.33), BACK, "--", 1.6)
    arrow(axes, (5.5, bottom), (5.8, own + 0.33), BACK, "--", 1.6)
    arrow(axes, (3.95, own - 0.33), (3.95, 1.0), PARAMETER, "-", 1.6)
    arrow(axes, (6.35, own - 0.33), (6.35, 1.0), PARAMETER, "-", 1.6)
    axes.text(3.95, 0.78, r"$W\leftarrow W-\alpha\,dW$", ha="center", va="center", fontsize=13, color=PARAMETER)
    axes.text(6.35, 0.78, r"$b\leftarrow b-\alpha\,db$", ha="center", va="center", fontsize=13, color=PARAMETER)
    axes.text(8.2, 0.78, "last of all", ha="right", va="center", fontsize=10.5, color=SOFT)
    save("data_flow")


def blocks(axes, left, middle, values, name, colour, cell=0.52):
    """A matrix drawn cell by cell, its name above and its shape below. Returns the right edge."""
    rows, columns = values.shape
    upper = middle + rows * cell / 2
    for i in range(rows):
        for j in range(columns):
            corner = (left + j * cell, upper - (i + 1) * cell)
            axes.add_patch(Rectangle(corner, cell, cell, facecolor=colour + "22", edgecolor=colour, linewidth=1.3))
            axes.text(corner[0] + cell / 2, corner[1] + cell / 2, number(values[i, j]), ha="center", va="center", fontsize=11.5)
    centre = left + columns * cell / 2
    axes.text(centre, upper + 0.12, name, ha="center", va="bottom", fontsize=13, color=colour)
    shape, lower = f"({rows}, {columns})", upper - rows * cell
    axes.text(centre, lower - 0.1, shape, ha="center", va="top", fontsize=10.5, color=SOFT)
    return left + columns * cell


def shapes():
    """The four equations as blocks: shapes and numbers of the worked example."""
    axes = canvas(10.4, 6.0)

    def equation(left, middle, terms):
        for term in terms:
            if isinstance(term, str):
                axes.text(left + 0.32, middle, term, ha="center", va="center", fontsize=26 if "cdot" in term else 17)
                left += 0.64
            else:
                left = blocks(axes, left, middle, *term)

    equation(0.6, 4.4, [(dz, r"$dz$", BACK), "=", (da, r"$da$", BACK), r"$\odot$", (slope, r"$f\,'(z)$", FORWARD)])
    equation(
        5.0,
        4.4,
        [(dW, r"$dW$", PARAMETER), "=", (dz, r"$dz$", BACK), r"$\cdot$", (a_prev.T, r"$a_{\mathrm{prev}}^{\top}$", FORWARD)],
    )
    equation(0.6, 1.4, [(dz, r"$db$", PARAMETER), "=", (dz, r"$dz$", BACK)])
    equation(
        5.0,
        1.4,
        [(da_prev, r"$da_{\mathrm{prev}}$", BACK), "=", (W.T, r"$W^{\top}$", PARAMETER), r"$\cdot$", (dz, r"$dz$", BACK)],
    )
    for x, y, text in (
        (0.6, 5.65, "1  back through the activation"),
        (5.0, 5.65, "2  the weights"),
        (0.6, 2.7, "3  the biases"),
        (5.0, 2.7, "4  on to the layer before"),
    ):
        axes.text(x, y, text, va="center", fontsize=12.5, weight="bold")
    axes.plot([4.6, 4.6], [0.3, 5.75], color="#dddddd", linewidth=1)
    axes.plot([0.4, 10.0], [3.1, 3.1], color="#dddddd", linewidth=1)
    save("shapes")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths()
    data_flow()
    shapes()
