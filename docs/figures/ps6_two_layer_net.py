"""Draws the figures of assignment 6. From the repository root: python docs/figures/ps6_two_layer_net.py

The networks are trained here, with the reference solution and fixed seeds; it takes a few seconds.
"""

import importlib.util
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from keep_ascii import keep_ascii
from ps3_layer import BACK, FORWARD, PARAMETER, SOFT, arrow, box, canvas

SOURCE = Path("source/ps6_two_layer_net")
FOLDER = SOURCE / "figures"
plt.rcParams.update({"svg.hashsalt": "ps6_two_layer_net", "axes.spines.top": False, "axes.spines.right": False})


def reference():
    spec = importlib.util.spec_from_file_location("ps6", "solutions/ps6_two_layer_net.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_digits():
    """As the lesson has it: pixels between 0 and 1, labels one-hot."""
    with np.load(SOURCE / "digits.npz", allow_pickle=False) as file:
        x_train, x_test = (file[name].reshape(-1, 64) / 16 for name in ("x_train", "x_test"))
        t_train, t_test = (np.eye(10)[file[name]] for name in ("t_train", "t_test"))
    return x_train, t_train, x_test, t_test


def save(name):
    plt.savefig(FOLDER / f"{name}.svg", metadata={"Date": None, "Creator": None}, facecolor="white", dpi=150)
    keep_ascii(FOLDER / f"{name}.svg")
    plt.close()


def train(ps6, seed=0, samples=1437, iterations=1400):
    """What the lesson's `train_on_digits` does, on the first `samples` training images."""
    x_train, t_train, x_test, t_test = load_digits()
    np.random.seed(seed)
    rng = np.random.default_rng(seed)
    return ps6.train(x_train[:samples], t_train[:samples], x_test, t_test, iterations, 50, 0.5, rng)


def network():
    """The blocks, what passes between them on both ways, and what the Affine blocks keep."""
    axes = canvas(11.4, 4.3)
    top, bottom = 3.1, 1.55
    blocks = {"Affine1": 2.55, "Relu1": 4.9, "Affine2": 7.0, "SoftmaxWithLoss": 9.75}
    for name, x in blocks.items():
        width = 1.95 if name == "SoftmaxWithLoss" else 1.25
        box(axes, (x, (top + bottom) / 2), (width, 2.35), "", "#777777", "#f6f6f4")
        axes.text(x, (top + bottom) / 2, name, ha="center", va="center", fontsize=13, weight="bold", zorder=5)

    def label(x, y, name, shape, colour):
        axes.text(x, y + 0.1, name, ha="center", va="bottom", fontsize=13, color=colour, zorder=5)
        axes.text(x, y - 0.12, shape, ha="center", va="top", fontsize=10, color=SOFT, zorder=5)

    forward = [(0.35, 1.9, "$x$", "(N, 64)"), (3.2, 4.25, "$z$", "(N, 50)")]
    forward += [(5.55, 6.35, "$a$", "(N, 50)"), (7.65, 8.75, "scores", "(N, 10)")]
    back = [(3.2, 4.25, "$dz$", "(N, 50)"), (5.55, 6.35, "$da$", "(N, 50)"), (7.65, 8.75, "$dout$", "(N, 10)")]
    for start, end, name, shape in forward:
        arrow(axes, (start, top), (end, top), FORWARD)
        label((start + end) / 2 - 0.05, top, name, shape, FORWARD)
    for start, end, name, shape in back:
        arrow(axes, (end, bottom), (start, bottom), BACK, "--")
        label((start + end) / 2 + 0.05, bottom, name, shape, BACK)
    arrow(axes, (9.75, 4.2), (9.75, 3.53), FORWARD)
    axes.text(9.95, 4.0, "labels $t$", fontsize=12, color=FORWARD, va="center")
    arrow(axes, (10.75, top), (11.3, top), FORWARD)
    axes.text(11.02, top + 0.1, "loss", ha="center", va="bottom", fontsize=12, color=FORWARD)

    for x, n, sizes in ((2.55, 1, ("(64, 50)", "(50,)")), (7.0, 2, ("(50, 10)", "(10,)"))):
        axes.text(x, 4.0, f"$W_{n}$ {sizes[0]}   $b_{n}$ {sizes[1]}", ha="center", va="center", fontsize=11, color=PARAMETER)
        arrow(axes, (x, 3.85), (x, 3.53), PARAMETER, width=1.6)
        arrow(axes, (x, 1.12), (x, 0.65), PARAMETER, "--", width=1.6)
        axes.text(x, 0.42, f"$dW_{n}$ {sizes[0]}   $db_{n}$ {sizes[1]}", ha="center", va="center", fontsize=11, color=PARAMETER)
    axes.text(0.35, 4.0, "forward", color=FORWARD, fontsize=13, weight="bold", va="center")
    axes.text(0.35, 0.42, "backward", color=BACK, fontsize=13, weight="bold", va="center")
    save("network")


def differences():
    """How wrong forward and central differences are, against h."""
    x = 1.0
    h = 10.0 ** np.arange(-15, 0.01, 0.1)
    exact = np.exp(x)
    forward = np.abs((np.exp(x + h) - np.exp(x)) / h - exact)
    central = np.abs((np.exp(x + h) - np.exp(x - h)) / (2 * h) - exact)
    figure, axes = plt.subplots(figsize=(8.4, 4.6), layout="constrained")
    axes.loglog(h, forward, ".-", color=BACK, markersize=4, linewidth=1)
    axes.loglog(h, central, ".-", color=FORWARD, markersize=4, linewidth=1)
    axes.axvline(1e-4, color=SOFT, linestyle=":")
    axes.text(1.3e-4, 3e-13, "$h=10^{-4}$", color=SOFT, va="center")
    axes.text(4e-5, 3e-2, "forward:\nshrinks like $h$", color=BACK, ha="right", va="center")
    axes.text(2.5e-3, 2e-9, "central:\nshrinks like $h^2$", color=FORWARD, va="center")
    axes.text(1e-14, 1e-8, "rounding:\ngrows like $1/h$", color=SOFT, ha="left", va="center")
    axes.set(xlabel="$h$", ylabel="error of the slope of $e^x$ at 1", ylim=(1e-13, 10), xlim=(1e-15, 1.2))
    axes.set_xticks(10.0 ** np.arange(-15, 1, 3))
    axes.grid(color="#eeeeee")
    save("differences")


def curves(ps6):
    """Learning curves with all training images, and with 100 of them."""
    figure, panels = plt.subplots(1, 2, figsize=(10.4, 4.0), sharey=True, layout="constrained")
    for axes, samples in zip(panels, (1437, 100), strict=True):
        result = train(ps6, samples=samples)
        steps = np.linspace(0, 1400, len(result["train_loss"]) + 1)[1:]
        for name, colour, style in (("train_accuracy", FORWARD, "-"), ("test_accuracy", BACK, "--")):
            axes.plot(steps, result[name], style, color=colour, label=name)
            print(f"{samples} images, {name}: {result[name][-1]:.4f}")
        axes.set(title=f"{samples:,} training images", xlabel="step", ylim=(0, 1.03), xlim=(0, 1400))
        axes.grid(color="#eeeeee")
    panels[0].set_ylabel("accuracy")
    panels[1].legend(loc="lower right", frameon=False)
    save("curves")


def weights(network):
    """What comes into each of the 20 hidden neurons with the largest weights, as images."""
    W1 = network.params["W1"]
    chosen = np.argsort(-np.abs(W1).max(axis=0))[:20]
    limit = np.abs(W1).max()
    figure, grid = plt.subplots(2, 10, figsize=(10.4, 2.4), layout="constrained")
    for axes, neuron in zip(grid.flat, chosen, strict=True):
        image = axes.imshow(W1[:, neuron].reshape(8, 8), cmap="RdBu_r", vmin=-limit, vmax=limit, interpolation="nearest")
        axes.set(xticks=[], yticks=[])
        axes.spines[:].set_visible(True)
        axes.spines[:].set_color("#bbbbbb")
    figure.colorbar(image, ax=grid, shrink=0.9, aspect=14)
    save("weights")
    borders = np.abs(W1.reshape(8, 8, -1)).mean(axis=2)
    print("mean |weight| by column of pixels:", borders.mean(axis=0).round(3), "by row:", borders.mean(axis=1).round(3))


def misread(network):
    """Every test image that the network misreads."""
    _, _, x_test, t_test = load_digits()
    said, label = network.predict(x_test).argmax(axis=1), t_test.argmax(axis=1)
    wrong = np.flatnonzero(said != label)
    print("misread:", [(int(label[n]), int(said[n])) for n in wrong])
    figure, grid = plt.subplots(1, len(wrong), figsize=(1.35 * len(wrong), 2.0), layout="constrained")
    for axes, n in zip(grid, wrong, strict=True):
        axes.imshow(x_test[n].reshape(8, 8), cmap="gray_r", interpolation="nearest")
        axes.set(xticks=[], yticks=[], title=f"a {label[n]}")
        axes.set_xlabel(f"read as {said[n]}", color=BACK)
        axes.spines[:].set_visible(True)
        axes.spines[:].set_color("#bbbbbb")
    save("misread")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    ps6 = reference()
    network()
    differences()
    curves(ps6)
    trained = train(ps6)["network"]
    weights(trained)
    misread(trained)
