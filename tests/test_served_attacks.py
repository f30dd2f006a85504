"""What somebody on the network tries against the hand-in server, over real HTTP: nothing gets through, and nothing of others' changes."""

import concurrent.futures
import itertools
import json
import re
import socket
import time

import httpx
import itsdangerous
import pytest

from grader.classroom import gradebook_read
from grader.course import known
from grader.service.tokens import HAND_IN, LINK, LOOK, SESSION, Tokens
from tests.repository import course_in
from tests.served import FILE, NAME, Served, guard, until, upload

pytestmark = pytest.mark.slow

SETTINGS = """
c.Service.upload_seconds = 3
c.Service.waiting = 3
c.Grader.cells_seconds = 3.0
"""
COOKIE = "grader-session"
SCRIPT = "<script>window.pwned=1</script><img src=x onerror=alert(1)>"
SECRET = "not-for-your-eyes"
ENDLESS = "while True:\n    pass"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A server with a victim, ada, who has handed in; mallory, and students for single attacks. At the end ada's marks are what
    they were, nothing was a server's failure, and its log names neither keys nor what was handed in."""
    course = course_in(tmp_path_factory.mktemp("served"))
    with (course.root / "course_config.py").open("a") as config:
        config.write(SETTINGS)
    found = Served(course, ("ada", "mallory", *(f"s{n}" for n in range(200))), ("--jobs", 1)).start()
    slow = dripping(found)
    answer = found.hand_in("ada", known.reference(course, NAME, quiz_ps3=f"answer_ps3 = 'B'  # {SECRET}"))
    assert answer.status_code == 200
    found.students = (f"s{n}" for n in itertools.count())
    recorded = course.root / f"attempts/ada/{NAME}/counts.json"
    until(lambda: recorded.is_file())
    before = files_of(found)
    yield found
    assert files_of(found) == before
    assert gradebook_read.marks(course, NAME)["ada"][1] == 12
    assert httpx.get(f"{found.address}/healthz").json()["status"] == "ok"
    assert all(ended(one) for one in slow)
    found.stop()
    said = found.said()
    assert "Traceback" not in said and SECRET not in said and "/in/" not in said, said


def files_of(served):
    return {path: path.read_bytes() for path in (served.course.root / "attempts/ada").rglob("*") if path.is_file()}


def dripping(served):
    """Connections whose headers never end: with nothing sent, with half a line, with a line now and then."""
    opened = []
    for start in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n"):
        one = socket.create_connection(("127.0.0.1", served.port))
        one.sendall(start)
        opened.append(one)
    return opened


def ended(connection):
    """Whether the server has closed a connection by itself."""
    with connection:
        connection.settimeout(20)
        try:
            while connection.recv(4096):
                pass
            return True
        except (TimeoutError, ConnectionResetError) as error:
            return isinstance(error, ConnectionResetError)


def raw(served, data, seconds=20):
    """What the server answers to these bytes, until the answer is whole, it closes, or says no more."""
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(data)
        connection.settimeout(seconds)
        got = b""
        try:
            while not whole(got) and (piece := connection.recv(65536)):
                got += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return got


def whole(answer):
    head, edge, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    return bool(edge and length and len(body) >= int(length[1]))


def attempts(served, student):
    return [one.number for one in served.attempts.of(student, NAME)]


@pytest.fixture
def mallory(served):
    with served.as_("mallory") as client:
        yield client


# ---------------------------------------------------------------------------------------------- what is others', by its address

OTHERS = [
    "/class",
    f"/class/{NAME}",
    f"/class/{NAME}/now",
    f"/class/{NAME}/events",
    f"/class/{NAME}/report",
    f"/class/{NAME}/marks.csv",
    f"/class/{NAME}/of/ada",
    f"/class/{NAME}/of/ada/1",
    f"/class/{NAME}/of/ada/1/state",
    f"/class/{NAME}/of/ada/1/{FILE}",
    f"/class/{NAME}/of/mallory",
    "/class/requests",
    "/metrics",
    f"/a/{NAME}/1",
    f"/a/{NAME}/1/state",
    f"/a/{NAME}/1/{FILE}",
    f"/a/{NAME}/1?student=ada",
    f"/a/{NAME}/ada/1",
    "/attempts/ada/ps3_layer/1/result.json",
    "/feedback/ada/ps3_layer/ps3_layer.html",
    "/.grader/service-key",
]


