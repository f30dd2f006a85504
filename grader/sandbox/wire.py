"""What may cross the wall: a closed set of values, as bytes and back.

A value is None, a bool, an int of 64 bits, a float, a string, `...`, a float64, int64 or
bool array, or a tuple, list or dict with string keys of those. Narrower whole numbers go as
these; named tuples, and the dicts of `collections`, as what they hold. Anything else stays where it
is, and a `Handle` stands for it. Every value carries a tag, so that nothing a
student builds can pass for something else.
"""

import collections
import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgpack
import numpy as np

MAX_MESSAGE = 8 * 2**20  # bytes
MAX_DEPTH = 16
PART_DEPTH = 2  # at which a message holds the parts that are packed by themselves
MAX_VALUES = 50_000
WEIGHT = 200  # bytes that a value by itself takes here, a key of a dict included
MAX_DIMENSIONS = 8
ARRAY_TYPES = {"f8": np.dtype("<f8"), "i8": np.dtype("<i8"), "?": np.dtype("?")}

_SCALARS = {np.bool_: bool, np.float64: float, np.float32: float} | dict.fromkeys(
    (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32), int
)
_DICTS = frozenset((collections.defaultdict, collections.OrderedDict, collections.Counter))
BUFFER = 1 << 10  # bytes that a message is packed in at first; more at once costs more than most messages
_LENGTH = struct.Struct("<I")
_TEXT = frozenset((str,))
CONTAINERS = frozenset((list, tuple, dict))


class Malformed(ValueError):
    """Bytes that are no message, or a value that may not cross."""


class Handle:
    """Stands for an object that stays in the student process."""

    __slots__ = ("number", "type_name")

    def __init__(self, number: int, type_name: str):
        self.number = number
        self.type_name = type_name


class Encoded:
    """One of the answers to a batch, as it is at this moment: bytes of its own in the message, so that whoever had the same
    before need not read them again."""

    def __init__(self, value: Any, to_handle: Callable[[Any], Handle] | None = None):
        self.data = msgpack.packb(_tagged(value, to_handle, PART_DEPTH), buf_size=BUFFER)


@dataclass(frozen=True)
class Part:
    """An Encoded as it came: its bytes, what they say, how many values that is."""

    data: bytes
    value: Any
    values: int


class Known:
    """The Parts that are expected of a message, by place: where one comes with the same bytes, its value is the same object.

    came: the Parts of the latest message."""

    def __init__(self) -> None:
        self.expected: dict[int, Part] = {}
        self.came: list[Part] = []

    def is_expected(self, place: int, value: Any) -> bool:
        """Whether a value is the one that is expected at a place."""
        return place in self.expected and self.expected[place].value is value

    def expect(self, place: int, value: Any) -> None:
        """Expect at a place what came there, if that was this value."""
        if place < len(self.came) and self.came[place].value is value:
            self.expected[place] = self.came[place]


HOLDING = CONTAINERS | {Handle}  # what may be a handle, or hold one


def encode(value: Any, to_handle: Callable[[Any], Handle] | None = None) -> bytes:
    """Return `value` as bytes. `to_handle(object)` gives the Handle of what may not cross;
    without it, such an object raises Malformed."""
    data = msgpack.packb(_tagged(value, to_handle, 0), buf_size=BUFFER)
    if len(data) > MAX_MESSAGE:
        raise Malformed(f"a message of {len(data):,} bytes; {MAX_MESSAGE:,} is the most")
    return data


def decode(data: bytes) -> Any:
    """Return the value in `data`, rebuilt from base types alone. Raises Malformed, whatever the bytes."""
    return weighed(data)[0]


def weighed(data: bytes, known: Known | None = None) -> tuple[Any, int]:
    """(the value in `data`, how many bytes it takes in memory, about). Raises Malformed, whatever the bytes.

    known: what may come in Parts; without it, none may."""
    if len(data) > MAX_MESSAGE:
        raise Malformed("a message over the limit")
    try:
        if known is not None:
            known.came = []
        decoder = _Decoder(data, known)
        return decoder.message(), len(data) + WEIGHT * decoder.values
    except Malformed:
        raise
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, MemoryError, msgpack.UnpackException) as error:
        raise Malformed(f"bytes that are no message ({type(error).__name__})") from None


def encode_ours(value: Any) -> bytes:
    """What the examiner's own process says, for `decode_ours`. Raises Malformed for what may not cross."""
    data = _packed(crossed(value, None))
    if len(data) > MAX_MESSAGE:
        raise Malformed(f"a message of {len(data):,} bytes; {MAX_MESSAGE:,} is the most")
    return data


def decode_ours(data: bytes) -> Any:
    """The value in bytes of `encode_ours`, in a fifth of the time: nothing is checked, and msgpack does most of it."""
    return msgpack.unpackb(data, ext_hook=_unpacked)


