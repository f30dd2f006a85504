"""Mistakes as students type them, each with the sentence by which a check must name it: for tests in a real kernel."""

import re
from dataclasses import dataclass

from tests.repository import COURSE


@dataclass(frozen=True)
class Mistake:
    """A solution cell with something changed, and what the check `test_<check>` then says.

    change: (old, new) in the reference's text, or the cell's whole text; scratch: a cell that runs after the solution; restart:
    the kernel is a fresh one, and runs the cells `first` alone. passes: the check has its ✓ all the same. graded: whether the
    hidden tests see the same code, so that their verdict on this test cell must be the check's."""

    name: str
    assignment: str
    exercise: str
    check: str
    change: tuple[str, str] | str
    says: str
    scratch: str = ""
    restart: bool = False
    first: tuple[str, ...] = ()
    passes: bool = False
    graded: bool = True

    @property
    def text(self) -> str:
        """What stands in the solution cell."""
        if isinstance(self.change, str):
            return self.change
        return re.sub(r'\n        """.*?"""', "", COURSE.solution_cells(self.assignment)[self.exercise], flags=re.S).replace(
            *self._checked(*self.change)
        )

    def _checked(self, old, new):
        assert old in COURSE.solution_cells(self.assignment)[self.exercise], (self.name, old)
        return old, new


def _stub(assignment, exercise):
    return COURSE.source(assignment).cells[exercise]["source"]


def _ps3(name, check, change, says, **more):
    return Mistake(name, "ps3_layer", "layer", f"layer_{check}", change, says, **more)


def _ps2(name, exercise, change, says, **more):
    return Mistake(name, "ps2_activations", exercise, exercise, change, says, **more)


def _ps1(name, exercise, check, change, says, **more):
    return Mistake(name, "ps1_chain_rule", exercise, check, change, says, **more)


def _of(assignment):
    """Makes Mistakes of one assignment."""
    return lambda name, exercise, check, change, says, **more: Mistake(name, assignment, exercise, check, change, says, **more)


def _restarted(assignment, exercise, check):
    """The first thing of a second evening: a check."""
    says = rf"^✗ \w+ isn't there yet: {ABOVE} Selected Cell\)\.$"
    return Mistake(f"a second evening with {assignment}", assignment, exercise, check, SAME, says, restart=True, graded=False)


def _ps5(name, exercise, check, change, says, **more):
    return Mistake(name, "ps5_batch_layers", exercise, check, change, says, **more)


_ps4, _ps7, _ps8, _ps9 = map(_of, ("ps4_perceptron", "ps7_find_the_bug", "ps8_autograd", "ps9_training"))
_ps10, _ps11, _ps12, _ps13 = map(_of, ("ps10_normalisation", "ps11_convolution", "ps12_recurrent", "ps13_attention"))

SAME = ("return", "return")  # nothing is changed
FORWARD = ("return self.activation(self.outputs)", "return self.activation(self.outputs)")
ABOVE = r"run the cells above first \(Run ▸ Run All Above"

