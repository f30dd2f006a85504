"""The checks of assignment 8, one function each. They look at what you wrote; the marks come from other tests."""

import math

import numpy as np
from checking import CheckFailed, Practice, check, check_number, check_written, quiz, shown, student

# ------------------------------------------------------------------------------------------------------------- Value


def value(what, got):
    """What an operation gave, a Value. Raises CheckFailed."""
    check_written(what, got)
    for name in ("data", "grad", "parents", "push"):
        if not hasattr(got, name):
            raise CheckFailed(f"{what} must be a Value, but is\n  {shown(got)}\nIt has no {name}.")
    return got


def pushed(result, leaves):
    """The grads of some leaves after everything from `result` on has pushed; `result` has grad 1.0.

    The graph is laid out by asking for parents again and again: slow, and good for small ones only."""
    layers = [[result]]
    while layers[-1] and len(layers) < 30:
        layers.append([parent for one in layers[-1] for parent in dict.fromkeys(one.parents)])
    depth = {id(one): n for n, layer in enumerate(layers) for one in layer}
    ones = {id(one): one for layer in layers for one in layer}
    for one in ones.values():
        one.grad = 0.0
    result.grad = 1.0
    for at in sorted(ones, key=depth.get):
        ones[at].push()
    return [leaf.grad for leaf in leaves]


def check_slopes(what, numbers, operation, want, slopes, hint, suspects=None):
    """An operation on Values of these numbers gives `want`, and its leaves these gradients."""
    leaves = [student.Value(number) for number in numbers]
    result = value(what, operation(*leaves))
    check_number(f"{what}: data", result.data, want, hint)
    grads = pushed(result, leaves)
    if not any(grads) and any(slopes):
        raise CheckFailed(
            f"{what}: push changed no grad. Are parents and slopes kept (Value.made does it), and is push written?\n{hint}"
        )
    for letter, got, slope in zip("ab", grads, slopes, strict=False):
        check_number(f"{what}: the grad of {letter} after push", got, slope, hint, suspects)


@check
def value_add():
    """a + b, and the slope 1 for both"""
    hint = "If a grows by a little, a + b grows by as much."
    check_slopes("In the example, c + a", (-6.0, 2.0), lambda a, b: a + b, -4, (1, 1), hint)
    check_slopes("For other numbers, a + b", (0.5, 2.5), lambda a, b: a + b, 3, (1, 1), hint)


@check
def value_multiply():
    """a * b, and for each the other as its slope"""
    hint = "If a grows by a little, a · b grows b times as much."
    check_slopes("In the example, a * b", (2.0, -3.0), lambda a, b: a * b, -6, (-3, 2), hint)
    check_slopes("For other numbers, a * b", (0.5, 2.5), lambda a, b: a * b, 1.25, (2.5, 0.5), hint)


@check
def value_power():
    """a ** k, for whole and broken, positive and negative k"""
    for a, k, want, slope in ((2.0, 3, 8, 12), (-2.0, 2, 4, -4), (4.0, 0.5, 2, 0.25), (2.0, -1, 0.5, -0.25)):
        hint = "k · a to the power k − 1: the power comes down as a factor, and is one less afterwards."
        suspects = {
            "This is k · a to the power k: the power has to be one less.": k * a**k,
            "The factor k is missing.": a ** (k - 1),
        }
        check_slopes(f"For a = {a:g}, a ** {k:g}", (a,), lambda a, k=k: a**k, want, (slope,), hint, suspects)


@check
def value_exp_log():
    """exp and log, with their slopes"""
    for a in (0.5, -1.5):
        hint = "exp is its own slope: what came out."
        check_slopes(f"For a = {a:g}, a.exp()", (a,), lambda a: a.exp(), math.exp(a), (math.exp(a),), hint)
    for a in (0.5, 3.0):
        hint = "The natural logarithm, and the slope 1 / a: 1 over what went in."
        check_slopes(f"For a = {a:g}, a.log()", (a,), lambda a: a.log(), math.log(a), (1 / a,), hint)


