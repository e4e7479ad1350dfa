"""Monotony and strain, against the published vectors."""

import pytest

from journal.analysis.training.monotony import NO_VARIATION, Monotony, monotony


@pytest.mark.parametrize(
    ("loads", "value", "strain"),
    [
        ((0, 20, 10, 10, 10, 10, 10), 1.870829, 130.958),
        ((5, 15, 20, 20, 20, 25, 35), 2.366432, 331.300),
        ((0, 0, 0, 10, 20, 30, 40), 0.953463, 95.346),
        ((0, 420, 0, 300, 0, 540, 0), 0.827516, 1042.670),
    ],
)
def test_it_is_the_mean_over_the_spread_of_the_population_and_strain_the_sum_times_that(loads, value, strain):
    found = monotony(loads)

    assert found.value == pytest.approx(value, abs=5e-7)
    assert found.strain == pytest.approx(strain, abs=5e-4)
    assert found.value == pytest.approx(found.mean / found.spread)
    assert found.reason == ""


def test_it_does_not_depend_on_the_order_or_the_unit():
    assert monotony((35, 20, 5, 20, 15, 25, 20)).value == monotony((5, 15, 20, 20, 20, 25, 35)).value
    assert monotony((50, 150, 200, 200, 200, 250, 350)).value == pytest.approx(2.366432, abs=5e-7)


@pytest.mark.parametrize("load", [100, 0.1, 1 / 3, 1e-12, 1e12])
def test_equal_days_have_no_number_and_a_reason(load):
    assert monotony((load,) * 7) == Monotony(pytest.approx(load), 0, None, None, NO_VARIATION)


@pytest.mark.parametrize("load", [0.1 + 0.2, 0.3])
def test_rounding_is_no_variation(load):
    assert monotony((0.3, 0.3, 0.3, load, 0.3, 0.3, 0.3)).reason == NO_VARIATION


@pytest.mark.parametrize("loads", [(0,) * 7, ()])
def test_no_load_has_no_number_and_nothing_to_say(loads):
    assert monotony(loads) == Monotony(0, 0, None, None, "")
