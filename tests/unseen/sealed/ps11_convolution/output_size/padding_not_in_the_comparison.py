# mistake: the error is raised where the window is larger than the axis without its padding
# loses: output_size where the window fits thanks to the padding
def output_size(size, window, stride=1, pad=0):
    if window > size:
        raise ValueError(f"a window of {window} does not fit into {size}")
    total = size + pad + pad
    places = 0
    start = 0
    while start + window <= total:
        places += 1
        start += stride
    return places
