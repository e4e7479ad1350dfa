"""Memory that nobody uses any more is looked for when nobody types: to look through all takes some keys' time.

The search was off until the program had started, see `journal.__main__`; where it was not, as in the tests, nothing
is changed.
"""

import gc

_YOUNG, _MIDDLE = 700, 10
"""As Python has it: what has just been made is looked through often, which takes no time."""
_SELDOM = 300
"""Instead of 10: only who types without a pause for long has all of it looked through in between."""


def begin() -> None:
    """Turn the search on; what is there by now stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _SELDOM)
        gc.enable()


def keep() -> None:
    """What is there by now stays, and is never looked through again; to be called once, as none of it is given back.

    Style sheets and the first pages are most of what there is: to look through them takes the time of two keys.
    """
    if gc.get_freeze_count():
        gc.freeze()


def tidy() -> None:
    """Look through all that was made since; to be called when no key is near."""
    if gc.get_freeze_count():
        gc.collect()
