# mistake: none: functools.reduce over map(operator.methodcaller …)
# loses: nothing
import functools
import operator


def fan_out_back(neurons, grads):
    handed = map(lambda pair: operator.methodcaller("back", pair[1])(pair[0]), zip(neurons, grads))
    return functools.reduce(operator.add, handed, 0.0)