@check
def value_tanh():
    """tanh, and the slope 1 − tanh²"""
    for a in (0.5, -1.5):
        y = math.tanh(a)
        suspects = {
            "This takes the square of what went in. Take that of what came out.": 1 - a * a,
            "1 minus y; y² is wanted.": 1 - y,
        }
        hint = "1 minus the square of what came out."
        check_slopes(f"For a = {a:g}, a.tanh()", (a,), lambda a: a.tanh(), y, (1 - y * y,), hint, suspects)


@check
def value_relu():
    """relu, on for a > 0 and off for a < 0 and at exactly 0"""
    for a in (2.0, -2.0, 0.0):
        hint = "A switch: the slope is 1 for a > 0, else 0; at exactly 0 it is 0."
        check_slopes(f"For a = {a:g}, a.relu()", (a,), lambda a: a.relu(), max(a, 0), (float(a > 0),), hint)


@check
def value_derived():
    """-a, a - b and a / b, with their slopes"""
    check_slopes("-a", (2.0,), lambda a: -a, -2, (-1,), "a · (−1)")
    check_slopes("a - b", (2.0, -3.0), lambda a, b: a - b, 5, (1, -1), "If b grows, a − b becomes smaller.")
    hint = "a · b⁻¹: the slope for a is 1 / b, that for b is −a / b²."
    suspects = {"The sign: if b grows, a / b becomes smaller, for positive a.": 0.625}
    check_slopes("a / b", (2.5, 2.0), lambda a, b: a / b, 1.25, (0.5, -0.625), hint, suspects)


@check
def value_numbers():
    """plain numbers on either side of +, *, - and /"""
    for text, operation, want, slope in (
        ("a + 3", lambda a: a + 3, 5, 1),
        ("3 + a", lambda a: 3 + a, 5, 1),
        ("a * 3", lambda a: a * 3, 6, 3),
        ("3 * a", lambda a: 3 * a, 6, 3),
        ("a - 0.5", lambda a: a - 0.5, 1.5, 1),
        ("0.5 - a", lambda a: 0.5 - a, -1.5, -1),
        ("a / 4", lambda a: a / 4, 0.5, 0.25),
        ("4 / a", lambda a: 4 / a, 2, -1),
    ):
        hint = "as_value makes a Value of the number; and watch out for the order with − and /."
        check_slopes(f"For a = 2, {text}", (2.0,), operation, want, (slope,), hint)


@check
def value_chain():
    """push multiplies by the result's own grad"""
    for text, operation, slope in (("a * b", lambda a, b: a * b, -3), ("a + b", lambda a, b: a + b, 1)):
        a, b = student.Value(2.0), student.Value(-3.0)
        result = value(text, operation(a, b))
        result.grad = 10.0
        result.push()
        suspects = {"This is the slope alone. The grad of the result has to come in as a factor.": slope}
        check_number(f"{text} has grad 10. After its push, the grad of a", a.grad, 10 * slope, "slope · grad", suspects)


@check
def value_adds():
    """push adds to what is there, and a + a counts both"""
    a, b = student.Value(2.0), student.Value(-3.0)
    result = value("a * b", a * b)
    a.grad, result.grad = 7.0, 1.0
    result.push()
    hint = "It is added, `+=`: other uses of a have put in their share already."
    check_number("a has grad 7. After the push of a * b, it", a.grad, 4, hint, {"What was there before is gone.": -3})
    for text, operation, want in (("a + a", lambda a: a + a, 2), ("a * a", lambda a: a * a, 4)):
        a = student.Value(2.0)
        check_number(f"For {text}, the grad of a", pushed(value(text, operation(a)), [a])[0], want, "Both places count.")


# ------------------------------------------------------------------------------------------------------------- graph


