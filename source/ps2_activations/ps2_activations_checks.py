"""The checks of assignment 2, one function each. They look at what you wrote; the marks come from other tests."""

import warnings

import numpy as np
from checking import CheckFailed, Practice, check, check_close, check_shape, check_written, numerical_gradient, quiz, student


def value_of(f, z):
    """f(z); z goes over as a copy."""
    a = f(np.array(z))
    check_written(f"{type(f).__name__}()(z)", a)
    return a


def slope_of(f, z):
    """f.derivative(z); z goes over as a copy."""
    slope = f.derivative(np.array(z))
    check_written(f"{type(f).__name__}().derivative(z)", slope)
    return slope


def check_by_nudging(f):
    """The derivative against the function's own slope, away from z = 0."""
    z = np.array([-2.5, -1.0, -0.3, 0.2, 0.7, 1.8])
    want = numerical_gradient(lambda x: np.sum(value_of(f, x)), z)
    check_close(
        f"{type(f).__name__}().derivative(z) for z = {z.tolist()}",
        slope_of(f, z),
        want,
        "What it should be was measured: your own f(z), a little to the right and to the left of z.",
    )


def check_forms(f):
    """The same numbers in every form: floats of that form, the same as for a flat array."""
    flat = np.array([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0])
    for method, of in ((f.__call__, value_of), (f.derivative, slope_of)):
        name = type(f).__name__ + ("()(z)" if of is value_of else "().derivative(z)")
        want = of(f, flat)
        check_shape(f"For z of shape (6,), {name}", want, (6,), "The result has the shape of z.")
        forms = [flat.reshape(shape) for shape in ((2, 3), (6, 1), (3, 1, 2))]
        for z in [*forms, flat.astype(int), np.array(2.0)]:
            given = f"For z of shape {z.shape}" + (" and whole numbers" if z.dtype.kind == "i" else "")
            try:
                got = of(f, z)
            except CheckFailed as failed:
                raise CheckFailed(f"{given}: {failed}") from None
            wanted = np.reshape(want[4] if z.ndim == 0 else want, z.shape)
            check_shape(f"{given}, {name}", got, z.shape, "The result has the shape of z.")
            hint = "For a flat array of floats your own result was another."
            check_close(f"{given}, {name}", got, wanted, hint)
            if np.asarray(got).dtype.kind != "f":
                raise CheckFailed(
                    f"{given}, {name} holds {np.asarray(got).dtype}; it must hold floats.\n1.0 is a float; 1 and True are not."
                )
        z = flat.copy()
        method(z)
        if not np.array_equal(z, flat):
            print(f"! {name} changes the z that it is given. A layer still needs its z: leave it alone.")
        try:
            np.testing.assert_allclose(method(2.0), want[4])
        except Exception:
            print(f"! {name} works for arrays, but not for a plain Python number such as 2.0.")
    return "any shape, whole numbers too: floats of the same shape"


def check_large(f, low, high):
    """Far out the curve is flat: f(z) is low or high there, and the slope is 0."""
    z = np.array([-1000.0, -750.0, 750.0, 1000.0])
    for of, name, want in (
        (value_of, f"{type(f).__name__}()(z)", [low, low, high, high]),
        (slope_of, f"{type(f).__name__}().derivative(z)", [0, 0, 0, 0]),
    ):
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            try:
                got = of(f, z)
            except CheckFailed as failed:
                raise CheckFailed(f"For z = {z.tolist()}: {failed}") from None
        check_written(name, got)
        hint = "The curve is flat by then. Was z cut off too near to 0?"
        if not np.isfinite(np.array(got, dtype=float)).all():
            hint = "exp(750) is larger than any float64. Call exp with numbers up to 0 only."
        check_close(f"{name} for z = {z.tolist()}", got, want, hint)
        if warned:
            print(f"! {name} is right, but NumPy warns: {warned[0].message}. Can you do without?")
    return "z = ±1000: no overflow"


