"""Mail going out: through the server that was named, one letter at a time, beside the event loop."""

import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr
from typing import Final

from accord.domain.words import clean
from accord.errors import Refused
from accord.settings import Settings

SECONDS: Final = 10
LONGEST: Final = 254
_LOCAL: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~")


class NotTaken(Exception):
    """The mail server will not take this letter; `for_good` if it says that asking again is no use."""

    def __init__(self, *, for_good: bool) -> None:
        super().__init__()
        self.for_good = for_good


def address_of(typed: str) -> str:
    """An e-mail address in plain letters: nothing in it begins another header, another address or a comment.

    Refused("bad_input", why="address").
    """
    local, at, domain = clean(typed, LONGEST, "address").rpartition("@")
    try:
        host = domain.encode("idna").decode().lower()
    except UnicodeError:
        host = ""
    labels, whole = host.split("."), f"{local}@{host}"
    sound = all(one and not one.startswith("-") and one.replace("-", "").isalnum() for one in labels)
    if not at or not local or not set(local) <= _LOCAL or len(labels) < 2 or not sound or len(whole) > LONGEST:
        raise Refused("bad_input", field="address", why="address")
    return whole


def letter(settings: Settings, to: str, subject: str, text: str, at: datetime) -> EmailMessage:
    """A plain letter. What people wrote stands in the one line of the subject and in the text, nowhere else."""
    message = EmailMessage(policy=SMTP)
    message["From"] = settings.smtp_from
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=parseaddr(settings.smtp_from)[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"  # so that no "I am on holiday" comes back
    message.set_content(text, charset="utf-8")
    return message


def send(settings: Settings, message: EmailMessage) -> None:
    """Hands the letter over; blocks. NotTaken about this letter; OSError, SMTPException about the mail server."""
    with _line(settings) as line:
        if settings.smtp_user:
            line.login(settings.smtp_user, settings.smtp_password.get_secret_value())
        try:
            line.send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            raise NotTaken(for_good=all(code >= 500 for code, _ in refused.recipients.values())) from None
        except smtplib.SMTPDataError as refused:
            raise NotTaken(for_good=refused.smtp_code >= 500) from None


def _line(settings: Settings) -> smtplib.SMTP:
    where = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_tls == "tls":
        return smtplib.SMTP_SSL(*where, timeout=SECONDS, context=ssl.create_default_context())
    line = smtplib.SMTP(*where, timeout=SECONDS)
    if settings.smtp_tls == "starttls":
        try:
            line.starttls(context=ssl.create_default_context())
        except BaseException:
            line.close()
            raise
    return line
