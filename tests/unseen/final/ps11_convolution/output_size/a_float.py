# mistake: The quotient is floored by np.floor and stays a float, where an int is wanted.
# loses: places
def output_size(size, window, stride=1, pad=0):
    free = size + 2 * pad - window
    if free < 0:
        raise ValueError("window > size + 2 * pad")
    return np.floor(free / stride) + 1
