"""The reference gradients beside those of PyTorch's autograd, in float64. From the repository root:

    python benchmarks/against_torch.py

Development only: it needs PyTorch, `pip install torch`, which the project doesn't depend on. It prints a line for each
gradient with its largest relative error, element by element. Exit code 1 where one is above 1e-10.
"""

import sys

import numpy as np
import torch
from torch.nn import functional

from grader.course.folder import Course

COURSE = Course.find(__file__)
ALLOWED = 1e-10
RNG = np.random.default_rng(5)


def autograd(f, *arrays):
    """The gradients of f(*arrays), a number: a list of one for each array."""
    leaves = [torch.tensor(array, dtype=torch.float64, requires_grad=True) for array in arrays]
    f(*leaves).backward()
    return [leaf.grad.numpy() for leaf in leaves]


def relative_error(got, wanted):
    """The largest of |got − wanted| / |wanted|, where 0 and 0 agree. Infinity for another shape or a number that is none."""
    got, wanted = np.asarray(got), np.asarray(wanted)
    if got.shape != wanted.shape or not np.isfinite(got).all():
        return np.inf
    differ = got != wanted
    with np.errstate(divide="ignore"):
        return float((np.abs(got - wanted)[differ] / np.abs(wanted)[differ]).max(initial=0.0))


def activations():
    ps2 = COURSE.reference("ps2_activations")
    z = 2 * RNG.normal(size=(40, 30))
    z[0] = 0.0  # both say 0, or the slope, at the kink
    for name, own, f in (
        ("ReLU", ps2.ReLU(), torch.relu),
        ("Sigmoid", ps2.Sigmoid(), torch.sigmoid),
        ("Tanh", ps2.Tanh(), torch.tanh),
        ("LeakyReLU", ps2.LeakyReLU(0.1), lambda z: functional.leaky_relu(z, 0.1)),
    ):
        yield f"ps2 {name} derivative", own.derivative(z), *autograd(lambda z: f(z).sum(), z)


def layer():
    ps2, ps3 = COURSE.reference("ps2_activations"), COURSE.reference("ps3_layer")
    one = ps3.Layer(20, 15, ps2.Tanh())
    weights, biases = one.weights.copy(), one.biases.copy()
    x, da = 0.2 * RNG.normal(size=(20, 1)), RNG.normal(size=(15, 1))
    one.forward(x)
    da_prev = one.backward(da, 1.0)
    wanted = autograd(lambda W, b, x: (torch.tensor(da) * torch.tanh(W @ x + b)).sum(), weights, biases, x)
    got = weights - one.weights, biases - one.biases, da_prev
    for name, *pair in zip(("d_weights", "d_biases", "da_prev"), got, wanted, strict=True):
        yield f"ps3 Layer {name}", *pair


def perceptron():
    ps4 = COURSE.reference("ps4_perceptron")
    layers = [ps4.Layer(3, 8, ps4.Tanh()), ps4.Layer(8, 4, ps4.Tanh()), ps4.Layer(4, 2, ps4.Sigmoid())]
    params = [array.copy() for one in layers for array in (one.weights, one.biases)]
    x, target = RNG.normal(size=(3, 1)), np.array([[1.0], [0.0]])

    def loss(x, W1, b1, W2, b2, W3, b3):
        a = torch.tanh(W2 @ torch.tanh(W1 @ x + b1) + b2)
        return functional.binary_cross_entropy(torch.sigmoid(W3 @ a + b3), torch.tensor(target), reduction="sum")

    whole = ps4.Perceptron(layers)
    dx = whole.backward(ps4.binary_cross_entropy_derivative(whole.forward(x), target), 1.0)
    steps = [old - new for old, new in zip(params, (array for one in layers for array in (one.weights, one.biases)), strict=True)]
    names = ("inputs", *(f"{kind} {n}" for n in (1, 2, 3) for kind in ("weights", "biases")))
    for name, *pair in zip(names, (dx, *steps), autograd(loss, x, *params), strict=True):
        yield f"ps4 Perceptron {name}", *pair

    output, t = RNG.uniform(0.05, 0.95, (30, 1)), RNG.integers(0, 2, (30, 1)).astype(float)
    wanted = autograd(lambda a: functional.binary_cross_entropy(a, torch.tensor(t), reduction="sum"), output)
    yield "ps4 binary_cross_entropy", ps4.binary_cross_entropy_derivative(output, t), *wanted


