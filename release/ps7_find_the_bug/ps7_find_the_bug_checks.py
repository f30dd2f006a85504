"""The checks of assignment 7, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import (
    CheckFailed,
    Practice,
    check,
    check_close,
    check_shape,
    check_written,
    instead,
    numerical_gradient,
    quiz,
    student,
)


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        self.dW, self.db = np.dot(self.x.T, dout), np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


class Relu:
    def forward(self, x):
        self.on = x > 0
        return x * self.on

    def backward(self, dout):
        return dout * self.on


class SoftmaxWithLoss:
    """Works with log y, which never is infinite. Whole-number labels only."""

    def forward(self, x, t):
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.dx = (np.exp(log_y) - np.eye(x.shape[1])[t]) / len(t)
        return -float(np.mean(np.take_along_axis(log_y, np.reshape(t, (-1, 1)), axis=1)))

    def backward(self, dout=1):
        return self.dx * dout


class TwoLayerNet:
    """Affine1, Relu1, Affine2, and softmax with loss. x (N, input_size), t (N,) whole numbers."""

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "Affine1": Affine(self.params["W1"], self.params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        """The scores, (N, output_size)."""
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        """The share of right answers."""
        return float(np.mean(self.predict(x).argmax(axis=1) == t))

    def gradient(self, x, t):
        """A dict of the four gradients, each the shape of its parameter."""
        self.loss(x, t)
        dout = self.lastLayer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, second = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}


def noisy_patterns(n, seed):
    """n pictures of 25 pixels, each one of ten patterns under noise: x (n, 25), labels t (n,)."""
    patterns = np.random.default_rng(0).choice([-1.0, 1.0], (10, 25))
    rng = np.random.default_rng(seed)
    t = rng.permutation(np.arange(n) % 10)
    return patterns[t] + rng.normal(0, 1.5, (n, 25)), t


def fingerprint(got, want):
    """How an array differs from the one it should be, in words."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if got.shape != want.shape:
        return f"shape {got.shape} in place of {want.shape}"
    if not np.isfinite(got).all():
        return f"{np.sum(~np.isfinite(got))} of {got.size} entries are NaN or infinite"
    if np.allclose(got, want, rtol=1e-6, atol=1e-8):
        return "the same"
    if not got.any():
        return "zero everywhere"
    if want.all():
        ratios = got / want
        if np.allclose(ratios, ratios.flat[0], rtol=1e-5):
            return f"every entry is {ratios.flat[0]:.4g} times what it should be"
    if got.ndim == 2 and got.shape[0] == got.shape[1] and np.allclose(got, want.T):
        return "the transpose of what it should be"
    if np.allclose(np.sort(got, axis=None), np.sort(want, axis=None)):
        return "the right numbers in the wrong places"
    right = np.isclose(got, want, rtol=1e-6, atol=1e-8)
    told = f"{np.sum(right)} of {got.size} entries are right"
    if want.all():
        return told + f"; the ratios go from {ratios.min():.3g} to {ratios.max():.3g}"
    return told


class Tanh:
    """f(z) = tanh(z), between -1 and 1."""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2


class ReLU:
    """f(z) = max(0, z), with slope 0 at z = 0."""

    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)


def symptom(what, hint=""):
    """A check that has seen something wrong says what, and not why."""
    raise CheckFailed(f"Symptom: {what}\n{hint}".rstrip())


def same(got, want):
    return np.shape(got) == np.shape(want) and np.allclose(got, want, rtol=1e-6, atol=1e-8)


def both_signs(rng, *shape):
    """Random numbers of both signs, none near 0."""
    size = int(np.prod(shape))
    signs = rng.permutation(np.where(np.arange(size) % 2, -1.0, 1.0))
    return (signs * rng.uniform(0.3, 1.4, size)).reshape(shape)


