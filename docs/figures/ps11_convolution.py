"""Draws the figures of assignment 11. From the repository root: python docs/figures/ps11_convolution.py

The numbers are those of the lesson's worked examples, computed with the reference solution; one network is trained for a second.
"""

import importlib.util
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, INK, PARAMETER, SOFT, arrow, canvas, number

SOURCE = Path("source/ps11_convolution")
FOLDER = SOURCE / "figures"
KEPT = "#b8860b"
SHADES = [FORWARD, PARAMETER, "#6b4ba1", "#b03a6e"]
plt.rcParams["svg.hashsalt"] = "ps11_convolution"  # the same element ids, so the same bytes, each time


def reference():
    spec = importlib.util.spec_from_file_location("ps11", "solutions/ps11_convolution.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PS11 = reference()
X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 0.0, 1.0]])
W, B = np.array([[1.0, 0.0], [2.0, -1.0]]), np.array([1.0])
DOUT = np.array([[1.0, 0.0], [-1.0, 2.0]])
PLACES = [(0, 0), (0, 1), (1, 0), (1, 1)]


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white", dpi=150)
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def text(axes, x, y, words, colour=INK, size=12, **more):
    axes.text(x, y, words, **{"ha": "center", "va": "center", "color": colour, "fontsize": size, "zorder": 6, **more})


def table(axes, left, top, values, colour=INK, cell=0.56, size=12, shade="22"):
    """The numbers of a table in boxes; colour: one for all, or one for each row."""
    for i, row in enumerate(values):
        own = colour if isinstance(colour, str) else colour[i]
        for j, value in enumerate(row):
            corner = (left + j * cell, top - (i + 1) * cell)
            look = {"facecolor": own + shade, "edgecolor": own, "linewidth": 1.1, "zorder": 3}
            axes.add_patch(plt.Rectangle(corner, cell, cell, **look))
            text(axes, corner[0] + cell / 2, corner[1] + cell / 2, number(value + 0.0), size=size)


def frame(axes, left, top, place, colour, cell=0.56, window=2, inset=0.05):
    """A frame around a window of a table."""
    corner = (left + place[1] * cell + inset, top - (place[0] + window) * cell + inset)
    side = window * cell - 2 * inset
    axes.add_patch(plt.Rectangle(corner, side, side, fill=False, edgecolor=colour, linewidth=2.6, zorder=5))


def a_filter():
    """A filter at its first place, and what comes of all places."""
    layer = PS11.Convolution(W[None, None], B)
    out = layer.forward(X[None, None])[0, 0]
    axes = canvas(9.6, 2.9)
    table(axes, 0.5, 2.3, X, FORWARD)
    frame(axes, 0.5, 2.3, (0, 0), KEPT)
    text(axes, 1.34, 2.6, "$x$", FORWARD, 13)
    table(axes, 3.1, 2.02, W, PARAMETER)
    text(axes, 3.66, 2.32, "$W$", PARAMETER, 13)
    text(axes, 2.65, 1.46, "$*$", INK, 17)
    text(axes, 4.75, 1.46, f"+ $b$ = {number(B[0])}", PARAMETER, 12)
    arrow(axes, (5.5, 1.46), (6.3, 1.46), FORWARD)
    table(axes, 6.5, 2.02, out, FORWARD)
    frame(axes, 6.5, 2.02, (0, 0), KEPT, window=1)
    text(axes, 7.06, 2.32, "out", FORWARD, 13)
    sums = " + ".join(
        f"{number(a)}·{number(b) if b >= 0 else f'({number(b)})'}" for a, b in zip(X[:2, :2].ravel(), W.ravel(), strict=True)
    )
    text(axes, 4.8, 0.3, f"the framed place:  {sums} + {number(B[0])} = {number(out[0, 0])}", KEPT, 12)
    save("filter")


