"""Draws the figures of assignment 8. From the repository root: python docs/figures/ps8_autograd.py

Every number is what the reference's engine gives, not typed in.
"""

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, canvas, number

sys.path.insert(0, "solutions")
from keep_ascii import keep_ascii
from ps8_autograd import MLP, Value, backward, fit, topological_order

FOLDER = Path("source/ps8_autograd/figures")

plt.rcParams["svg.hashsalt"] = "ps8_autograd"

PLACES = {"a": (1.0, 3.3), "b": (1.0, 1.0), "c": (3.3, 1.4), "d": (5.6, 2.9), "e": (7.9, 1.9)}
MADE = {"c": ("a", "b"), "d": ("c", "a"), "e": ("d", "c")}
TEXTS = {"a": "a", "b": "b", "c": r"c = a\cdot b", "d": "d = c + a", "e": r"e = d\cdot c"}
RADIUS = 0.42


def example():
    """The Values of section 4, by name."""
    a, b = Value(2.0), Value(-3.0)
    c = a * b
    d = c + a
    return {"a": a, "b": b, "c": c, "d": d, "e": d * c}


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white")
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def ends(start, end, radius):
    """The line between two circles, from rim to rim."""
    start, end = np.array(start), np.array(end)
    along = (end - start) / np.linalg.norm(end - start)
    return tuple(start + radius * along), tuple(end - radius * along)


def circle(axes, place, text, radius=RADIUS, edge=FORWARD, face="#e3eef9", size=13):
    axes.add_patch(plt.Circle(place, radius, facecolor=face, edgecolor=edge, linewidth=1.6, zorder=3))
    axes.text(*place, text, ha="center", va="center", fontsize=size, zorder=4)


def graph():
    """The example: numbers forward, slopes on the arrows, grads under the Values."""
    values = example()
    backward(values["e"])
    axes = canvas(9.2, 4.4)
    for child, parents in MADE.items():
        for parent, slope in zip(parents, values[child].slopes, strict=True):
            start, end = ends(PLACES[parent], PLACES[child], RADIUS)
            arrow(axes, start, end, FORWARD)
            middle, along = (np.array(start) + end) / 2, np.array(end) - start
            aside = np.array([-along[1], along[0]]) / np.linalg.norm(along) * 0.24
            axes.text(*(middle + aside), number(slope), ha="center", va="center", fontsize=12.5, color=PARAMETER)
    for name, (x, y) in PLACES.items():
        value = values[name]
        circle(axes, (x, y), number(value.data))
        axes.text(x, y + RADIUS + 0.2, f"${TEXTS[name]}$", ha="center", va="center", fontsize=13)
        axes.text(x, y - RADIUS - 0.22, f"grad {number(value.grad)}", ha="center", va="center", fontsize=12.5, color=BACK)
    axes.text(3.55, 4.1, "in the circles: data", ha="left", va="center", fontsize=11.5, color=FORWARD)
    axes.text(5.5, 4.1, "on the arrows: slopes", ha="left", va="center", fontsize=11.5, color=PARAMETER)
    axes.text(7.5, 4.1, "below: grads", ha="left", va="center", fontsize=11.5, color=BACK)
    save("graph")


def order():
    """The way back in the wrong order and in the right one."""
    axes = canvas(10.4, 4.7)
    cases = (("c pushes too early:  e, c, d, b, a", "ecdba", SOFT), ("c waits for d:  e, d, c, b, a", "edcba", INK))
    for left, (title, names, colour) in zip((0.0, 5.3), cases, strict=True):
        values = example()
        values["e"].grad, at_push = 1.0, {}
        for name in names:
            at_push[name] = values[name].grad
            values[name].push()
        places = {name: (left + 0.5 + 0.53 * x, 0.15 + 1.05 * y) for name, (x, y) in PLACES.items()}
        for child, parents in MADE.items():
            for parent in parents:
                early = child == "c" and names[1] == "c"
                arrow(axes, *ends(places[child], places[parent], 0.32), BACK, "--" if early else "-", 1.6)
        for turn, name in enumerate(names, start=1):
            x, y = places[name]
            circle(axes, (x, y), f"${name}$", 0.32, BACK, "#fbe9e4")
            wrong = colour == SOFT and name in "ab"
            text = f"grad {number(values[name].grad)}" + (" (wrong)" if wrong else "")
            plate = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
            axes.text(x, y - 0.56, text, ha="center", va="center", fontsize=11.5, color=BACK, bbox=plate, zorder=5)
            said = f"{turn}." + (f" pushes {number(at_push[name])}" if name == "c" else "")
            axes.text(x, y + 0.52, said, ha="center", va="center", fontsize=11.5, color=INK, bbox=plate, zorder=5)
        axes.text(left + 2.5, 4.4, title, ha="center", va="center", fontsize=13, color=INK)
    axes.plot([5.2, 5.2], [0.3, 4.5], color="#cccccc", linewidth=1)
    assert [value.data for value in topological_order(values["e"])][-1] == values["e"].data
    save("order")


def xor():
    """What the lesson's network answers on its way, and its loss."""
    model = MLP(2, [4, 1], np.random.default_rng(4))
    xs, ts = [[-1, -1], [-1, 1], [1, -1], [1, 1]], [[-1], [1], [1], [-1]]
    ticks, losses, at = np.linspace(-1.5, 1.5, 31), [], (0, 10, 30, 60)
    figure = plt.figure(figsize=(10.4, 5.0), facecolor="white")
    for n, step in enumerate(at):
        losses += fit(model, xs, ts, step - len(losses), 0.2)
        answers = [[model([float(x), float(y)])[0].data for x in ticks] for y in ticks]
        axes = figure.add_axes([0.035 + 0.245 * n, 0.46, 0.195, 0.42])
        axes.contourf(ticks, ticks, answers, levels=[-99, 0, 99], colors=["#fbe9e4", "#e3eef9"])
        axes.contour(ticks, ticks, answers, levels=[0], colors=INK, linewidths=1.2)
        for (x, y), (t,) in zip(xs, ts, strict=True):
            axes.plot(x, y, "o" if t > 0 else "s", color=FORWARD if t > 0 else BACK, markersize=8)
        axes.set(title=f"after {step} steps", xticks=[], yticks=[])
    axes = figure.add_axes([0.075, 0.12, 0.88, 0.26])
    axes.plot(losses, color=PARAMETER, linewidth=2)
    axes.set(xlabel="step", ylabel="loss", xlim=(0, len(losses)), ylim=(0, None))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(color="#eeeeee")
    axes.plot(at[:-1], [losses[step] for step in at[:-1]], "o", color=PARAMETER, clip_on=False)
    save("xor")
    print(f"loss {losses[0]:.2f} → {losses[-1]:.4f}")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    graph()
    order()
    xor()
