"""The rule book: one decorated function per rule, grouped by theme.

Importing this package puts every theme into the catalogue; adding a rule is adding one function to a theme.
"""

from journal.analysis.rules import choice as choice
from journal.analysis.rules import course as course
from journal.analysis.rules import doms as doms
from journal.analysis.rules import hydration as hydration
from journal.analysis.rules import load as load
from journal.analysis.rules import recovery as recovery
from journal.analysis.rules import red_flags_bone as red_flags_bone
from journal.analysis.rules import red_flags_heart as red_flags_heart
from journal.analysis.rules import red_flags_illness as red_flags_illness
from journal.analysis.rules import red_flags_injury as red_flags_injury
from journal.analysis.rules import red_flags_numbness as red_flags_numbness
from journal.analysis.rules import red_flags_radiating as red_flags_radiating
from journal.analysis.rules import red_flags_signs as red_flags_signs
from journal.analysis.rules import red_flags_weight as red_flags_weight
from journal.analysis.rules import sharp as sharp
