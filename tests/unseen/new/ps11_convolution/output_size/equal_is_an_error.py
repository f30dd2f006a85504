# mistake: a window as large as the padded input is an error.
# loses: error
def output_size(size, window, stride=1, pad=0):
    free = size + 2 * pad - window
    if free <= 0:
        raise ValueError("the window is larger than the padded input")
    return free // stride + 1
