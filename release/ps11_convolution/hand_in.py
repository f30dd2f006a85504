"""Hands in the notebook beside it: the last cell calls `hand_in.now`. Standard library and IPython alone.

It says how many visible checks pass, asks, has the notebook saved, sends it, and shows the mark. Where to send it, and as whom, stands in
hand_in.json beside it, which comes with an assignment that is taken from the course's page; it is readable for you alone. Keep it.
"""

import getpass
import html
import json
import os
import pathlib
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request

SAVE_SECONDS = 10  # for the page to save the notebook, before it is asked for
PATIENCE_SECONDS = 180  # for Ctrl+S by hand
ANSWER_SECONDS = 60  # for the server's answer
TRIES = 5  # where the server asks to come back
KEY = "hand_in.json"

# What a person does to save: Ctrl+S, or Cmd+S on a Mac.
SAVE = """
(() => {
  const mac = navigator.platform.startsWith("Mac");
  const press = new KeyboardEvent("keydown", {key: "s", code: "KeyS", ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true});
  for (const name of ["keyCode", "which"]) Object.defineProperty(press, name, {get: () => 83});
  document.body.dispatchEvent(press);
})()
"""


class NotHandedIn(Exception):
    """Why not, in a sentence."""


def now(assignment):
    """Hand in the assignment's notebook, whose cell this is."""
    shell = _shell()
    if shell is None:
        print("This cell hands in when it is run in Jupyter.")
        return
    path = _notebook(assignment, shell)
    _say_checks(assignment)
    try:
        key = _key(path.parent, assignment)
        if key is None:
            print(f"No server is known here: hand in the file {path.name} as your course says.")
            return
        if input("Hand in now? Press Enter, or type n and Enter: ").strip().lower() not in ("", "y", "yes"):
            print("Not handed in.")
            return
        show = _save(path)
        show(_page(_send(key, path)))
    except NotHandedIn as why:
        print(f"✗ Not handed in: {why}")
    except Exception as why:
        if type(why).__name__ != "StdinNotImplementedError":
            raise
        print("Not handed in: this cell asks before it does, so run it by hand.")


def _shell():
    """IPython, where a notebook's page stands behind it; else None."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell if shell is not None and getattr(shell, "kernel", None) is not None else None


def _notebook(assignment, shell):
    """The path of the notebook that this cell stands in."""
    named = os.environ.get("JPY_SESSION_NAME") or shell.user_ns.get("__vsc_ipynb_file__") or ""
    path = pathlib.Path(named)
    return path if path.suffix == ".ipynb" and path.is_file() else pathlib.Path(f"{assignment}.ipynb").absolute()


def _say_checks(assignment):
    """How many visible checks pass, and what to do next."""
    try:
        import checking

        passed, total = checking.summary(assignment)
    except Exception:  # a folder without checks: they are no condition
        return
    if passed < total:
        print("You can hand in all the same, and again later.")


def _key(folder, assignment):
    """{"address", "token"}; None for who has none. Asks once, and keeps the answer beside the notebook."""
    path = folder / KEY
    try:
        key = json.loads(path.read_text("utf-8"))
        if isinstance(key.get("address"), str) and isinstance(key.get("token"), str):
            return key
        raise ValueError
    except FileNotFoundError:
        pass
    except (ValueError, AttributeError):
        raise NotHandedIn(f"{KEY} can't be read; take the assignment from the course's page again.") from None
    link = getpass.getpass("Your personal link, or only Enter if you have none: ").strip()
    if not link:
        return None
    parts = urllib.parse.urlsplit(link)
    if parts.scheme not in ("http", "https") or not parts.netloc or "/in/" not in parts.path:
        raise NotHandedIn("that is no personal link; it looks like https://…/in/…")
    before, _, token = parts.path.rpartition("/in/")
    key = {"address": f"{parts.scheme}://{parts.netloc}{before}", "token": token, "assignment": assignment}
    place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(place, "w", encoding="utf-8") as file:
        json.dump(key, file, indent=1)
    return key


def _save(path):
    """Have the page save the notebook, and wait until the file is what the page shows. Returns what shows HTML in its place."""
    from IPython.display import HTML, Javascript, display

    mark = secrets.token_hex(8)
    place = display(HTML(f'<p>Saving the notebook … <small style="color: gray">{mark}</small></p>'), display_id=True)
    script = display(Javascript(SAVE), display_id=True)
    begun, asked = time.monotonic(), False
    while not _holds(path, mark):
        if not asked and time.monotonic() - begun > SAVE_SECONDS:
            asked = True
            place.update(HTML(f'<p>Save the notebook now: Ctrl+S, on a Mac ⌘S. <small style="color: gray">{mark}</small></p>'))
        if time.monotonic() - begun > PATIENCE_SECONDS:
            raise NotHandedIn(f"{path.name} was not saved. Save it, and run this cell again.")
        time.sleep(0.05)
    script.update(HTML(""))
    return lambda text: place.update(HTML(text))


def _holds(path, mark):
    """Whether the file is whole, and was saved after `mark` was shown."""
    try:
        text = path.read_text("utf-8")
        return mark in text and isinstance(json.loads(text), dict)
    except (OSError, ValueError):
        return False


def _send(key, path):
    """The server's answer, as a dict."""
    assignment = key.get("assignment") or path.stem
    others = [name for name in key.get("notebooks", ()) if isinstance(name, str) and name != path.name]
    files = {path.name: path.read_bytes()}
    if len(key.get("notebooks", ())) > 1:  # all are handed in together, the others as they were saved
        files |= {name: (path.parent / name).read_bytes() for name in others if (path.parent / name).is_file()}
    body, kind = _form(files)
    address = f"{key['address'].rstrip('/')}/api/hand-in/{urllib.parse.quote(assignment)}"
    answer = _ask(key, address, body, kind)
    begun = time.monotonic()
    while answer.get("status") == "waiting" and time.monotonic() - begun < PATIENCE_SECONDS:
        where = f"{key['address'].rstrip('/')}/api/attempts/{urllib.parse.quote(assignment)}/{int(answer['attempt'])}"
        time.sleep(0.5)
        answer = _ask(key, where)
    return answer


