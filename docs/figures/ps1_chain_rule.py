"""Draws the figures of assignment 1. From the repository root: python docs/figures/ps1_chain_rule.py

Every number comes from the lesson's worked examples and is computed here, not typed in twice.
"""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, box, canvas, number

FOLDER = Path("source/ps1_chain_rule/figures")

plt.rcParams["svg.hashsalt"] = "ps1_chain_rule"


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def short(value):
    """At most three decimals: what stands beside an arrow."""
    return number(round(float(value), 3) + 0.0)


def times(left, right):
    """A product as it is written out, a negative second factor in brackets."""
    return f"{short(left)} · " + (f"({short(right)})" if right < 0 else short(right))


def along(axes, x, y, text, colour, above=True, size=13, weight="normal"):
    axes.text(
        x,
        y + (0.1 if above else -0.1),
        text,
        ha="center",
        va="bottom" if above else "top",
        fontsize=size,
        color=colour,
        weight=weight,
    )


def chain():
    """Two neurons and a loss: values forward above, gradients back below, what each neuron keeps under it."""
    x, weights, y = 2.0, (3.0, -0.25), 3.5
    values = [x, x * weights[0], x * weights[0] * weights[1]]
    loss, gradient = (values[-1] - y) ** 2, 2 * (values[-1] - y)
    grads = [gradient * weights[1] * weights[0], gradient * weights[1], gradient]

    axes = canvas(11.6, 4.1)
    up, down, half = 2.95, 2.15, 0.85
    centres = (2.85, 6.15, 9.35)
    for n, (centre, weight) in enumerate(zip(centres, weights, strict=False)):
        box(axes, (centre, 2.55), (2 * half, 1.5), f"neuron {n + 1}\n\n$w_{n + 1} = {number(weight)}$", FORWARD)
        arrow(axes, (centre, 1.8), (centre, 1.2), PARAMETER, "-", 1.6)
        axes.text(centre, 1.05, "keeps delta_weight", ha="center", va="center", fontsize=10.5, color=SOFT)
        kept = f"{times(grads[n + 1], values[n])} = {short(grads[n + 1] * values[n])}"
        axes.text(centre, 0.7, kept, ha="center", va="center", fontsize=13, color=PARAMETER)
        axes.text(centre, 0.38, "grad · input", ha="center", va="center", fontsize=10.5, color=SOFT)
    box(axes, (centres[2], 2.55), (2 * half, 1.5), f"loss\n$(\\hat{{y}} - y)^2$\n$y = {number(y)}$", INK)

    starts = (0.35, centres[0] + half, centres[1] + half, centres[2] + half)
    ends = (centres[0] - half, centres[1] - half, centres[2] - half, 11.35)
    names = ("x", "a", r"\hat{y}", "L")
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        value = [*values, loss][n]
        arrow(axes, (start, up), (end, up), FORWARD)
        along(axes, (start + end) / 2, up, f"${names[n]} = {number(value)}$", FORWARD)
        if n < 3:
            arrow(axes, (end, down), (start, down), BACK, "--")
            along(axes, (start + end) / 2, down, short(grads[n]), BACK, above=False)
    for n in range(2):
        text = times(grads[n + 1], weights[n])
        axes.text((starts[n] + ends[n]) / 2, down - 0.5, text, ha="center", va="center", fontsize=10.5, color=SOFT)
    axes.text(
        (starts[2] + ends[2]) / 2, down - 0.5, times(2, values[-1] - y), ha="center", va="center", fontsize=10.5, color=SOFT
    )
    axes.text(
        0.35, 3.8, "forward: the result of each is the input of the next", color=FORWARD, fontsize=12, va="center", weight="bold"
    )
    axes.text(11.35, 3.8, "back: grad · weight", color=BACK, fontsize=12, va="center", ha="right", weight="bold")
    save("chain")


def descent():
    """The loss of those two neurons, with the old weight handed back and with the new one, for two learning rates."""

    def losses(learning_rate, new_weight, steps):
        x, y, w1, w2 = 2.0, 3.5, 3.0, -0.25
        for _ in range(steps + 1):
            a = w1 * x
            error = w2 * a - y
            yield error**2
            old, w2 = w2, w2 - learning_rate * 2 * error * a
            w1 -= learning_rate * 2 * error * (w2 if new_weight else old) * x

    figure, panels = plt.subplots(1, 2, figsize=(10.4, 3.7), sharey=True, facecolor="white")
    for axes, rate in zip(panels, (0.01, 0.02), strict=True):
        steps = np.arange(11)
        axes.plot(
            steps, list(losses(rate, False, 10)), color=PARAMETER, marker="o", linewidth=2, label="old weight handed back (right)"
        )
        axes.plot(
            steps,
            list(losses(rate, True, 10)),
            color=BACK,
            marker="s",
            linestyle="--",
            linewidth=2,
            label="new weight handed back (wrong)",
        )
        axes.set(title=rf"learning rate $\alpha = {rate:g}$", xlabel="step", ylim=(-1, 27), xlim=(-0.3, 10.3))
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(color="#eeeeee")
    panels[0].set_ylabel("loss")
    panels[0].legend(frameon=False, fontsize=11)
    figure.tight_layout()
    save("descent")


