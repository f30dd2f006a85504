"""Every gradient of what reads sequences is that of the loss, by central differences at a relative error of at most 1e-6."""

import numpy as np
import pytest

from tests.repository import COURSE
from tests.test_gradients import assert_agree, by_trial

PS12 = COURSE.reference("ps12_recurrent")
PS13 = COURSE.reference("ps13_attention")


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


# 13 · attention


@pytest.mark.parametrize("shape", [(5,), (4, 3), (2, 3, 4, 5)])
def test_softmaxs_gradient_without_its_jacobian(rng, shape):
    """softmax_backward gives ∂loss/∂x over the last axis."""
    x, dy = 2 * rng.normal(size=shape), rng.normal(size=shape)
    assert_agree([PS13.softmax_backward(dy, PS13.softmax(x))], by_trial(lambda x: (dy * PS13.softmax(x)).sum(), x))


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize(("n", "t", "s", "d", "dv"), [(2, 3, 4, 5, 6), (1, 4, 3, 2, 1), (3, 3, 3, 3, 3)])
def test_attentions_gradients(rng, n, t, s, d, dv, masked):
    """Attention gives ∂loss/∂ of queries, keys and values, with a mask and without."""
    mask = np.tril(np.ones((t, s), dtype=bool)) if masked else None
    arrays = [rng.normal(size=shape) for shape in ((n, t, d), (n, s, d), (n, s, dv))]
    dout, attention = rng.normal(size=(n, t, dv)), PS13.Attention()
    attention.forward(*arrays, mask)
    assert_agree(attention.backward(dout), by_trial(lambda *a: (dout * PS13.Attention().forward(*a, mask)).sum(), *arrays))


@pytest.mark.parametrize("causal", [True, False])
@pytest.mark.parametrize(("n", "t", "d", "heads"), [(2, 3, 6, 2), (1, 4, 4, 4), (3, 3, 3, 1)])
def test_self_attentions_gradients(rng, n, t, d, heads, causal):
    """SelfAttention gives ∂loss/∂x and ∂loss/∂ of its four matrices."""
    x, *matrices = arrays = [rng.normal(size=(n, t, d)), *(rng.normal(size=(d, d)) for _ in range(4))]
    dout, attention = rng.normal(size=(n, t, d)), PS13.SelfAttention(*matrices, heads, causal)
    attention.forward(x)
    got = [attention.backward(dout), attention.dWq, attention.dWk, attention.dWv, attention.dWo]
    assert_agree(got, by_trial(lambda x, *m: (dout * PS13.SelfAttention(*m, heads, causal).forward(x)).sum(), *arrays))


def test_a_blocks_gradients(rng):
    """Block gives ∂loss/∂x and ∂loss/∂ of its four parameters, and its three parts theirs."""
    n, t, d, m = 2, 3, 4, 5
    shapes = (n, t, d), *[(d, d)] * 4, *[(d,)] * 4, (d, m), (m,), (m, d), (d,)
    arrays = [rng.normal(size=shape) for shape in shapes]
    dout = rng.normal(size=(n, t, d))

    def made(Wq, Wk, Wv, Wo, gamma1, beta1, gamma2, beta2, *parameters):
        norms = PS13.LayerNorm(gamma1, beta1), PS13.LayerNorm(gamma2, beta2)
        return PS13.Block(PS13.SelfAttention(Wq, Wk, Wv, Wo, 2), *norms, *parameters)

    block = made(*arrays[1:])
    block.forward(arrays[0])
    dx, attention, norm1, norm2 = block.backward(dout), block.attention, block.norm1, block.norm2
    got = [dx, attention.dWq, attention.dWk, attention.dWv, attention.dWo]
    got += [norm1.dgamma, norm1.dbeta, norm2.dgamma, norm2.dbeta, block.dW1, block.db1, block.dW2, block.db2]
    assert_agree(got, by_trial(lambda x, *p: (dout * made(*p).forward(x)).sum(), *arrays))
