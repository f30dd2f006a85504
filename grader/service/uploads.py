"""What a browser or a program sends, read while it streams: never more than so many bytes, and never for longer than so many seconds."""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from grader.notebook.read import MAX_BYTES
from grader.service.attempts import sound_name
from grader.words import _, plain

MAX_NOTEBOOKS = 5  # of one hand-in
UPLOAD_BYTES = 2 * MAX_BYTES  # of all its notebooks together
FORM_BYTES = 16_000  # of a form without files
FIELDS = 8


@dataclass(frozen=True)
class Upload:
    """fields: {name: text} of a form; notebooks: {name of the file: its bytes}."""

    fields: dict[str, str]
    notebooks: dict[str, bytes]


async def receive_form(request: Request) -> dict[str, str]:
    """The fields of a form without files. Raises HTTPException."""
    if _kind(request) == "multipart/form-data":
        return (await _multipart(request, FORM_BYTES, 0)).fields
    if _kind(request) != "application/x-www-form-urlencoded":
        raise HTTPException(415, _("This must be sent as a form."))
    async with _deadline(request):
        form = await _parsed(FormParser(request.headers, _capped(request, FORM_BYTES)).parse())
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}


async def receive_upload(request: Request, names: list[str]) -> Upload:
    """A form with notebooks; or the bytes of one notebook, without a form. names: the assignment's notebooks. Raises HTTPException."""
    if _kind(request) == "multipart/form-data":
        return await _multipart(request, UPLOAD_BYTES, MAX_NOTEBOOKS, names)
    if _kind(request) not in ("application/x-ipynb+json", "application/json", "application/octet-stream"):
        raise HTTPException(415, _("This must be sent as a form with a notebook, or as a notebook."))
    async with _deadline(request):
        data = b"".join([chunk async for chunk in _capped(request, MAX_BYTES)])
    if not data:
        raise HTTPException(400, _("No notebook was sent."))
    return Upload({}, _named([("", data)], names))


async def _multipart(request, limit, files, names=()):
    stream = _capped(request, limit)
    async with _deadline(request):
        parser = MultiPartParser(request.headers, stream, max_files=files, max_fields=FIELDS, max_part_size=FORM_BYTES)
        form = await _parsed(parser.parse())
    fields, sent = {}, []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            sent.append((value.filename or "", await value.read()))
            await value.close()
        else:
            fields[name] = value
    return Upload(fields, _named([one for one in sent if one[0] or one[1]], names))


def _named(sent, names):
    """{name: bytes}. A single notebook is the assignment's, whatever it was called, if it has just one; of several each keeps its
    name."""
    if len(sent) == 1 and len(names) == 1:
        return {f"{names[0]}.ipynb": sent[0][1]}
    found = {}
    for name, data in sent:
        if not sound_name(name):
            raise HTTPException(400, _("{name!r} can't be a notebook's name.").format(name=plain(name, 100)))
        if name in found:
            raise HTTPException(400, _("{name} was sent twice.").format(name=plain(name, 100)))
        found[name] = data
    missing = [file for name in names if (file := f"{name}.ipynb") not in found]
    if found and missing:
        raise HTTPException(400, _("All notebooks are handed in together; missing: {files}.").format(files=", ".join(missing)))
    return found


async def _capped(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    too_large = HTTPException(
        413, _("That is more than {limit} MB, the most that is accepted.").format(limit=max(1, limit >> 20))
    )
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > limit:
        raise too_large
    got = 0
    async for chunk in request.stream():
        got += len(chunk)
        if got > limit:
            raise too_large
        yield chunk


async def _parsed(parsing):
    try:
        return await parsing
    except (MultiPartException, UnicodeError, ValueError, RecursionError) as error:
        said = error.message if isinstance(error, MultiPartException) else ""
        raise HTTPException(400, _("The form can't be read. {said}").format(said=plain(said, 200)).strip()) from None


@contextlib.asynccontextmanager
async def _deadline(request):
    """Ends a request whose body takes too long to come, or whose sender has left."""
    try:
        async with asyncio.timeout(request.app.state.service.policy.upload_seconds):
            yield
    except TimeoutError:
        raise HTTPException(408, _("The upload took too long.")) from None
    except ClientDisconnect:
        raise HTTPException(400, _("The upload broke off.")) from None


def _kind(request):
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def dumps(what: object) -> bytes:
    """JSON as it is sent."""
    return json.dumps(what, ensure_ascii=False).encode("utf-8", "replace")