def layer_case(activation, seed):
    """A BrokenLayer with 4 inputs and 3 neurons, an input, and a da of both signs."""
    rng = np.random.default_rng(seed)
    layer = student.BrokenLayer(4, 3, activation)
    layer.weights, layer.biases = both_signs(rng, 3, 4), both_signs(rng, 3, 1)
    return layer, both_signs(rng, 4, 1), both_signs(rng, 3, 1)


def layer_step(activation, seed, learning_rate):
    """One forward and backward: the gradients read off the steps, and da_prev."""
    layer, inputs, da = layer_case(activation, seed)
    layer.forward(inputs)
    weights, biases = layer.weights.copy(), layer.biases.copy()
    da_prev = layer.backward(da.copy(), learning_rate)
    for name, before in (("weights", weights), ("biases", biases)):
        check_shape(f"After backward, {name}", getattr(layer, name), before.shape)
    return (weights - layer.weights) / learning_rate, (biases - layer.biases) / learning_rate, da_prev


def layer_truth(activation, seed, name):
    """The numerical gradient with respect to weights or biases, for a loss that has ∂loss/∂a = da."""
    layer, inputs, da = layer_case(activation, seed)
    start = getattr(layer, name)

    def loss(values):
        setattr(layer, name, values)
        return np.sum(da * layer.forward(inputs))

    return numerical_gradient(loss, start)


def affine_case(shape, M, seed):
    """A BrokenAffine for x of some shape and M neurons, and x and dout of both signs."""
    rng = np.random.default_rng(seed)
    D = int(np.prod(shape[1:]))
    return student.BrokenAffine(both_signs(rng, D, M), both_signs(rng, M)), both_signs(rng, *shape), both_signs(rng, shape[0], M)


def affine_gradients(shape, M, seed):
    """dW, db, dx of the second of two rounds that are alike."""
    layer, x, dout = affine_case(shape, M, seed)
    for _ in range(2):
        layer.forward(x.copy())
        dx = layer.backward(dout.copy())
    return layer.dW, layer.db, dx


def affine_truth(shape, M, seed, name):
    """The numerical gradient of Σ dout ⊙ forward(x) with respect to W, b or x."""
    layer, x, dout = affine_case(shape, M, seed)
    if name == "x":
        return numerical_gradient(lambda values: np.sum(dout * layer.forward(values)), x)
    W, b = layer.W, layer.b

    def loss(values):
        other = student.BrokenAffine(values, b) if name == "W" else student.BrokenAffine(W, values)
        return np.sum(dout * other.forward(x))

    return numerical_gradient(loss, W if name == "W" else b)


def affine_mixes():
    """Which rows of a batch's result change when sample 0 alone is nudged."""
    layer, x, _ = affine_case((4, 3), 2, 1)
    before = np.array(layer.forward(x.copy()))
    x[0] += 1.0
    after = np.array(layer.forward(x.copy()))
    if before.shape != (4, 2) or after.shape != (4, 2):
        return []
    return [n for n in range(4) if not same(before[n], after[n])]


def scores_case(N, C, seed):
    """Small scores (N, C), whole-number labels of several classes, and the same labels one-hot."""
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(N) % C)
    return both_signs(rng, N, C), labels, np.eye(C)[labels]


def plain_loss(x, labels):
    """The mean cross-entropy of small scores, in plain numbers."""
    total = 0.0
    for row, label in zip(x, labels, strict=True):
        total += np.log(sum(np.exp(float(score)) for score in row)) - float(row[label])
    return total / len(x)


def broken_loss(x, t):
    """A layer after forward, and the loss that forward returned."""
    layer = student.BrokenSoftmaxWithLoss()
    with np.errstate(all="ignore"):  # the checks say what is wrong; NumPy needn't
        loss = layer.forward(x.copy(), t.copy())
    check_written("forward()", loss)
    return layer, loss


def check_not_replaced(network):
    if network.replaced:
        symptom(
            f"params holds new arrays for {', '.join(network.replaced)}. The layers hold the old ones, which never move.",
            "`p -= step` changes the array that is there; `p = p - step` makes another.",
        )