MISTAKES = (
    # nothing there, or not all of it
    _ps3("the stub", "forward", _stub("ps3_layer", "layer"), "forward.. is still to be written"),
    _ps3("a line is left as it was", "dz", ("dz = da * self.activation.derivative(self.outputs)", "dz = ..."), r"`\.\.\.` left in it"),
    _ps3("no return", "forward", ("return self.activation(self.outputs)", "self.activation(self.outputs)"), "a `return` is missing"),
    _ps3("only a copy is updated", "update", ("self.weights = self.weights -", "weights = self.weights -"), "weights did not move"),
    # a second evening
    _ps3("a kernel restarted", "forward", FORWARD, f"Layer isn't there yet: {ABOVE}", restart=True, graded=False),
    _ps3("only the solution cell was run", "forward", FORWARD, f"np isn't there yet: {ABOVE}", restart=True, first=("layer",), graded=False),
    _ps3("a syntax error after a good version", "forward", ("return self.activation(self.outputs)", "return self.activation(self.outputs"),
         "(?s)✓.*Note: the last cell with Layer did not run.*looks at the version before it", first=("reference",), passes=True, graded=False),
    _ps3("a syntax error", "forward", ("def forward(self, inputs):", "def forward(self, inputs)"),
         r"(?s)Layer isn't there: its cell can't be read.*line \d+, `def forward\(self, inputs\)`: expected ':'", restart=True, first=("given_imports", "layer")),
    _ps3("an indentation error", "forward", ("        self.outputs = self.weights", "      self.outputs = self.weights"),
         "(?s)its cell can't be read.*unindent", restart=True, first=("given_imports", "layer")),
    # names
    _ps3("a misspelt class", "forward", ("class Layer:", "class Layr:"), "Layer isn't there, but Layr is: the name has to be just Layer", restart=True,
         first=("given_imports", "layer")),
    _ps3("a misspelt method", "forward", ("def forward(", "def foward("), "Layer has no forward, but foward"),
    _ps3("a misspelt attribute", "forward", ("self.weights @ self.inputs", "self.wieghts @ self.inputs"), "Layer has no wieghts, but weights"),
    _ps3("self forgotten in a line", "forward", ("self.weights @ self.inputs", "weights @ self.inputs"), r"There is self\.weights; weights alone is another name"),
    _ps3("self forgotten as a parameter", "forward", ("def forward(self, inputs):", "def forward(inputs):"), "Is `self` missing as the first parameter"),
    _ps3("a parameter has gone", "update", ("def backward(self, da, learning_rate):", "def backward(self, da):"), "One more came than it takes"),
    _ps3("a misspelt variable", "d_weights", ("dz @ self.inputs.T", "dzz @ self.inputs.T"), "dzz"),
    _ps3("used before it is set", "dz", ("dz = da * self.activation.derivative(self.outputs)", "dz = dz * da"), "uses it before that line"),
    _ps3("np = 3", "forward", FORWARD, "np is 3 there", scratch="np = 3", graded=False),
    _ps3("Layer = 3", "forward", FORWARD, "Layer is 3 now, no class", scratch="Layer = 3", graded=False),
    _ps3("Layer is one layer", "forward", FORWARD, "Layer is an object of the class Layer now, no class", scratch="Layer = Layer(3, 2, Tanh())", graded=False),
    _ps3("a given class overwritten", "update", FORWARD, "✓", scratch="Tanh = W = x = check = np.ones((2, 2))", passes=True, graded=False),
    # shapes
    _ps3("two columns meet", "d_weights", ("dz @ self.inputs.T", "dz @ self.inputs"), r"(?s)line \d+.*dz has shape \(2, 1\), self\.inputs has shape \(3, 1\).*Two columns meet here\. Number by number is `\*`"),
    _ps3("a transpose forgotten", "da_prev", ("self.weights.T @ dz", "self.weights @ dz"), r"(?s)self\.weights has shape \(2, 3\), dz has shape \(2, 1\).*columns of the left \(3\).*rows of the right \(2\)"),
    _ps3("np.dot of the wrong way round", "da_prev", ("self.weights.T @ dz", "np.dot(self.weights, dz)"), r"(?s)self\.weights has shape \(2, 3\).*columns of the left"),
    _ps3("star for a matrix product", "forward", ("self.weights @ self.inputs", "self.weights * self.inputs"), r"(?s)self\.weights has shape \(2, 3\), self\.inputs has shape \(3, 1\).*Number by number"),
    _ps3("changed in place", "update", ("self.biases = self.biases - learning_rate * d_biases", "self.biases -= learning_rate * d_weights"), "(?s)self.biases is changed in place|Number by number"),
    _ps3("no column is made", "forward", ("np.reshape(inputs, (-1, 1))", "inputs"), "Make a column of the inputs"),
    _ps3("a pair is returned", "forward", ("return self.activation(self.outputs)", "return self.activation(self.outputs), self.outputs"), r"has shape \(2, 2, 1\)"),
    # the mathematics
    _ps3("slope at a", "dz", ("derivative(self.outputs)", "derivative(self.activation(self.outputs))"), "slope at a"),
    _ps3("activation forgotten", "forward", ("return self.activation(self.outputs)", "return self.outputs"), "This is z: the activation is missing"),
    _ps3("up the slope", "update", ("self.weights - learning_rate * d_weights", "self.weights + learning_rate * d_weights"), "went up the slope"),
    _ps3("no learning rate", "update", ("self.weights - learning_rate * d_weights", "self.weights - d_weights"), "the learning rate is missing"),
    _ps3("da instead of dz", "da_prev", ("self.weights.T @ dz", "self.weights.T @ da"), "This was made of da"),
    # what runs away
    _ps3("an endless loop", "dz", ("d_biases = dz", "d_biases = dz\n        while True:\n            pass"), r"(?s)stopped after 5 s in line \d+.*(while True|pass).*loop that never ends"),
    _ps3("a flood of prints", "forward", ("return self.activation(self.outputs)", "for i in range(20000): print(i)\n        return self.activation(self.outputs)"), "(?s)prints more than this.*✓", passes=True),
    _ps3("calls itself", "forward", ("return self.activation(self.outputs)", "return self.forward(inputs)"), "calls itself without an end"),
    _ps3("exit", "forward", ("return self.activation(self.outputs)", "raise SystemExit"), "no need of exit"),
    _ps3("division by zero", "forward", ("return self.activation(self.outputs)", "return 1 / 0"), r"(?s)line \d+.*return 1 / 0.*ZeroDivisionError"),
    # quizzes
    Mistake("a wrong letter", "ps3_layer", "quiz_ps3", "quiz_ps3", 'answer_ps3 = "C"', "(?s)^(?!.*✓).*noted; marked when handed in", passes=True, graded=False),
    Mistake("a small letter", "ps3_layer", "quiz_ps3", "quiz_ps3", "answer_ps3 = ' b'", "noted", passes=True),
    Mistake("a word for a letter", "ps3_layer", "quiz_ps3", "quiz_ps3", 'answer_ps3 = "backward"', "one letter in quotation marks"),
    Mistake("a letter without quotes", "ps3_layer", "quiz_ps3", "quiz_ps3", "answer_ps3 = B", "still to be written|isn't there", restart=True, first=("given_imports", "quiz_ps3")),
    # NumPy
    _ps2("max of an array", "relu", ("np.maximum(0.0, z)", "max(0.0, z)"), "asks for one yes or no"),
    _ps2("if of an array", "relu", ("return np.where(z > 0, 1.0, 0.0)", "return 1.0 if z > 0 else 0.0"), "asks for one yes or no"),
    _ps2("math of an array", "tanh", ("np.tanh(z)", "__import__('math').tanh(z)"), "functions of math take one number"),
    _ps2("1 at the kink", "relu", ("np.where(z > 0", "np.where(z >= 0"), "Is it `>`, or `>=`"),
    _ps2("an overflow", "sigmoid", ("np.exp(-np.abs(z))  # at most 1\n        return np.where(z >= 0, 1.0, small) / (1.0 + small)", "np.exp(z)\n        return small / (1 + small)"), r"exp\(750\) is larger"),
    _ps2("an attribute never set", "leaky_relu", ("self.slope = slope", "slope = slope"), "LeakyReLU has no slope yet: nothing has set it"),
    _ps2("other brackets", "sigmoid", ("a * (1.0 - a)", "a * 1.0 - a"), "derivative"),
    _ps1("the other product is returned", "neuron", "neuron_handed_back", ("return self.weight * grad", "return self.delta_weight"), "This is delta_weight"),
    _ps1("nothing is kept", "neuron", "model_forward", ("self.input = x", "input = x"), "First get the four checks of Neuron|input", graded=False),
    _ps1("one neuron for all", "model", "model_forward", ("[Neuron() for _ in range(num_neurons)]", "[Neuron()] * num_neurons"), "one and the same"),
    _ps1("range of a fraction", "model", "model_forward", ("range(num_neurons)", "range(num_neurons / 1)"), "has to be a whole number"),
    _ps1("None in a product", "neuron", "neuron_delta_weight", ("self.delta_weight = grad * self.input", "self.delta_weight = grad * self.delta_weight"), r"self\.delta_weight is None there"),
    _ps1("a method without brackets", "model", "model_forward", ("x = neuron.forward(x)", "x = neuron.forward"), "must be one number"),
    _ps5("a scratch W", "affine", "affine_dW", SAME, "✓", scratch="W = np.ones((2, 2)); X = B = DOUT = W", passes=True, graded=False),
    _ps5("another spelling", "softmax_with_loss", "softmax_with_loss_loss", ("class SoftmaxWithLoss", "class SoftMaxWithLoss"), "SoftmaxWithLoss isn't there, but SoftMaxWithLoss is",
         restart=True, first=("given_imports", "softmax_with_loss")),
    _ps5("softmax over everything", "softmax", "softmax", ("powers.sum(axis=-1, keepdims=True)", "powers.sum()"), "added up for each sample"),
    _ps5("no keepdims", "softmax", "softmax", ("x.max(axis=-1, keepdims=True)", "x.max(axis=-1)"), r"(?s)x has shape \(4, 3\), x\.max\(axis=-1\) has shape \(4,\).*here 3 and 4 meet"),
    _ps5("db lies in a row", "affine", "affine_db", ("dout.sum(axis=0)", "dout.sum(axis=0, keepdims=True)"), r"(?s)db.*has shape \(1, 2\); it must be \(2,\)"),
    _ps5("one-hot as an index", "cross_entropy_error", "cross_entropy_error", ("t.argmax(axis=1) if t.ndim == 2 else t", "t"), "An index has to hold whole numbers"),
    _ps5("the sum, not the mean", "cross_entropy_error", "cross_entropy_error", (".mean()", ".sum()"), "sum over the batch|Take the mean"),
    _ps5("not divided by N", "softmax_with_loss", "softmax_with_loss", ("return dx / n * dout", "return dx * dout"), "Divide by N"),
    Mistake("a misspelt key", "ps6_two_layer_net", "two_layer_net", "two_layer_net", ('Affine(self.params["W1"]', 'Affine(self.params["w1"]'), "There is no entry 'w1', but 'W1'"),
    # the other assignments
    _ps4("layers from the end", "perceptron", "perceptron_forward", ("for layer in self.layers:", "for layer in self.layers[::-1]:"), r"(?s)gave a turn to layer 3, 2, 1;.*should be layer 1, 2, 3"),
    _ps4("back from the first layer", "perceptron", "perceptron_backward", ("for layer in reversed(self.layers):", "for layer in self.layers:"), r"(?s)gave a turn to layer 1, 2, 3;.*should be layer 3, 2, 1"),
    _ps4("the logarithm of 0", "cross_entropy", "cross_entropy_loss_safe", ("a = np.clip(output, 1e-12, 1 - 1e-12)\n    return -np.sum", "a = output\n    return -np.sum"), "(?s)output of exactly 0.*the loss is inf.*Keep the output away"),
    _ps4("no new order", "perceptron", "perceptron_fit_shuffles", ("rng.permutation(len(training_data))", "range(len(training_data))"), "in the order in which they were given"),
    _ps4("a flat target", "perceptron", "perceptron_fit_steps", ("labels[i].reshape(-1, 1)", "labels[i]"), r"(?s)da of shape \(3, 3\).*has to become a column"),
    _ps4("train returns nothing", "train_perceptron", "train_perceptron", ("    return perceptron", ""), "a `return` is missing"),
    _ps7("as it was handed out", "fix_layer", "fix_layer_order", _stub("ps7_find_the_bug", "fix_layer"), "Symptom: da_prev depends on the learning rate"),
    _ps7("the slope still at a", "fix_layer", "fix_layer_derivative", ("derivative(self.outputs)", "derivative(self.activation(self.outputs))"), "(?s)Symptom: with Tanh.*What do z and a have in common with ReLU"),
    _ps7("a mean taken twice", "fix_affine", "fix_affine_db", ("dout.sum(axis=0)", "dout.mean(axis=0)"), r"(?s)every entry is 0\.2 times.*which of them is in that ratio"),
    _ps7("powers that overflow", "fix_softmax", "fix_softmax_large_scores", ("np.exp(x - x.max(axis=1, keepdims=True))", "np.exp(x)"), "1000 added to all of them, rows .* hold NaN"),
    _ps7("biases stand still", "fix_training", "fix_training_biases", ('("W1", "b1", "W2", "b2")', '("W1", "W2")'), "b1 starts at zero, and after 60 steps it is still zero"),
    _ps7("a repaired method renamed", "fix_affine", "fix_affine_dx", ("def backward(self, dout):", "def backwards(self, dout):"), "has no backward, but backwards"),
    _ps8("grads assigned", "value", "value_adds", ("parent.grad += slope * self.grad", "parent.grad = slope * self.grad"), "What was there before is gone"),
    _ps8("a misspelt operation", "value", "value_tanh", ("def tanh(self):", "def tahn(self):"), "Value has no tanh, but tahn"),
    _ps8("grads of before", "fit", "fit_zeroed", ("zero_grad(model.parameters())", "pass"), "Before each backward all grads go back to zero"),
    _ps8("the graph is cut", "mlp", "mlp_answer", ("[value.tanh() for value in z]", "[value.data.tanh() for value in z]"), r"one plain number, which has no \.tanh; a Value has"),
    _ps9("a new array", "momentum", "momentum_in_place", ("p += self.v[key]", "p = p + self.v[key]"), "or make new ones, which nobody holds"),
    _ps9("xavier for he", "initial_weights", "initial_weights_he", ("np.sqrt(2 / n_inputs)", "np.sqrt(1 / n_inputs)"), r"standard deviation is 0\.14\d+, and should be near 0\.2"),
    _ps9("a key without an entry", "rmsprop", "rmsprop_first", ("self.h.get(key, 0.0)", "self.h[key]"), "There is no entry 'p'"),
    _ps10("two paths of three", "batch_norm", "batch_norm_dx", ("dx_hat - through_mean - through_var", "dx_hat - through_var"), "The path through the mean is missing"),
    _ps10("the mean lies down", "layer_norm", "layer_norm_forward", ("mean = x.mean(axis=-1, keepdims=True)", "mean = x.mean(axis=-1)"), r"(?s)x has shape \(5, 3\), mean has shape \(5,\).*here 3 and 5 meet"),
    _ps10("scores of a thousand", "log_sum_exp", "log_sum_exp", ("highest + np.log(np.exp(x - highest[:, None]).sum(axis=1))", "np.log(np.exp(x).sum(axis=1))"), "(?s)NaN or infinity.*largest score of each row"),
    _ps11("set, not added", "im2col", "im2col_col2im", ("] += windows[:, :, i, j]", "] = windows[:, :, i, j]"), "where several meet, they are added"),
    _ps11("a size that is a fraction", "output_size", "output_size", ("// stride + 1", "/ stride + 1"), r"is 3\.0; it must be a whole number"),
    _ps11("filters stay last", "convolution", "convolution_forward", ("return out.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)", "return out.reshape(n, oh, ow, f)"), r"out has shape \(1, 2, 2, 1\); it must be \(1, 1, 2, 2\)"),
    _ps12("an id that occurs twice", "embedding", "embedding", ("np.add.at(self.dW, self.ids, dout)", "self.dW[self.ids] += dout"), "was used twice, and only the last time counts"),
    _ps12("nothing comes back through time", "rnn", "rnn", ("step.backward(dhs[:, t] + dh)", "step.backward(dhs[:, t])"), "What came back from step 2 is missing in step 1"),
    _ps12("scaled for nobody", "clip_by_norm", "clip_by_norm", ("grad *= max_norm / norm", "grad = grad * max_norm / norm"), r"(?s)grads\['W'\] is.*and should be"),
    _ps13("one sum for all", "softmax_backward", "softmax_backward", (".sum(axis=-1, keepdims=True)", ".sum()"), "is every row by itself"),
    _ps13("scores not divided", "attention", "attention", ("scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])", "scores = q @ np.swapaxes(k, -1, -2)"), "The scores aren't divided by anything"),
    _ps13("a key not turned", "attention", "attention", ("q @ np.swapaxes(k, -1, -2)", "q @ k"), r"(?s)q has shape \(1, 1, 4\), k has shape \(1, 2, 4\).*columns of the left \(4\)"),
    _ps13("heads cut elsewhere", "heads", "heads", ("x.reshape(N, T, h, D // h).transpose(0, 2, 1, 3)", "x.reshape(N, h, T, D // h)"), "only poured into the shape"),
    _restarted("ps1_chain_rule", "neuron", "neuron_forward"),
    _restarted("ps2_activations", "relu", "relu"),
    _restarted("ps4_perceptron", "perceptron", "perceptron_fit_losses"),
    _restarted("ps5_batch_layers", "affine", "affine_dW"),
    _restarted("ps6_two_layer_net", "two_layer_net", "two_layer_net"),
    _restarted("ps7_find_the_bug", "fix_training", "fix_training_step"),
    _restarted("ps8_autograd", "graph", "graph_order"),
    _restarted("ps9_training", "adam", "adam_first"),
    _restarted("ps10_normalisation", "batch_norm", "batch_norm_dx"),
    _restarted("ps11_convolution", "conv_net", "conv_net_gradient_of_affine"),
    _restarted("ps12_recurrent", "lstm_step", "lstm_step"),
    _restarted("ps13_attention", "block", "block"),
)  # fmt: skip