class Packed:
    """A value that the examiner's process says again and again: packed once."""

    def __init__(self, value: Any):
        self.data = encode_ours(value)


_AS_THEY_ARE = frozenset((type(None), type(...), bool, float, Handle, Packed))
_TUPLE, _ARRAY, _HANDLE, _DOTS, _PACKED = range(5)


def _packed(value):
    return msgpack.packb(value, default=_extended, strict_types=True, buf_size=BUFFER)


def _extended(value):
    """What msgpack has no type for."""
    kind = type(value)
    if kind is np.ndarray:
        return msgpack.ExtType(_ARRAY, _packed([_plain_type(value), list(value.shape), value.tobytes()]))
    if kind is tuple:
        return msgpack.ExtType(_TUPLE, _packed(list(value)))
    if kind is Handle:
        return msgpack.ExtType(_HANDLE, _packed([value.number, value.type_name]))
    return msgpack.ExtType(_DOTS, b"") if value is ... else msgpack.ExtType(_PACKED, value.data)


def _unpacked(kind, data):
    if kind == _DOTS:
        return ...
    value = decode_ours(data)
    if kind == _ARRAY:
        return np.frombuffer(value[2], ARRAY_TYPES[value[0]]).reshape(value[1]).copy()
    if kind == _TUPLE:
        return tuple(value)
    return Handle(*value) if kind == _HANDLE else value


def crossed(value: Any, to_handle: Callable[[Any], Handle] | None, depth: int = 0) -> Any:
    """What decode(encode(value, to_handle)) gives, without the bytes."""
    if depth > MAX_DEPTH:
        raise Malformed("values nested too deeply")
    kind = type(value)
    if kind in _AS_THEY_ARE or (kind is int and -(2**63) <= value < 2**63):
        return value
    if kind is np.ndarray and (plain := _plain_type(value)) is not None:
        return value.astype(ARRAY_TYPES[plain], order="C")
    if kind is str:
        return value.encode("utf-8", "replace").decode()
    if kind is tuple or kind is list:
        return kind([crossed(item, to_handle, depth + 1) for item in value])
    if kind is dict and _TEXT.issuperset(map(type, value)):
        return {key: crossed(item, to_handle, depth + 1) for key, item in value.items()}
    if kind in _SCALARS:
        return _SCALARS[kind](value)
    if (plain := held(value, kind)) is not None:
        return crossed(plain, to_handle, depth)
    if to_handle is None:
        raise Malformed(f"an object of type {kind.__name__}")
    return to_handle(value)


def held(value: Any, kind: type) -> dict[str, Any] | tuple[Any, ...] | None:
    """What a named tuple or a dict of `collections` holds, as a plain one; None for anything else."""
    if kind in _DICTS:
        return dict(value)
    if issubclass(kind, tuple) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields"):
        return tuple(value)
    return None


def handles(value: Any, found: list[int] | None = None) -> list[int]:
    """The numbers of the handles in a value, a list."""
    found = [] if found is None else found
    kind = type(value)
    if kind is Handle:
        found.append(value.number)
    elif kind in CONTAINERS:
        for item in value.values() if kind is dict else value:
            if type(item) in HOLDING:
                handles(item, found)
    return found


def frame(data: bytes) -> bytes:
    """The message with its length in front."""
    return _LENGTH.pack(len(data)) + data


def read_message(read_exactly: Callable[[int], bytes]) -> bytes:
    """The bytes of the next message. `read_exactly(n)` returns n bytes or raises."""
    (length,) = _LENGTH.unpack(read_exactly(_LENGTH.size))
    if length > MAX_MESSAGE:
        raise Malformed("a message longer than allowed is announced")
    return read_exactly(length)


def _tagged(value, to_handle, depth):
    if depth > MAX_DEPTH:
        raise Malformed("values nested too deeply")
    kind = type(value)  # exact: a subclass may lie about everything else
    if kind is np.ndarray and (plain := _plain_array(value)) is not None:
        return ["a", plain[0], value.shape, plain[1]]
    if value is None:
        return ["n"]
    if value is ...:
        return ["e"]
    if kind in _SCALARS:
        value = _SCALARS[kind](value)
        kind = type(value)
    if kind is bool:
        return ["b", value]
    if kind is int:
        if -(2**63) <= value < 2**63:
            return ["i", value]
    elif kind is float:
        return ["f", value]
    elif kind is str:
        return ["s", value.encode("utf-8", "replace").decode()]
    elif kind is tuple or kind is list:
        return ["t" if kind is tuple else "l", [_tagged(item, to_handle, depth + 1) for item in value]]
    elif kind is dict and all(type(key) is str for key in value):
        return ["d", [[key, _tagged(item, to_handle, depth + 1)] for key, item in value.items()]]
    elif kind is Handle:
        return ["h", value.number, value.type_name]
    elif kind is Encoded:
        return ["p", value.data]
    elif (plain := held(value, kind)) is not None:
        return _tagged(plain, to_handle, depth)
    if to_handle is None:
        raise Malformed(f"a {kind.__name__} can't cross the wall")
    handle = to_handle(value)
    return ["h", handle.number, handle.type_name]


