"""Every gradient that the reference solutions compute is that of the loss, and what they train reaches the lessons' figures.

Each is compared, number by number, with central differences at a relative error of at most 1e-6. The upstream gradients
are random, so that the loss is Σ upstream ⊙ output.
"""

import numpy as np
import pytest

from tests.repository import COURSE

PS1 = COURSE.reference("ps1_chain_rule")
PS2 = COURSE.reference("ps2_activations")
PS3 = COURSE.reference("ps3_layer")
PS4 = COURSE.reference("ps4_perceptron")
PS5 = COURSE.reference("ps5_batch_layers")
PS6 = COURSE.reference("ps6_two_layer_net")
PS7 = COURSE.reference("ps7_find_the_bug")
PS10 = COURSE.reference("ps10_normalisation")
PS11 = COURSE.reference("ps11_convolution")


def by_trial(f, *arrays, h=1e-3):
    """The gradients of f(*arrays), a number, a list of one for each array, of its shape.

    Central differences of fourth order: so exact, about 1e-12, that small elements can be compared to six digits too.
    """
    arrays = [np.array(array, dtype=float) for array in arrays]
    gradients = [np.zeros_like(array) for array in arrays]
    for array, gradient in zip(arrays, gradients, strict=True):
        for index in np.ndindex(array.shape):
            kept, values = array[index], {}
            for step in (-2, -1, 1, 2):
                array[index] = kept + step * h
                values[step] = f(*(a.copy() for a in arrays))
            array[index] = kept
            gradient[index] = (8 * (values[1] - values[-1]) - (values[2] - values[-2])) / (12 * h)
    return gradients


def assert_agree(got, wanted, rtol=1e-6):
    """Each of `got` has the shape of its partner in `wanted` and its numbers, at a relative error of at most rtol."""
    for one, other in zip(got, wanted, strict=True):
        assert np.shape(one) == np.shape(other)
        np.testing.assert_allclose(one, other, rtol=rtol, atol=0)


@pytest.fixture
def rng():
    return np.random.default_rng(7)


# 1 · one number at a time


def test_a_neurons_gradients(rng):
    """Neuron.back gives ∂loss/∂weight and ∂loss/∂input."""
    weight, x, grad = rng.normal(size=3)
    neuron = PS1.Neuron(weight)
    neuron.forward(x)
    dx = neuron.back(grad)
    assert_agree([neuron.delta_weight, dx], by_trial(lambda weight, x: grad * PS1.Neuron(weight).forward(x), weight, x))


@pytest.mark.parametrize(("y_hat", "y"), [(0.3, 2.0), (-1.5, -4.0), (2.5, 0.0)])
def test_the_squared_loss_derivative(y_hat, y):
    """squared_loss_derivative is ∂loss/∂ŷ on both sides of y."""
    assert_agree([PS1.squared_loss_derivative(y_hat, y)], by_trial(lambda y_hat: PS1.squared_loss(y_hat, y), y_hat))


def chain(weights, x):
    for weight in weights:
        x = weight * x
    return x


@pytest.mark.parametrize("n", [1, 2, 5])
def test_a_models_gradients(n):
    """Model.backward gives every neuron its ∂loss/∂weight, steps along it, and returns ∂loss/∂x."""
    model, x, y, rate = PS1.Model(n), 1.7, -0.6, 0.3
    weights = np.array([neuron.weight for neuron in model.neurons])
    d_weights, dx = by_trial(lambda weights, x: (chain(weights, x) - y) ** 2, weights, x)
    got = model.backward(PS1.squared_loss_derivative(model.forward(x), y), rate)
    stepped = np.array([neuron.weight for neuron in model.neurons])
    assert_agree([np.array([neuron.delta_weight for neuron in model.neurons]), got], [d_weights, dx])
    assert_agree([stepped], [weights - rate * d_weights])


def test_a_training_step_goes_along_the_gradient():
    """Model.train_step changes each weight by -learning_rate · ∂loss/∂weight."""
    model, x, y, rate = PS1.Model(3), 0.8, 2.0, 0.1
    weights = np.array([neuron.weight for neuron in model.neurons])
    (d_weights,) = by_trial(lambda weights: (chain(weights, x) - y) ** 2, weights)
    model.train_step(x, y, rate)
    assert_agree([np.array([neuron.weight for neuron in model.neurons])], [weights - rate * d_weights])


