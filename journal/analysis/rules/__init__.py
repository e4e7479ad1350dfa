"""The rule book: one decorated function per rule, grouped by theme.

Importing this package puts every theme into the catalogue; adding a rule is adding one function to a theme.
"""

from journal.analysis.rules import care_cold_heat as care_cold_heat
from journal.analysis.rules import care_hands as care_hands
from journal.analysis.rules import care_packs as care_packs
from journal.analysis.rules import care_relief as care_relief
from journal.analysis.rules import choice as choice
from journal.analysis.rules import choice_core as choice_core
from journal.analysis.rules import choice_variety as choice_variety
from journal.analysis.rules import conditions as conditions
from journal.analysis.rules import course as course
from journal.analysis.rules import course_rest as course_rest
from journal.analysis.rules import course_signs as course_signs
from journal.analysis.rules import course_worse as course_worse
from journal.analysis.rules import daily_life as daily_life
from journal.analysis.rules import doms as doms
from journal.analysis.rules import hydration as hydration
from journal.analysis.rules import hydration_amounts as hydration_amounts
from journal.analysis.rules import hydration_signs as hydration_signs
from journal.analysis.rules import lines as lines
from journal.analysis.rules import load as load
from journal.analysis.rules import load_session as load_session
from journal.analysis.rules import load_weeks as load_weeks
from journal.analysis.rules import medicine as medicine
from journal.analysis.rules import recovery as recovery
from journal.analysis.rules import recovery_days as recovery_days
from journal.analysis.rules import recurrence as recurrence
from journal.analysis.rules import red_flags_bone as red_flags_bone
from journal.analysis.rules import red_flags_heart as red_flags_heart
from journal.analysis.rules import red_flags_illness as red_flags_illness
from journal.analysis.rules import red_flags_injury as red_flags_injury
from journal.analysis.rules import red_flags_numbness as red_flags_numbness
from journal.analysis.rules import red_flags_radiating as red_flags_radiating
from journal.analysis.rules import red_flags_signs as red_flags_signs
from journal.analysis.rules import red_flags_weight as red_flags_weight
from journal.analysis.rules import return_clearance as return_clearance
from journal.analysis.rules import return_steps as return_steps
from journal.analysis.rules import return_to_training as return_to_training
from journal.analysis.rules import session as session
from journal.analysis.rules import session_form as session_form
from journal.analysis.rules import sharp as sharp
