# mistake: The window is held against the bare axis, so one that only fits with the padding is an error.
# loses: window larger than the axis, but not than axis and padding

def output_size(size, window, stride=1, pad=0):
    if window > size:
        raise ValueError("the window is too large")
    return (size + 2 * pad - window) // stride + 1
