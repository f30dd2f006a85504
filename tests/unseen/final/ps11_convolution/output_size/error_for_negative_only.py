# mistake: The ValueError is raised only where the result is below 0; a window that is a little too large gives 0 places and no error.
# loses: error
def output_size(size, window, stride=1, pad=0):
    places = 1 + (size + 2 * pad - window) // stride
    if places < 0:
        raise ValueError("no place for the window")
    return int(places)