@pytest.mark.parametrize("path", OTHERS)
def test_a_student_reaches_nothing_of_others(mallory, path):
    """To a student there is no such page: not 403, which would say that there is one."""
    answer = mallory.get(path)
    assert answer.status_code == 404 and SECRET not in answer.text


@pytest.mark.parametrize("path", [*OTHERS[:14], "/a/ps3_layer", "/a/ps3_layer/folder.zip", "/"])
def test_a_stranger_reaches_nothing(served, path):
    with served.as_() as client:
        answer = client.get(path)
        assert answer.status_code in (401, 404) and SECRET not in answer.text and NAME not in answer.text.replace(path, "")


@pytest.mark.parametrize(
    "path, fields",
    [
        ("/class/people/ada", {"what": "renew"}),
        ("/class/people/mallory", {"what": "renew"}),
        (f"/class/{NAME}/of/mallory/longer", {"until": "2099-01-01 12:00 UTC"}),
        ("/class/requests/1", {"answer": "granted"}),
        (f"/a/{NAME}/1/ask", {"part": "layer.dz", "sentence": "x"}),
    ],
)
def test_a_student_does_nothing_to_others(served, mallory, path, fields):
    answer = mallory.post(path, data={"guard": guard(mallory.get("/")), **fields})
    assert answer.status_code == 404
    assert served.people.find("ada").link == 1 and served.people.requests() == []


@pytest.mark.parametrize(
    "headers",
    [{"X-Remote-User": "ada"}, {"X-Forwarded-User": "grace"}, {"X-Original-URL": "/class"}, {"X-HTTP-Method-Override": "DELETE"}],
    ids=lambda headers: next(iter(headers)),
)
def test_no_header_makes_somebody_else_of_one(mallory, headers):
    answer = mallory.get("/", headers=headers)
    assert answer.status_code == 200 and "Mallory" in answer.text
    assert mallory.get(f"/a/{NAME}/1", headers=headers).status_code == 404


def test_the_api_is_about_whose_token_it_is(served):
    headers = {"Authorization": f"Bearer {served.token('mallory')}"}
    with served.as_() as client:
        assert client.get(f"/api/attempts/{NAME}/1", headers=headers).status_code == 404
        assert client.get(f"/api/attempts/{NAME}?student=ada", headers=headers).json()["attempts"] == []


# ------------------------------------------------------------------------------------------------------------------- tokens


def other_key(served, tmp_path):
    """Tokens that somebody made with a key of their own."""
    course = type("Course", (), {"state": tmp_path})
    return Tokens(course)


def tampered(token):
    """A token of mallory's that says ada, under mallory's signature."""
    payload, *rest = token.split(".")
    changed = itsdangerous.encoding.base64_encode(
        itsdangerous.encoding.base64_decode(payload).replace(b"mallory", b"ada")
    ).decode()
    return ".".join([changed, *rest])


def forged(served, tmp_path, purpose):
    """Tokens that are not good for `purpose`: (what, token)."""
    person = {"id": "ada", "link": 1, "session": "x", "assignment": NAME, "number": 1}
    own = {**person, "id": "mallory"}
    good = served.tokens.make(purpose, **own)
    yield "another key", other_key(served, tmp_path).make(purpose, **person)
    yield "another id", tampered(good)
    yield "no signature", good.rpartition(".")[0]
    yield "half a signature", good[:-8]
    yield "an empty one", ""
    yield "other letters", good[:-4] + "äöü" * 2
    yield "a long one", "a" * 5000
    yield "a later link", served.tokens.make(purpose, **{**person, "link": 2})
    yield "an earlier link", served.tokens.make(purpose, **{**person, "link": 0})
    yield "a link that is no number", served.tokens.make(purpose, **{**person, "link": "1"})
    yield "nobody", served.tokens.make(purpose, **{**person, "id": "nobody"})
    yield "an id that is a list", served.tokens.make(purpose, **{**person, "id": ["ada"]})
    for other in {LINK, SESSION, HAND_IN, LOOK} - {purpose}:
        if not (purpose == HAND_IN and other == LINK):
            yield f"one for {other}", served.tokens.make(other, **person)