def _ask(key, address, body=None, kind=None):
    headers = {"Authorization": f"Bearer {key['token']}", "User-Agent": "hand_in.py"}
    if kind:
        headers["Content-Type"] = kind
    for again in range(TRIES):
        try:
            request = urllib.request.Request(address, data=body, headers=headers)
            with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            wait = error.headers.get("Retry-After", "")
            if error.code in (429, 503) and wait.isdecimal() and again < TRIES - 1:
                time.sleep(min(int(wait), 10))
                continue
            raise NotHandedIn(_sentence(error)) from None
        except (OSError, ValueError) as error:
            why = getattr(error, "reason", error)
            raise NotHandedIn(
                f"the server at {key['address']} can't be reached ({why}). Your file is saved; try again."
            ) from None
    raise NotHandedIn("the server has too much to do; try again in a minute.")


def _sentence(error):
    try:
        return str(json.load(error)["error"])
    except (ValueError, KeyError, TypeError, OSError):
        return f"the server answered {error.code} {error.reason}."


def _form(files):
    """(body, its type) of a form with these files."""
    edge = f"hand-in-{secrets.token_hex(16)}"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="notebook"; filename="{_plain(name)}"\r\n'
        f"Content-Type: application/x-ipynb+json\r\n\r\n".encode()
        + data
        + b"\r\n"
        for name, data in files.items()
    ]
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def _plain(name):
    """A file's name as a form may say it."""
    return "".join("_" if letter in '"\\' or not letter.isprintable() else letter for letter in name)


def _page(answer):
    """What the cell shows: the mark, what changed, what to mend first, and a link that is good for some minutes."""
    tell = lambda what: html.escape(str(what))
    link = f'<a href="{tell(answer["page"])}" target="_blank" rel="noopener">Your feedback page</a>'
    if answer.get("status") == "waiting":
        return f"<p>✓ Handed in. {tell(answer.get('reason') or 'The marks take a while.')} {link}</p>"
    said = [f'<p style="font-size: 1.4em; margin: 0">✓ Handed in: <strong>{tell(answer["mark"])}</strong></p>']
    if answer.get("reason"):
        said.append(f"<p>{tell(answer['reason'])}</p>")
    if answer.get("changes"):
        said.append(f"<p>{tell(' '.join(answer['changes']))}</p>")
    first = answer.get("first")
    if first:
        sentences = [first[name] for name in ("message", "cause", "hint") if first.get(name)]
        said.append(f"<p><strong>Look at this first: {tell(first['part'])}.</strong> {tell(' '.join(sentences))}</p>")
    elif answer.get("status") == "graded":
        said.append("<p>Everything here is right. Well done.</p>")
    counts = "" if answer.get("counts") else " Another attempt counts."
    said.append(f"<p>Attempt {int(answer['attempt'])}.{counts} {link} (the link is good for ten minutes)</p>")
    return "".join(said)
