"""Draws the figures of assignment 2. From the repository root: python docs/figures/ps2_activations.py

The curves are those of the reference solution, and the marked points those of the lesson's tables.
"""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, number

sys.path.insert(0, "solutions")
from keep_ascii import keep_ascii
from ps2_activations import LeakyReLU, ReLU, Sigmoid, Tanh

FOLDER = Path("source/ps2_activations/figures")
GRID = "#dddddd"

plt.rcParams.update(
    {
        "svg.hashsalt": "ps2_activations",
        "axes.edgecolor": SOFT,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "axes.labelcolor": INK,
        "font.size": 12,
    }
)


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def panels(height=3.3):
    spread = {"facecolor": "white", "layout": "constrained", "gridspec_kw": {"wspace": 0.08}}
    return plt.subplots(1, 2, figsize=(9.6, height), **spread)


def cross(axes):
    """Thin lines through the origin."""
    axes.axhline(0, color=GRID, linewidth=1, zorder=0)
    axes.axvline(0, color=GRID, linewidth=1, zorder=0)


def minus(axes):
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: number(round(value, 6)))


def dot(axes, x, y, colour, filled=True):
    face = colour if filled else "white"
    axes.plot(x, y, "o", markersize=8, color=colour, markerfacecolor=face, markeredgewidth=1.8, zorder=5, clip_on=False)


def pair(f, name, reach, value_range, slope_range, slope_ticks):
    """f on the left, f' on the right, over the same z. Returns both axes."""
    z = np.linspace(-reach, reach, 601)
    figure, (left, right) = panels()
    left.plot(z, f(z), color=FORWARD, linewidth=2.6)
    kinked = isinstance(f, (ReLU, LeakyReLU))
    for part in (z[z < 0], z[z > 0]) if kinked else (z,):
        right.plot(part, f.derivative(part), color=BACK, linewidth=2.6)
    left.set(title=f"the value: {name}", ylabel="$a$", ylim=value_range)
    right.set(title="the slope: $f\\,'(z)$", ylabel="$f\\,'(z)$", ylim=slope_range, yticks=slope_ticks)
    for axes in (left, right):
        axes.set(xlabel="$z$", xlim=(-reach, reach))
        cross(axes)
        minus(axes)
    if kinked:
        at_kink = float(f.derivative(np.array(0.0)))
        dot(right, 0, at_kink, BACK)
        dot(right, 0, 1.0, BACK, filled=False)
        right.annotate("taken at $z=0$", (0, at_kink), (0.35, at_kink + 0.17), color=SOFT, fontsize=11, va="center")
        right.annotate("not taken", (0, 1), (-0.25, 1.0), color=SOFT, fontsize=11, va="center", ha="right")
    return left, right


def relu():
    left, _ = pair(ReLU(), "ReLU", 3, (-0.6, 3.2), (-0.2, 1.3), (0, 1))
    left.text(-1.6, 0.25, "off", color=SOFT, ha="center")
    left.text(1.2, 1.9, "on", color=SOFT, ha="center")
    save("relu")


def sigmoid():
    left, right = pair(Sigmoid(), "sigmoid", 7, (-0.08, 1.08), (-0.02, 0.3), (0, 0.25))
    left.axhline(1, color=GRID, linewidth=1, zorder=0)
    left.set_yticks((0, 0.5, 1))
    dot(left, 0, 0.5, FORWARD)
    dot(right, 0, 0.25, BACK)
    save("sigmoid")


def tanh():
    left, right = pair(Tanh(), "tanh", 4, (-1.15, 1.15), (-0.08, 1.15), (0, 1))
    for y in (-1, 1):
        left.axhline(y, color=GRID, linewidth=1, zorder=0)
    left.set_yticks((-1, 0, 1))
    dot(left, 0, 0, FORWARD)
    dot(right, 0, 1, BACK)
    save("tanh")


def leaky_relu():
    left, _ = pair(LeakyReLU(0.1), "leaky ReLU, slope 0.1", 3, (-0.6, 3.2), (-0.2, 1.3), (0, 0.1, 1))
    z = np.linspace(-3, 0, 50)
    left.plot(z, ReLU()(z), color=SOFT, linewidth=1.4, linestyle="--")
    left.text(-2.9, 0.12, "ReLU", color=SOFT, fontsize=11)
    left.text(-2.9, -0.5, "the leak", color=FORWARD, fontsize=11)
    save("leaky_relu")


