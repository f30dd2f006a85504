"""Writing a file so that a reader, or a power cut, sees the old one or the new one and nothing between."""

import os
import tempfile
from pathlib import Path


def write(path, data, mode=0o644):
    """Put `data` (bytes or str) at `path` in one step, making its folder."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = data.encode() if isinstance(data, str) else data
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), mode)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