def batch_layers():
    ps5 = COURSE.reference("ps5_batch_layers")
    x, dout = RNG.normal(size=(12, 9)), RNG.normal(size=(12, 9))
    for own, f in ((ps5.Relu(), torch.relu), (ps5.SigmoidLayer(), torch.sigmoid)):
        own.forward(x)
        wanted = autograd(lambda x: (torch.tensor(dout) * f(x)).sum(), x)
        yield f"ps5 {type(own).__name__} dx", own.backward(dout), *wanted

    for shape in ((7, 24), (7, 2, 3, 4)):
        x, W, b, dout = (RNG.normal(size=size) for size in (shape, (24, 5), 5, (7, 5)))
        affine = ps5.Affine(W, b)
        affine.forward(x)
        dx = affine.backward(dout)
        wanted = autograd(lambda x, W, b: (torch.tensor(dout) * (x.flatten(1) @ W + b)).sum(), x, W, b)
        for name, *pair in zip(("dx", "dW", "db"), (dx, affine.dW, affine.db), wanted, strict=True):
            yield f"ps5 Affine {len(shape)}-D {name}", *pair

    x, labels = 2 * RNG.normal(size=(12, 10)), RNG.integers(0, 10, 12)
    for name, t in (("labels", labels), ("one-hot", np.eye(10)[labels])):
        own = ps5.SoftmaxWithLoss()
        own.forward(x, t)
        yield (
            f"ps5 SoftmaxWithLoss {name}",
            own.backward(2.5),
            *autograd(lambda x: 2.5 * functional.cross_entropy(x, torch.tensor(t)), x),
        )

    x, t, own = RNG.normal(size=(12, 4)), RNG.normal(size=(12, 4)), ps5.IdentityWithLoss()
    own.forward(x, t)
    wanted = autograd(lambda x: 2.5 * functional.mse_loss(x, torch.tensor(t), reduction="sum") / (2 * len(t)), x)
    yield "ps5 IdentityWithLoss", own.backward(2.5), *wanted


def network():
    ps6 = COURSE.reference("ps6_two_layer_net")
    one = ps6.TwoLayerNet(64, 50, 10, weight_init_std=0.1)
    x, labels = RNG.uniform(size=(50, 64)), RNG.integers(0, 10, 50)

    def loss(W1, b1, W2, b2):
        return functional.cross_entropy(torch.relu(torch.tensor(x) @ W1 + b1) @ W2 + b2, torch.tensor(labels))

    wanted = autograd(loss, *(one.params[name] for name in ("W1", "b1", "W2", "b2")))
    for form, t in (("labels", labels), ("one-hot", np.eye(10)[labels])):
        got = one.gradient(x, t)
        for name, other in zip(("W1", "b1", "W2", "b2"), wanted, strict=True):
            yield f"ps6 TwoLayerNet {form} {name}", got[name], other


def normalisation():
    ps10 = COURSE.reference("ps10_normalisation")
    for kind, shape in (("BatchNorm", (9, 7)), ("LayerNorm", (9, 7)), ("LayerNorm", (3, 4, 7))):
        x, gamma, beta, dout = (RNG.normal(size=size) for size in (shape, 7, 7, shape))

        def loss(x, gamma, beta, kind=kind, dout=dout):
            out = (
                functional.batch_norm(x, None, None, gamma, beta, training=True)
                if kind == "BatchNorm"
                else functional.layer_norm(x, (7,), gamma, beta)
            )
            return (torch.tensor(dout) * out).sum()

        own = getattr(ps10, kind)(gamma, beta)
        own.forward(x)
        got = own.backward(dout), own.dgamma, own.dbeta
        for name, *pair in zip(("dx", "dgamma", "dbeta"), got, autograd(loss, x, gamma, beta), strict=True):
            yield f"ps10 {kind} {len(shape)}-D {name}", *pair

    x = 3 * RNG.normal(size=(8, 6))
    yield "ps10 log_sum_exp", np.exp(ps10.log_softmax(x)), *autograd(lambda x: torch.logsumexp(x, 1).sum(), x)
    for shape in ((9,), (5, 4)):
        z, t, own = 3 * RNG.normal(size=shape), RNG.uniform(size=shape), ps10.BCEWithLogits()
        own.forward(z, t)
        wanted = autograd(lambda z, t=t: 2.5 * functional.binary_cross_entropy_with_logits(z, torch.tensor(t)), z)
        yield f"ps10 BCEWithLogits {len(shape)}-D", own.backward(2.5), *wanted