def _plain_array(array):
    """(type code, bytes) of an array that can cross without loss, else None."""
    code = _plain_type(array)
    return None if code is None else (code, array.astype(ARRAY_TYPES[code], copy=False).tobytes())


def _plain_type(array):
    """The type code as which an array can cross without loss, else None."""
    if array.ndim > MAX_DIMENSIONS:
        return None
    if array.dtype.kind == "f" and array.dtype.itemsize == 8:
        return "f8"
    if array.dtype.kind in "iu" and np.can_cast(array.dtype, np.int64):
        return "i8"
    return "?" if array.dtype.kind == "b" else None


class _Decoder:
    """Reads tagged values back one by one, and counts them before it makes anything of them: what a list announces costs
    nothing until its items have come."""

    def __init__(self, data, known=None, values=0):
        # a value by itself may be no list and no map, so that none is built that was not counted
        limits = {"max_array_len": 0, "max_map_len": 0, "max_ext_len": 0}
        reader = msgpack.Unpacker(
            raw=False, read_size=len(data), max_buffer_size=MAX_MESSAGE, max_bin_len=len(data), max_str_len=len(data), **limits
        )
        reader.feed(data)
        self.size, self.tell = len(data), reader.tell
        self.read, self.read_length = reader.unpack, reader.read_array_header
        self.known, self.values = known, values

    def message(self, depth=0):
        value = self.value(depth)
        if self.tell() != self.size:
            raise Malformed("more than one value")
        return value

    def value(self, depth):
        self.values += 1
        if depth > MAX_DEPTH or self.values > MAX_VALUES:
            raise Malformed("values nested too deeply, or too many")
        length, tag = self.read_length(), self.read()
        if type(tag) is not str or length - 1 != _PAYLOADS.get(tag):
            raise Malformed("an unknown tag, or not what belongs to it")
        match tag:
            case "n":
                return None
            case "e":
                return ...
            case "i":
                return _whole(self.read())
            case "b" | "f" | "s":
                return _exactly(_PLAIN[tag], self.read())
            case "l":
                return [self.value(depth + 1) for _ in range(self.read_length())]
            case "t":
                return tuple([self.value(depth + 1) for _ in range(self.read_length())])
            case "d":
                return self.dict(depth)
            case "a":
                return self.array()
            case "p":
                return self.part(depth)
            case "h":
                return Handle(_whole(self.read()), _exactly(str, self.read())[:100])

    def part(self, depth):
        if self.known is None or depth != PART_DEPTH:
            raise Malformed("a part where there may be none")
        data, came = _exactly(bytes, self.read()), self.known.came
        part = self.known.expected.get(len(came))
        if part is None or part.data != data:
            decoder = _Decoder(data, None, self.values)
            part = Part(data, decoder.message(depth), decoder.values - self.values)
        self.values += part.values
        came.append(part)
        return part.value

    def dict(self, depth):
        result = {}
        for _ in range(self.read_length()):
            if self.read_length() != 2:
                raise Malformed("a dict of something else than pairs")
            key = _exactly(str, self.read())
            self.values += 1
            if key in result:
                raise Malformed("a key twice")
            result[key] = self.value(depth + 1)
        return result

    def array(self):
        code, dimensions = self.read(), self.read_length()
        if dimensions > MAX_DIMENSIONS:
            raise Malformed("an array of too many dimensions")
        shape = [_whole(self.read()) for _ in range(dimensions)]
        if any(n < 0 or n > MAX_MESSAGE for n in shape):
            raise Malformed("an array of impossible shape")
        dtype, data = ARRAY_TYPES[code], _exactly(bytes, self.read())
        if math.prod(shape) * dtype.itemsize != len(data):
            raise Malformed("an array whose shape and size differ")
        array = np.frombuffer(data, dtype)
        if code == "?" and (array.view(np.uint8) > 1).any():
            raise Malformed("a bool that is neither true nor false")
        return array.reshape(shape).copy()


_PAYLOADS = {"n": 0, "e": 0, "b": 1, "i": 1, "f": 1, "s": 1, "l": 1, "t": 1, "d": 1, "p": 1, "a": 3, "h": 2}
_PLAIN = {"b": bool, "f": float, "s": str}


def _exactly(kind, value):
    if type(value) is not kind:
        raise Malformed(f"a {kind.__name__} that is none")
    return value


def _whole(value):
    if type(value) is not int or value >= 2**63:  # msgpack would take one bit more than crosses the other way
        raise Malformed("a whole number that is none")
    return value