def use(served, purpose, token):
    """The server's answer to who shows a token for a purpose."""
    with served.as_() as client:
        if purpose == LINK:
            return client.get(f"/in/{token}")
        if purpose == LOOK:
            return client.get(f"/see/{token}")
        if purpose == SESSION:
            return client.get(f"/a/{NAME}/1", headers={"Cookie": f"{COOKIE}={token}".encode()})
        return client.get(f"/api/attempts/{NAME}/1", headers={"Authorization": f"Bearer {token}".strip().encode()})


@pytest.mark.parametrize("purpose", [LINK, SESSION, HAND_IN, LOOK])
def test_no_forged_token_is_good(served, tmp_path, purpose):
    """Another's key, another's name, a piece of one, one that was made for something else."""
    for what, token in forged(served, tmp_path, purpose):
        answer = use(served, purpose, token)
        assert answer.status_code in (401, 403, 404, 429), f"{what}: {answer.status_code}"
        assert SECRET not in answer.text and "set-cookie" not in answer.headers, what
    assert use(served, SESSION, served.tokens.make(SESSION, id="ada", link=1, session="y")).status_code == 200  # as it should be


@pytest.mark.parametrize("purpose, seconds", [(LOOK, 601), (SESSION, 31 * 86_400)])
def test_no_old_token_is_good(served, monkeypatch, purpose, seconds):
    """Signed as it should be, and too long ago."""
    real = itsdangerous.TimestampSigner.get_timestamp
    monkeypatch.setattr(itsdangerous.TimestampSigner, "get_timestamp", lambda self: real(self) - seconds)
    token = served.tokens.make(purpose, id="ada", link=1, session="z", assignment=NAME, number=1)
    monkeypatch.undo()
    assert use(served, purpose, token).status_code in (401, 403)


def test_a_stolen_link_ends_when_it_is_taken_away(served):
    """And with it every session and key that was made with it; also when a new one is made."""
    student = next(served.students)
    for change in (served.people.revoke, served.people.renew):
        if served.people.find(student) is None:
            served.people.renew(student)
        person, link = served.people.find(student), served.link(student)
        bearer = {"Authorization": f"Bearer {served.token(student)}"}
        look = served.tokens.make(LOOK, id=student, link=person.link, assignment=NAME, number=1)
        with served.as_(student) as thief:
            assert thief.get("/").status_code == 200
            change(student)
            assert thief.get("/").status_code == 401
            assert thief.get(link).status_code in (403, 429)
            assert thief.get(f"/see/{look}").status_code == 403
            assert thief.get(f"/api/attempts/{NAME}", headers=bearer).status_code in (401, 429)


def test_a_copied_cookie_ends_with_its_session(served):
    """Signing out is not only forgetting."""
    student = next(served.students)
    with served.as_(student) as client, served.as_() as thief:
        thief.cookies = httpx.Cookies(client.cookies)
        assert thief.get("/").status_code == 200
        assert client.post("/out", data={"guard": guard(client.get("/"))}).status_code == 303
        assert client.get("/").status_code == 401 and thief.get("/").status_code == 401


def test_a_session_is_a_new_one_each_time(served):
    """What a stranger plants as a cookie is nobody's, and isn't taken over."""
    student = next(served.students)
    with served.as_() as client:
        client.cookies.set(COOKIE, "planted")
        answer = client.get(served.link(student))
        said = answer.headers["set-cookie"]
        assert "planted" not in said and "HttpOnly" in said and "SameSite=lax" in said and "Path=/" in said
        assert client.get(served.link(student)).headers["set-cookie"] != said


# --------------------------------------------------------------------------------------------------- forms from elsewhere


