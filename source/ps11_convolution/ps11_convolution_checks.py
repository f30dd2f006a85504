"""The checks of assignment 11, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import (
    CheckFailed,
    Practice,
    check,
    check_close,
    check_number,
    check_shape,
    check_written,
    note_if_changed,
    numerical_gradient,
    quiz,
    student,
)

# the example of sections 2 to 7: one picture, one channel, one filter
X = np.array([[[[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 0.0, 1.0]]]])
COL = np.array([[1.0, 2.0, 0.0, 1.0], [2.0, 0.0, 1.0, 3.0], [0.0, 1.0, 2.0, 0.0], [1.0, 3.0, 0.0, 1.0]])
W, B = np.array([[[[1.0, 0.0], [2.0, -1.0]]]]), np.array([1.0])
DOUT = np.array([[[[1.0, 0.0], [-1.0, 2.0]]]])
DCOL = np.array([[1.0, 0.0, 2.0, -1.0], [0.0, 0.0, 0.0, 0.0], [-1.0, 0.0, -2.0, 1.0], [2.0, 0.0, 4.0, -2.0]])
DX = [[[[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [-2.0, 5.0, -2.0]]]]


def both_signs(seed, *shape):
    """Numbers between 0.3 and 1.4 away from 0, of both signs."""
    rng = np.random.default_rng(seed)
    signs = np.where(np.arange(np.prod(shape)) % 2, -1.0, 1.0)
    return (rng.permutation(signs) * rng.uniform(0.3, 1.4, signs.size)).reshape(shape)


def windows(shape, fh, fw, stride, pad):
    """Each place of a window in a padded picture, in order, as an index."""
    n, _, h, w = shape
    for i in range(n):
        for top in range(0, h + 2 * pad - fh + 1, stride):
            for left in range(0, w + 2 * pad - fw + 1, stride):
                yield i, slice(None), slice(top, top + fh), slice(left, left + fw)


def padded(x, pad):
    return np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


# ------------------------------------------------------------------------------------------------------ 4 · how many places


@check
def output_size():
    """as many places as fit, rounded down; a ValueError where none does"""
    for size, window, stride, pad in (
        (5, 3, 1, 0),
        (8, 3, 1, 1),
        (8, 2, 2, 0),
        (8, 3, 2, 0),
        (9, 3, 3, 2),
        (5, 5, 1, 0),
        (3, 5, 2, 1),
    ):
        got = student.output_size(size, window, stride, pad)
        case = f"output_size({size}, {window}, {stride}, {pad})"
        want = len([start for start in range(0, size + 2 * pad, stride) if start + window <= size + 2 * pad])
        check_number(case, got, want, "Push the window on by stride as long as it fits, and count the first place, too.")
        if not isinstance(got, int) or isinstance(got, bool):
            raise CheckFailed(f"{case} is {got!r}; it must be a whole number, an int.")
    for size, window, pad in ((3, 4, 0), (3, 6, 1), (1, 4, 1)):
        try:
            got = student.output_size(size, window, pad=pad)
        except ValueError:
            continue
        raise CheckFailed(
            f"A window of {window} on {size} numbers with pad {pad} gives {got!r}.\nIt doesn't fit: raise a ValueError."
        )


# ------------------------------------------------------------------------------------------------------ 5 and 6 · windows


def check_im2col(cases, hint):
    for n, c, h, w, fh, fw, stride, pad in cases:
        x = both_signs(1, n, c, h, w)
        given = x.copy()
        got = student.im2col(given, fh, fw, stride, pad)
        want = np.array([padded(x, pad)[place].ravel() for place in windows(x.shape, fh, fw, stride, pad)])
        case = f"For x of shape {x.shape}, a window of {fh} × {fw}, stride {stride}, pad {pad}, col"
        check_shape(case, got, want.shape, "A row for each place of each sample, a column for each number of a window.")
        for row in range(len(want)):
            check_close(f"{case}, row {row},", got[row], want[row], hint)
        note_if_changed("the x given to im2col", x, given)


def check_col2im(cases, hint):
    for n, c, h, w, fh, fw, stride, pad in cases:
        shape = (n, c, h, w)
        places = list(windows(shape, fh, fw, stride, pad))
        col = both_signs(2, len(places), c * fh * fw)
        want = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
        for row, place in zip(col, places, strict=True):
            want[place] += row.reshape(c, fh, fw)
        want = want[:, :, pad : pad + h, pad : pad + w]
        got = student.col2im(col.copy(), shape, fh, fw, stride, pad)
        case = f"For x_shape {shape}, a window of {fh} × {fw}, stride {stride}, pad {pad}, the result"
        check_close(case, got, want, hint)


@check
def im2col_im2col():
    """each window as a row, in order"""
    got = student.im2col(X.copy(), 2, 2)
    check_close("In the example, col", got, COL, "Row by row: the four numbers of a window, as they lie.")
    check_im2col(((2, 3, 3, 4, 2, 3, 1, 0), (2, 2, 3, 3, 2, 2, 1, 0)), "Rows run over n, OH, OW; columns over c, fh, fw.")


@check
def im2col_im2col_stride():
    """the window is pushed on by stride"""
    check_im2col(
        ((2, 2, 5, 7, 3, 3, 2, 0), (1, 2, 6, 4, 2, 2, 3, 0)),
        "From a window to the next it is `stride` pixels, in both directions.",
    )


@check
def im2col_im2col_pad():
    """zeros on all four sides"""
    check_im2col(((2, 1, 3, 4, 3, 3, 1, 1), (1, 2, 4, 5, 3, 2, 2, 2)), "The zeros of the padding take part in the windows.")


@check
def im2col_col2im():
    """what was copied is added up"""
    got = student.col2im(DCOL.copy(), (1, 1, 3, 3), 2, 2)
    check_shape("In the example, the result", got, (1, 1, 3, 3), "It has the shape that x had.")
    last = np.zeros((1, 1, 3, 3))
    for row, place in zip(DCOL, windows(last.shape, 2, 2, 1, 0), strict=True):
        last[place] = row.reshape(1, 2, 2)
    count = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]])
    suspects = {
        "Only the last window's number is kept where several meet. Add.": last,
        "Divided by the number of windows. That is no mean: every way counts.": np.array(DX) / count,
    }
    check_close(
        "In the example, the result", got, DX, "Each number back to its pixel; where several meet, they are added.", suspects
    )
    check_col2im(((2, 3, 3, 4, 2, 3, 1, 0), (2, 2, 3, 3, 2, 2, 1, 0)), "Rows run over n, OH, OW; columns over c, fh, fw.")


@check
def im2col():
    """col2im with a stride, and with padding"""
    check_col2im(((2, 2, 5, 7, 3, 3, 2, 0), (1, 2, 6, 4, 2, 2, 3, 0)), "A pixel that no window came to gets 0.")
    check_col2im(((2, 1, 3, 4, 3, 3, 1, 1), (1, 2, 4, 5, 3, 2, 2, 2)), "What falls onto the padding is left out.")


# -------------------------------------------------------------------------------------------------------- 7 · convolution


def slow(x, weights, bias, stride, pad):
    """The convolution place by place."""
    f, _, fh, fw = weights.shape
    out = [
        np.tensordot(padded(x, pad)[place], weights, ((0, 1, 2), (1, 2, 3))) + bias
        for place in windows(x.shape, fh, fw, stride, pad)
    ]
    oh = len(range(0, x.shape[2] + 2 * pad - fh + 1, stride))
    return np.moveaxis(np.array(out).reshape(len(x), oh, -1, f), 3, 1)


def random_convolution(n, c, h, w, f, fh, fw, stride=1, pad=0):
    """A layer, its W and b, an x and a dout."""
    weights, bias, x = both_signs(10, f, c, fh, fw), both_signs(11, f), both_signs(12, n, c, h, w)
    dout = both_signs(13, *slow(x, weights, bias, stride, pad).shape)
    return student.Convolution(weights.copy(), bias.copy(), stride, pad), weights, bias, x, dout, stride, pad


ORDINARY = ((2, 3, 3, 4, 4, 2, 3), (2, 2, 3, 3, 2, 2, 2))


def went_back(*case):
    """A layer after forward, which must be right, and backward; dx; and the rest of the case."""
    layer, *rest = random_convolution(*case)
    weights, bias, x, dout, stride, pad = rest
    out = layer.forward(x.copy())
    if np.shape(out) != dout.shape or not np.allclose(out, slow(x, weights, bias, stride, pad)):
        raise CheckFailed("forward() isn't right yet, and backward() builds on it.\nFirst get the check of forward to pass.")
    given = dout.copy()
    dx = layer.backward(given)
    note_if_changed("the dout given to backward", dout, given)
    return layer, dx, rest


def nudged(which, weights, bias, x, dout, stride, pad):
    """∂loss/∂which by nudging, for a loss that has ∂loss/∂out = dout."""
    start = {"weights": weights, "bias": bias, "x": x}
    return numerical_gradient(lambda v: np.sum(dout * slow(stride=stride, pad=pad, **{**start, which: v})), start[which])


def example():
    """The layer of section 7 after forward and backward, and its dx."""
    layer = student.Convolution(W.copy(), B.copy())
    out = layer.forward(X.copy())
    if np.shape(out) != (1, 1, 2, 2) or not np.allclose(out, [[[[1, 2], [5, 1]]]]):
        raise CheckFailed("forward() isn't right yet, and backward() builds on it.\nFirst get the check of forward to pass.")
    return layer, layer.backward(DOUT.copy())


@check
def convolution_forward():
    """every filter at every place"""
    out = student.Convolution(W.copy(), B.copy()).forward(X.copy())
    suspects = {
        "The bias is missing.": [0, 1, 4, 0],
        "The filter is turned over. It is laid as it lies.": slow(X, W[:, :, ::-1, ::-1], B, 1, 0),
    }
    check_close(
        "In the example, out", out, [[[[1, 2], [5, 1]]]], "At each place window times filter, added up, plus b.", suspects
    )
    for case in ORDINARY:
        layer, weights, bias, x, dout, *_ = random_convolution(*case)
        given = x.copy()
        out = layer.forward(given)
        want = slow(x, weights, bias, 1, 0)
        suspects = {
            "The shape is right, but filters and places are mixed up: bring the filters to the front by a transpose.": np.moveaxis(
                want, 1, 3
            )
        }
        check_close(f"For x of shape {x.shape} and W of shape {weights.shape}, out", out, want, "Is im2col right?", suspects)
        note_if_changed("the x given to forward", x, given)


@check
def convolution_dW():
    """as a numerical gradient has it"""
    layer, _ = example()
    suspects = {"A mean over the places. Each of them counts in full.": [0.75, 1.75, -0.5, 0.75]}
    check_close(
        "In the example, dW", layer.dW, [[[[3, 7], [-2, 3]]]], "What stood under each weight, times dout, added up.", suspects
    )
    for case in ORDINARY:
        layer, _, rest = went_back(*case)
        check_close(
            f"For W of shape {rest[0].shape}, dW", layer.dW, nudged("weights", *rest), "Is dout in the order of the rows of col?"
        )


@check
def convolution_db():
    """one number for each filter, from all samples and places"""
    layer, _ = example()
    check_close("In the example, db", layer.db, [2], "All of dout that belongs to the filter.", {"This is a mean.": [0.5]})
    for case in ORDINARY:
        layer, _, rest = went_back(*case)
        dout = rest[3]
        check_written("db", layer.db)
        check_shape(
            f"For {len(rest[1])} filters, db",
            layer.db,
            rest[1].shape,
            "A bias is shared by all samples and places: add all of them up.",
        )
        suspects = {"This is a mean over the batch.": nudged("bias", *rest) / len(dout)}
        check_close(
            f"For {len(rest[1])} filters, db", layer.db, nudged("bias", *rest), "Over the batch and both spatial axes.", suspects
        )


@check
def convolution_dx():
    """as a numerical gradient has it"""
    _, dx = example()
    check_close("In the example, dx", dx, DX, "Every window brings back dout times the filter. Is col2im right?")
    for case in ORDINARY:
        _, dx, rest = went_back(*case)
        check_close(
            f"For x of shape {rest[2].shape}, dx", dx, nudged("x", *rest), "All filters and all windows have a part in it."
        )


@check
def convolution():
    """stride and padding; every round from anew, every layer for itself"""
    for case in ((2, 2, 5, 4, 3, 3, 3, 1, 1), (2, 2, 6, 5, 2, 3, 2, 2, 0)):
        layer, weights, bias, x, dout, stride, pad = random_convolution(*case)
        told = f"With stride {stride} and pad {pad}, "
        check_close(
            told + "out", layer.forward(x.copy()), slow(x, weights, bias, stride, pad), "stride and pad are the layer's own."
        )
        dx = layer.backward(dout.copy())
        for name, got, which in (("dx", dx, "x"), ("dW", layer.dW, "weights"), ("db", layer.db, "bias")):
            want = nudged(which, weights, bias, x, dout, stride, pad)
            check_close(told + name, got, want, "The same stride and pad on the way back.")
    layer, weights, bias, x, dout, *_ = random_convolution(*ORDINARY[0])
    other = student.Convolution(weights.copy(), bias.copy())
    for turn in range(2):
        now, back = x[turn:], dout[turn:]
        fresh, results = student.Convolution(weights.copy(), bias.copy()), []
        for one in (layer, fresh):
            check_written("forward()", one.forward(now.copy()))
            if one is layer:
                other.forward(-x)
                one.backward(-back)
            results.append((one.backward(back.copy()), one.dW, one.db))
        for name, got, want in zip(("dx", "dW", "db"), *results, strict=True):
            check_written(name, want)
            check_close(f"In round {turn + 1}, {name}", got, want, "A new layer gives this. What is left over or shared?")


# -------------------------------------------------------------------------------------------- 8 and 9 · pooling, flatten


def pooled(x, dout, size, stride):
    """(out, dx) window by window; dout as a function of the shape of out."""
    n, c, h, w = x.shape
    out = np.zeros((n, c, len(range(0, h - size + 1, stride)), len(range(0, w - size + 1, stride))))
    dout, dx = dout(out.shape), np.zeros(x.shape)
    for i, j, k, m in np.ndindex(out.shape):
        window = x[i, j, k * stride : k * stride + size, m * stride : m * stride + size]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        out[i, j, k, m] = window[row, column]
        dx[i, j, k * stride + row, m * stride + column] += dout[i, j, k, m]
    return out, dx, dout


def check_pooling(cases, hint):
    for shape, size, stride in cases:
        x = both_signs(20, *shape) - 1
        want, want_dx, dout = pooled(x, lambda s: both_signs(21, *s), size, stride or size)
        layer = student.MaxPooling(size, stride)
        case = f"For x of shape {shape}, size {size}, stride {stride}, "
        check_close(case + "out", layer.forward(x.copy()), want, hint)
        check_close(case + "dx", layer.backward(dout.copy()), want_dx, hint)


PICTURE = np.array([[[[1.0, 3.0, 2.0, 2.0], [0.0, 3.0, 1.0, 2.0], [4.0, 1.0, 0.0, 0.0], [2.0, 5.0, 6.0, 7.0]]]])


@check
def max_pooling_forward():
    """the largest of each window, for each channel"""
    check_close(
        "In the example, out",
        student.MaxPooling(2).forward(PICTURE.copy()),
        [[[[3, 2], [5, 7]]]],
        "Of each window the largest number.",
    )
    for shape in ((2, 3, 4, 6), (2, 2, 2, 2)):
        x = both_signs(22, *shape) - 2
        given = x.copy()
        want, _, _ = pooled(x, np.ones, 2, 2)
        check_close(
            f"For x of shape {shape}, out", student.MaxPooling(2).forward(given), want, "Samples and channels each by themselves."
        )
        note_if_changed("the x given to forward", x, given)


@check
def max_pooling_backward():
    """all of a window's gradient for its largest number"""
    for shape in ((2, 3, 4, 6), (2, 2, 2, 2)):
        x = both_signs(23, *shape) - 1
        _, want, dout = pooled(x, lambda s: both_signs(24, *s), 2, 2)
        layer = student.MaxPooling(2)
        check_written("forward()", layer.forward(x.copy()))
        given = dout.copy()
        check_close(f"For x of shape {shape}, dx", layer.backward(given), want, "The largest gets it, the others get nothing.")
        note_if_changed("the dout given to backward", dout, given)