def test_gradients_of_a_fan_out_add_up(rng):
    """fan_out_back gives ∂loss/∂value for a value that went into three neurons."""
    weights, grads, value = rng.normal(size=3), rng.normal(size=3), 0.4
    neurons = [PS1.Neuron(weight) for weight in weights]
    for neuron in neurons:
        neuron.forward(value)
    assert_agree([PS1.fan_out_back(neurons, grads)], by_trial(lambda value: grads @ (weights * value), value))


@pytest.mark.parametrize(
    ("node", "inputs"), [("Add", (0.7, -2.0)), ("Multiply", (0.7, -2.0)), ("Exp", (-0.9,)), ("Reciprocal", (-0.4,))]
)
def test_a_graph_nodes_gradients(node, inputs):
    """The backward of a node gives ∂loss/∂input for each of its inputs."""
    dout = -1.3
    node = getattr(PS1, node)()
    wanted = by_trial(lambda *inputs: dout * node.forward(*inputs), *inputs)
    node.forward(*inputs)
    got = node.backward(dout)
    assert_agree(got if isinstance(got, tuple) else [got], wanted)


@pytest.mark.parametrize("x", [-6.0, -0.5, 0.0, 3.0])
def test_the_sigmoid_graphs_gradient(x):
    """sigmoid_forward_backward gives the sigmoid and, for a dout, ∂loss/∂x."""
    y, dx = PS1.sigmoid_forward_backward(x, dout=2.5)
    assert_agree([y], [1 / (1 + np.exp(-x))], rtol=1e-12)
    assert_agree([dx], by_trial(lambda x: 2.5 / (1 + np.exp(-x)), x))


# 2 to 4 · columns


@pytest.mark.parametrize("make", [PS2.ReLU, PS2.Sigmoid, PS2.Tanh, PS2.LeakyReLU, lambda: PS2.LeakyReLU(0.3)])
@pytest.mark.parametrize("shape", [(), (5,), (4, 3), (2, 3, 4)])
def test_an_activations_derivative(rng, make, shape):
    """derivative(z) is that of the activation, element by element on any shape."""
    f, z = make(), rng.uniform(-4, 4, shape)
    assert_agree([f.derivative(z)], by_trial(lambda z: f(z).sum(), z))


@pytest.mark.parametrize("ps", [PS3, PS4, PS7], ids=["ps3", "ps4", "ps7"])
@pytest.mark.parametrize("activation", [PS2.ReLU, PS2.Sigmoid, PS2.Tanh, PS2.LeakyReLU])
@pytest.mark.parametrize(("n_inputs", "n_neurons"), [(3, 2), (4, 4), (1, 5)])
def test_a_layers_gradients(rng, ps, activation, n_inputs, n_neurons):
    """Layer.backward returns ∂loss/∂inputs and steps along ∂loss/∂weights and ∂loss/∂biases."""
    np.random.seed(3)
    f = activation()
    layer = (ps.BrokenLayer if ps is PS7 else ps.Layer)(n_inputs, n_neurons, f)
    weights, biases = layer.weights.copy(), layer.biases.copy()
    x, da = rng.normal(size=(n_inputs, 1)), rng.normal(size=(n_neurons, 1))
    wanted = by_trial(lambda weights, biases, x: (da * f(weights @ x + biases)).sum(), weights, biases, x)
    layer.forward(x)
    dx = layer.backward(da, 1.0)
    assert_agree([weights - layer.weights, biases - layer.biases, dx], wanted)


def test_the_binary_cross_entropy_derivative(rng):
    """binary_cross_entropy_derivative is ∂loss/∂output for both labels, near 0 and 1 too."""
    output, target = np.array([[0.02], [0.4], [0.6], [0.97]]), np.array([[0.0], [1.0], [0.0], [1.0]])
    for t in (target, 1 - target):
        wanted = by_trial(lambda output: PS4.binary_cross_entropy(output, t), output, h=1e-5)
        assert_agree([PS4.binary_cross_entropy_derivative(output, t)], wanted)