class Node:
    """What the checks of a graph use in place of your Value: data, grad, parents and push()."""

    visits, limit = 0, 0

    def __init__(self, name, parents=(), slopes=()):
        self.name, self.data, self.grad, self.made_from, self.slopes = name, 1.0, 0.0, tuple(parents), slopes

    @staticmethod
    def visited():
        Node.visits = Node.visits + 1
        if Node.limit and Node.visits > Node.limit:
            raise CheckFailed(
                "The walk looks at Values over and over: its time grows much faster than the graph.\n"
                "Keep the id of each Value that you have met in a set, where it is found at once, and go on from it once only."
            )

    def push(self):
        Node.visited()
        for parent, slope in zip(self.made_from, self.slopes, strict=True):
            parent.receive(slope * self.grad)

    def receive(self, share):
        self.grad = self.grad + share

    def __getattr__(self, name):  # of what isn't there as it is
        if name != "parents":
            raise AttributeError(name)
        Node.visited()
        return self.made_from

    def __eq__(self, another):
        Node.visited()
        return self is another

    def __hash__(self):
        return id(self)

    def __repr__(self):
        return self.name


def example_graph():
    """The graph of section 4, a to e."""
    a, b = Node("a"), Node("b")
    c = Node("c", (a, b), (-3.0, 2.0))
    d = Node("d", (c, a), (1.0, 1.0))
    return a, b, c, d, Node("e", (d, c), (-6.0, -4.0))


def check_order(name, nodes, root):
    order = student.topological_order(root)
    check_written("topological_order()", order)
    if not isinstance(order, (list, tuple)):
        raise CheckFailed(f"topological_order must return a list, but gave\n  {shown(order)}")
    names = ", ".join(map(str, order))
    for node in nodes:
        if sum(one is node for one in order) != 1:
            times = sum(one is node for one in order)
            raise CheckFailed(f"{name}, {node} is listed {times} times, and should be once. The list: {names}.")
    for n, node in enumerate(order):
        for parent in node.parents:
            if not any(one is parent for one in order[:n]):
                raise CheckFailed(f"{name}, {node} stands before its parent {parent}. The list: {names}.")
    if len(order) != len(nodes) or order[-1] is not root:
        raise CheckFailed(f"{name}, the list should hold {len(nodes)} Values and end with {root}. It is: {names}.")


@check
def graph_order():
    """each Value once, after its parents, root last"""
    nodes = example_graph()
    check_order("In the example", nodes, nodes[-1])
    check_order("In the example, from d on", nodes[:4], nodes[3])
    check_order("For a single leaf", nodes[:1], nodes[0])


@check
def graph_backward():
    """the gradients of the example in section 4"""
    nodes = example_graph()
    student.backward(nodes[-1])
    suspects = {
        "c has pushed before d had pushed to it.": {"a": 6.0, "b": -8.0, "c": -10.0},
        "Nothing has arrived.": dict.fromkeys("abcd", 0.0),
    }
    for node, want in zip(reversed(nodes), (1, -6, -10, -20, 24), strict=False):
        known = {meaning: wrong[node.name] for meaning, wrong in suspects.items() if wrong.get(node.name, want) != want}
        hint = "root's grad is set to 1.0; then all push, from the end of the order to its beginning, each once."
        check_number(f"In the example, the grad of {node}", node.grad, want, hint, known)


@check
def graph_keeps():
    """what is there already is added to"""
    a, b = Node("a"), Node("b")
    a.grad = 5.0
    student.backward(Node("c", (a, b), (2.0, 3.0)))
    hint = "backward sets root's grad alone; every other is added to. Whoever wants zeros calls zero_grad."
    check_number("a has grad 5, and its gradient is 2. After backward, its grad", a.grad, 7, hint, {"The 5 is gone.": 2})
    student.backward(Node("d", (a, b), (10.0, 20.0)))
    check_number("After backward of a second root, with slope 10, the grad of a", a.grad, 17, hint, {"The 7 is gone.": 10})