@pytest.mark.parametrize(
    "what, fields, headers",
    [
        ("without a guard", {"guard": ""}, {}),
        ("a guessed guard", {"guard": "0" * 64}, {}),
        ("from another site", {}, {"Origin": "https://evil.example"}),
        ("from nowhere", {}, {"Origin": "null"}),
        ("from the same machine", {}, {"Origin": "http://127.0.0.1:1"}),
        ("a browser says so", {}, {"Sec-Fetch-Site": "cross-site"}),
        ("a sibling's site", {}, {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_no_other_page_hands_in(served, what, fields, headers):
    """With the student's own cookie, as a browser would send it."""
    student = next(served.students)
    with served.as_(student) as client:
        data = {"guard": guard(client.get(f"/a/{NAME}")), **fields}
        answer = client.post(f"/a/{NAME}", data=data, files={"notebook": (FILE, b"{}")}, headers=headers)
        assert answer.status_code == 403
    assert attempts(served, student) == []


def test_a_guard_is_of_one_session_alone(served, mallory):
    """Mallory's own doesn't open ada's forms; nor does one of a session before."""
    student = next(served.students)
    with served.as_(student) as client, served.as_(student) as before:
        for stolen in (guard(mallory.get("/")), guard(before.get("/"))):
            assert upload(client, b"{}", guard=stolen).status_code == 403
            assert client.post("/out", data={"guard": stolen}).status_code == 403
    assert attempts(served, student) == []


def test_no_link_changes_who_one_is_unseen(served):
    """Opened while somebody else is signed in it asks first; the question is a form of one's own."""
    student = next(served.students)
    with served.as_(student) as client:
        page = client.get(served.link("mallory"))
        assert page.status_code == 200 and "Somebody else" in page.text and "set-cookie" not in page.headers
        assert client.post("/in", data={"token": served.link("mallory").rpartition("/")[2]}).status_code == 403
        assert student.title() in client.get("/").text


def test_a_cookie_is_nothing_to_the_api(served):
    """So no page elsewhere can make a browser hand in by it."""
    student = next(served.students)
    own_address = httpx.HTTPTransport(local_address="127.0.0.7")  # from the usual one, others have guessed too often by now
    with served.as_(student, transport=own_address) as client:
        assert client.post(f"/api/hand-in/{NAME}", content=b"{}").status_code == 401
        answer = client.options(f"/api/hand-in/{NAME}", headers={"Origin": "https://evil.example"})
        assert not any(name.startswith("access-control") for name in answer.headers)
    assert attempts(served, student) == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
def test_no_other_method_does_anything(served, mallory, method):
    assert mallory.request(method, f"/a/{NAME}").status_code in (403, 405)


# -------------------------------------------------------------------------------------------------------------------- paths


@pytest.mark.parametrize(
    "path",
    [
        "/static/../service/tokens.py",
        "/static/..%2f..%2ftokens.py",
        "/static/%2e%2e/%2e%2e/course_config.py",
        "/static/look.css/../../../../etc/passwd",
        "/static//etc/passwd",
        f"/a/{NAME}/1/..%2fattempt.json",
        f"/a/{NAME}/1/attempt.json",
        f"/a/{NAME}/1/result.json",
        f"/a/{NAME}/1/%2e%2e%2f%2e%2e%2f{NAME}",
        f"/a/..%2f{NAME}",
        "/a/..%2f..%2fsource",
        "/a/%00",
        f"/a/{NAME}%00",
        f"/a/{NAME}/-1",
        f"/a/{NAME}/99999999999999999999999",
        f"/a/{NAME}/1e0",
        "/a/%ff%fe",
        "//evil.example/",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/see/..%2f..",
    ],
)
def test_no_path_leads_out(served, path):
    """Not one that httpx would mend: it goes out as it stands, of a student who has an attempt 1."""
    with served.as_("ada") as client:
        cookie = f"{COOKIE}={client.cookies[COOKIE]}"
    said = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    answer = raw(served, said.encode())
    assert answer.split()[1] in (b"400", b"404", b"403", b"429"), answer[:200]
    assert b"root:" not in answer and b"c.Grader" not in answer and b"digest" not in answer


@pytest.mark.parametrize(
    "name",
    [
        "../evil.ipynb",
        "/tmp/evil.ipynb",
        "..\\evil.ipynb",
        "a/b.ipynb",
        ".evil.ipynb",
        "evil.py",
        "evil.ipynb\0",
        "x" * 300 + ".ipynb",
        "..",
        "-r.ipynb",
    ],
)
def test_no_name_of_a_file_leads_out(served, name):
    """Beside the assignment's own notebook. Nothing is written, neither there nor here."""
    student = next(served.students)
    good = known.notebook(served.course, NAME)
    edge = "edge"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="n"; filename="{file}"\r\n\r\n'.encode() + good + b"\r\n"
        for file in (FILE, name)
    ]
    body = b"".join(parts) + f"--{edge}--\r\n".encode()
    answer = served.hand_in(student, body, **{"Content-Type": f"multipart/form-data; boundary={edge}"})
    assert answer.status_code == 400, answer.text
    assert attempts(served, student) == [] and not list(served.course.root.rglob("*evil*"))


@pytest.mark.parametrize("name", ["../ps3_layer", "ps3_layer/../..", "nothing", "", "ps3_layer%00"])
def test_no_name_of_an_assignment_leads_out(served, name):
    student = next(served.students)
    assert served.hand_in(student, b"{}", name=name).status_code in (404, 405)
    assert attempts(served, student) == []


# ------------------------------------------------------------------------------------------------------------------ uploads


def head(served, student, *lines, path=f"/api/hand-in/{NAME}"):
    """The head of a request of a student's, as bytes, with these lines."""
    first = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nAuthorization: Bearer {served.token(student)}\r\n"
    return (first + "".join(f"{line}\r\n" for line in ("Content-Type: application/x-ipynb+json", *lines)) + "\r\n").encode()


@pytest.mark.parametrize(
    "lines, body, status",
    [
        (["Content-Length: 100000000"], b"x", b"413"),
        (["Content-Length: 99999999999999999999999"], b"x", b"413"),
        (["Content-Length: -1"], b"x", b"400"),
        (["Content-Length: ten"], b"x", b"400"),
        (["Content-Length: 5", "Content-Length: 6"], b"hello!", b"400"),
        (["Transfer-Encoding: chunked"], b"zz\r\nhello\r\n0\r\n\r\n", b"400"),
        (["Transfer-Encoding: chunked"], b"ffffffffffffffffff\r\nhello", b"408"),
        (["Transfer-Encoding: gzip, chunked"], b"0\r\n\r\n", b"501"),
        (["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], b"0\r\n\r\n", b"501"),
        (["Content-Length: 10"], b"hello", b"408"),
        (["Transfer-Encoding: chunked"], b"5\r\nhello\r\n", b"408"),
        (["X-Long: " + "x" * 40_000, "Content-Length: 2"], b"{}", b"431"),
        (["X-Bad\x00: 1", "Content-Length: 2"], b"{}", b"400"),
        ([" X-Folded: 1", "Content-Length: 2"], b"{}", b"415"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, list) else None,
)
def test_no_upload_of_a_strange_length_gets_in(served, lines, body, status):
    """Too long, no length at all, two of them, cut off, sent too slowly."""
    student = next(served.students)
    answer = raw(served, head(served, student, *lines) + body)
    assert answer.split(b" ")[1] in (status, b"400"), answer[:300]
    assert attempts(served, student) == []


def test_what_is_sent_in_pieces_is_capped_while_it_streams(served):
    """Without a length that would say so before: the server doesn't take in what it won't keep."""
    student, sent = next(served.students), 0
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(head(served, student, "Transfer-Encoding: chunked"))
        connection.settimeout(20)
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        try:
            while sent < 200 << 20:
                connection.sendall(piece)
                sent += 0x10000
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            pass
    assert sent < 60 << 20, f"{sent >> 20} MB were taken"
    assert attempts(served, student) == []


def test_an_upload_that_breaks_off_is_none(served):
    """The connection ends in the middle; in a form, the last edge is missing."""
    student = next(served.students)
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(head(served, student, "Content-Length: 1000") + b"{" * 500)
    form = b'--e\r\nContent-Disposition: form-data; name="n"; filename="ps3_layer.ipynb"\r\n\r\n{"cells": ['
    answer = served.hand_in(student, form, **{"Content-Type": "multipart/form-data; boundary=e"})
    assert answer.status_code == 400
    assert attempts(served, student) == []


@pytest.mark.parametrize(
    "content_type, body",
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=" + "e" * 500, b"x"),
        ("multipart/form-data; boundary=e; charset=utf-7", b"--e\r\nContent-Disposition: form-data\r\n\r\nx\r\n--e--\r\n"),
        ("multipart/form-data; boundary=e", b"--e\r\nX: " + b"y" * 100_000),
        ("multipart/form-data; boundary=e", b'--e\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n' * 30 + b"--e--\r\n"),
        (
            "multipart/form-data; boundary=e",
            b'--e\r\nContent-Disposition: form-data; name="a"; filename="a.ipynb"\r\n\r\nx\r\n' * 30 + b"--e--\r\n",
        ),
        (
            "multipart/form-data; boundary=e",
            b'--e\r\nContent-Disposition: form-data; name="a"\r\n\r\n' + b"x" * 50_000 + b"\r\n--e--\r\n",
        ),
        ("text/plain", b"{}"),
        ("", b"{}"),
        ("application/x-ipynb+json", b""),
    ],
    ids=["no-edge", "long-edge", "charset", "endless-header", "fields", "files", "large-field", "plain", "nothing", "empty"],
)
def test_no_strange_form_gets_in(served, content_type, body):
    student = next(served.students)
    assert served.hand_in(student, body, **{"Content-Type": content_type}).status_code in (400, 413, 415)
    assert attempts(served, student) == []


@pytest.mark.parametrize(
    "data",
    [b"\x1f\x8b\x08" + b"\0" * 100, b"[" * 200_000, b'{"cells": ' + b"9" * 10_000 + b"}", b"\xff\xfe" * 50, b"null"],
    ids=["gzip", "deep", "number", "bytes", "null"],
)
def test_what_is_no_notebook_is_unreadable(served, data):
    """Never unpacked, never a failure of the server's, never marks."""
    student = next(served.students)
    answer = served.hand_in(student, data, **{"Content-Encoding": "gzip"})
    assert answer.status_code == 200 and (answer.json()["status"], answer.json()["score"]) == ("unreadable", None)


# ------------------------------------------------------------------------------------------- hosts, headers, words of students


@pytest.mark.parametrize(
    "lines",
    [["Host: evil.example"], ["Host: 127.0.0.1:1"], [], ["Host: "], ["Host: 127.0.0.1:{port}", "Host: evil.example"]],
    ids=["another", "another-port", "none", "empty", "two"],
)
def test_no_other_host_is_served(served, lines):
    """Else a name that leads here, bound anew by whoever owns it, would make a browser read along."""
    said = "".join(f"{line.format(port=served.port)}\r\n" for line in lines)
    answer = raw(served, f"GET / HTTP/1.1\r\n{said}Connection: close\r\n\r\n".encode())
    assert answer.split()[1] in (b"400", b"421")


def test_links_are_of_the_servers_own_address(served):
    """Whatever a request says of itself."""
    student = next(served.students)
    headers = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example", "X-Forwarded-Proto": "https"}
    answer = served.hand_in(student, b"{}", **headers)
    assert answer.json()["page"].startswith(served.address + "/see/") and "evil" not in answer.text


@pytest.mark.parametrize(
    "path", ["/in/x%0d%0aSet-Cookie:%20a=b", "/a/%0d%0aX-Injected:%20a", "/?%0d%0aX-Injected: a", "/see/%0aX-Injected:a"]
)
def test_no_line_break_gets_into_a_header(mallory, path):
    answer = mallory.get(path)
    assert "x-injected" not in answer.headers and "a=b" not in answer.headers.get("set-cookie", "")


def test_every_answer_says_what_a_browser_may(served, mallory):
    """No frame, no guess at kinds, no copy in a cache, no script but the server's own."""
    for path in ("/", f"/a/{NAME}", "/nothing", "/static/live.js", "/healthz", f"/api/attempts/{NAME}"):
        headers = mallory.get(path).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe-eval" not in headers["content-security-policy"]
        assert "script-src 'self'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert headers["cache-control"] == ("max-age=300" if "static" in path else "no-store")
        assert "server" not in headers


def test_no_script_in_a_students_words_is_one_on_a_page(served):
    """In the notebook's code and exceptions, in a file's name, in what is asked and answered: it is text, on every page that has it."""
    student = next(served.students)
    code = f'class Layer:\n    """{SCRIPT}"""\n    def __init__(self, *a):\n        raise ValueError("{SCRIPT}")'
    data = known.reference(served.course, NAME, layer=code, quiz_ps3=f"answer_ps3 = '{SCRIPT}'")
    with served.as_(student) as client, served.as_("grace") as teacher:
        upload(client, data, file=f"{SCRIPT}.ipynb")
        served.wait(student, 1)
        page = client.get(f"/a/{NAME}/1")
        fields = {"guard": guard(page), "part": "layer.dz", "sentence": SCRIPT}
        assert client.post(f"/a/{NAME}/1/ask", data=fields).status_code == 303
        asked = teacher.get("/class/requests")
        id = served.people.requests(student)[0].id
        teacher.post(f"/class/requests/{id}", data={"guard": guard(asked), "answer": SCRIPT})
        wrong = client.post(f"/a/{NAME}/1/ask", data={**fields, "part": SCRIPT})
        pages = [wrong, asked, *(client.get(path) for path in ("/", f"/a/{NAME}", f"/a/{NAME}/1"))]
        base = f"/class/{NAME}"
        pages += [
            teacher.get(path)
            for path in (base, f"{base}/report", f"{base}/of/{student}", f"{base}/of/{student}/1", "/class/requests")
        ]
    assert sum("&lt;script&gt;" in page.text for page in pages) >= 5
    for page in pages:
        assert SCRIPT not in page.text and "<img src=x" not in page.text, page.url
        assert (
            "script-src 'self'" in page.headers["content-security-policy"] or "sha256-" in page.headers["content-security-policy"]
        )


def test_no_id_is_part_of_a_query(served):
    with served.as_("grace") as teacher:
        for id in ("ada' or '1'='1", 'ada" --', "ada;drop table person", "%", "_"):
            assert teacher.get(f"/class/{NAME}/of/{id}").status_code == 404
    assert served.people.find("ada")


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /\r\n\r\n",
        b"\r\n\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"\0" * 100,
    ],
    ids=["tls", "http-0.9", "nothing", "http-9.9", "zeros"],
)
def test_what_is_no_http_is_refused(served, data):
    assert b" 200 " not in raw(served, data, 3).split(b"\r\n")[0]


def test_no_socket_is_upgraded(mallory):
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": "x" * 22 + "==",
        "Sec-WebSocket-Version": "13",
    }
    assert mallory.get("/class/ps3_layer/events", headers=headers).status_code == 404


# --------------------------------------------------------------------------------------------------------- haste, and two at once


def test_two_hand_ins_at_once_are_two_attempts(served):
    """Or one, where they are of the same bytes; never a number twice, never one lost."""
    student, other = next(served.students), next(served.students)
    good = known.notebook(served.course, NAME)
    with concurrent.futures.ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda n: served.hand_in(student, good + b" " * n), range(4)))
        same = list(threads.map(lambda n: served.hand_in(other, good), range(4)))
    taken = [answer for answer in answers if answer.status_code in (200, 202)]
    assert {answer.status_code for answer in answers} <= {200, 202, 429}
    numbers = [answer.json()["attempt"] for answer in taken]
    assert sorted(numbers) == attempts(served, student) == list(range(1, len(taken) + 1))
    assert {answer.json()["attempt"] for answer in same if answer.status_code in (200, 202)} == {1}
    assert attempts(served, other) == [1]