def test_a_perceptrons_gradients_through_three_layers(rng):
    """Perceptron.backward returns ∂loss/∂inputs and every layer steps along its own gradients, all from before the step."""
    np.random.seed(4)
    layers = [PS4.Layer(3, 5, PS4.Tanh()), PS4.Layer(5, 4, PS4.Tanh()), PS4.Layer(4, 2, PS4.Sigmoid())]
    before = [array.copy() for layer in layers for array in (layer.weights, layer.biases)]
    x, target = rng.normal(size=(3, 1)), np.array([[1.0], [0.0]])

    def loss(x, W1, b1, W2, b2, W3, b3):
        a = np.tanh(W2 @ np.tanh(W1 @ x + b1) + b2)
        return PS4.binary_cross_entropy(1 / (1 + np.exp(-(W3 @ a + b3))), target)

    perceptron = PS4.Perceptron(layers)
    dx = perceptron.backward(PS4.binary_cross_entropy_derivative(perceptron.forward(x), target), 1.0)
    after = [array for layer in layers for array in (layer.weights, layer.biases)]
    assert_agree([dx, *(old - new for old, new in zip(before, after, strict=True))], by_trial(loss, x, *before))


@pytest.fixture(scope="module")
def trained():
    return PS4.train()


@pytest.mark.parametrize("seed", range(5))
def test_the_trained_perceptron_separates_new_half_moons(trained, seed):
    """train() gives a Perceptron that puts at least 95 of 100 unseen points into the right moon."""
    points, labels = PS4.half_moons(400, 0.1, np.random.default_rng(1000 + seed))
    answers = np.array([trained.forward(point).item() for point in points])
    assert np.mean((answers > 0.5) == (labels[:, 0] == 1)) >= 0.95


# 5 · rows


@pytest.mark.parametrize("make", [PS5.Relu, PS5.SigmoidLayer])
@pytest.mark.parametrize("shape", [(4, 3), (2, 3, 4, 2)])
def test_an_element_wise_blocks_gradient(rng, make, shape):
    """Relu and SigmoidLayer give ∂loss/∂x on a batch of any shape."""
    block, x, dout = make(), 2 * rng.normal(size=shape), rng.normal(size=shape)
    block.forward(x)
    assert_agree([block.backward(dout)], by_trial(lambda x: (dout * make().forward(x)).sum(), x))


@pytest.mark.parametrize("make", [PS5.Affine, PS7.BrokenAffine], ids=["ps5", "ps7"])
@pytest.mark.parametrize("shape", [(4, 6), (1, 6), (6, 6), (3, 1, 2, 3)])
def test_an_affines_gradients(rng, make, shape):
    """Affine gives ∂loss/∂x in the shape of x, ∂loss/∂W and ∂loss/∂b, for a matrix and for a tensor."""
    x, W, b, dout = (rng.normal(size=size) for size in (shape, (6, 5), 5, (shape[0], 5)))
    affine = make(W, b)
    affine.forward(x)
    dx = affine.backward(dout)
    wanted = by_trial(lambda x, W, b: (dout * make(W, b).forward(x)).sum(), x, W, b)
    assert_agree([dx, affine.dW, affine.db], wanted)


LABELS = np.array([2, 0, 0, 4])


@pytest.mark.parametrize("make", [PS5.SoftmaxWithLoss, PS6.SoftmaxWithLoss], ids=["ps5", "ps6"])
@pytest.mark.parametrize("t", [LABELS, np.eye(5)[LABELS]], ids=["labels", "one-hot"])
@pytest.mark.parametrize("dout", [1, -2.5])
def test_the_softmax_losss_gradient(rng, make, t, dout):
    """SoftmaxWithLoss gives ∂loss/∂x times dout, for both forms of labels."""
    block, x = make(), 2 * rng.normal(size=(4, 5))
    block.forward(x, t)
    assert_agree([block.backward(dout)], by_trial(lambda x: dout * make().forward(x, t), x))


