class WindowTooLarge(ValueError):
    pass


def output_size(size: int, window: int, stride: int = 1, pad: int = 0) -> int:
    starts = range(-pad, size + pad - window + 1, stride)
    if not starts:
        raise WindowTooLarge(f"{window} > {size} + 2 * {pad}")
    return len(starts)
