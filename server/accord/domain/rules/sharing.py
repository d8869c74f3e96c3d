"""Links to read the agreement by, and who has it."""

from accord.domain import commands as c
from accord.domain import events as e
from accord.domain.asking import Ask, Events, found, fresh, limit, on
from accord.domain.sharing import is_news
from accord.domain.state import State
from accord.domain.words import clean_name
from accord.errors import Refused

SHARES = 200


@on(c.Share)
def _(command: c.Share, ask: Ask) -> Events:
    limit(len(ask.state.shares), SHARES, "shares")
    share = fresh(command.id, ask.state.shares)  # type: ignore[arg-type]
    return (e.Shared(share, clean_name(command.to), ask.person, ask.now, command.opens),)


@on(c.Unshare)
def _(command: c.Unshare, ask: Ask) -> Events:
    if found(ask.state.shares, command.share).revoked is not None:
        return ()
    return (e.Unshared(command.share, ask.person, ask.now),)


@on(c.Receive)
def _(command: c.Receive, ask: Ask) -> Events:
    """By a link: the first opening of a version on a day. By a person: the first time they take what is in force."""
    if command.version:
        found(ask.state.versions, command.version)
    news = _by_link(ask, command) if command.share else _by_person(ask.state, command)
    return (e.Received(command.version, ask.now, command.share, command.person),) if news else ()


def _by_link(ask: Ask, command: c.Receive) -> bool:
    share = found(ask.state.shares, command.share)
    if share.revoked is not None:
        raise Refused("bad_link")
    return is_news(share.openings.get(command.version), ask.now)


def _by_person(state: State, command: c.Receive) -> bool:
    found(state.people, command.person)
    if found(state.versions, command.version).in_force is None:
        raise Refused("stale_document", version=command.version)
    return command.person not in state.received.get(command.version, {})