@pytest.mark.parametrize("dout", [1, -2.5])
def test_the_identity_losss_gradient(rng, dout):
    """IdentityWithLoss gives ∂loss/∂x times dout."""
    block, x, t = PS5.IdentityWithLoss(), rng.normal(size=(4, 3)), rng.normal(size=(4, 3))
    block.forward(x, t)
    assert_agree([block.backward(dout)], by_trial(lambda x: dout * PS5.IdentityWithLoss().forward(x, t), x))


def test_both_notations_have_the_same_gradients(rng):
    """A Layer in columns and its Affine in rows agree on one sample, once written in the same notation."""
    np.random.seed(3)
    identity = PS2.LeakyReLU(1.0)
    layer, x, da = PS3.Layer(3, 2, identity), rng.normal(size=(3, 1)), rng.normal(size=(2, 1))
    weights, biases = layer.weights, layer.biases
    affine = PS5.Affine(*PS5.affine_from_layer(weights, biases))
    layer.forward(x)
    affine.forward(x.T)
    da_prev, dx = layer.backward(da, 1.0), affine.backward(da.T)
    rows = PS5.rows_from_columns(weights - layer.weights, biases - layer.biases)
    assert_agree([dx, affine.dW, affine.db], [da_prev.T, *rows], rtol=1e-12)


# 6 · a network


def digits():
    """x_train (1437, 64), t_train (1437, 10), x_test (360, 64), t_test (360, 10), as the lesson loads them."""
    with np.load(COURSE.source_path("ps6_two_layer_net").with_name("digits.npz"), allow_pickle=False) as file:
        x_train, x_test = (file[name].reshape(-1, 64) / 16 for name in ("x_train", "x_test"))
        t_train, t_test = (np.eye(10)[file[name]] for name in ("t_train", "t_test"))
    return x_train, t_train, x_test, t_test


def test_the_numerical_gradient(rng):
    """numerical_gradient finds 3x² for Σ x³, and leaves x as it was."""
    x = rng.uniform(0.5, 2, (3, 4))
    kept = x.copy()
    assert_agree([PS6.numerical_gradient(lambda x: (x**3).sum(), x)], [3 * x**2])
    assert np.array_equal(x, kept)


@pytest.mark.parametrize("t", [LABELS, np.eye(5)[LABELS]], ids=["labels", "one-hot"])
def test_a_networks_gradients(rng, t):
    """TwoLayerNet.gradient gives ∂loss/∂ of each of the four parameters."""
    np.random.seed(2)  # no number before the Relu within 0.01 of the kink at 0
    network, x = PS6.TwoLayerNet(6, 7, 5, weight_init_std=1.0), rng.normal(size=(4, 6))

    def loss(*params):
        for param, said in zip(network.params.values(), params, strict=True):
            param[...] = said
        return network.loss(x, t)

    params = [param.copy() for param in network.params.values()]
    wanted = by_trial(loss, *params)
    loss(*params)
    assert_agree(network.gradient(x, t).values(), wanted)


@pytest.fixture(scope="module")
def checked():
    np.random.seed(0)  # no number before the Relu within the nudge of 1e-4 of the kink at 0, as in about 7 of 8 draws
    network, (x, t, _, _) = PS6.TwoLayerNet(64, 50, 10), digits()
    return PS6.gradient_check(network, x[:3], t[:3]), network.gradient(x[:3], t[:3]), network.numerical_gradient(x[:3], t[:3])


@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2"])
def test_the_gradient_check_on_digits(checked, name):
    """On three digits both gradients of a 64-50-10 network differ by at most 1e-9 in the mean, as the lesson says."""
    differences, analytic, numeric = checked
    assert np.mean(np.abs(analytic[name] - numeric[name])) <= 1e-9
    assert differences[name] == pytest.approx(np.mean(np.abs(analytic[name] - numeric[name])))
    assert np.abs(analytic[name]).max() > 1e-4  # so that 1e-9 means something


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_network_learns_the_digits(seed):
    """64-50-10 with the lesson's settings reads at least 97 of 100 test digits."""
    np.random.seed(seed)
    data = digits()
    result = PS6.train(*data, iterations=1400, batch_size=50, learning_rate=0.5, rng=np.random.default_rng(seed))
    assert result["test_accuracy"][-1] >= 0.97
    assert result["network"].accuracy(*data[2:]) == result["test_accuracy"][-1]