@check
def max_pooling_ties():
    """the first of equal numbers, row by row"""
    layer = student.MaxPooling(2)
    check_written("forward()", layer.forward(PICTURE.copy()))
    want = np.zeros((1, 1, 4, 4))
    want[0, 0, [0, 0, 3, 3], [1, 2, 1, 3]] = 1, 2, 3, 4
    hint = "Where two are equal, the first of the window, row by row, gets all of it."
    check_close("In the example, dx", layer.backward(np.array([[[[1.0, 2.0], [3.0, 4.0]]]])), want, hint)


@check
def max_pooling():
    """other strides, what is left over; every round from anew"""
    check_pooling((((2, 2, 4, 5), 2, 1),), "Where windows overlap, a pixel may win several times.")
    check_pooling((((2, 2, 5, 8), 2, 3),), "Pixels between the windows get 0.")
    check_pooling((((2, 3, 5, 7), 2, None),), "What is left over at the end is not looked at.")
    layer, other = student.MaxPooling(2), student.MaxPooling(2)
    for turn in range(2):
        x = both_signs(25 + turn, 3 - turn, 2, 4, 4)
        _, want, dout = pooled(x, lambda s, turn=turn: both_signs(27 + turn, *s), 2, 2)
        check_written("forward()", layer.forward(x.copy()))
        other.forward(-x)
        layer.backward(-dout)
        check_close(
            f"In round {turn + 1}, dx",
            layer.backward(dout.copy()),
            want,
            "What is left over from before, or shared with another layer?",
        )


