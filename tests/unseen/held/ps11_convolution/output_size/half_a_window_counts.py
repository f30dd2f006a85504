# mistake: rounds up, so that a window which hangs over the edge is counted
# loses: sizes that the stride doesn't divide

def output_size(size, window, stride=1, pad=0):
    room = size + 2 * pad - window
    if room < 0:
        raise ValueError("the window is larger than the axis with its padding")
    return -(-room // stride) + 1