def unrolled():
    """Four windows, four rows."""
    col = PS11.im2col(X[None, None], 2, 2)
    axes = canvas(9.6, 3.6)
    table(axes, 0.7, 2.75, X, "#888888", 0.72, 14, "11")
    for place, colour, inset in zip(PLACES, SHADES, (0.03, 0.08, 0.13, 0.18), strict=True):
        frame(axes, 0.7, 2.75, place, colour, 0.72, inset=inset)
    text(axes, 1.78, 3.1, "$x$  (1, 1, 3, 3)", INK, 12)
    arrow(axes, (3.3, 1.67), (4.6, 1.67), FORWARD)
    text(axes, 3.95, 1.95, "im2col", FORWARD, 12)
    table(axes, 5.0, 2.95, col, SHADES, 0.64, 13)
    text(axes, 6.28, 3.25, "col  (4, 4)", INK, 12)
    for row, (i, j) in enumerate(PLACES):
        column = (1 - i) * 2 + (1 - j)
        spot = (5.0 + (column + 0.5) * 0.64, 2.95 - (row + 0.5) * 0.64)
        axes.add_patch(plt.Circle(spot, 0.24, fill=False, edgecolor=KEPT, linewidth=2.2, zorder=6))
        text(axes, 7.75, spot[1], f"window at ({i}, {j})", SHADES[row], 11, ha="left")
    axes.add_patch(plt.Circle((0.7 + 1.5 * 0.72, 2.75 - 1.5 * 0.72), 0.17, fill=False, edgecolor=KEPT, linewidth=2.2, zorder=6))
    text(axes, 4.8, 0.12, "ringed: the pixel in the middle, which stands in all four windows", KEPT, 11)
    save("im2col")


def rolled_up():
    """Every row back to its window, and all of them added."""
    dcol = np.outer(DOUT.ravel(), W.ravel())
    dx = PS11.col2im(dcol, (1, 1, 3, 3), 2, 2)[0, 0]
    axes = canvas(11.2, 3.7)
    table(axes, 0.3, 3.0, dcol, SHADES, 0.5, 11.5)
    text(axes, 1.3, 3.28, "$dcol$", BACK, 13)
    arrow(axes, (2.4, 2.0), (2.95, 2.0), BACK, "--")
    for k, (place, colour) in enumerate(zip(PLACES, SHADES, strict=True)):
        one = np.zeros((3, 3))
        one[place[0] : place[0] + 2, place[1] : place[1] + 2] = dcol[k].reshape(2, 2)
        left, top = 3.1 + 1.55 * k, 2.65
        table(axes, left, top, one, "#bbbbbb", 0.42, 10, "08")
        frame(axes, left, top, place, colour, 0.42, inset=0.02)
        text(axes, left + 1.42, 2.02, "+" if k < 3 else "=", INK, 15)
    table(axes, 9.45, 2.78, dx, BACK, 0.5, 12)
    text(axes, 10.2, 3.06, "$dx$", BACK, 13)
    text(axes, 6.1, 0.95, "Each row of dcol goes back to the window that it was copied from;", SOFT, 11.5)
    text(axes, 6.1, 0.62, "a pixel that stood in several windows gets the sum.", SOFT, 11.5)
    save("col2im")


def pooling():
    """The largest of each window, and where its gradient goes."""
    x = np.array([[1.0, 3.0, 2.0, 2.0], [0.0, 3.0, 1.0, 2.0], [4.0, 1.0, 0.0, 0.0], [2.0, 5.0, 6.0, 7.0]])
    dout = np.array([[1.0, 2.0], [3.0, 4.0]])
    layer = PS11.MaxPooling(2)
    out = layer.forward(x[None, None])[0, 0]
    dx = layer.backward(dout[None, None])[0, 0]
    axes = canvas(10.2, 3.2)

    def windows(left, top, values, colour):
        table(axes, left, top, values, colour, 0.56)
        for i in (0, 2):
            for j in (0, 2):
                frame(axes, left, top, (i, j), INK, 0.56, inset=0.0)
        for i, j in zip(*np.nonzero(dx), strict=True):
            spot = (left + (j + 0.5) * 0.56, top - (i + 0.5) * 0.56)
            axes.add_patch(plt.Circle(spot, 0.22, fill=False, edgecolor=KEPT, linewidth=2.2, zorder=6))

    windows(0.4, 2.65, x, FORWARD)
    text(axes, 1.52, 2.92, "$x$", FORWARD, 13)
    arrow(axes, (2.9, 2.1), (3.9, 2.1), FORWARD)
    table(axes, 4.2, 2.65, out, FORWARD)
    text(axes, 4.76, 2.92, "out", FORWARD, 13)
    table(axes, 4.2, 1.2, dout, BACK)
    text(axes, 4.0, 0.64, "$dout$", BACK, 12, ha="right")
    arrow(axes, (5.6, 0.85), (6.6, 0.85), BACK, "--")
    windows(6.9, 2.65, dx, BACK)
    text(axes, 8.02, 2.92, "$dx$", BACK, 13)
    save("pooling")