@check
def flatten():
    """each sample as a row, and back to the latest shape"""
    layer, other = student.Flatten(), student.Flatten()
    for shape in ((2, 3, 4, 5), (3, 2, 2), (4, 6), (1, 2, 1, 3)):
        x = both_signs(30, *shape)
        check_close(
            f"For x of shape {shape}, out", layer.forward(x.copy()), x.reshape(shape[0], -1), "The numbers stay in their order."
        )
        other.forward(x[None])
        dout = both_signs(31, shape[0], x[0].size)
        check_close(f"For x of shape {shape}, dx", layer.backward(dout.copy()), dout.reshape(shape), "The shape of the latest x.")


# ------------------------------------------------------------------------------------------------------- 10 · the network

SHAPES = {"W1": (8, 1, 3, 3), "b1": (8,), "W2": (128, 10), "b2": (10,)}
PICTURES, LABELS = both_signs(40, 4, 1, 8, 8), np.array([3, 0, 9, 3])
FORMS = (("labels", LABELS), ("one-hot labels", np.eye(10)[LABELS]))


def network(seed=1):
    return student.ConvNet(np.random.default_rng(seed))


def params_of(net):
    """Copies of its parameters, which must have the right shapes."""
    params = net.params
    if not isinstance(params, dict):
        raise CheckFailed("params must be a dict.")
    for name, shape in SHAPES.items():
        if name not in params:
            raise CheckFailed(f"params has no {name}; it must hold W1, b1, W2 and b2.")
        check_shape(name, params[name], shape)
    return {name: np.array(params[name], dtype=float) for name in SHAPES}