def fan_out():
    """One value into three neurons, and what comes back of it."""
    x, weights, grads = 2.0, (3.0, -1.0, 0.5), (4.0, 5.0, -6.0)
    back = [weight * grad for weight, grad in zip(weights, grads, strict=True)]

    axes = canvas(10.4, 5.2)
    middle, left, centre, half = 2.55, 3.1, 6.6, 1.15
    axes.add_patch(plt.Circle((left, middle), 0.42, facecolor="#e3eef9", edgecolor=FORWARD, linewidth=1.6, zorder=3))
    axes.text(left, middle, f"$x = {number(x)}$", ha="center", va="center", fontsize=12, zorder=4)
    arrow(axes, (0.3, middle + 0.14), (left - 0.42, middle + 0.14), FORWARD)
    arrow(axes, (left - 0.42, middle - 0.14), (0.3, middle - 0.14), BACK, "--")
    along(axes, 1.45, middle + 0.14, number(x), FORWARD)
    total = short(back[0]) + "".join(f" {'+' if b >= 0 else chr(0x2212)} {short(abs(b))}" for b in back[1:])
    along(axes, 1.45, middle - 0.14, f"{total} = {short(sum(back))}", BACK, above=False)
    axes.text(1.45, middle - 0.68, "they add up", ha="center", va="center", fontsize=10.5, color=SOFT)
    for n, (y, weight, grad) in enumerate(zip((4.2, middle, 0.9), weights, grads, strict=True)):
        box(axes, (centre, y), (2 * half, 1.2), "", FORWARD)
        axes.text(centre, y + 0.36, f"neuron {n + 1}, $w = {number(weight)}$", ha="center", va="center", fontsize=12, zorder=5)
        kept = f"keeps {times(grad, x)} = {short(grad * x)}"
        axes.text(centre, y - 0.3, kept, ha="center", va="center", fontsize=11, color=PARAMETER, zorder=5)
        there, back_again = (np.deg2rad(48 * (1 - n) + turn) for turn in (14, -14))
        start = (left + 0.42 * np.cos(there), middle + 0.42 * np.sin(there))
        end = (left + 0.42 * np.cos(back_again), middle + 0.42 * np.sin(back_again))
        arrow(axes, start, (centre - half, y + 0.16), FORWARD)
        arrow(axes, (centre - half, y - 0.16), end, BACK, "--")
        x_text, y_text = (0.45 * end[0] + 0.55 * (centre - half), 0.45 * end[1] + 0.55 * (y - 0.16))
        label = f"{times(grad, weight)} = {short(back[n])}"
        side, dx, dy = (("left", 0.1, -0.14), ("center", 0.0, -0.2), ("right", -0.1, -0.14))[n]
        axes.text(x_text + dx, y_text + dy, label, ha=side, va="center", fontsize=11, color=BACK)
        arrow(axes, (centre + half, y + 0.16), (10.1, y + 0.16), FORWARD)
        arrow(axes, (10.1, y - 0.16), (centre + half, y - 0.16), BACK, "--")
        along(axes, 8.95, y + 0.16, short(weight * x), FORWARD)
        along(axes, 8.95, y - 0.16, short(grad), BACK, above=False)
    axes.text(0.3, 4.85, "forward", color=FORWARD, fontsize=12, va="center", weight="bold")
    axes.text(0.3, 4.5, "back", color=BACK, fontsize=12, va="center", weight="bold")
    axes.text(10.1, 4.95, "to the loss", color=SOFT, fontsize=10.5, va="center", ha="right")
    save("fan_out")


def sigmoid():
    """The four nodes of the sigmoid, values above and gradients below."""
    x = np.log(4)
    values = [x, -x, np.exp(-x), np.exp(-x) + 1, 1 / (np.exp(-x) + 1)]
    rates = [-1.0, values[2], 1.0, -(values[4] ** 2)]
    grads = [1.0]
    for rate in reversed(rates):
        grads.insert(0, grads[0] * rate)

    axes = canvas(11.6, 3.5)
    up, down, half, centre_y = 2.3, 1.55, 0.72, 1.925
    centres = (2.35, 4.75, 7.15, 9.55)
    nodes = (
        ("Multiply", r"$\mathrm{in}\cdot(-1)$"),
        ("Exp", r"$e^{\mathrm{in}}$"),
        ("Add", r"$\mathrm{in}+1$"),
        ("Reciprocal", r"$1\,/\,\mathrm{in}$"),
    )
    for centre, (name, sign), rate in zip(centres, nodes, rates, strict=True):
        box(axes, (centre, centre_y), (2 * half, 1.35), sign, FORWARD, fontsize=16)
        axes.text(centre, centre_y + 0.85, name, ha="center", va="center", fontsize=11.5, weight="bold")
        axes.text(centre, centre_y - 0.9, f"rate {short(rate)}", ha="center", va="center", fontsize=11.5, color=BACK)
    starts = (0.3, *(centre + half for centre in centres))
    ends = (*(centre - half for centre in centres), 11.35)
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        label = {0: f"$x = {short(values[n])}$", 4: f"$y = {short(values[n])}$"}.get(n, short(values[n]))
        arrow(axes, (start, up), (end, up), FORWARD)
        arrow(axes, (end, down), (start, down), BACK, "--")
        along(axes, (start + end) / 2, up, label, FORWARD)
        along(axes, (start + end) / 2, down, short(grads[n]), BACK, above=False)
    axes.text(0.3, 3.25, "forward", color=FORWARD, fontsize=12, va="center", weight="bold")
    axes.text(0.3, 0.35, "back: each node multiplies by its rate", color=BACK, fontsize=12, va="center", weight="bold")
    axes.text(11.35, down - 0.55, r"$dout = 1$", color=SOFT, fontsize=11, va="center", ha="right")
    save("sigmoid")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    chain()
    descent()
    fan_out()
    sigmoid()
