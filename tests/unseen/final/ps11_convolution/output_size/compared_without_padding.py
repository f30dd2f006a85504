# mistake: The ValueError is raised for window > size, without the padding, where it is for window > size + 2·pad only.
# loses: error
def output_size(size, window, stride=1, pad=0):
    if window > size:
        raise ValueError("the window is larger than the picture")
    return (size + 2 * pad - window) // stride + 1