def in_turn(*parts):
    """Looks at one part after the other, and says ✓ for each that is right, up to the first that isn't."""
    for part in parts:
        print("✓", part())


def relu_value():
    check_close(
        "ReLU()(z) for z = [-2, -0.5, 0.5, 3]",
        value_of(student.ReLU(), [-2.0, -0.5, 0.5, 3.0]),
        [0, 0, 0.5, 3],
        "The larger of 0 and z, number by number.",
        {
            "These are the slopes. Where the switch is on, z itself passes.": [0, 0, 1, 1],
            "Negative numbers become 0, not positive.": [2, 0.5, 0.5, 3],
            "These are the smaller ones of 0 and z. You want the larger ones.": [-2, -0.5, 0, 0],
        },
    )
    return "the value: z where it is above 0, else 0"


def relu_derivative():
    check_close(
        "ReLU().derivative(z) for z = [-2, -0.5, 0.5, 3]",
        slope_of(student.ReLU(), [-2.0, -0.5, 0.5, 3.0]),
        [0, 0, 1, 1],
        "Read the slope off the right half of the figure.",
        {
            "This is ReLU itself. How steep is it at z = 3?": [0, 0, 0.5, 3],
            "Below 0 ReLU is flat. A flat line has which slope?": [-1, -1, 1, 1],
            "Just the other way round: where is the switch on?": [1, 1, 0, 0],
        },
    )
    check_by_nudging(student.ReLU())
    return "the derivative: 1 above 0, 0 below"


def relu_kink():
    at_kink = slope_of(student.ReLU(), [-1.0, 0.0, 2.0])
    check_shape("For z of shape (3,), ReLU().derivative(z)", at_kink, (3,), "The result has the shape of z.")
    hint = "NaN? The slope needs no division. This course takes 0 at z = 0."
    suspects = {
        "This course takes 0 at z = 0. Is it `>`, or `>=`?": 1,
        "A fair middle, but this course takes 0.": 0.5,
    }
    check_close("At the kink, z = 0, ReLU().derivative(z)", at_kink[1], 0, hint, suspects)
    return "at the kink, z = 0, the derivative is 0"


def relu_forms():
    return check_forms(student.ReLU())


@check
def relu():
    """the value, the derivative, the kink at 0, and every form of z"""
    in_turn(relu_value, relu_derivative, relu_kink, relu_forms)


def sigmoid_value():
    check_close(
        "Sigmoid()(z) for z = [-ln 9, -ln 3, 0, ln 3, ln 9]",
        value_of(student.Sigmoid(), np.log([1 / 9, 1 / 3, 1, 3, 9])),
        [0.1, 0.25, 0.5, 0.75, 0.9],
        "Go through the table of section 6: first exp(-z), then the denominator.",
        {
            "This curve falls. Look at the sign inside exp.": [0.9, 0.75, 0.5, 0.25, 0.1],
            "1 / 1 + ... is 1 + ...: division goes first. Brackets are missing.": [10, 4, 2, 4 / 3, 10 / 9],
            "The 1 in the denominator is missing.": [1 / 9, 1 / 3, 1, 3, 9],
            "This is tanh, which goes from -1 to 1.": [-80 / 82, -0.8, 0, 0.8, 80 / 82],
        },
    )
    return "the value: the table of section 6"