def scores_of(params, x):
    z = np.maximum(slow(x, params["W1"], params["b1"], 1, 1), 0)
    return pooled(z, np.ones, 2, 2)[0].reshape(len(x), -1) @ params["W2"] + params["b2"]


def loss_of(params, x, labels):
    scores = scores_of(params, x)
    return np.mean([np.logaddexp.reduce(row) - row[label] for row, label in zip(scores, labels, strict=True)])


@check
def conv_net_params():
    """four arrays: weights drawn from rng alone, biases zero"""
    one, again, other = (params_of(network(seed)) for seed in (1, 1, 2))
    for name in SHAPES:
        if name[0] == "b":
            check_close(name, one[name], np.zeros(SHAPES[name]), "Biases begin at zero.")
        elif np.ptp(one[name]) == 0:
            raise CheckFailed(f"All numbers of {name} are the same.\nFilters that begin alike stay alike.")
        elif not np.array_equal(one[name], again[name]) or np.array_equal(one[name], other[name]):
            raise CheckFailed(f"{name} isn't decided by rng.\nThe same seed must give the same weights, another seed others.")


@check
def conv_net_predict():
    """scores from before softmax"""
    net = network()
    want = scores_of(params_of(net), PICTURES)
    powers = np.exp(want - want.max(axis=1, keepdims=True))
    suspects = {"These are probabilities. predict stops before softmax.": powers / powers.sum(axis=1, keepdims=True)}
    check_close(
        "predict", net.predict(PICTURES.copy()), want, "Convolution, Relu, MaxPooling, Flatten, Affine, in this order.", suspects
    )


