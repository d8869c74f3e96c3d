"""Terms of the field in any inflection. Their patterns come from content, so only a part of regular expressions counts:
one that every text can be searched with quickly."""

import re
from functools import cache
from typing import Final

from accord.domain.catalogue import TermForm

_PIECE: Final = r"\\b|\\w\*|\[[^\[\]\\]{1,20}\]\??|[^\W_]\??|[ \-/]\??"
_INNER: Final = rf"(?:{_PIECE}|\||\((?:{_PIECE}|\|)*\)\??)*"
_ALLOWED: Final = re.compile(rf"(?:{_PIECE}|\({_INNER}\)\??)*")
_OPEN: Final = re.compile(r"\\w\*(?!\)*\??(?:[ |]|$))")
_NEVER: Final = re.compile(r"(?!)")
_LONGEST: Final = 300


def _alternatives(pattern: str) -> list[str]:
    """Split at the bars that stand in no group."""
    found, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return found


def usable(pattern: str) -> bool:
    r"""Letters, \b, \w* at the end of a word, [..], groups and ?; every alternative begins with \b."""
    if len(pattern) > _LONGEST or _OPEN.search(pattern):
        return False
    return all(one.startswith(r"\b") and _ALLOWED.fullmatch(one) for one in _alternatives(pattern))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Abbreviations are found in capitals only. What is not usable is found nowhere."""
    plain = re.sub(r"\[.*?\]", "", pattern)
    flags = 0 if re.search("[A-Z]{2}", plain) else re.IGNORECASE
    return re.compile(pattern, flags) if usable(pattern) else _NEVER


def patterns(form: TermForm) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _compiled(form.pl), _compiled(form.en)


def used(text: str, form: TermForm) -> str:
    """The words as the text uses the term; "" when it does not."""
    return next((hit[0] for one in patterns(form) if (hit := one.search(text))), "")


_HEAD: Final = re.compile(r"\s[–—-]\s|[:(]")


def form_of(term: str, forms: tuple[TermForm, ...]) -> str:
    """Which term a card defines, by its title: "MQL – marketing qualified lead" is mql. "" for one of their own."""
    title = _HEAD.split(term, maxsplit=1)[0]
    hits = [(len(hit[0]), form.id) for form in forms for one in patterns(form) if (hit := one.search(title))]
    return max(hits, default=(0, ""))[1]