def recurrent():
    ps12 = COURSE.reference("ps12_recurrent")
    W, ids, dout = RNG.normal(size=(7, 3)), RNG.integers(0, 7, (4, 5)), RNG.normal(size=(4, 5, 3))
    embedding = ps12.Embedding(W)
    embedding.forward(ids)
    embedding.backward(dout)
    wanted = autograd(lambda W: (torch.tensor(dout) * functional.embedding(torch.tensor(ids), W)).sum(), W)
    yield "ps12 Embedding dW", embedding.dW, *wanted

    shapes = (4, 6, 5), (4, 3), (5, 3), (3, 3), (3,)
    xs, h0, Wx, Wh, b = arrays = [RNG.normal(size=shape) for shape in shapes]
    dhs, rnn = RNG.normal(size=(4, 6, 3)), ps12.RNN(Wx, Wh, b)

    def loss_of_rnn(xs, h, Wx, Wh, b):
        total = 0.0
        for t in range(xs.shape[1]):
            h = torch.rnn_tanh_cell(xs[:, t], h, Wx.T, Wh.T, b, torch.zeros_like(b))
            total = total + (torch.tensor(dhs[:, t]) * h).sum()
        return total

    rnn.forward(xs, h0)
    got = rnn.backward(dhs), rnn.dh0, rnn.dWx, rnn.dWh, rnn.db
    yield from named("ps12 RNN", ("dxs", "dh0", "dWx", "dWh", "db"), got, autograd(loss_of_rnn, *arrays))

    shapes = (4, 5), (4, 3), (4, 3), (5, 12), (3, 12), (12,)
    x, h_prev, c_prev, Wx, Wh, b = arrays = [RNG.normal(size=shape) for shape in shapes]
    dh, dc, step = RNG.normal(size=(4, 3)), RNG.normal(size=(4, 3)), ps12.LSTMStep(Wx, Wh, b)

    def loss_of_lstm(x, h, c, Wx, Wh, b):
        order = torch.tensor(
            [*range(6, 9), *range(3), *range(3, 6), *range(9, 12)]
        )  # PyTorch's: input, forget, candidate, output
        h, c = torch.lstm_cell(x, (h, c), Wx.T[order], Wh.T[order], b[order], torch.zeros_like(b))
        return (torch.tensor(dh) * h).sum() + (torch.tensor(dc) * c).sum()

    step.forward(x, h_prev, c_prev)
    got = *step.backward(dh, dc), step.dWx, step.dWh, step.db
    names = "dx", "dh_prev", "dc_prev", "dWx", "dWh", "db"
    yield from named("ps12 LSTMStep", names, got, autograd(loss_of_lstm, *arrays))

    xs, ts, block = RNG.normal(size=(3, 4, 5)), RNG.integers(-1, 5, (3, 4)), ps12.TimeSoftmaxWithLoss()
    block.forward(xs, ts)
    flat = torch.tensor(ts.reshape(-1))
    wanted = autograd(lambda xs: 2.5 * functional.cross_entropy(xs.reshape(-1, 5), flat, ignore_index=-1), xs)
    yield "ps12 TimeSoftmaxWithLoss", block.backward(2.5), *wanted


