"""Logs as JSON lines on standard error: ids, counts, places in the code; no names, words, tokens or codes."""

import logging
import sys

import structlog


def configure(stream: object = None) -> None:
    """For the whole process, once, at the start."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(stream or sys.stderr),  # type: ignore[arg-type]
        cache_logger_on_first_use=False,
    )
    # What a library says about an exception may quote the words that caused it.
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "websockets", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
