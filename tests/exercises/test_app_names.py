"""The names that Strong, Hevy and FitNotes write into their files, and the exercise that each means."""

import pytest

from journal.exercises import Catalogue, catalogue

STRONG_AND_HEVY = """
    Ab Wheel                                  ab-wheel
    Arnold Press (Dumbbell)                   arnold-press
    Back Extension (Hyperextension)           back-extension
    Back Extension (Machine)                  machine-back-extension
    Ball Slams                                ball-slam
    Band Pullaparts                           band-pull-apart
    Bench Dip                                 bench-dip
    Bench Press (Barbell)                     bench-press
    Bench Press (Cable)                       cable-bench-press
    Bench Press (Dumbbell)                    dumbbell-bench-press
    Bench Press (Smith Machine)               smith-machine-bench-press
    Bench Press - Close Grip (Barbell)        close-grip-bench-press
    Bent Over One Arm Row (Dumbbell)          dumbbell-row
    Bent Over Row (Barbell)                   barbell-row
    Bent Over Row (Dumbbell)                  bent-over-dumbbell-row
    Bicep Curl (Barbell)                      barbell-curl
    Bicep Curl (Cable)                        cable-curl
    Bicep Curl (Dumbbell)                     dumbbell-curl
    Bicep Curl (Machine)                      machine-curl
    Bicycle Crunch                            bicycle-crunch
    Bird Dog                                  bird-dog
    Box Jump                                  box-jump
    Bulgarian Split Squat                     bulgarian-split-squat
    Burpee                                    burpee
    Butterfly (Pec Deck)                      pec-deck
    Cable Crossover                           cable-fly
    Cable Crunch                              cable-crunch
    Cable Fly Crossovers                      cable-fly
    Cable Pull Through                        cable-pull-through
    Cable Twist (Up to down)                  wood-chop
    Calf Press on Leg Press                   leg-press-calf-raise
    Calf Press (Machine)                      leg-press-calf-raise
    Chest Dip                                 chest-dip
    Chest Fly (Dumbbell)                      dumbbell-fly
    Chest Fly (Machine)                       pec-deck
    Chest Press (Machine)                     machine-chest-press
    Chest Supported Incline Row (Dumbbell)    chest-supported-row
    Chin Up                                   chin-up
    Chin Up (Assisted)                        assisted-chin-up
    Clean and Jerk (Barbell)                  clean-and-jerk
    Concentration Curl (Dumbbell)             concentration-curl
    Crunch (Machine)                          machine-crunch
    Cycling                                   ride
    Cycling (Indoor)                          indoor-ride
    Dead Bug                                  dead-bug
    Dead Hang                                 dead-hang
    Deadlift (Barbell)                        deadlift
    Deadlift (Dumbbell)                       dumbbell-deadlift
    Deadlift (Trap Bar)                       trap-bar-deadlift
    Decline Bench Press (Barbell)             decline-bench-press
    Decline Crunch                            decline-crunch
    Diamond Push Up                           diamond-push-up
    Downward Dog                              downward-dog
    Dumbbell Row                              dumbbell-row
    Elliptical Machine                        elliptical
    Elliptical Trainer                        elliptical
    EZ Bar Biceps Curl                        ez-bar-curl
    Face Pull (Cable)                         face-pull
    Farmers Walk                              farmers-walk
    Flat Leg Raise                            leg-raise
    Floor Press (Barbell)                     floor-press
    Front Raise (Dumbbell)                    front-raise
    Front Raise (Plate)                       plate-front-raise
    Front Squat (Barbell)                     front-squat
    Glute Bridge                              glute-bridge
    Glute Ham Raise                           glute-ham-raise
    Glute Kickback (Machine)                  machine-glute-kickback
    Goblet Squat (Kettlebell)                 goblet-squat
    Good Morning (Barbell)                    good-morning
    Hack Squat (Machine)                      hack-squat
    Hammer Curl (Cable)                       cable-hammer-curl
    Hammer Curl (Dumbbell)                    hammer-curl
    Handstand Push Up                         handstand-push-up
    Hanging Knee Raise                        hanging-knee-raise
    Hanging Leg Raise                         hanging-leg-raise
    High Knees                                high-knees
    Hiking                                    hike
    Hip Abductor (Machine)                    hip-abduction
    Hip Adduction (Machine)                   hip-adduction
    Hip Thrust (Barbell)                      hip-thrust
    Hip Thrust (Bodyweight)                   bodyweight-hip-thrust
    Hip Thrust (Machine)                      machine-hip-thrust
    Incline Bench Press (Barbell)             incline-bench-press
    Incline Bench Press (Dumbbell)            incline-dumbbell-bench-press
    Incline Chest Fly (Dumbbell)              incline-dumbbell-fly
    Incline Chest Press (Machine)             incline-machine-chest-press
    Incline Curl (Dumbbell)                   incline-curl
    Inverted Row (Bodyweight)                 inverted-row
    Iso-Lateral Chest Press (Machine)         iso-lateral-chest-press
    Iso-Lateral Row (Machine)                 iso-lateral-row
    Jump Rope                                 jump-rope
    Jump Squat                                jump-squat
    Jumping Jack                              jumping-jack
    Kettlebell Swing                          kettlebell-swing
    Kettlebell Turkish Get Up                 turkish-get-up
    Knee Raise (Captain's Chair)              captains-chair-knee-raise
    Lat Pulldown (Cable)                      lat-pulldown
    Lat Pulldown (Machine)                    machine-lat-pulldown
    Lat Pulldown - Close Grip (Cable)         close-grip-lat-pulldown
    Lat Pulldown - Underhand (Cable)          reverse-grip-lat-pulldown
    Lat Pulldown - Wide Grip (Cable)          lat-pulldown
    Lateral Raise (Cable)                     cable-lateral-raise
    Lateral Raise (Dumbbell)                  lateral-raise
    Lateral Raise (Machine)                   machine-lateral-raise
    Leg Extension (Machine)                   leg-extension
    Leg Press                                 leg-press
    Leg Press (Machine)                       leg-press
    Leg Press Horizontal (Machine)            horizontal-leg-press
    Lunge (Barbell)                           barbell-lunge
    Lunge (Bodyweight)                        lunge
    Lunge (Dumbbell)                          dumbbell-lunge
    Lying Leg Curl (Machine)                  lying-leg-curl
    Mountain Climber                          mountain-climber
    Nordic Hamstrings Curls                   nordic-curl
    Overhead Press (Barbell)                  overhead-press
    Overhead Press (Dumbbell)                 dumbbell-shoulder-press
    Overhead Triceps Extension (Cable)        cable-overhead-triceps-extension
    Pec Deck (Machine)                        pec-deck
    Pendlay Row (Barbell)                     pendlay-row
    Plank                                     plank
    Power Clean                               power-clean
    Preacher Curl (Barbell)                   preacher-curl
    Preacher Curl (Machine)                   machine-preacher-curl
    Pull Up                                   pull-up
    Pull Up (Assisted)                        assisted-pull-up
    Pull Up (Band)                            band-assisted-pull-up
    Pull Up (Weighted)                        pull-up
    Pullover (Dumbbell)                       dumbbell-pullover
    Push Press                                push-press
    Push Up                                   push-up
    Rack Pull (Barbell)                       rack-pull
    Rear Delt Reverse Fly (Machine)           machine-reverse-fly
    Reverse Crunch                            reverse-crunch
    Reverse Curl (Barbell)                    reverse-curl
    Reverse Fly (Dumbbell)                    reverse-fly
    Romanian Deadlift (Barbell)               romanian-deadlift
    Romanian Deadlift (Dumbbell)              dumbbell-romanian-deadlift
    Rope Straight Arm Pulldown                straight-arm-pulldown
    Rowing (Machine)                          row-erg
    Rowing Machine                            row-erg
    Running                                   run
    Running (Treadmill)                       treadmill-run
    Russian Twist (Bodyweight)                bodyweight-russian-twist
    Russian Twist (Weighted)                  russian-twist
    Seated Cable Row - V Grip (Cable)         seated-cable-row
    Seated Calf Raise (Machine)               seated-calf-raise
    Seated Incline Curl (Dumbbell)            incline-curl
    Seated Leg Curl (Machine)                 seated-leg-curl
    Seated Overhead Press (Barbell)           seated-overhead-press
    Seated Overhead Press (Dumbbell)          seated-dumbbell-shoulder-press
    Seated Row (Cable)                        seated-cable-row
    Seated Row (Machine)                      machine-row
    Seated Shoulder Press (Machine)           machine-shoulder-press
    Shoulder Press (Dumbbell)                 dumbbell-shoulder-press
    Shoulder Press (Machine)                  machine-shoulder-press
    Shrug (Barbell)                           shrug
    Shrug (Dumbbell)                          dumbbell-shrug
    Side Plank                                side-plank
    Single Arm Lateral Raise (Cable)          cable-lateral-raise
    Single Leg Press (Machine)                single-leg-press
    Sit Up                                    sit-up
    Skullcrusher (Barbell)                    skullcrusher
    Split Squat (Dumbbell)                    dumbbell-split-squat
    Squat (Barbell)                           squat
    Squat (Bodyweight)                        bodyweight-squat
    Squat (Smith Machine)                     smith-machine-squat
    Stair Machine (Floors)                    stair-climber
    Standing Calf Raise (Machine)             machine-calf-raise
    Standing Calf Raise (Smith)               smith-machine-calf-raise
    Standing Military Press (Barbell)         overhead-press
    Step-up                                   step-up
    Stiff Leg Deadlift (Barbell)              stiff-leg-deadlift
    Stretching                                stretching
    Strict Military Press (Barbell)           overhead-press
    Sumo Deadlift (Barbell)                   sumo-deadlift
    Superman                                  superman
    Swimming                                  swim
    T Bar Row                                 t-bar-row
    Toes To Bar                               toes-to-bar
    Torso Rotation (Machine)                  torso-rotation
    Trap Bar Deadlift                         trap-bar-deadlift
    Treadmill                                 treadmill-run
    Triceps Dip (Assisted)                    assisted-dip
    Triceps Extension (Cable)                 cable-overhead-triceps-extension
    Triceps Extension (Dumbbell)              overhead-triceps-extension
    Triceps Kickback (Dumbbell)               triceps-kickback
    Triceps Pushdown                          triceps-pushdown
    Triceps Pushdown (Cable - Straight Bar)   triceps-pushdown
    Triceps Rope Pushdown                     rope-pushdown
    Upright Row (Barbell)                     upright-row
    V Up                                      v-up
    Walking                                   walk
    Walking Lunge (Dumbbell)                  dumbbell-walking-lunge
    Wide Pull Up                              wide-grip-pull-up
    Yoga                                      yoga
    Zercher Squat (Barbell)                   zercher-squat
"""