def attention():
    ps13 = COURSE.reference("ps13_attention")
    causal = np.tril(np.ones((4, 4), dtype=bool))
    for mask in (None, causal):
        arrays = [RNG.normal(size=shape) for shape in ((3, 4, 5), (3, 4, 5), (3, 4, 6))]
        dout, own = RNG.normal(size=(3, 4, 6)), ps13.Attention()
        own.forward(*arrays, mask)
        hidden = None if mask is None else torch.tensor(mask)
        f = functional.scaled_dot_product_attention
        wanted = autograd(lambda q, k, v, f=f, d=dout, m=hidden: (torch.tensor(d) * f(q, k, v, attn_mask=m)).sum(), *arrays)
        yield from named(
            f"ps13 Attention {'plain' if mask is None else 'masked'}", ("dq", "dk", "dv"), own.backward(dout), wanted
        )

    shapes = (3, 4, 6), *[(6, 6)] * 4, (6,), (6,), (6,), (6,), (6, 8), (8,), (8, 6), (6,)
    arrays = [RNG.normal(size=shape) for shape in shapes]
    x, Wq, Wk, Wv, Wo, gamma1, beta1, gamma2, beta2, *layers = arrays
    dout, own = RNG.normal(size=(3, 4, 6)), ps13.SelfAttention(Wq, Wk, Wv, Wo, 2)
    block = ps13.Block(own, ps13.LayerNorm(gamma1, beta1), ps13.LayerNorm(gamma2, beta2), *layers)
    block.forward(x)
    dx = block.backward(dout)

    def loss(x, Wq, Wk, Wv, Wo, gamma1, beta1, gamma2, beta2, W1, b1, W2, b2):
        normed = functional.layer_norm(x, (6,), gamma1, beta1)
        q, k, v = ((normed @ W).unflatten(2, (2, 3)).transpose(1, 2) for W in (Wq, Wk, Wv))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=torch.tensor(causal)).transpose(1, 2).flatten(2)
        h = x + seen @ Wo
        out = h + torch.relu(functional.layer_norm(h, (6,), gamma2, beta2) @ W1 + b1) @ W2 + b2
        return (torch.tensor(dout) * out).sum()

    got = [dx, own.dWq, own.dWk, own.dWv, own.dWo, block.norm1.dgamma, block.norm1.dbeta, block.norm2.dgamma, block.norm2.dbeta]
    got += [block.dW1, block.db1, block.dW2, block.db2]
    names = ["dx", "dWq", "dWk", "dWv", "dWo", "dgamma1", "dbeta1", "dgamma2", "dbeta2", "dW1", "db1", "dW2", "db2"]
    yield from named("ps13 Block", names, got, autograd(loss, *arrays))


def named(what, names, got, wanted):
    for name, *pair in zip(names, got, wanted, strict=True):
        yield f"{what} {name}", *pair


def convolution():
    ps11 = COURSE.reference("ps11_convolution")
    for stride, pad in ((1, 0), (1, 2), (2, 1), (3, 0)):
        x, W, b = (RNG.normal(size=size) for size in ((3, 4, 9, 8), (5, 4, 3, 2), 5))
        own = ps11.Convolution(W, b, stride, pad)
        dout = RNG.normal(size=own.forward(x).shape)
        got = own.backward(dout), own.dW, own.db

        def loss(x, W, b, stride=stride, pad=pad, dout=dout):
            return (torch.tensor(dout) * functional.conv2d(x, W, b, stride, pad)).sum()

        for name, *pair in zip(("dx", "dW", "db"), got, autograd(loss, x, W, b), strict=True):
            yield f"ps11 Convolution {stride}/{pad} {name}", *pair

    for size, stride in ((2, None), (3, 1), (2, 3)):
        x, own = RNG.normal(size=(3, 4, 9, 8)), ps11.MaxPooling(size, stride)
        dout = RNG.normal(size=own.forward(x).shape)
        pool = lambda x, size=size, stride=stride, dout=dout: (torch.tensor(dout) * functional.max_pool2d(x, size, stride)).sum()
        yield f"ps11 MaxPooling {size}/{stride}", own.backward(dout), *autograd(pool, x)

    net = ps11.ConvNet(np.random.default_rng(1))
    x, labels = RNG.uniform(size=(20, 1, 8, 8)), RNG.integers(0, 10, 20)

    def whole(W1, b1, W2, b2):
        maps = functional.max_pool2d(torch.relu(functional.conv2d(torch.tensor(x), W1, b1, padding=1)), 2)
        return functional.cross_entropy(maps.flatten(1) @ W2 + b2, torch.tensor(labels))

    got = net.gradient(x, labels)
    for name, other in zip(net.params, autograd(whole, *net.params.values()), strict=True):
        yield f"ps11 ConvNet {name}", got[name], other


def main():
    np.random.seed(5)
    largest = 0.0
    for compare in (activations, layer, perceptron, batch_layers, network, normalisation, convolution, recurrent, attention):
        for name, got, wanted in compare():
            error = relative_error(got, wanted)
            largest = max(largest, error)
            print(f"{name:<32}{error:.1e}")
    print(f"{'largest':<32}{largest:.1e}, allowed {ALLOWED:.0e}")
    return 0 if largest <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
