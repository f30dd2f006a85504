# mistake: none: counts the places with a range.
# loses: nothing
def output_size(size, window, stride=1, pad=0):
    places = len(range(-pad, size + pad - window + 1, stride))
    if not places:
        raise ValueError("no place")
    return places