@check
def conv_net_loss():
    """the mean of the batch, for both forms of t"""
    net = network()
    want = loss_of(params_of(net), PICTURES, LABELS)
    for form, t in FORMS:
        suspects = {"This is the sum over the batch.": 4 * want}
        check_number(
            f"The loss for {form}",
            net.loss(PICTURES.copy(), t.copy()),
            want,
            "The loss block makes it of the scores.",
            suspects,
            1e-4,
        )


@check
def conv_net_accuracy():
    """the share of pictures that are read right"""
    net = network()
    best = scores_of(params_of(net), PICTURES).argmax(axis=1)
    for right in (4, 1):
        labels = np.where(np.arange(4) < right, best, (best + 1) % 10)
        for form, t in (("labels", labels), ("one-hot labels", np.eye(10)[labels])):
            hint = "How often is the largest score that of the right class? A share, between 0 and 1."
            check_number(
                f"The accuracy for {form}, where {right} of 4 are right,", net.accuracy(PICTURES.copy(), t), right / 4, hint
            )


def check_gradients(names):
    net = network()
    params = params_of(net)
    for form, t in FORMS:
        got = net.gradient(PICTURES.copy(), t.copy())
        if not isinstance(got, dict):
            check_written("gradient()", got)
            raise CheckFailed("gradient() must return a dict with W1, b1, W2 and b2.")
        for name in names:
            if name not in got:
                raise CheckFailed(f"gradient() has no {name} in what it returns.")
            check_shape(f"gradient()[{name!r}] for {form}", got[name], SHAPES[name], f"It has the shape of {name}.")
            rng = np.random.default_rng(3)
            for index in (tuple(rng.integers(SHAPES[name])) for _ in range(4)):  # a few numbers of each will do
                nudge = np.zeros(SHAPES[name])
                nudge[index] = 1e-5
                up, down = (loss_of({**params, name: params[name] + s * nudge}, PICTURES, LABELS) for s in (1, -1))
                hint = (
                    "A numerical gradient has it so. From the last block to the first, each with what the one after it returned."
                )
                check_number(
                    f"gradient()[{name!r}]{list(map(int, index))} for {form}",
                    got[name][index],
                    (up - down) / 2e-5,
                    hint,
                    None,
                    1e-5,
                    1e-8,
                )


