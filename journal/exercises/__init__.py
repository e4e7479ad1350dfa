"""The exercise catalogue and its look-up.

`catalogue.csv` holds the built-in exercises, a row each: slug, name, kind of workout, primary and secondary
muscles, tags, and the names that people and apps give them.  The user's own exercises and aliases go on top.
"""

from journal.exercises.data import Exercise
from journal.exercises.look_up import Catalogue, catalogue
from journal.exercises.names import normal, slugify

__all__ = ["Catalogue", "Exercise", "catalogue", "normal", "slugify"]
