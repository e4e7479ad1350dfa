"""The names that people type, in English and in German, and the exercise that each means."""

import pytest

from journal.exercises import Catalogue, catalogue

TYPED = """
    squat                     squat
    squats                    squat
    back squat                squat
    bb squat                  squat
    front squats              front-squat
    bss                       bulgarian-split-squat
    bench                     bench-press
    flat bench                bench-press
    db bench                  dumbbell-bench-press
    incline db press          incline-dumbbell-bench-press
    ohp                       overhead-press
    military press            overhead-press
    dl                        deadlift
    rdl                       romanian-deadlift
    db rdl                    dumbbell-romanian-deadlift
    sldl                      stiff-leg-deadlift
    row                       barbell-row
    rows                      barbell-row
    bent-over row             barbell-row
    cable row                 seated-cable-row
    db row                    dumbbell-row
    pull up                   pull-up
    pull-up                   pull-up
    pullup                    pull-up
    pull ups                  pull-up
    Pull-Ups                  pull-up
    pullups                   pull-up
    chin up                   chin-up
    chinups                   chin-up
    push ups                  push-up
    pushup                    push-up
    lat pull-down             lat-pulldown
    pulldowns                 lat-pulldown
    dips                      dip
    curl                      dumbbell-curl
    curls                     dumbbell-curl
    bicep curl                dumbbell-curl
    biceps curls              dumbbell-curl
    ez curl                   ez-bar-curl
    hammer curls              hammer-curl
    pushdowns                 triceps-pushdown
    tricep pushdown           triceps-pushdown
    skull crushers            skullcrusher
    hip thrusts               hip-thrust
    bridge                    glute-bridge
    glute bridges             glute-bridge
    leg curls                 leg-curl
    hamstring curl            leg-curl
    calf raises               calf-raise
    good mornings             good-morning
    hyperextensions           back-extension
    back raise                back-extension
    planks                    plank
    short plank               plank
    opposite arm and leg      bird-dog
    opposite-arm-leg          bird-dog
    deadbugs                  dead-bug
    situps                    sit-up
    crunches                  crunch
    v-ups                     v-up
    ab wheel rollout          ab-wheel
    kb swings                 kettlebell-swing
    farmer's carry            farmers-walk
    farmers walks             farmers-walk
    box jumps                 box-jump
    burpees                   burpee
    jumping rope              jump-rope
    run                       run
    running                   run
    jog                       run
    treadmill                 treadmill-run
    trail running             trail-run
    cycling                   ride
    bike                      ride
    spinning                  indoor-ride
    swimming                  swim
    walking                   walk
    hiking                    hike
    rowing                    row-erg
    rower                     row-erg
    erg                       row-erg
    cross trainer             elliptical
    stairmaster               stair-climber
    soccer                    football
    child's pose              childs-pose
    childs pose               childs-pose
    cat cow                   cat-cow
    knee to chest             knees-to-chest
    standing backbend         standing-back-bend
    hip flexor stretch        kneeling-lunge
    wall slides               wall-slide
    sun salutations           sun-salutation
    seated forward bend       seated-forward-fold
    down dog                  downward-dog
"""

GERMAN = """
    Bankdrücken (Langhantel)                  bench-press
    Bankdrücken (Kurzhantel)                  dumbbell-bench-press
    Schrägbankdrücken (Langhantel)            incline-bench-press
    Schraegbankdruecken (Kurzhantel)          incline-dumbbell-bench-press
    Kniebeuge (Langhantel)                    squat
    Kniebeugen                                squat
    Frontkniebeuge (Langhantel)               front-squat
    Kreuzheben (Langhantel)                   deadlift
    Rumänisches Kreuzheben (Langhantel)       romanian-deadlift
    Rumänisches Kreuzheben (Kurzhantel)       dumbbell-romanian-deadlift
    Überkopfdrücken (Langhantel)              overhead-press
    Schulterdrücken (Kurzhantel)              dumbbell-shoulder-press
    Schulterdrücken (Maschine)                machine-shoulder-press
    Vorgebeugtes Rudern (Langhantel)          barbell-row
    Rudern sitzend (Kabel)                    seated-cable-row
    Latzug (Kabel)                            lat-pulldown
    Klimmzug                                  pull-up
    Klimmzüge                                 pull-up
    Klimmzug (unterstützt)                    assisted-pull-up
    Liegestütze                               push-up
    Seitheben (Kurzhantel)                    lateral-raise
    Frontheben (Kurzhantel)                   front-raise
    Butterfly (Maschine)                      pec-deck
    Bizepscurl (Kurzhantel)                   dumbbell-curl
    Bizepscurl (Langhantel)                   barbell-curl
    Hammercurls                               hammer-curl
    Trizepsdrücken (Kabel)                    triceps-pushdown
    Beinpresse (Maschine)                     leg-press
    Beinstrecker (Maschine)                   leg-extension
    Beinbeuger liegend (Maschine)             lying-leg-curl
    Beinbeuger sitzend (Maschine)             seated-leg-curl
    Wadenheben stehend                        calf-raise
    Wadenheben sitzend (Maschine)             seated-calf-raise
    Ausfallschritte (Kurzhantel)              dumbbell-lunge
    Bulgarische Kniebeugen                    bulgarian-split-squat
    Abduktoren (Maschine)                     hip-abduction
    Adduktoren (Maschine)                     hip-adduction
    Hüftstoß (Langhantel)                     hip-thrust
    Beckenheben                               glute-bridge
    Rückenstrecker                            back-extension
    Unterarmstütz                             plank
    Seitstütz                                 side-plank
    Beinheben hängend                         hanging-leg-raise
    Seilspringen                              jump-rope
    Laufen                                    run
    Laufband                                  treadmill-run
    Radfahren                                 ride
    Schwimmen                                 swim
    Spazieren                                 walk
    Wandern                                   hike
    Rudergerät                                row-erg
    Crosstrainer                              elliptical
    Fußball                                   football
    Langlauf                                  cross-country-skiing
    Kindhaltung                               childs-pose
    Katze-Kuh                                 cat-cow
    Sonnengruß                                sun-salutation
    Dehnen                                    stretching
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(" ".join(words[:-1]), words[-1]) for line in table.splitlines() if (words := line.split())]


def found(known: Catalogue, table: str) -> list[tuple[str, str]]:
    """The names of a table, each with the slug of what is found; none is an empty one."""
    return [(name, getattr(known.find(name), "slug", "")) for name, _ in pairs(table)]


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue()


def test_a_name_as_people_type_it_is_found(known: Catalogue) -> None:
    assert found(known, TYPED) == pairs(TYPED)


def test_a_german_name_is_found(known: Catalogue) -> None:
    assert found(known, GERMAN) == pairs(GERMAN)