def watched_training(n_train=120, n_test=80, batch_size=8, iterations=60, learning_rate=0.4):
    """Runs broken_train with a TwoLayerNet that keeps a record of what it is shown and how it changes."""
    x, t = noisy_patterns(n_train, seed=11)
    x_test, t_test = noisy_patterns(n_test, seed=12)
    number = {row.tobytes(): n for n, row in enumerate(np.concatenate([x, x_test]))}
    made = []

    class Recording(TwoLayerNet):
        def __init__(self, *arguments, **named):
            super().__init__(*arguments, **named)
            self.batches, self.labels, self.before, self.given, self.true_accuracy = [], [], [], [], []
            made.append(self)

        def note(self):
            first, second = self.layers["Affine1"], self.layers["Affine2"]  # they work with these, whatever is in params
            held = {"W1": first.W, "b1": first.b, "W2": second.W, "b2": second.b}
            self.before.append({name: p.copy() for name, p in held.items()})
            self.replaced = [name for name, p in held.items() if self.params[name] is not p]
            self.true_accuracy.append((TwoLayerNet.accuracy(self, x, t), TwoLayerNet.accuracy(self, x_test, t_test)))

        def gradient(self, x_batch, t_batch):
            self.note()
            self.batches.append([number.get(np.ascontiguousarray(row, dtype=float).tobytes(), -1) for row in x_batch])
            self.labels.append(np.array(t_batch))
            gradients = super().gradient(x_batch, t_batch)
            self.given.append({name: g.copy() for name, g in gradients.items()})
            return gradients

    np.random.seed(0)
    with instead("TwoLayerNet", Recording):
        history = student.broken_train(x, t, x_test, t_test, iterations, batch_size, learning_rate, np.random.default_rng(3))
    check_written("broken_train()", history)
    if not made or not made[-1].batches:
        raise CheckFailed("broken_train never asks a TwoLayerNet for a gradient.")
    made[-1].note()
    return made[-1], history, np.concatenate([t, t_test])


@check
def fix_layer_derivative():
    """every step follows the numerical gradient, with ReLU and with tanh"""
    for activation in (ReLU(), Tanh()):
        name = type(activation).__name__
        layer, inputs, _ = layer_case(activation, 2)
        a, z = layer.forward(inputs), layer.weights @ inputs + layer.biases
        check_close(f"With {name}, the result of forward()", a, activation(z), "It was right before; let it be a.")
        check_close(f"With {name}, self.outputs", layer.outputs, z, "It was right before; let it be z.")
        d_weights, d_biases, _ = layer_step(activation, 2, 0.5)
        for parameter, got in (("biases", d_biases), ("weights", d_weights)):
            want = layer_truth(activation, 2, parameter)
            if got.any() and not same(got, want):
                symptom(
                    f"with {name}, the step of the {parameter} doesn't follow the numerical gradient.\n"
                    f"  got against wanted: {fingerprint(got, want)}",
                    "With ReLU there is nothing to be seen. So it isn't the sign, and no constant factor.\n"
                    "What do z and a have in common with ReLU that they haven't with tanh?"
                    if name == "Tanh" and parameter == "biases"
                    else "Was that so before you changed anything?",
                )
    if not d_weights.any() and not d_biases.any():
        symptom("neither weights nor biases move any more.", "A repair must keep what worked.")