FITNOTES = """
    Ab-Wheel Rollout                          ab-wheel
    Arnold Dumbbell Press                     arnold-press
    Barbell Calf Raise                        barbell-calf-raise
    Barbell Curl                              barbell-curl
    Barbell Front Squat                       front-squat
    Barbell Glute Bridge                      barbell-glute-bridge
    Barbell Row                               barbell-row
    Barbell Squat                             squat
    Cable Face Pull                           face-pull
    Cable Overhead Triceps Extension          cable-overhead-triceps-extension
    Close Grip Barbell Bench Press            close-grip-bench-press
    Dumbbell Hammer Curl                      hammer-curl
    EZ-Bar Preacher Curl                      preacher-curl
    Flat Barbell Bench Press                  bench-press
    Flat Dumbbell Bench Press                 dumbbell-bench-press
    Flat Dumbbell Fly                         dumbbell-fly
    Hammer Strength Row                       machine-row
    Incline Dumbbell Bench Press              incline-dumbbell-bench-press
    Lateral Dumbbell Raise                    lateral-raise
    Leg Extension Machine                     leg-extension
    Lying Triceps Extension                   skullcrusher
    Parallel Bar Triceps Dip                  triceps-dip
    Rear Delt Machine Fly                     machine-reverse-fly
    Rope Push Down                            rope-pushdown
    Running (Outdoor)                         run
    Seated Machine Fly                        pec-deck
    Standing Calf Raise Machine               machine-calf-raise
    Stationary Bike                           indoor-ride
    Stiff-Legged Deadlift                     stiff-leg-deadlift
    Straight-Arm Cable Pushdown               straight-arm-pulldown
    V-Bar Push Down                           triceps-pushdown
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(" ".join(words[:-1]), words[-1]) for line in table.splitlines() if (words := line.split())]


def found(known: Catalogue, table: str) -> list[tuple[str, str]]:
    """The names of a table, each with the slug of what is found; none is an empty one."""
    return [(name, getattr(known.find(name), "slug", "")) for name, _ in pairs(table)]


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


def test_a_name_of_strong_or_hevy_is_found(known: Catalogue) -> None:
    assert found(known, STRONG_AND_HEVY) == pairs(STRONG_AND_HEVY)


def test_a_name_of_fitnotes_is_found(known: Catalogue) -> None:
    assert found(known, FITNOTES) == pairs(FITNOTES)


def test_the_tables_name_at_least_150_exercises_of_the_apps() -> None:
    assert len({name for name, _ in pairs(STRONG_AND_HEVY)}) >= 150
