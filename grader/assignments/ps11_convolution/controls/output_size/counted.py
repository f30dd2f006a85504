def output_size(size, window, stride=1, pad=0):
    """Counts the places one by one."""
    if size + pad + pad < window:
        raise ValueError("too large a window")
    places, start = 0, -pad
    while start + window <= size + pad:
        places += 1
        start += stride
    return places