@check
def fix_layer_order():
    """da_prev knows nothing of the learning rate"""
    rates = (1e-6, 0.25, 0.5)
    steps = [layer_step(Tanh(), 4, rate) for rate in rates]
    for rate, (_, _, da_prev) in zip(rates, steps, strict=True):
        check_shape(f"With a learning rate of {rate:g}, da_prev", da_prev, (4, 1))
    off = [np.abs(da_prev - steps[0][2]).max() for _, _, da_prev in steps]
    if off[2] > 1e-4:
        told = "".join(f"\n  learning rate {rate:<8g} off by {d:.4f}" for rate, d in zip(rates[1:], off[1:], strict=True))
        symptom(
            f"da_prev depends on the learning rate. Against a tiny one:{told}",
            "da_prev belongs to the forward pass, and that knew nothing of a learning rate.\n"
            "How does twice the rate make twice the error?",
        )
    d_weights, d_biases, da_prev = steps[2]
    for name, moved in (("weights", d_weights), ("biases", d_biases)):
        if not moved.any():
            symptom(f"the {name} don't move any more.", "A repair must keep what worked.")
    layer, inputs, da = layer_case(Tanh(), 4)
    if same(d_biases, layer_truth(Tanh(), 4, "biases")):
        want = numerical_gradient(lambda values: np.sum(da * layer.forward(values)), inputs)
        hint = "The step is right. So it is the line that makes da_prev."
    else:  # the slope is a check of its own
        want, hint = layer.weights.T @ d_biases, "Its formula was right before."
    if not same(da_prev, want):
        symptom(f"da_prev is not ∂loss/∂inputs.\n  got against wanted: {fingerprint(da_prev, want)}", hint)


@check
def fix_affine_forward():
    """row n of out is made of sample n alone"""
    rows = affine_mixes()
    if len(rows) > 1:
        symptom(
            f"in a batch of 4, sample 0 alone was changed, and rows {rows} of out changed.",
            "Row n of out belongs to sample n. With a single sample nothing of this can be seen.",
        )
    for shape, M in (((1, 3), 2), ((4, 3), 2), ((3, 3), 3), ((3, 2, 2, 1), 5)):
        layer, x, _ = affine_case(shape, M, 3)
        out = layer.forward(x.copy())
        check_shape(f"For x of shape {shape}, out", out, (shape[0], M), "One row for each sample.")
        for n in range(shape[0]):  # plain numbers, one after the other
            for m in range(M):
                total = float(layer.b[m]) + sum(float(v * w) for v, w in zip(x[n].ravel(), layer.W[:, m], strict=True))
                check_close(f"For x of shape {shape}, out[{n}, {m}]", out[n, m], total, "Sample n times column m of W, plus b.")


@check
def fix_affine_dW():
    """for one sample, for a batch, for a tensor"""
    for shape, M in (((1, 4), 3), ((5, 4), 3), ((3, 3), 3), ((4, 2, 3), 2)):
        dW, _, _ = affine_gradients(shape, M, 5)
        want = affine_truth(shape, M, 5, "W")
        check_shape(f"For x of shape {shape}, dW", dW, want.shape, "A gradient has the shape of the thing it belongs to.")
        if not same(dW, want):
            line = "" if np.linalg.matrix_rank(dW) > 1 or len(want) == 1 else "\n  and each row of dW is a multiple of the first"
            symptom(
                f"for x of shape {shape}, dW is not the numerical gradient.\n  got against wanted: {fingerprint(dW, want)}{line}",
                "For one sample it is right." if shape[0] > 1 else "For one sample it was right before.",
            )


@check
def fix_affine_db():
    """for one sample, for a batch, for a tensor"""
    for shape, M in (((1, 4), 3), ((5, 4), 3), ((3, 3), 3), ((4, 2, 3), 2)):
        _, db, _ = affine_gradients(shape, M, 6)
        want = affine_truth(shape, M, 6, "b")
        check_shape(f"For x of shape {shape}, db", db, want.shape, "db has the shape of b.")
        if not same(db, want):
            told = fingerprint(db, want)
            sizes = f"D is {int(np.prod(shape[1:]))}, M is {M}, N is {shape[0]}: which of them is in that ratio?"
            hint = sizes if told.startswith("every") else "Every sample has a say in every bias."
            symptom(f"for x of shape {shape}, db is not the numerical gradient.\n  got against wanted: {told}", hint)