def sigmoid_slope():
    """Tangents at three points, and the same three slopes over the output."""
    f = Sigmoid()
    points = np.log([1 / 9, 1.0, 3.0])
    figure, (left, right) = panels(3.8)
    z, a = np.linspace(-5, 5, 401), np.linspace(0, 1, 201)
    left.plot(z, f(z), color=FORWARD, linewidth=2.2)
    right.plot(a, a * (1 - a), color=BACK, linewidth=2.2)
    places = ((0.55, -0.075, 1.3), (0.4, -0.1, 0.6), (0.45, -0.1, 0.8))  # of the label, and half a tangent
    for point, (dx, dy, half) in zip(points, places, strict=True):
        value, slope = float(f(point)), float(f.derivative(point))
        near = np.array([-half, half])
        left.plot(point + near, value + slope * near, color=BACK, linewidth=2.2)
        dot(left, point, value, FORWARD)
        left.text(point + dx, value + dy, f"slope {slope:.4g}", color=BACK, fontsize=11.5, va="center")
        right.plot([value, value], [0, slope], color=GRID, linewidth=1.2, zorder=0)
        dot(right, value, slope, BACK)
    left.set(title="the slope at three places", xlabel="$z$", ylabel="$a$", xlim=(-5, 5), ylim=(-0.08, 1.08))
    left.set_yticks((0, 0.1, 0.5, 0.75, 1))
    minus(left)
    left.set_xticks(points, ["$-\\ln 9$", "0", "$\\ln 3$"])
    right.set(title="the slope over the output: $a(1-a)$", xlabel="the output $a$", ylabel="the slope")
    right.set(xlim=(0, 1), ylim=(0, 0.3))
    right.set_xticks((0, 0.1, 0.5, 0.75, 1), ("0", "0.1", "0.5", "0.75", "1"))
    right.set_yticks((0, 0.09, 0.1875, 0.25), ("0", "0.09", "0.1875", "0.25"))
    cross(left)
    save("sigmoid_slope")


def saturation():
    """What a slope of nearly 0 does to a message, once and ten times."""
    f = Sigmoid()
    figure, (left, right) = panels(4.0)
    z = np.linspace(-8, 8, 401)
    for low, high in ((-8, -3), (3, 8)):
        left.axvspan(low, high, color="#fff3c9", zorder=0)
        left.text((low + high) / 2, 1.13, "saturated", ha="center", color=SOFT, fontsize=11)
    left.plot(z, f(z), color=FORWARD, linewidth=2.6)
    for at, text_at in ((0.0, (-6.9, 0.72)), (5.0, (0.9, 0.3))):
        slope = float(f.derivative(at))
        dot(left, at, float(f(at)), FORWARD)
        left.annotate(
            f"$da = 1$\n$dz = {slope:.2g}$",
            (at, float(f(at))),
            text_at,
            color=BACK,
            va="center",
            arrowprops={"arrowstyle": "-", "color": BACK, "linestyle": ":", "shrinkB": 5},
        )
    left.set(title="one sigmoid", xlabel="$z$", ylabel="$a$", xlim=(-8, 8), ylim=(-0.05, 1.22))
    left.set(xticks=(-6, -3, 0, 3, 6), yticks=(0, 0.5, 1))
    minus(left)
    layers = np.arange(11)
    lines = (
        ("ReLU, switched on", ReLU(), 1.0, PARAMETER, "-"),
        ("tanh at $z=0.5$", Tanh(), 0.5, SOFT, "--"),
        ("sigmoid at $z=0$, its best", Sigmoid(), 0.0, FORWARD, "-"),
        ("sigmoid at $z=2$", Sigmoid(), 2.0, BACK, "-"),
    )
    for name, activation, at, colour, style in lines:
        left_over = float(activation.derivative(np.array(at))) ** layers
        right.plot(layers, left_over, style, marker="o", markersize=4.5, color=colour, label=name, linewidth=1.8)
    right.set_yscale("log")
    right.set(title="what is left of a message of 1", xlabel="activations passed on the way back")
    right.set(xticks=(0, 2, 4, 6, 8, 10), ylim=(1e-11, 6))
    right.grid(axis="y", color=GRID)
    right.legend(frameon=False, fontsize=10.5, loc="lower left")
    save("saturation")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    relu()
    sigmoid()
    sigmoid_slope()
    saturation()
    tanh()
    leaky_relu()