def sigmoid_derivative():
    a = np.array([0.1, 0.25, 0.5, 0.75, 0.9])
    z = np.log(a / (1 - a))
    twice = [0.2493760402, 0.2461340827, 0.2350037122, 0.2178949938, 0.2055003073]
    check_close(
        "Sigmoid().derivative(z) for z = [-ln 9, -ln 3, 0, ln 3, ln 9]",
        slope_of(student.Sigmoid(), z),
        [0.09, 0.1875, 0.25, 0.1875, 0.09],
        "The slope is made of two factors, both of them from the output.",
        {
            "z stands where the output belongs. `derivative` is handed z and has to find a first.": z - z**2,
            "Only one of the two factors: the other one is missing.": [0.9, 0.75, 0.5, 0.25, 0.1],
            "This is the output itself, only one of the two factors.": [0.1, 0.25, 0.5, 0.75, 0.9],
            "This is the derivative of tanh.": [0.99, 0.9375, 0.75, 0.4375, 0.19],
            "The two factors are different ones.": [0.81, 0.5625, 0.25, 0.0625, 0.01],
            "A rising curve has a positive slope.": [-0.09, -0.1875, -0.25, -0.1875, -0.09],
            "The sigmoid was taken twice. Once is enough to get from z to a.": twice,
        },
    )
    check_by_nudging(student.Sigmoid())
    return "the derivative, from the output"


def sigmoid_large():
    return check_large(student.Sigmoid(), 0, 1)


def sigmoid_forms():
    return check_forms(student.Sigmoid())


@check
def sigmoid():
    """the value, the derivative, every form of z, and z = ±1000"""
    in_turn(sigmoid_value, sigmoid_derivative, sigmoid_forms, sigmoid_large)


def tanh_value():
    check_close(
        "Tanh()(z) for z = [-ln 3, -ln 2, 0, ln 2, ln 3]",
        value_of(student.Tanh(), np.log([1 / 3, 1 / 2, 1, 2, 3])),
        [-0.8, -0.6, 0, 0.6, 0.8],
        "The numbers are those worked out in section 8.",
        {
            "This curve falls. Which exponential is subtracted?": [0.8, 0.6, 0, -0.6, -0.8],
            "This is the sigmoid, which goes from 0 to 1.": [0.25, 1 / 3, 0.5, 2 / 3, 0.75],
            "This is the tangent. The hyperbolic one ends in h.": np.tan(np.log([1 / 3, 1 / 2, 1, 2, 3])),
        },
    )
    return "the value: the numbers of section 8"


def tanh_derivative():
    z = np.log([1 / 3, 1 / 2, 1, 2, 3])
    twice = [0.5590551677, 0.7115777626, 1, 0.7115777626, 0.5590551677]
    check_close(
        "Tanh().derivative(z) for z = [-ln 3, -ln 2, 0, ln 2, ln 3]",
        slope_of(student.Tanh(), z),
        [0.36, 0.64, 1, 0.64, 0.36],
        "The slope is made of the output alone. Check one of the numbers by hand.",
        {
            "z stands where the output belongs. `derivative` is handed z and has to find a first.": 1 - z * z,
            "The square is missing.": [1.8, 1.6, 1, 0.4, 0.2],
            "The square belongs to the output alone, not to the difference.": [3.24, 2.56, 1, 0.16, 0.04],
            "This is the derivative of the sigmoid.": [-1.44, -0.96, 0, 0.24, 0.16],
            "A rising curve has a positive slope.": [-0.36, -0.64, -1, -0.64, -0.36],
            "tanh was taken twice. Once is enough to get from z to a.": twice,
        },
    )
    check_by_nudging(student.Tanh())
    return "the derivative, from the output"


def tanh_large():
    return check_large(student.Tanh(), -1, 1)


def tanh_forms():
    return check_forms(student.Tanh())


@check
def tanh():
    """the value, the derivative, every form of z, and z = ±1000"""
    in_turn(tanh_value, tanh_derivative, tanh_forms, tanh_large)


def example_leaky(slope=0.1):
    f = student.LeakyReLU(slope)
    check_written("self.slope", getattr(f, "slope", slope))
    return f


