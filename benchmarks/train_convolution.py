"""The convolutional network of assignment 11 on the embedded digits. From the repository root:

    python benchmarks/train_convolution.py            # three seeds with the lesson's settings
    python benchmarks/train_convolution.py --choose   # how these were chosen: accuracy on 300 training digits kept aside

The settings are chosen on a part of the training digits; the test digits choose nothing, and are read once a seed.
"""

import argparse
import itertools
import time

import numpy as np

from grader.course.folder import Course

COURSE = Course.find(__file__)
PS11 = COURSE.reference("ps11_convolution")
CHOSEN = {"rate": 0.1, "batch": 20, "epochs": 30, "decay": 0.01}
TRIED = {"rate": (0.05, 0.1, 0.2), "batch": (20, 50), "epochs": (30, 60), "decay": (0.003, 0.01)}
SEEDS = range(3)


def digits():
    with np.load(COURSE.source_path("ps11_convolution").with_name("digits.npz"), allow_pickle=False) as file:
        x_train, x_test = (file[name].reshape(-1, 1, 8, 8) / 16 for name in ("x_train", "x_test"))
        return x_train, file["t_train"], x_test, file["t_test"]


def train(x, t, seed, rate, batch, epochs, decay, momentum=0.9):
    """What the lesson's playground does: momentum, weight decay, and a rate that falls along half a cosine."""
    rng = np.random.default_rng(seed)
    net = PS11.ConvNet(rng)
    velocity = {name: np.zeros_like(array) for name, array in net.params.items()}
    per_epoch = len(x) // batch
    for epoch in range(epochs):
        order = rng.permutation(len(x))
        for k in range(per_epoch):
            picked = order[k * batch : (k + 1) * batch]
            now = rate * (1 + np.cos(np.pi * (epoch * per_epoch + k) / (epochs * per_epoch))) / 2
            for name, gradient in net.gradient(x[picked], t[picked]).items():
                if name[0] == "W":
                    gradient = gradient + decay * net.params[name]
                velocity[name] = momentum * velocity[name] - now * gradient
                net.params[name] += velocity[name]
    return net


def choose(x, t):
    order = np.random.default_rng(99).permutation(len(x))
    own, aside = order[300:], order[:300]
    for values in itertools.product(*TRIED.values()):
        settings = dict(zip(TRIED, values, strict=True))
        reached = [train(x[own], t[own], seed, **settings).accuracy(x[aside], t[aside]) for seed in SEEDS]
        print(f"{np.mean(reached):.4f}  {settings}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--choose", action="store_true", help="try all settings on digits kept aside")
    x, t, x_test, t_test = digits()
    if parser.parse_args().choose:
        choose(x, t)
        return
    reached, taken = [], []
    for seed in SEEDS:
        begun = time.perf_counter()
        net = train(x, t, seed, **CHOSEN)
        seconds = time.perf_counter() - begun
        print(
            f"seed {seed}: training {net.accuracy(x, t):.4f}, test {net.accuracy(x_test, t_test):.4f}, {seconds:.1f} s",
            flush=True,
        )
        reached.append(f"{net.accuracy(x_test, t_test):.4f}")
        taken.append(f"{seconds:.0f}")
    print(f"test accuracy {', '.join(reached)} for seeds {', '.join(map(str, SEEDS))}, in {', '.join(taken)} s")


if __name__ == "__main__":
    main()
