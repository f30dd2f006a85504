# mistake: where the stride doesn't divide, it is rounded up: a last window hangs over the edge
# loses: output_size where the stride doesn't divide
def output_size(size, window, stride=1, pad=0):
    span = size + 2 * pad - window
    if span < 0:
        raise ValueError
    return int(np.ceil(span / stride)) + 1