# 7 · repaired


@pytest.mark.parametrize("activation", [PS2.Sigmoid, PS2.Tanh])
def test_the_repaired_layer_is_the_layer(rng, activation):
    """BrokenLayer, repaired, does what Layer does, over three steps."""
    np.random.seed(3)
    layer, repaired = PS3.Layer(4, 3, activation()), PS7.BrokenLayer(4, 3, activation())
    repaired.weights, repaired.biases = layer.weights.copy(), layer.biases.copy()
    for _ in range(3):
        x, da = rng.normal(size=(4, 1)), rng.normal(size=(3, 1))
        assert_agree([repaired.forward(x)], [layer.forward(x)], rtol=1e-12)
        assert_agree([repaired.backward(da, 0.5)], [layer.backward(da, 0.5)], rtol=1e-12)
        assert_agree([repaired.weights, repaired.biases], [layer.weights, layer.biases], rtol=1e-12)


@pytest.mark.parametrize("shape", [(4, 6), (1, 6), (3, 1, 2, 3)])
def test_the_repaired_affine_is_the_affine(rng, shape):
    """BrokenAffine, repaired, does what Affine does."""
    x, W, b, dout = (rng.normal(size=size) for size in (shape, (6, 5), 5, (shape[0], 5)))
    affine, repaired = PS5.Affine(W, b), PS7.BrokenAffine(W, b)
    assert_agree([repaired.forward(x)], [affine.forward(x)], rtol=1e-12)
    assert_agree([repaired.backward(dout)], [affine.backward(dout)], rtol=1e-12)
    assert_agree([repaired.dW, repaired.db], [affine.dW, affine.db], rtol=1e-12)


@pytest.mark.parametrize("t", [LABELS, np.eye(5)[LABELS]], ids=["labels", "one-hot"])
@pytest.mark.parametrize("size", [1, 1000])
def test_the_repaired_softmax_loss_is_the_softmax_loss(rng, t, size):
    """BrokenSoftmaxWithLoss, repaired, gives the gradients of SoftmaxWithLoss, large scores too, and nearly its loss."""
    x, block, repaired = size * rng.normal(size=(4, 5)), PS5.SoftmaxWithLoss(), PS7.BrokenSoftmaxWithLoss()
    losses = block.forward(x, t), repaired.forward(x, t)
    assert_agree([repaired.y, repaired.backward(-2.5)], [block.y, block.backward(-2.5)], rtol=1e-12)
    if size == 1:  # it adds 1e-7 inside the logarithm, where the other clips
        assert losses[1] == pytest.approx(losses[0], rel=1e-5)


# 10 · kept in range


def test_dropouts_gradient(rng):
    """Dropout gives ∂loss/∂x for the mask that its forward has drawn."""
    layer, x, dout = PS10.Dropout(0.4), rng.normal(size=(5, 4)), rng.normal(size=(5, 4))
    layer.forward(x, rng=np.random.default_rng(3))
    wanted = by_trial(lambda x: (dout * PS10.Dropout(0.4).forward(x, rng=np.random.default_rng(3))).sum(), x)
    assert_agree([layer.backward(dout)], wanted)


@pytest.mark.parametrize("make", [PS10.BatchNorm, PS10.LayerNorm])
@pytest.mark.parametrize("shape", [(5, 3), (4, 4), (3, 2, 4)])
def test_a_normalisations_gradients(rng, make, shape):
    """BatchNorm and LayerNorm give ∂loss/∂x, ∂loss/∂gamma and ∂loss/∂beta, the latter for three axes too."""
    if make is PS10.BatchNorm and len(shape) == 3:
        shape = (6, 5)
    x, gamma, beta, dout = (rng.normal(size=size) for size in (shape, shape[-1], shape[-1], shape))
    layer = make(gamma, beta)
    layer.forward(x)
    dx = layer.backward(dout)
    wanted = by_trial(lambda x, gamma, beta: (dout * make(gamma, beta).forward(x)).sum(), x, gamma, beta)
    assert_agree([dx, layer.dgamma, layer.dbeta], wanted)