@check
def fix_affine_dx():
    """each sample gets its own, in the shape of x"""
    for shape, M in (((4, 3), 2), ((3, 3), 3), ((3, 2, 4), 5), ((1, 2, 3), 4)):
        _, _, dx = affine_gradients(shape, M, 7)
        check_shape(f"For x of shape {shape}, dx", dx, shape, "dx has the shape of x.")
        layer, x, dout = affine_case(shape, M, 7)
        wrong = []
        for n in range(shape[0]):
            layer.forward(x[n : n + 1].copy())
            if not same(dx[n : n + 1], layer.backward(dout[n : n + 1].copy())):
                wrong.append(n)
        truth = affine_truth(shape, M, 7, "x")
        if wrong:
            agreed = (
                "\n  And yet a gradient check finds nothing wrong with dx: it compares backward with forward,"
                "\n  and yours go the same wrong way. Mend forward, too."
                if same(dx, truth)
                else ""
            )
            symptom(
                f"for x of shape {shape}, dx of samples {wrong} is not what they get when they are alone.{agreed}",
                "Sample n's dx depends on row n of dout, and on nothing else.",
            )
        if not same(dx, truth):
            mixed = "First mend forward: it mixes the samples."
            symptom(
                f"for x of shape {shape}, dx is not the numerical gradient.\n  got against wanted: {fingerprint(dx, truth)}",
                mixed if len(affine_mixes()) > 1 else "Is it right for one sample? Is forward?",
            )


@check
def fix_softmax_large_scores():
    """scores of ±1000 give the probabilities that small ones give"""
    x, _, t = scores_case(4, 3, 1)
    y = broken_loss(x, t)[0].y
    check_shape("y", y, (4, 3))
    for n in range(4):
        powers = [np.exp(float(score)) for score in x[n]]
        for c in range(3):
            check_close(f"For small scores, y[{n}, {c}]", y[n, c], powers[c] / sum(powers), "It was right before.")
    per_row = np.array([[1000.0], [-1000.0], [0.0], [400.0]])
    shifts = {"1000 added to all of them": 1000.0, "1000 taken from all": -1000.0, "another number added in each row": per_row}
    for what, shift in shifts.items():
        got = broken_loss(x + shift, t)[0].y
        check_shape("y", got, (4, 3))
        if np.isnan(got).any():
            rows = np.flatnonzero(np.isnan(got).any(axis=1)).tolist()
            symptom(
                f"for scores with {what}, rows {rows} of y hold NaN.",
                "For the same scores without that, y was fine, and it should be the same y.",
            )
        if not np.allclose(got, y, atol=1e-6):
            symptom(f"for scores with {what}, y is another one than before.\n  got against wanted: {fingerprint(got, y)}")
    far = broken_loss(np.array([[1000.0, 0.0, -1000.0], [0.0, 0.0, -1000.0]]), np.eye(3)[:2])[0].y
    if not np.allclose(far, [[1, 0, 0], [0.5, 0.5, 0]], atol=1e-6):
        symptom(f"for scores of 1000, 0 and -1000 in one row, y is {np.round(far[0], 3).tolist()}.")


@check
def fix_softmax_confident():
    """the surer of a wrong answer, the larger the loss, and finite"""
    losses = {}
    for score in (-5.0, -10.0, -1000.0):
        x = np.array([[score, 0.4, -0.7], [1.1, score, 0.2], [-0.3, 0.8, score]])  # each time the right class
        _, losses[score] = broken_loss(x, np.eye(3))
        if np.ndim(losses[score]) or not np.isfinite(losses[score]):
            symptom(
                f"where the right class has a score of {score:g}, the loss is {losses[score]}.",
                "What is y there, and what is done to it next?",
            )
    told = ", ".join(f"{loss:.4g} for a score of {score:g}" for score, loss in losses.items())
    if not losses[-5.0] < losses[-10.0] < losses[-1000.0]:
        symptom(f"the loss is {told}.", "The surer the network is of a wrong answer, the larger its loss must be.")
    if losses[-1000.0] > 1100:
        symptom(f"the loss is {told}.", "Finite in name only: what became of the infinity?")


