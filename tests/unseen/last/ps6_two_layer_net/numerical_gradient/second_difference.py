# mistake: f(x + h) − 2f(x) + f(x − h) over h is computed: the second derivative's numerator.
# loses: central, every_element, in_place
def numerical_gradient(f, x):
    h = 0.0001
    estimate = np.zeros_like(x)
    for element in np.ndindex(x.shape):
        original_value = x[element]
        x[element] = original_value + h
        value_above = f(x)
        x[element] = original_value - h
        value_below = f(x)
        x[element] = original_value
        estimate[element] = (value_above - 2 * f(x) + value_below) / h
    return estimate
