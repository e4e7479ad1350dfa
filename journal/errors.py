"""The two ways in which the program says no.  Each message is one whole sentence for the user."""


class Refused(ValueError):
    """The call or its input was wrong: names what, where, and what would be accepted.  Exit status 2."""


class CouldNot(Exception):
    """The call was right, but could not be done: a damaged journal, a full disk, ...  Exit status 1."""
