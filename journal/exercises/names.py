"""How a name is made comparable, and how a new exercise gets its slug."""

import re
import unicodedata
import zlib
from collections.abc import Sequence

_APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019"
_SIGNS = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}
    | dict.fromkeys(_APOSTROPHES)
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_OTHER_SIGNS = re.compile(r"[^\w\n ]")
# Looked for when the plural s is gone: "calve" was "calves".
_SAME_WORD = {
    "bb": "barbell",
    "bw": "bodyweight",
    "calve": "calf",
    "db": "dumbbell",
    "dumbell": "dumbbell",
    "flie": "fly",
    "flye": "fly",
    "kb": "kettlebell",
}
# These begin with a letter and look back from its word's end: searched for so, a whole catalogue takes no time.
_SAME_WORDS = re.compile("|".join(rf"{word}\b(?<!\w{word})" for word in _SAME_WORD))
# Two letters must stand before the s: "ups" and "abs" lose it, "as" and "21s" keep it; so do "press", "plus"
# and "tennis", whose s is no plural.
_PLURAL_ES = re.compile(r"es\b(?:(?<=[cs]hes)|(?<=sses)|(?<=xes))")
_PLURAL_S = re.compile(r"s\b(?<=[^\W\d_]{2}s)(?<![sui]s)")
_LATIN = re.compile(r"[a-z0-9]+")
_LONGEST_SLUG = 80
"""A slug is a key that files, flags and an index name the exercise by."""


def normal(name: str) -> str:
    """The key that names are compared by: small letters, single spaces, no accents, signs or plural s.

    "Pull-Ups" and "pull up" have the same key, "Squat (Barbell)" and "barbell squat" do not.  Umlauts become
    two letters, as on a keyboard that lacks them.  Letters of every script stay.  Only a name without any
    letter or digit keeps its signs; the key of an empty name is empty.
    """
    return normals([" ".join(name.split())])[0]


def normals(names: Sequence[str]) -> list[str]:
    """The keys of many names without line breaks, in their order: far quicker than one by one."""
    text = _PLURAL_S.sub("", _PLURAL_ES.sub("", _folded("\n".join(names))))
    text = _SAME_WORDS.sub(lambda word: _SAME_WORD[word[0]], text)
    return [" ".join(line.split()) or name for line, name in zip(text.split("\n"), names, strict=True)]


def has_letter(name: str) -> bool:
    """Whether there is a letter of any script in it: what has none, such as 80, is an amount rather than a name."""
    return any(sign.isalpha() for sign in name)


def slugify(name: str) -> str:
    """The slug of a new exercise: "Zercher Carry" becomes "zercher-carry".

    A name that has letters other than Latin ones gets eight hexadecimal digits of its own, so that two such
    names do not end up as one, and so does a very long one; without any Latin letter or digit it is
    "exercise-" and those digits.
    """
    words = " ".join(_folded(name).split())
    latin = _LATIN.findall(words)
    slug = "-".join(latin)
    if latin and len(slug) <= _LONGEST_SLUG and "".join(latin) == words.replace(" ", ""):
        return slug
    digits = zlib.crc32((words or name).encode("utf-8", "replace"))
    return f"{slug[:_LONGEST_SLUG].strip('-') or 'exercise'}-{digits:08x}"


def _folded(text: str) -> str:
    """The text in small letters, without accents and with a space for every sign; line breaks stay."""
    text = _without_umlauts(text.casefold())
    if not text.isascii():
        text = _without_umlauts(unicodedata.normalize("NFKC", text).casefold().translate(_SIGNS))
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
        text = _OTHER_SIGNS.sub(_vowel_sign_or_space, text)
    return text.translate(_SIGNS)


def _without_umlauts(text: str) -> str:
    return text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")


def _vowel_sign_or_space(sign: re.Match[str]) -> str:
    # The vowel signs of Hindi, Thai and others are no letters to a regular expression, yet belong to the word.
    return sign[0] if unicodedata.category(sign[0]).startswith("M") else " "
