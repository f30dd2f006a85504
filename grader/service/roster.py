"""`grader roster`: who takes part, and their personal links, printed or mailed."""

import os
import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path

from grader.course.folder import Course, CourseError
from grader.service.people import INSTRUCTOR, STUDENT, People, Person, read_roster, sound_id
from grader.service.policy import Policy
from grader.service.service import personal_link
from grader.service.tokens import Tokens
from grader.words import _, plain

PASSWORD = "GRADER_SMTP_PASSWORD"  # in the environment, never in a file of the course
SECONDS = 30.0


def command(course: Course, what: str, names: list[str], address: str, mail: bool) -> bool:
    """Do one of `grader roster`'s verbs, and print what came of it; False where a mail could not be sent. Raises CourseError,
    OSError."""
    people, tokens = People(course), Tokens(course)
    if what == "list":
        active = people.active()
        for person in people.all(None):
            note = "" if person.id in active else _("link taken away")
            print("\t".join((person.id, person.name, person.email, person.team, person.role, note)).rstrip())
        return True
    if not names:
        raise CourseError(_("`grader roster {what}` needs a name.").format(what=what))
    if what == "revoke":
        for id in names:
            people.revoke(id)
            print(_("{id}: the link is void").format(id=plain(id)))
        return True
    chosen = _chosen(people, what, names)
    if mail:
        return _mail(course, chosen, tokens, address)
    for person in chosen:
        print("\t".join((person.id, person.name, personal_link(address, tokens, person))))
    return True


def _chosen(people, what, names):
    """The people whose links are wanted, entered or renewed before, as `what` says."""
    if what == "import":
        if len(names) != 1:
            raise CourseError(_("`grader roster import` needs one file."))
        rows = read_roster(Path(names[0]))
        people.enter(rows, STUDENT)
        return [person for id, *_rest in rows if (person := people.find(id))]
    if what == "renew":
        return [people.renew(id) for id in names]
    if what == "instructor":
        for id in names:
            if not sound_id(id):
                raise CourseError(_("{id!r} can't be an id; letters, digits and . @ + - _ will do.").format(id=plain(id)))
            if people.find(id) is None:
                people.enter([(id, "", "", "")], INSTRUCTOR)
    found = {id: people.find(id) for id in names}
    for id, person in found.items():
        if person is None or (what == "instructor" and person.role != INSTRUCTOR):
            raise CourseError(_("{id} has no link; `grader roster renew {id}` makes one.").format(id=plain(id)))
    return list(found.values())


def _mail(course, chosen: list[Person], tokens, address):
    settings = Policy.of(course).smtp
    if not settings.get("host") or not settings.get("sender"):
        raise CourseError(_("Mail needs c.Service.smtp with host and sender in course_config.py; without it links are printed."))
    without = [person.id for person in chosen if not person.email]
    if without:
        print(_("No e-mail: {ids}").format(ids=", ".join(without)))
    title = Policy.of(course).title or _("Course")
    sent = 0
    try:
        with _server(settings) as server:
            for person in chosen:
                if person.email:
                    server.send_message(_message(person, title, settings["sender"], personal_link(address, tokens, person)))
                    sent += 1
    except smtplib.SMTPException as error:
        print(_("Mailed {n}; then the server refused: {why}").format(n=sent, why=plain(str(error))))
        return False
    print(_("Mailed: {n}").format(n=sent))
    return not without


def _message(person, title, sender, link):
    message = EmailMessage()
    message["From"], message["To"] = sender, person.email
    message["Subject"] = _("{title}: your personal link").format(title=plain(title, 100))
    message.set_content(
        _(
            "Hello {name},\n\nthis is your personal link to {title}:\n\n{link}\n\n"
            "Whoever has it hands in as you: keep it as you keep a password.\n"
        ).format(name=person.shown, title=title, link=link)
    )
    return message


def _server(settings):
    """A connection to the mail server, encrypted unless tls is False."""
    context = ssl.create_default_context()
    port, tls = settings.get("port", 587), settings.get("tls", True)
    if tls and port == 465:
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings["host"], port, timeout=SECONDS, context=context)
    else:
        server = smtplib.SMTP(settings["host"], port, timeout=SECONDS)
        if tls:
            server.starttls(context=context)
    if settings.get("user"):
        server.login(settings["user"], os.environ.get(PASSWORD, ""))
    return server