@check
def fix_softmax_labels_loss():
    """the same loss for both forms of labels"""
    for N, C in ((1, 4), (4, 3), (3, 3), (5, 7)):
        x, labels, hot = scores_case(N, C, 10 * N + C)
        plain = plain_loss(x, labels)
        for name, t in (("one-hot", hot), ("whole-number", labels)):
            layer, loss = broken_loss(x, t)
            check_shape(f"With {name} labels the loss", loss, ())
            check_shape(f"With {name} labels self.loss", layer.loss, ())
            if not np.allclose([loss, layer.loss], plain, rtol=0, atol=1e-5):
                known = "With one sample it is right, and with labels that are all alike."
                symptom(
                    f"for N = {N}, C = {C} with {name} labels, the loss is {loss:.5f}, not {plain:.5f}.",
                    "It was right before." if name == "one-hot" or N == 1 else known,
                )


@check
def fix_softmax_labels_gradient():
    """the numerical gradient, for both forms of labels, also when called twice"""
    for N, C in ((1, 4), (4, 3), (3, 3), (5, 7)):
        x, labels, hot = scores_case(N, C, 10 * N + C)
        case = f"for N = {N}, C = {C}"
        want = numerical_gradient(lambda values: plain_loss(values, labels), x)
        for name, t in (("one-hot", hot), ("whole-number", labels)):
            layer, _ = broken_loss(x, t)
            for call in ("", ", called a second time"):
                dx = layer.backward()
                check_shape(f"With {name} labels dx", dx, (N, C))
                sums = dx.sum(axis=1)
                if np.abs(sums).max() > 1e-6:
                    symptom(
                        f"{case} with {name} labels{call}, the rows of dx add up to {np.round(sums, 3).tolist()}.",
                        "The first call was right. What did it change?"
                        if call
                        else "Each must add up to 0. How many numbers of each row were changed?",
                    )
                if not np.allclose(dx, want, rtol=1e-5, atol=1e-7):
                    symptom(
                        f"{case} with {name} labels{call}, dx is not the numerical gradient.\n"
                        f"  got against wanted: {fingerprint(dx, want)}"
                    )


@check
def fix_training_batches():
    """new samples at every step, with their own labels"""
    network, _, labels = watched_training()
    if len(network.batches) != 60:
        symptom(f"in 60 iterations the network was asked for {len(network.batches)} gradients.")
    for step, (numbers, told) in enumerate(zip(network.batches, network.labels, strict=True)):
        if -1 in numbers:
            symptom(f"in step {step} the network was shown samples that are in neither set.")
        if len(numbers) > 8:
            symptom(f"a batch has {len(numbers)} samples; batch_size is 8.")
        if not same(told, labels[numbers]):
            symptom(f"in step {step} the labels are not those of the samples.")
    first_epoch = len({n for numbers in network.batches[:15] for n in numbers})
    in_all = len({n for numbers in network.batches for n in numbers})
    if first_epoch < 45 or in_all < 95:
        symptom(
            f"in the first epoch, 15 steps of 8 samples, the network has seen {first_epoch} different samples;\n"
            f"  in all 60 steps, {in_all}.",
            "No wonder that it knows these so well.",
        )


@check
def fix_training_test_data():
    """nothing is learned from the test set"""
    network, _, _ = watched_training(n_train=40, n_test=400)
    shown = [n for numbers in network.batches for n in numbers]
    from_test = sum(n >= 40 for n in shown)
    if from_test:
        symptom(
            f"of the {len(shown)} samples that the network was trained on, {from_test} belong to the test set.",
            "Whatever is learned from them, the test can't tell it from understanding.",
        )