@check
def graph_zero_grad():
    """every grad becomes 0.0, whatever the Values come in"""
    for kind, make in (("a list", list), ("a tuple", tuple), ("a generator", iter)):
        nodes = example_graph()
        for node in nodes:
            node.grad = 3.0
        student.zero_grad(make(nodes))
        for node in nodes:
            check_number(f"After zero_grad with {kind}, the grad of {node}", node.grad, 0, "A loop over whatever comes.")


def chain(length, twice=False):
    nodes = [Node("x0")]
    for n in range(1, length + 1):
        uses = 2 if twice else 1
        nodes.append(Node(f"x{n}", (nodes[-1],) * uses, (1.0,) * uses))
    return nodes


def check_long(nodes, want):
    Node.visits, Node.limit = 0, 1_000_000
    try:
        order = student.topological_order(nodes[-1])
        check_written("topological_order()", order)
        check_number("The number of Values in the list", len(order), len(nodes))
        student.backward(nodes[-1])
    except RecursionError:
        raise CheckFailed(
            "It calls itself for every Value in the chain, and Python gives up at a depth of about 1,000.\n"
            "Keep what is still to be done in a list of your own: section 6, Without recursion."
        ) from None
    finally:
        Node.limit = 0
    check_number("The grad of the first Value", nodes[0].grad, want)


@check
def graph_deep():
    """a chain of 10,000 Values"""
    check_long(chain(10_000), 1)


@check
def graph_shared():
    """40 layers of x + x, walked through at once"""
    check_long(chain(40, twice=True), 2**40)


# --------------------------------------------------------------------------------------------------------------- MLP


def made_mlp(n_inputs, sizes, seed=1):
    return student.MLP(n_inputs, list(sizes), np.random.default_rng(seed))


def lengths(nested):
    return [[len(row) for row in layer] for layer in nested]


def numbers_in(nested):
    return nested.data if hasattr(nested, "grad") else [numbers_in(one) for one in nested]


def answer_of(mlp, x):
    """What a network's own weights say, in plain numbers."""
    layers = list(zip(numbers_in(mlp.weights), numbers_in(mlp.biases), strict=False))
    for n, (weights, biases) in enumerate(layers, start=1):
        z = np.array(weights) @ np.array(x) + np.array(biases)
        x = z if n == len(layers) else np.tanh(z)
    return x


def check_network(mlp, n_inputs, sizes):
    check_written("self.weights", mlp.weights)
    check_written("self.biases", mlp.biases)
    want = [[width] * n for n, width in zip(sizes, [n_inputs, *sizes], strict=False)]
    made = f"MLP({n_inputs}, {list(sizes)}, rng)"
    try:
        got, biases = lengths(mlp.weights), [len(layer) for layer in mlp.biases]
    except TypeError:
        raise CheckFailed(
            "weights are lists in lists in lists, and biases lists in lists: weights[l][j][i], biases[l][j]."
        ) from None
    if got != want:
        raise CheckFailed(
            f"{made}: for each layer, the number of weights of each neuron is\n  {got}\nand should be\n  {want}\n"
            "weights[l][j] belongs to neuron j, and has a Value for each of its inputs."
        )
    if biases != list(sizes):
        raise CheckFailed(f"{made}: the numbers of biases of the layers are {biases}, and should be {list(sizes)}.")
    for layer in mlp.weights:
        for row in layer:
            for w in row:
                value(f"{made}: a weight", w)


@check
def mlp_weights():
    """weights[l][j][i] between -1 and 1, biases[l][j] at 0.0"""
    for n_inputs, sizes in ((3, [4, 2]), (2, [1])):
        mlp = made_mlp(n_inputs, sizes)
        check_network(mlp, n_inputs, sizes)
        drawn = np.concatenate([np.ravel(layer) for layer in numbers_in(mlp.weights)])
        if np.abs(drawn).max() > 1 or len(set(drawn)) < len(drawn):
            raise CheckFailed("The weights should be drawn by rng.uniform(-1, 1), each for itself.")
        for layer in numbers_in(mlp.biases):
            for bias in layer:
                check_number("A bias", bias, 0, "Biases begin at 0.0.")