@check
def conv_net_gradient_of_affine():
    """W2 and b2, as a numerical gradient has them"""
    check_gradients(("W2", "b2"))


@check
def conv_net_gradient_of_convolution():
    """W1 and b1, through all blocks"""
    check_gradients(("W1", "b1"))


@check
def conv_net():
    """a forward pass of its own; params are what the layers work with"""
    net = network()
    before = params_of(net)
    first = net.gradient(PICTURES.copy(), LABELS.copy())
    net.predict(PICTURES[:2] + 1)
    again = net.gradient(PICTURES.copy(), LABELS.copy())
    for name in SHAPES:
        check_close(f"{name} after gradient()", params_of(net)[name], before[name], "gradient only measures.")
        check_written(name, first[name])
        hint = "A predict of other pictures came in between: gradient needs a forward pass of its own."
        check_close(f"gradient()[{name!r}], the second time,", again[name], first[name], hint)
    for name in SHAPES:
        net.params[name] += np.linspace(0.1, 0.5, net.params[name].size).reshape(SHAPES[name])
        want = scores_of(params_of(net), PICTURES)
        hint = "The layers have to hold the very arrays that params holds, and no copies."
        check_close(f"predict, after params[{name!r}] was changed in place,", net.predict(PICTURES.copy()), want, hint)


quiz_ps11 = quiz("answer_ps11")


# -------------------------------------------------------------------------------------------------------------- for paper


def practice(seed=1):
    """The convolution of section 7 with other numbers, there and back: one channel, one filter, stride 1, no padding."""
    rng = np.random.default_rng(seed)
    x, W = rng.integers(-1, 4, (3, 3)), rng.integers(-2, 3, (2, 2))
    b, dout = int(rng.integers(-2, 3)), rng.integers(-2, 3, (2, 2))
    places = [np.s_[i : i + 2, j : j + 2] for i in range(2) for j in range(2)]
    col, dcol, dx = np.array([x[place].ravel() for place in places]), np.outer(dout, W), np.zeros((3, 3))
    for row, place in zip(dcol, places, strict=True):
        dx[place] += row.reshape(2, 2)
    steps = {"col": col, "out": (col @ W.ravel() + b).reshape(2, 2), "db": dout.sum(), "dW": (dout.ravel() @ col).reshape(2, 2)}
    return Practice({"x": x, "W": W, "b": b, "dout": dout}, {**steps, "dcol": dcol, "dx": dx})
