"""What the cells of a submission showed: whatever its process answered, as text and pictures that are safe to look at."""

import base64
import binascii
import math
import struct
from typing import Any

from grader.words import _, plain

MAX_STREAM = 100_000  # characters
MAX_PIXELS = 50_000_000  # a picture may be a few bytes in a file and gigabytes on a screen
PICTURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff", "image/gif": b"GIF8"}  # kind: how it begins
LEAST_SIZE = 64  # what an output counts for, however short: it costs us that to keep it


class Room:
    """What may still be kept of one submission's outputs, in characters."""

    def __init__(self, size: int):
        self.left = size

    def outputs(self, shown: object) -> list[dict[str, Any]]:
        """One cell's outputs as nbformat has them, but for the cell's number; what exceeds the room is dropped, and that is said."""
        kept, dropped = [], False
        for item in shown if isinstance(shown, list) else ():
            item = item if isinstance(item, dict) and isinstance(item.get("kind"), str) else {}  # an array equals nothing and all
            output = _output(item)
            size = LEAST_SIZE + sum(map(len, output["data"].values() if "data" in output else output["text"])) if output else 0
            if size > self.left or item.get("kind") == "dropped":
                dropped = True
            elif output:
                self.left -= size
                kept.append(output)
        if dropped:
            kept.append({"output_type": "stream", "name": "stdout", "text": _("\n[more output than is kept]\n")})
        return kept


def _output(item):
    kind, data = item.get("kind"), item.get("data")
    if kind == "stdout" or kind == "stderr":
        return {"output_type": "stream", "name": kind, "text": plain(item.get("text"), MAX_STREAM)}
    if (kind == "display" or kind == "result") and isinstance(data, dict):
        shown = {"text/plain": plain(data["text/plain"], MAX_STREAM)} if "text/plain" in data else {}
        if png := picture("image/png", data.get("image/png")):
            shown["image/png"] = png
        return {"output_type": "display_data" if kind == "display" else "execute_result", "data": shown, "metadata": {}}
    return None


def picture(kind: str, base64_text: object) -> str | None:
    """The base64 text of a picture that is of this kind and of reasonable size, else None."""
    try:
        data = base64.b64decode(base64_text.replace("\n", ""), validate=True) if isinstance(base64_text, str) else b""
    except (binascii.Error, ValueError):
        return None
    if not data.startswith(PICTURES[kind]) or len(data) < 24:
        return None
    if kind == "image/png" and math.prod(struct.unpack(">II", data[16:24])) > MAX_PIXELS:
        return None
    return base64.b64encode(data).decode()
