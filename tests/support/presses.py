"""Work for a press that goes wrong, run in its process."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable

from accord.agreement.printing import Job, Printed


def crashing(job: Job) -> Printed:
    if "crash" in job.html:
        os._exit(9)
    return Printed(job.html.encode())


def sleeping(job: Job) -> Printed:
    if "sleep" in job.html:
        time.sleep(60)
    return Printed(job.html.encode())


def without_library(job: Job) -> Printed:
    from accord.agreement import printing

    sys.modules["weasyprint"] = None  # type: ignore[assignment]
    return printing.work(job)


def reaching_out(job: Job) -> Printed:
    """Tries what `job.html` says; the answer is the kind of error or "done"."""
    port = int(job.html.partition(" ")[2] or 0)
    tries: dict[str, Callable[[], object]] = {
        "connect": lambda: socket.create_connection(("127.0.0.1", port), timeout=2),
        "fetch": lambda: urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2),
        "lookup": lambda: socket.getaddrinfo("example.com", 80),
        "program": lambda: subprocess.run(["true"]),
        "shell": lambda: os.system("true"),
    }
    try:
        tries[job.html.partition(" ")[0]]()
    except Exception as error:
        return Printed(type(error).__name__.encode())
    return Printed(b"done")


def echo(job: Job) -> Printed:
    return Printed(job.html.encode() + str(os.getpid()).encode())
