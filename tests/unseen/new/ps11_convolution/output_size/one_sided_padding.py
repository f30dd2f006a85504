# mistake: the padding is counted once, not on both sides.
# loses: places, error
def output_size(size, window, stride=1, pad=0):
    free = size + pad - window
    if free < 0:
        raise ValueError('the window is larger than the padded input')
    return free // stride + 1