@check
def fix_training_biases():
    """both biases take their steps"""
    network, _, _ = watched_training()
    check_not_replaced(network)
    for name in ("b1", "b2"):
        if not any(parameters[name].any() for parameters in network.before):
            symptom(
                f"{name} starts at zero, and after 60 steps it is still zero.",
                "And yet the loss has fallen. What else moved?",
            )
        for step, gradients in enumerate(network.given):
            partner = "W" + name[1]
            moved = {p: network.before[step + 1][p] - network.before[step][p] for p in (name, partner)}
            rate = -np.vdot(moved[partner], gradients[partner]) / np.vdot(gradients[partner], gradients[partner])
            if not any(np.allclose(moved[name], -size * gradients[name], atol=1e-10) for size in (rate, 0.4)):
                symptom(f"in step {step}, {name} doesn't move as {partner} does: along its own gradient, by the same rate.")


@check
def fix_training_step():
    """every weight moves by minus the learning rate times its gradient"""
    network, _, _ = watched_training()
    check_not_replaced(network)
    for name in ("W1", "W2"):
        for step, gradients in enumerate(network.given):
            moved, want = network.before[step + 1][name] - network.before[step][name], -0.4 * gradients[name]
            if not np.allclose(moved, want, atol=1e-10):
                told = fingerprint(moved, want)
                on = want != 0
                if on.any() and np.ptp(moved[on] / want[on]) < 1e-6:
                    told = f"every entry is {(moved[on] / want[on]).mean():.4g} times what it should be"
                symptom(
                    f"in step {step}, {name} doesn't move by -learning_rate times its gradient.\n  got against wanted: {told}",
                    "The call: 120 training samples, 80 test samples, batches of 8, a learning rate of 0.4, 60 iterations.",
                )


@check
def fix_training_accuracy():
    """both accuracies are those of whole sets"""
    network, history, _ = watched_training()
    if not isinstance(history, dict) or {"train_loss", "train_accuracy", "test_accuracy"} - set(history):
        symptom("broken_train no longer returns a dict with its three lists.")
    for which, name in enumerate(("train_accuracy", "test_accuracy")):
        for other in ("train_loss", name):
            if len(history[other]) not in (4, 5):
                symptom(f'after 4 epochs "{other}" has {len(history[other])} entries.')
        for epoch, got in enumerate(history[name]):
            true = [pair[which] for pair in network.true_accuracy[15 * epoch : 15 * epoch + 16]]
            if not np.isclose(got, true).any():
                whole = ("training set of 120 samples", "test set of 80 samples")[which]
                symptom(
                    f'in epoch {epoch}, "{name}" says {got:.4g}. On the whole {whole}, the accuracy\n'
                    f"  was never below {min(true):.4g}, never above {max(true):.4g}, and not once just that.",
                    "An accuracy is a share of the samples that it was measured on.",
                )


symptoms = quiz(*(f"answer_symptom_{number}" for number in range(1, 7)))


def practice(seed=1):
    """The network of section 7 with other numbers, and a first layer whose gradients are wrong by one factor: which?"""
    rng = np.random.default_rng(seed)
    dW1 = np.zeros(2)
    while not np.all(dW1):
        x, t = rng.integers(-2, 3, (3, 1)), rng.integers(-5, 6, (3, 1))
        W1, b1, W2, b2 = (
            rng.integers(-2, 3, (1, 2)),
            rng.integers(-1, 4, 2),
            rng.choice([-2, -1, 1, 2], (2, 1)),
            rng.integers(-1, 2, 1),
        )
        z = x @ W1 + b1
        h = np.maximum(z, 0)
        y = h @ W2 + b2
        dout = (y - t) / 3
        dx2 = dout @ W2.T
        dz = dx2 * (z > 0)
        dW1 = x.T @ dz
    ratio = rng.choice([-1.0, 2.0, 3.0, 1 / 3])
    given = {"x": x, "W1": W1, "b1": b1, "W2": W2, "b2": b2, "t": t, "backward says dW1": (ratio * dW1).round(3)}
    steps = {"z": z, "h": h, "y": y, "dout": dout, "dW2": h.T @ dout, "db2": dout.sum(axis=0), "dx2": dx2, "dz": dz}
    return Practice(given, {**steps, "dW1": dW1, "db1": dz.sum(axis=0), "ratio": ratio})
