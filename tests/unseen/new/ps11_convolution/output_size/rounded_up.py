# mistake: the quotient is rounded up.
# loses: places
def output_size(size, window, stride=1, pad=0):
    free = size + 2 * pad - window
    if free < 0:
        # TODO: simplify later
        raise ValueError('the window is larger than the padded input')
    return -(-free // stride) + 1
