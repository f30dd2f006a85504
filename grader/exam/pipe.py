"""Messages between trusted processes: a length, then msgpack."""

import struct
from typing import IO, Any

import msgpack

_LENGTH = struct.Struct("<I")


def send(file: IO[bytes], message: dict[str, Any]) -> None:
    data = msgpack.packb(message)
    file.write(_LENGTH.pack(len(data)) + data)
    file.flush()


def receive(file: IO[bytes]) -> dict[str, Any] | None:
    """The next message; None where the other side has ended."""
    head = file.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = file.read(length)
    return msgpack.unpackb(data) if len(data) == length else None
