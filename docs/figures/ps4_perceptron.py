"""Draws the figures of assignment 4. From the repository root: python docs/figures/ps4_perceptron.py

The numbers of the chain are those of the lesson's worked example, the curves and borders come of the
reference solution; all are computed here, not typed in twice.
"""

import importlib.util
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, PARAMETER, SOFT, arrow, box, canvas, column, number

FOLDER = Path("source/ps4_perceptron/figures")
YES, NO = "#b8860b", "#5b4a9e"  # the lower moon, label 1, and the upper one, label 0
plt.rcParams["svg.hashsalt"] = "ps4_perceptron"  # the same element ids, so the same bytes, each time

_spec = importlib.util.spec_from_file_location("reference", "solutions/ps4_perceptron.py")
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)


def example():
    """The layers of the worked example, with the values of each: (a, da) around them, (z, dz) in them."""
    parameters = [
        ([[1, 1], [2, -1], [-1, 1]], [[0], [1], [-2]], ReLU()),
        ([[1, -1, 2], [-1, 2, 1]], [[0], [2]], ReLU()),
        ([[1, -3]], [[1]], reference.Sigmoid()),
    ]
    layers = []
    for weights, biases, activation in parameters:
        layer = reference.Layer(len(weights[0]), len(weights), activation)
        layer.weights, layer.biases = np.array(weights, dtype=float), np.array(biases, dtype=float)
        layers.append(layer)
    target = np.array([[1.0]])
    a = [np.array([[1.0], [2.0]])]
    for layer in layers:
        a.append(layer.forward(a[-1]))
    da = [reference.binary_cross_entropy_derivative(a[-1], target)]
    dz = []
    for layer in reversed(layers):
        dz.insert(0, da[0] * layer.activation.derivative(layer.outputs))
        da.insert(0, layer.backward(da[0], 0.01))
    return layers, a, da, [layer.outputs for layer in layers], dz, reference.binary_cross_entropy(a[-1], target)


def shape(values):
    return f"({values.shape[0]}, {values.shape[1]})"


def chain():
    """Three layers and the loss: values on their way forward, gradients on their way back, with shapes."""
    layers, a, da, z, dz, loss = example()
    axes = canvas(13.6, 5.6)
    top, bottom = 3.9, 1.55
    left, width, gap = 1.75, 1.9, 1.35
    names = ["ReLU", "ReLU", "sigmoid"]
    centres = [left + width / 2 + n * (width + gap) for n in range(3)]
    for n, (layer, x) in enumerate(zip(layers, centres, strict=True), 1):
        axes.add_patch(
            plt.Rectangle((x - width / 2, 0.3), width, 4.75, facecolor="#f6f6f4", edgecolor="#999999", linewidth=1.3, zorder=0)
        )
        axes.text(x, 4.78, f"layer {n}", ha="center", va="center", fontsize=13.5, weight="bold")
        box(axes, (x, top), (width - 0.3, 0.86), f"$W^{{({n})}}$ {shape(layer.weights)}\n{names[n - 1]}", FORWARD, fontsize=12)
        axes.text(x, top - 0.72, f"$z^{{({n})}}=$ {column(z[n - 1])}", ha="center", va="center", fontsize=11, color=SOFT)
        box(axes, (x, bottom), (width - 0.3, 0.62), "backward", BACK, fontsize=12)
        axes.text(x, bottom + 0.58, f"$dz^{{({n})}}=$ {column(dz[n - 1])}", ha="center", va="center", fontsize=11, color=SOFT)
        axes.text(
            x, bottom - 0.62, f"$dW^{{({n})}}$ {shape(layer.weights)}", ha="center", va="center", fontsize=11.5, color=PARAMETER
        )
        axes.text(x, bottom - 0.95, "and a step", ha="center", va="center", fontsize=10.5, color=SOFT)
    loss_x = centres[-1] + width / 2 + gap + 0.75
    axes.add_patch(
        plt.Rectangle((loss_x - 0.75, 0.3), 1.5, 4.75, facecolor="#fdf6e3", edgecolor="#999999", linewidth=1.3, zorder=0)
    )
    axes.text(loss_x, 4.78, "loss", ha="center", va="center", fontsize=13.5, weight="bold")
    axes.text(loss_x, top, f"$L = -\\ln a$\n$= {loss:.3f}$", ha="center", va="center", fontsize=12)
    axes.text(loss_x, top - 0.72, "target 1", ha="center", va="center", fontsize=11, color=SOFT)
    axes.text(loss_x, bottom, "$-1\\,/\\,a$", ha="center", va="center", fontsize=13)
    starts = [0.3, *(x + width / 2 for x in centres)]
    ends = [*(x - width / 2 for x in centres), loss_x - 0.75]
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        middle = (start + end) / 2
        arrow(axes, (start + 0.04, top), (end - 0.02, top), FORWARD)
        arrow(axes, (end - 0.04, bottom), (start + 0.02, bottom), BACK, "--")
        for y, name, values, colour in ((top, f"$a^{{({n})}}$", a[n], FORWARD), (bottom, f"$da^{{({n})}}$", da[n], BACK)):
            axes.text(middle, y + 0.44, name, ha="center", va="bottom", fontsize=13.5, color=colour)
            axes.text(middle, y + 0.14, column(values), ha="center", va="bottom", fontsize=10.5)
            axes.text(middle, y - 0.14, shape(values), ha="center", va="top", fontsize=10, color=SOFT)
    axes.text(0.3, 5.3, "forward, first to last", color=FORWARD, fontsize=13.5, weight="bold", va="center")
    axes.text(13.3, 5.3, "backward, last to first", color=BACK, fontsize=13.5, weight="bold", va="center", ha="right")
    save("chain")


