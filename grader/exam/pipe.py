"""Messages between trusted processes: a length, then msgpack."""

import struct

import msgpack

_LENGTH = struct.Struct("<I")


def send(file, told):
    data = msgpack.packb(told)
    file.write(_LENGTH.pack(len(data)) + data)
    file.flush()


def receive(file):
    """The next message; None where the other side has ended."""
    head = file.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    data = file.read(_LENGTH.unpack(head)[0])
    return msgpack.unpackb(data) if len(data) == _LENGTH.unpack(head)[0] else None
