# mistake: a ValueError is raised where the stride doesn't divide.
# loses: error
def output_size(size, window, stride=1, pad=0):
    free = size + 2 * pad - window
    if free < 0:
        raise ValueError('the window is larger than the padded input')
    if free % stride:
        raise ValueError("the stride doesn't divide")
    return free // stride + 1