def test_log_sum_exps_slope_is_softmax(rng):
    """The derivative of log_sum_exp is the exponential of log_softmax."""
    x = 2 * rng.normal(size=(3, 4))
    assert_agree([np.exp(PS10.log_softmax(x))], by_trial(lambda x: PS10.log_sum_exp(x).sum(), x))


@pytest.mark.parametrize("shape", [(4,), (4, 1), (3, 5)])
def test_the_logit_losss_gradient(rng, shape):
    """BCEWithLogits gives ∂loss/∂z times dout."""
    block, z, t = PS10.BCEWithLogits(), 2 * rng.normal(size=shape), rng.uniform(size=shape)
    block.forward(z, t)
    assert_agree([block.backward(-2.5)], by_trial(lambda z: -2.5 * PS10.BCEWithLogits().forward(z, t), z))


# 11 · convolution


@pytest.mark.parametrize("case", [(4, 4, 2, 3, 1, 0), (5, 6, 3, 2, 2, 1), (5, 7, 2, 2, 3, 0), (3, 3, 3, 3, 1, 2)])
def test_rolling_up_is_the_transpose_of_unrolling(rng, case):
    """Σ dcol ⊙ im2col(x) = Σ col2im(dcol) ⊙ x for any x and dcol: col2im gives the gradient of im2col."""
    x = rng.normal(size=(2, 3, *case[:2]))
    col = PS11.im2col(x, *case[2:])
    dcol = rng.normal(size=col.shape)
    assert np.sum(dcol * col) == pytest.approx(np.sum(PS11.col2im(dcol, x.shape, *case[2:]) * x), rel=1e-12)


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (1, 1), (2, 0), (3, 2)])
def test_a_convolutions_gradients(rng, stride, pad):
    """Convolution gives ∂loss/∂x, ∂loss/∂W and ∂loss/∂b."""
    x, W, b = (rng.normal(size=size) for size in ((2, 2, 5, 4), (3, 2, 3, 2), 3))
    layer = PS11.Convolution(W, b, stride, pad)
    dout = rng.normal(size=layer.forward(x).shape)
    dx = layer.backward(dout)
    wanted = by_trial(lambda x, W, b: (dout * PS11.Convolution(W, b, stride, pad).forward(x)).sum(), x, W, b)
    assert_agree([dx, layer.dW, layer.db], [np.where(np.abs(a) < 1e-9, 0.0, a) for a in wanted])


@pytest.mark.parametrize(("size", "stride"), [(2, None), (3, 1), (2, 3)])
def test_a_poolings_gradient(rng, size, stride):
    """MaxPooling gives ∂loss/∂x where no two numbers of a window are nearly equal."""
    x = rng.permutation(2 * 2 * 5 * 6).reshape(2, 2, 5, 6) / 10
    layer = PS11.MaxPooling(size, stride)
    dout = rng.normal(size=layer.forward(x).shape)
    wanted = by_trial(lambda x: (dout * PS11.MaxPooling(size, stride).forward(x)).sum(), x)
    assert_agree([layer.backward(dout)], [np.where(np.abs(a) < 1e-9, 0.0, a) for a in wanted])


@pytest.mark.parametrize("t", [LABELS, np.eye(10)[LABELS]], ids=["labels", "one-hot"])
def test_a_convolutional_networks_gradients(rng, t):
    """ConvNet.gradient gives ∂loss/∂ of its biases, and of its weights where it is looked at."""
    net, x = PS11.ConvNet(np.random.default_rng(1)), rng.normal(size=(4, 1, 8, 8))
    got = net.gradient(x, t)
    for name in net.params:
        kept = net.params[name].copy()
        places = [tuple(rng.integers(kept.shape)) for _ in range(6)]

        def loss(numbers, name=name, kept=kept, places=places):
            for place, value in zip(places, numbers, strict=True):
                net.params[name][place] = value
            return net.loss(x, t)

        (wanted,) = by_trial(loss, np.array([kept[place] for place in places]), h=1e-5)
        net.params[name][...] = kept
        if len(set(places)) == len(places):
            np.testing.assert_allclose([got[name][place] for place in places], wanted, rtol=1e-6, atol=1e-8)