def ready_mlp(n_inputs, sizes):
    mlp = made_mlp(n_inputs, sizes)
    check_network(mlp, n_inputs, sizes)
    for n, layer in enumerate(mlp.biases):
        for j, bias in enumerate(layer):
            bias.data = 0.3 * (j + 1) * (-1) ** n
    return mlp


def called(mlp, x):
    got = mlp(x)
    check_written("A call of the network", got)
    if not isinstance(got, (list, tuple)):
        raise CheckFailed(f"A call must give a list of Values, also for one output; it gave\n  {shown(got)}")
    return [value("What a call gives", one) for one in got]


@check
def mlp_answer():
    """tanh in all layers but the last, which is linear"""
    mlp = ready_mlp(2, [1])
    mlp.weights[0][0][0].data, mlp.weights[0][0][1].data, mlp.biases[0][0].data = 0.5, -1.0, 0.2
    suspects = {"The last layer is linear: no tanh there.": math.tanh(0.2), "The bias is missing.": 0.0}
    hint = "0.5 · 2 − 1 · 1 + 0.2, and no tanh in the last layer."
    check_number("One neuron, as in section 7", called(mlp, [2.0, 1.0])[0].data, 0.2, hint, suspects)
    for n_inputs, sizes in ((3, [4, 2]), (2, [3, 3, 1])):
        mlp, x = ready_mlp(n_inputs, sizes), [0.5, -1.0, 2.0][:n_inputs]
        got = [y.data for y in called(mlp, x)]
        for k, want in enumerate(answer_of(mlp, x)):
            hint = "Each layer takes what the one before gives: weights times inputs, plus the bias, then tanh, but in the last."
            check_number(f"MLP({n_inputs}, {sizes}, rng): answer {k} for {x}", got[k] if k < len(got) else None, want, hint)


@check
def mlp_list():
    """numbers or Values in, a list out, also for one output"""
    mlp = ready_mlp(2, [3, 1])
    numbers, values = called(mlp, [0.5, -1.0]), called(mlp, [student.Value(0.5), student.Value(-1.0)])
    check_number("The number of answers of a network with one output", len(numbers), 1)
    check_number("With Values in place of numbers, the answer", values[0].data, numbers[0].data)


@check
def mlp_gradients():
    """the gradients arrive at every weight and bias"""
    mlp, x, h = ready_mlp(2, [3, 1]), [0.5, -1.0], 1e-5
    student.backward(called(mlp, x)[0])
    for layer in (0, 1):
        named = [(f"weights[{layer}][0][1]", mlp.weights[layer][0][1]), (f"biases[{layer}][0]", mlp.biases[layer][0])]
        for name, parameter in named:
            start, ends = parameter.data, []
            for step in (h, -h):
                parameter.data = start + step
                ends.append(answer_of(mlp, x)[0])
            parameter.data = start
            want = (ends[0] - ends[1]) / (2 * h)
            hint = "On its way to the answer everything has to stay a Value. Is `.data` taken somewhere, or a new Value made?"
            check_number(f"The grad of {name}", parameter.grad, want, hint, {"Nothing arrived.": 0.0}, rtol=1e-5)


@check
def mlp_parameters():
    """all weights and biases, the very same Values, each once"""
    mlp = made_mlp(3, [4, 2])
    check_network(mlp, 3, [4, 2])
    got = mlp.parameters()
    check_written("parameters()", got)
    ours = [w for layer in mlp.weights for row in layer for w in row] + [b for layer in mlp.biases for b in layer]
    got = list(got)
    check_number("MLP(3, [4, 2], rng) has 26 parameters. Their number", len(got), 26, "4 · 3 + 2 · 4 weights, and 4 + 2 biases.")
    if {id(one) for one in got} != {id(one) for one in ours}:
        raise CheckFailed("parameters() gives other Values than those in weights and biases. Copies don't learn: give the same.")


# --------------------------------------------------------------------------------------------------------------- fit


