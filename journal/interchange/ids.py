"""Ids of what other programs recorded: the same whenever, wherever and in whatever order it is read."""

from uuid import UUID, uuid5

NAMESPACE = UUID("7a4c1f0e-52d7-4c3b-9d0a-3f6a5b8e2c91")
"""Fixed for ever: with another one, every file that was imported before would come in a second time."""


def id_of(source: str, start: str, end: str, title: str, nth: int) -> UUID:
    """The id of the `nth` (from 1) of those that begin, end and are called alike in a file of that source.

    `start` and `end` as the file has them, in ISO 8601 or, for an end, whatever tells it.
    """
    return uuid5(NAMESPACE, "\n".join((source, start, end, str(nth), title)))