def digits():
    with np.load(SOURCE / "digits.npz", allow_pickle=False) as file:
        return file["x_train"].reshape(-1, 1, 8, 8) / 16, file["t_train"]


def trained(steps=600):
    """A network after plain gradient descent, a second or two."""
    x, t = digits()
    rng = np.random.default_rng(0)
    net = PS11.ConvNet(rng)
    for _ in range(steps):
        picked = rng.choice(len(x), 50, replace=False)
        for name, gradient in net.gradient(x[picked], t[picked]).items():
            net.params[name] -= 0.3 * gradient
    return net


def net():
    """What becomes of one digit in a trained network."""
    x, t = digits()
    network, n = trained(), 7
    picture = x[n : n + 1]
    convolution, relu, pool, flatten, affine = network.layers
    maps = relu.forward(convolution.forward(picture))
    small = pool.forward(maps)
    scores = affine.forward(flatten.forward(small))[0]
    figure = plt.figure(figsize=(11.2, 3.3), facecolor="white")

    def image(box, values, limit):
        axes = figure.add_axes([box[0] / 11.2, box[1] / 3.3, box[2] / 11.2, box[3] / 3.3])
        axes.imshow(values, cmap="gray_r", vmin=0, vmax=limit, interpolation="nearest")
        axes.set(xticks=[], yticks=[])
        return axes

    image((0.2, 1.0, 1.5, 1.5), picture[0, 0], 1)
    for k in range(8):
        column, row = divmod(k, 2)
        image((2.5 + 0.72 * column, 1.85 - 0.85 * row, 0.65, 0.65), maps[0, k], maps.max())
        image((6.1 + 0.48 * column, 1.78 - 0.5 * row, 0.4, 0.4), small[0, k], maps.max())
    bars = figure.add_axes([9.0 / 11.2, 0.75 / 3.3, 2.0 / 11.2, 1.9 / 3.3])
    bars.barh(range(10), scores, color=[KEPT if k == t[n] else FORWARD for k in range(10)])
    bars.set(yticks=range(10), xticks=[])
    bars.invert_yaxis()
    for side in ("top", "right", "bottom"):
        bars.spines[side].set_visible(False)
    sheet = figure.add_axes([0, 0, 1, 1])
    sheet.set(xlim=(0, 11.2), ylim=(0, 3.3))
    sheet.axis("off")
    for at, words, shape in (
        (0.95, "picture", "(1, 8, 8)"),
        (3.9, "Convolution, Relu", "(8, 8, 8)"),
        (7.0, "MaxPooling", "(8, 4, 4)"),
        (9.95, "Flatten, Affine", "10 scores"),
    ):
        text(sheet, at, 3.05, words, FORWARD, 12)
        text(sheet, at, 0.35, shape, SOFT, 11)
    for start, end in (((1.8, 1.75), (2.4, 1.75)), ((5.45, 1.75), (6.0, 1.75)), ((8.1, 1.75), (8.65, 1.75))):
        arrow(sheet, start, end, FORWARD)
    save("net")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    a_filter()
    unrolled()
    rolled_up()
    pooling()
    net()