class Line:
    """A model of one weight for each output, and a bias that nothing depends on."""

    def __init__(self, *weights):
        self.weights, self.unused = [student.Value(w) for w in weights], student.Value(1.0)

    def __call__(self, x):
        return [w * x[0] for w in self.weights]

    def parameters(self):
        return [*self.weights, self.unused]


XS, TS = [[1.0], [2.0]], [[0.0, 3.0], [1.0, -2.0]]  # the squares of Line(1, 1): 1, 4; 1, 16


def losses_of(model, steps, learning_rate):
    got = student.fit(model, XS, TS, steps, learning_rate)
    check_written("fit()", got)
    if not (isinstance(got, (list, tuple)) and len(got) == steps):
        raise CheckFailed(f"fit must return a list of losses, one for each step; for {steps} steps it gave\n  {shown(got)}")
    for loss in got:
        if not isinstance(loss, (int, float)):
            raise CheckFailed(f"A loss must be a plain number, but is {shown(loss)}. The number in a Value is its data.")
    return got


@check
def fit_losses():
    """the mean of the squares over samples and outputs, as floats"""
    suspects = {
        "This is the sum: divide by how many squares there are.": 22,
        "Divided by the number of samples only. There are outputs, too.": 11,
        "Half of it: there is no ½ this time.": 2.75,
    }
    hint = "The squares are 1, 4, 1 and 16; their mean is 5.5."
    check_number("For two samples with two outputs, the loss", losses_of(Line(1.0, 1.0), 1, 0.1)[0], 5.5, hint, suspects)


@check
def fit_before():
    """each loss from before its step"""
    model = Line(1.0, 1.0)
    first = losses_of(model, 2, 0.1)
    weights = [w.data for w in model.weights]
    again = losses_of(Line(1.0, 1.0), 3, 0.1)
    hint = "Measure, then step: the loss is that of the forward pass from which the gradients come."
    check_number("The first loss", first[0], 5.5, hint)
    check_number("The loss after two steps", losses_of(Line(*weights), 1, 0.0)[0], again[2], hint)


@check
def fit_step():
    """against the gradient, for all samples together"""
    model = Line(1.0, 1.0)
    losses_of(model, 1, 0.1)
    hint = "∂L/∂w is the mean over all four squares of 2 · error · x, for those that w has a part in."
    for k, (want, up) in enumerate(((0.85, 1.15), (0.7, 1.3))):
        suspects = {"The step went up. It goes against the gradient.": up, "The weight did not move.": 1.0}
        check_number(f"After one step with rate 0.1, weight {k}", model.weights[k].data, want, hint, suspects)


@check
def fit_zeroed():
    """no grad of before counts"""
    model = Line(1.0, 1.0)
    for p in model.parameters():
        p.grad = 50.0
    losses_of(model, 1, 0.1)
    hint = "Before each backward all grads go back to zero, whatever they held."
    check_number("All grads were 50 before fit. A parameter that nothing depends on", model.unused.data, 1.0, hint)
    one, two = Line(1.0, 1.0), Line(1.0, 1.0)
    losses_of(one, 2, 0.1)
    for _step in range(2):
        for parameter in two.parameters():
            parameter.grad = 0.0
        losses_of(two, 1, 0.1)
    check_number("Weight 0 after two steps", one.weights[0].data, two.weights[0].data, hint)


quiz_ps8 = quiz("answer_ps8")


def practice(seed=1):
    """The graph of section 4 with other numbers: forward, then what each grad is when all have pushed."""
    a, b = (int(n) for n in np.random.default_rng(seed).choice([-3, -2, 2, 3, 4], 2))
    c = a * b
    d = c + a
    given = {"a": a, "b": b, "c": "a · b", "d": "c + a", "e": "d · c"}
    grads = {"grad of d": c, "grad of c": d + c, "grad of a": c + b * (d + c), "grad of b": a * (d + c)}
    return Practice(given, {"c": c, "d": d, "e": d * c, **grads})