def test_whoever_is_hasty_is_asked_to_wait(served):
    """One being graded and one that waits; more than some in a row; and the queue itself has an end."""
    endless = known.reference(served.course, NAME, layer=ENDLESS)
    hasty, crowd = next(served.students), [next(served.students) for _n in range(8)]
    with concurrent.futures.ThreadPoolExecutor(12) as threads:
        own = [threads.submit(served.hand_in, hasty, endless + b" " * n) for n in range(4)]
        time.sleep(0.5)
        others = [threads.submit(served.hand_in, student, endless) for student in crowd]
        own, others = [one.result() for one in own], [one.result() for one in others]
    assert 429 in {answer.status_code for answer in own} and 503 in {answer.status_code for answer in others}
    for answer in (*own, *others):
        assert answer.status_code in (200, 202, 429, 503)
        if answer.status_code in (429, 503):
            assert int(answer.headers["retry-after"]) >= 1 and answer.json()["error"]
    for student in (hasty, *crowd):
        for number in attempts(served, student):
            served.wait(student, number)


def test_whoever_guesses_is_asked_to_wait(served):
    """Last of all, because it is the machine that is asked to wait, and this is the machine of all tests."""
    student = next(served.students)
    codes = [served.hand_in(student, b"{}" + b" " * n).status_code for n in range(14)]
    assert 429 in codes
    with served.as_() as client:
        answers = (client.get(f"/in/guess{n}") for n in range(1_000))
        waits = next(answer for answer in answers if answer.status_code == 429)  # however slow the machine is
    assert int(waits.headers["retry-after"]) >= 1
    with served.as_("ada") as client:  # who has a good link comes in all the same
        assert client.get("/").status_code == 200
    assert json.loads((served.course.root / f"attempts/ada/{NAME}/counts.json").read_text())["number"] == 1
