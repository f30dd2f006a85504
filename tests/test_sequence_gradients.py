"""Every gradient of what reads sequences is that of the loss, by central differences at a relative error of at most 1e-6."""

import numpy as np
import pytest

from tests.repository import COURSE
from tests.test_gradients import assert_agree, by_trial

PS12 = COURSE.reference("ps12_recurrent")


@pytest.fixture
def rng():
    return np.random.default_rng(7)


# 12 · through time


def test_an_embeddings_gradient(rng):
    """Embedding sets ∂loss/∂W, rows that were used several times and never among them."""
    W, ids, dout = rng.normal(size=(5, 3)), np.array([[4, 1, 1], [0, 4, 4]]), rng.normal(size=(2, 3, 3))
    embedding = PS12.Embedding(W)
    embedding.forward(ids)
    embedding.backward(dout)
    assert_agree([embedding.dW], by_trial(lambda W: (dout * PS12.Embedding(W).forward(ids)).sum(), W))


@pytest.mark.parametrize(("n", "d", "h"), [(4, 3, 2), (1, 2, 4), (3, 3, 3)])
def test_a_recurrent_steps_gradients(rng, n, d, h):
    """RNNStep gives ∂loss/∂ of x, of the state before and of its three parameters."""
    shapes = (n, d), (n, h), (d, h), (h, h), (h,)
    x, h_prev, *parameters = arrays = [rng.normal(size=shape) for shape in shapes]
    dh, step = rng.normal(size=(n, h)), PS12.RNNStep(*parameters)
    step.forward(x, h_prev)
    got = [*step.backward(dh), step.dWx, step.dWh, step.db]
    assert_agree(got, by_trial(lambda x, h_prev, *p: (dh * PS12.RNNStep(*p).forward(x, h_prev)).sum(), *arrays))


@pytest.mark.parametrize(("n", "t", "d", "h"), [(2, 4, 3, 2), (3, 1, 2, 4), (3, 3, 3, 3)])
def test_gradients_through_time(rng, n, t, d, h):
    """RNN gives ∂loss/∂ of xs, of h0 and of its three parameters."""
    shapes = (n, t, d), (n, h), (d, h), (h, h), (h,)
    xs, h0, *parameters = arrays = [rng.normal(size=shape) for shape in shapes]
    dhs, rnn = rng.normal(size=(n, t, h)), PS12.RNN(*parameters)
    rnn.forward(xs, h0)
    got = [rnn.backward(dhs), rnn.dh0, rnn.dWx, rnn.dWh, rnn.db]
    assert_agree(got, by_trial(lambda xs, h0, *p: (dhs * PS12.RNN(*p).forward(xs, h0)).sum(), *arrays))


@pytest.mark.parametrize(("n", "d", "h"), [(4, 3, 2), (1, 2, 4), (4, 4, 4)])
def test_an_lstm_steps_gradients(rng, n, d, h):
    """LSTMStep gives ∂loss/∂ of x, of both states and of its three parameters, for a loss of h and of c."""
    shapes = (n, d), (n, h), (n, h), (d, 4 * h), (h, 4 * h), (4 * h,)
    x, h_prev, c_prev, *parameters = arrays = [rng.normal(size=shape) for shape in shapes]
    dh, dc, step = rng.normal(size=(n, h)), rng.normal(size=(n, h)), PS12.LSTMStep(*parameters)

    def loss(x, h_prev, c_prev, *parameters):
        h, c = PS12.LSTMStep(*parameters).forward(x, h_prev, c_prev)
        return (dh * h).sum() + (dc * c).sum()

    step.forward(x, h_prev, c_prev)
    assert_agree([*step.backward(dh, dc), step.dWx, step.dWh, step.db], by_trial(loss, *arrays))


@pytest.mark.parametrize("dout", [1, -2.5])
def test_the_gradient_of_a_sequences_loss(rng, dout):
    """TimeSoftmaxWithLoss gives ∂loss/∂xs times dout, and 0 where a place doesn't count."""
    xs, ts = rng.normal(size=(3, 4, 5)), np.array([[0, -1, -1, 4], [1, 1, 2, 3], [-1, -1, -1, -1]])
    block = PS12.TimeSoftmaxWithLoss()
    block.forward(xs, ts)
    assert_agree([block.backward(dout)], by_trial(lambda xs: dout * PS12.TimeSoftmaxWithLoss().forward(xs, ts), xs))