def plot(width, height, columns):
    figure, axes = plt.subplots(1, columns, figsize=(width, height), facecolor="white", layout="constrained", squeeze=False)
    for ax in axes[0]:
        ax.spines[["top", "right"]].set_visible(False)
    return figure, axes[0]


def cross_entropy():
    """What an answer costs, and what reaches z: cross-entropy beside the squared loss."""
    _, (left, right) = plot(10.4, 3.8, 2)
    a = np.linspace(0.004, 0.996, 249)
    left.plot(a, -np.log(a), color=YES, linewidth=2.4)
    left.plot(a, -np.log(1 - a), color=NO, linewidth=2.4, linestyle="--")
    left.text(0.1, 3.1, "target 1:  $-\\ln a$", color=YES, fontsize=12.5)
    left.text(0.9, 4.0, "target 0:  $-\\ln(1-a)$", color=NO, fontsize=12.5, ha="right")
    left.set(xlabel="output $a$", ylabel="loss", ylim=(0, 5.2), xlim=(0, 1))
    right.axhline(0, color="#bbbbbb", linewidth=1)
    right.plot(a, a - 1, color=BACK, linewidth=2.4)
    right.plot(a, (a - 1) * a * (1 - a), color=SOFT, linewidth=2.4, linestyle="--")
    right.text(0.36, -0.82, "cross-entropy:  $a-t$", color=BACK, fontsize=12.5)
    right.text(0.03, 0.06, "squared loss:  $(a-t)\\,a\\,(1-a)$", color=SOFT, fontsize=12.5)
    right.set(xlabel="output $a$, target 1", ylabel="$dz$", ylim=(-1.05, 0.25), xlim=(0, 1))
    save("cross_entropy")


def training():
    """A training in small steps, watched: (mean losses, {epoch: answers on a grid}, the data, the grid)."""
    np.random.seed(1)
    rng = np.random.default_rng(1)
    points, labels = reference.half_moons(200, 0.1, rng)
    perceptron = reference.Perceptron(
        [
            reference.Layer(2, 8, reference.Tanh()),
            reference.Layer(8, 4, reference.Tanh()),
            reference.Layer(4, 1, reference.Sigmoid()),
        ]
    )
    grid = np.meshgrid(np.linspace(-1.5, 2.5, 81), np.linspace(-1.0, 1.5, 51))
    asked = np.stack([g.ravel() for g in grid], axis=1)

    def answers():
        return np.array([perceptron.forward(x).item() for x in asked]).reshape(grid[0].shape)

    losses, seen = [], {0: answers()}
    for epoch in range(1, 41):
        losses += perceptron.fit(points, labels, 1, 0.1, rng)
        if epoch in (2, 10, 40):
            seen[epoch] = answers()
    return losses, seen, (points, labels[:, 0]), grid


def loss_curve(losses):
    _, (axes,) = plot(8.4, 3.4, 1)
    axes.plot(np.arange(1, len(losses) + 1), losses, color=FORWARD, linewidth=2.2, marker="o", markersize=4)
    axes.set(xlabel="epoch", ylabel="mean loss", ylim=(0, None), xlim=(0, len(losses) + 1))
    save("loss")


def boundary(seen, data, grid):
    """The border between the answers below and above 0.5, at four moments."""
    points, labels = data
    _, axes = plot(13.2, 2.5, len(seen))
    for ax, (epoch, answers) in zip(axes, seen.items(), strict=True):
        ax.contourf(*grid, answers, levels=[-1.0, 0.5, 2.0], colors=["#e4dff3", "#fbeec6"])
        if answers.min() < 0.5 < answers.max():
            ax.contour(*grid, answers, levels=[0.5], colors="#222222", linewidths=2.0)
        for label, colour, marker in ((0, NO, "o"), (1, YES, "^")):
            chosen = points[labels == label]
            ax.plot(chosen[:, 0], chosen[:, 1], marker, color=colour, markersize=3.4, markeredgewidth=0)
        ax.set(xticks=[], yticks=[], xlim=(-1.5, 2.5), ylim=(-1.0, 1.5), aspect="equal")
        ax.set_title("before training" if epoch == 0 else f"after {number(epoch)} epochs", fontsize=12.5)
        ax.spines[:].set_visible(False)
    save("boundary")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    chain()
    cross_entropy()
    losses, seen, data, grid = training()
    loss_curve(losses)
    boundary(seen, data, grid)