def leaky_value():
    check_close(
        "LeakyReLU(0.1)(z) for z = [-2, -0.5, 0.5, 3]",
        value_of(example_leaky(), [-2.0, -0.5, 0.5, 3.0]),
        [-0.2, -0.05, 0.5, 3],
        "Above 0 z itself, below 0 slope times z.",
        {
            "This is plain ReLU: nothing leaks.": [0, 0, 0.5, 3],
            "Below 0 this is the slope. The line with that slope is wanted.": [0.1, 0.1, 0.5, 3],
            "The slope is used above 0. On which side does the switch leak?": [-2, -0.5, 0.05, 0.3],
            "slope times z has the sign of z.": [0.2, 0.05, 0.5, 3],
            "This has slope 0.01, but the object was made with 0.1.": [-0.02, -0.005, 0.5, 3],
        },
    )
    return "the value: the table of section 9"


def leaky_derivative():
    check_close(
        "LeakyReLU(0.1).derivative(z) for z = [-2, -0.5, 0.5, 3]",
        slope_of(example_leaky(), [-2.0, -0.5, 0.5, 3.0]),
        [0.1, 0.1, 1, 1],
        "Read the slope off the right half of the figure.",
        {
            "This is ReLU's. Below 0 something must get through.": [0, 0, 1, 1],
            "Below 0 this is the function. Its slope is wanted.": [-0.2, -0.05, 1, 1],
            "Just the other way round.": [1, 1, 0.1, 0.1],
            "1 on both sides: did one line overwrite what the line before had written?": [1, 1, 1, 1],
            "This has slope 0.01, but the object was made with 0.1.": [0.01, 0.01, 1, 1],
        },
    )
    check_by_nudging(example_leaky())
    at_kink = slope_of(example_leaky(), [-1.0, 0.0, 2.0])
    if np.allclose(at_kink, [0.1, 1, 1]):
        print("! At z = 0 your derivative is 1. That is allowed; this course takes the slope.")
    else:
        check_close(
            "At the kink, LeakyReLU(0.1).derivative(z) for z = [-1, 0, 2]",
            at_kink,
            [0.1, 0.1, 1],
            "At z = 0 this course takes the slope. 0 is the slope of neither side.",
        )
    return "the derivative: 1 above 0, the slope below and at 0"


def leaky_slope():
    first, second = example_leaky(0.2), example_leaky(0.5)
    hint = "Each object keeps its own slope, and both methods read it there."
    check_close("LeakyReLU(0.2)(z) for z = [-1]", value_of(first, [-1.0]), [-0.2], hint)
    check_close("LeakyReLU(0.5)(z) for z = [-1]", value_of(second, [-1.0]), [-0.5], hint)
    check_close("LeakyReLU(0.2).derivative(z) for z = [-1]", slope_of(first, [-1.0]), [0.2], hint)
    check_close("LeakyReLU(0.5).derivative(z) for z = [-1]", slope_of(second, [-1.0]), [0.5], hint)
    usual = student.LeakyReLU()
    hint = "With no slope given it is 0.01."
    check_close("LeakyReLU()(z) for z = [-1]", value_of(usual, [-1.0]), [-0.01], hint)
    return "the slope: each object has its own, 0.01 if none is given"


def leaky_forms():
    return check_forms(example_leaky())


@check
def leaky_relu():
    """the value, the derivative, a slope of its own for each object, and every form of z"""
    in_turn(leaky_value, leaky_derivative, leaky_slope, leaky_forms)


quiz_ps2 = quiz("answer_ps2")


def practice(seed=1):
    """The by-hand tables of sections 5, 6 and 8 at one z, with a message da: what each activation gives and hands back."""
    rng = np.random.default_rng(seed)
    ratio, da = int(rng.integers(2, 10)), float(rng.choice([-4, -2, 2, 4]))
    z = float(np.log(ratio))
    sigmoid, tanh = ratio / (ratio + 1), (ratio**2 - 1) / (ratio**2 + 1)
    print(f"z is ln {ratio}: so e to the z is {ratio}.")
    steps = {"relu": z, "relu_dz": da, "sigmoid": sigmoid, "sigmoid_dz": da * sigmoid * (1 - sigmoid)}
    return Practice({"z": round(z, 4), "da": da}, {**steps, "tanh": tanh, "tanh_dz": da * (1 - tanh**2)})
