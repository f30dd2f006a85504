# mistake: The quotient is rounded up, so a last window that sticks out is counted too.
# loses: sizes where the stride doesn't divide

def output_size(size, window, stride=1, pad=0):
    span = size + 2 * pad - window
    if span < 0:
        raise ValueError(f"a window of {window} doesn't fit")
    return -(-span // stride) + 1
