"""An assignment's notebooks as one parcel of bytes: where there is just one, its own."""

from collections.abc import Mapping, Sequence

import msgpack


def pack(notebooks: Mapping[str, bytes | None], names: Sequence[str]) -> bytes:
    """{name of a notebook: its bytes} as bytes; None, or none at all, stands for one that is missing."""
    if len(names) == 1:
        return notebooks[names[0]] or b""
    return msgpack.packb([notebooks.get(name) for name in names])


def unpack(data: bytes, names: Sequence[str]) -> dict[str, bytes | None]:
    """What `pack` was given. data: our own bytes, never a student's."""
    return {names[0]: data} if len(names) == 1 else dict(zip(names, msgpack.unpackb(data), strict=True))


def cell_key(assignment: str, notebook: str, cell: str) -> str:
    """What a cell's points stand under: its grade id, with the notebook's name before it where that isn't the assignment's own."""
    return cell if notebook == assignment else f"{notebook}/{cell}"
