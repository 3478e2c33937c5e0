"""Finance: arrays against loops, inverses, other libraries, edges, and every message."""

import datetime
import math

import numpy as np
import numpy_financial
import pytest
import pyxirr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from colocate.model.finance import (
    discount_factors,
    equivalent_annual_cost,
    internal_rate_of_return,
    nominal_rate,
    payback,
    present_value,
    real_rate,
)

settings.register_profile("finance", derandomize=True, deadline=None, max_examples=100)
same_each_time = settings(settings.get_profile("finance"))

money = st.integers(-1_000_000, 1_000_000).map(float)
flows = st.lists(money, min_size=1, max_size=15)
rates = st.floats(-0.5, 2.0)
NAN, INFINITY = math.nan, math.inf


def draws(seed, *shape, low=-1.0, high=1.0):
    return np.random.default_rng(seed).uniform(low, high, shape)


# Present value and discount factors


def test_first_amount_is_at_time_0_unless_told():
    assert present_value([100.0], 0.25) == 100.0
    assert present_value([100.0, 100.0], 0.25) == 180.0
    assert present_value([100.0, 100.0], 0.25, [1.0, 2.0]) == 144.0


def test_negative_and_zero_rates():
    assert present_value([0.0, 100.0], -0.2) == pytest.approx(125.0, rel=1e-15)
    assert present_value([3.0, 4.0, 5.0], 0.0) == 12.0
    assert present_value([1.0], -0.999999) == 1.0


def test_plain_floats_come_back_from_plain_input():
    assert type(present_value([1.0, 2.0], 0.1)) is float
    assert type(present_value(np.array([1.0, 2.0]), np.float64(0.1), np.array([0.0, 1.0]))) is float
    assert type(discount_factors(0.1, 2.0)) is float
    assert type(equivalent_annual_cost(1.0, 0.1, 2.0)) is float
    assert type(payback([-1.0, 2.0])) is float
    assert type(internal_rate_of_return([-1.0, 2.0])) is float


@pytest.mark.parametrize("amount_draws", [None, 1, 7])
@pytest.mark.parametrize("rate_draws", [None, 1, 7])
@pytest.mark.parametrize("time_draws", [None, 1, 7])
def test_present_value_of_arrays_is_a_loop_of_scalars(amount_draws, rate_draws, time_draws):
    amounts = draws(1, *([5] if amount_draws is None else [5, amount_draws]), low=-1e6, high=1e6)
    rate = 0.03 if rate_draws is None else draws(2, rate_draws, low=-0.1, high=0.3)
    times = draws(3, *([5] if time_draws is None else [5, time_draws]), low=0.0, high=40.0)
    got = present_value(amounts, rate, times)
    lengths = [length for length in (amount_draws, rate_draws, time_draws) if length is not None]
    if not lengths:
        assert type(got) is float
    else:
        assert got.shape == (max(lengths),)

    def column(array, i):
        return array if array.ndim == 1 else array[:, i % array.shape[1]]

    for i in range(max(lengths, default=1)):
        one_rate = float(np.resize(rate, 7)[i])
        by_hand = sum(
            amount * (1 + one_rate) ** -when
            for amount, when in zip(column(amounts, i).tolist(), column(times, i).tolist(), strict=True)
        )
        assert np.atleast_1d(got)[i] == pytest.approx(by_hand, rel=1e-10, abs=1e-6)


def test_discount_factors_have_time_on_axis_0_and_draw_on_axis_1():
    times, rate = np.array([0.0, 0.5, 3.0]), np.array([0.0, 0.05])
    assert discount_factors(0.05, times).shape == (3,)
    assert discount_factors(rate, 2.0).shape == (2,)
    table = discount_factors(rate, times)
    assert table.shape == (3, 2)
    assert table == pytest.approx(np.array([[(1 + r) ** -t for r in rate] for t in times]), rel=1e-15)
    assert discount_factors(rate, np.stack([times, times + 1], axis=1))[:, 1] == pytest.approx(1.05 ** -(times + 1))


@same_each_time
@given(flows, rates)
def test_present_value_agrees_with_numpy_financial_and_pyxirr(amounts, rate):
    ours = present_value(amounts, rate)
    size = present_value(np.abs(amounts), rate)
    assert ours == pytest.approx(float(numpy_financial.npv(rate, amounts)), rel=1e-12, abs=1e-12 * size)
    assert ours == pytest.approx(pyxirr.npv(rate, amounts), rel=1e-12, abs=1e-12 * size)


@same_each_time
@given(flows, flows, rates)
def test_present_value_adds_up(some, others, rate):
    length = min(len(some), len(others))
    some, others = np.array(some[:length]), np.array(others[:length])
    apart = present_value(some, rate) + present_value(others, rate)
    size = present_value(np.abs(some) + np.abs(others), rate)
    assert present_value(some + others, rate) == pytest.approx(apart, rel=1e-12, abs=1e-12 * size)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], 0.1), "at least one amount"),
        ((5.0, 0.1), "at least one amount"),
        ((np.ones((2, 2, 2)), 0.1), "at least one amount"),
        (([1.0, 2.0], 0.1, [0.0]), r"differ in length: 2 amounts, times of shape \(1,\)"),
        (([1.0], 0.1, 0.0), r"differ in length: 1 amounts, times of shape \(\)"),
        (([1.0], -1.0), "the discount rate must be above -100 %, not -100 %"),
        (([1.0], np.array([0.1, -1.5])), "the discount rate must be above -100 %, not -150 %"),
        (([1.0], NAN), "the discount rate must be finite"),
        (([NAN], 0.1), "amounts must be finite"),
        (([1.0], 0.1, [INFINITY]), "times must be finite"),
        (([1.0], np.ones((2, 2))), "one figure or one per draw"),
        ((np.ones((2, 3)), np.ones(4)), r"unlike numbers of draws: \[3, 4\]"),
        ((np.ones((2, 3)), 0.1, np.ones((2, 4))), r"unlike numbers of draws: \[3, 4\]"),
        (([1.0, 1.0], -0.999999, [0.0, 100.0]), "too near -100 %"),
    ],
)
def test_present_value_refuses_in_words(arguments, words):
    with pytest.raises(ValueError, match=words):
        present_value(*arguments)


def test_discount_factors_refuse_in_words():
    with pytest.raises(ValueError, match="unlike numbers of draws"):
        discount_factors(np.ones(3), np.ones((2, 4)))
    with pytest.raises(ValueError, match=r"times \(n,\) or \(n, draws\)"):
        discount_factors(0.1, np.ones((2, 2, 2)))


# Equivalent annual cost


@same_each_time
@given(money, st.floats(-0.5, 2.0), st.integers(1, 40))
def test_equivalent_annual_cost_has_the_present_value_it_came_from(worth, rate, years):
    cost = equivalent_annual_cost(worth, rate, float(years))
    assert present_value([cost] * years, rate, range(1, years + 1)) == pytest.approx(worth, rel=1e-9, abs=1e-9)


@same_each_time
@given(st.floats(1.0, 1e9), st.floats(1e-6, 1.0), st.integers(1, 40))
def test_equivalent_annual_cost_agrees_with_numpy_financial(worth, rate, years):
    theirs = -float(numpy_financial.pmt(rate, years, worth))
    assert equivalent_annual_cost(worth, rate, years) == pytest.approx(theirs, rel=1e-8)
    assert equivalent_annual_cost(worth, rate, years) == pytest.approx(-pyxirr.pmt(rate, years, worth), rel=1e-8)


@pytest.mark.parametrize("years", [0.5, 1.0, 10.0, 40.0])
def test_equivalent_annual_cost_runs_smoothly_through_rate_0(years):
    """To the first order, cost = PV / n x (1 + r (n + 1) / 2)."""
    assert equivalent_annual_cost(1000.0, 0.0, years) == 1000.0 / years
    for rate in (5e-324, 1e-300, 1e-17, 1e-12, 1e-9, 1e-7):
        for sign in (1.0, -1.0):
            expected = 1000.0 / years * (1.0 + sign * rate * (years + 1.0) / 2.0)
            assert equivalent_annual_cost(1000.0, sign * rate, years) == pytest.approx(expected, rel=1e-11)


def test_equivalent_annual_cost_of_arrays_is_a_loop_of_scalars():
    worth, rate, years = draws(4, 9, high=1e6), draws(5, 9, low=-0.2, high=0.4), draws(6, 9, low=0.5, high=40.0)
    rate[3] = 0.0
    expected = [equivalent_annual_cost(*map(float, each)) for each in zip(worth, rate, years, strict=True)]
    assert equivalent_annual_cost(worth, rate, years).tolist() == pytest.approx(expected, rel=1e-14)
    assert equivalent_annual_cost(1.0, rate[:, None], years).shape == (9, 9)


def test_equivalent_annual_cost_of_a_loss_of_all_value_is_nothing():
    assert equivalent_annual_cost(1000.0, -0.9999999, 1000.0) == 0.0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((1.0, 0.1, 0.0), "years must be above 0 to spread a cost over them, not 0"),
        ((1.0, 0.1, np.array([1.0, -2.0])), "not -2"),
        ((1.0, -1.0, 5.0), "the discount rate must be above -100 %"),
        ((NAN, 0.1, 5.0), "the present value must be finite"),
        ((1.0, INFINITY, 5.0), "the discount rate must be finite"),
        ((1.0, 0.1, NAN), "years must be finite"),
    ],
)
def test_equivalent_annual_cost_refuses_in_words(arguments, words):
    with pytest.raises(ValueError, match=words):
        equivalent_annual_cost(*arguments)


# Payback


@pytest.mark.parametrize(
    ("amounts", "times", "expected"),
    [
        ([-100, 40, 40, 40], None, 2.5),
        ([-100, 50, 50], None, 2.0),
        ([-100, 100, 0, 0, 5], None, 1.0),
        ([-100, 0, 100, 0], None, 2.0),
        ([-100, 200], [0.5, 2.5], 1.5),
        ([200, -100], [2.5, 0.5], 1.5),
        ([-60, -40, 200], [0.5, 0.5, 2.5], 1.5),
        ([100, -150, 80], None, 1.625),
        ([0, -100, 200], None, 1.5),
        ([-10, -30, 20, 40], None, 2.5),
        ([-100, 150, -40], None, 100 / 150),
        ([-100, 150, -50], None, 100 / 150),
        ([-0.6, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], None, 6.0),
        ([-1e6, 1e6 - 1e-8], None, 1.0),
    ],
)
def test_payback_with_fraction(amounts, times, expected):
    assert payback(amounts, times) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("amounts", "times", "words"),
    [
        ([100, 40], None, "^there is nothing to pay back: the running sum is never below 0$"),
        ([100, -50], None, "^there is nothing to pay back"),
        ([0, 0], None, "^there is nothing to pay back"),
        ([-100, 40, 40], None, "^the amounts never pay back: the running sum ends at -20$"),
        ([-100], None, "^the amounts never pay back: the running sum ends at -100$"),
        ([100, -150], None, "^the amounts never pay back: the running sum ends at -50$"),
        (
            [-100, 150, -100],
            None,
            r"ends at -50 \(it comes back to 0 at year 0\.6667, goes below 0 again from year 1\.5\)$",
        ),
        (
            [-100, 150, -100, 80],
            None,
            "^there is no unique payback: the running sum comes back to 0 at year 0.6667, goes below 0 again from year "
            "1.5, comes back to 0 at year 2.625$",
        ),
        (
            [-100, 100, -50, 60],
            [0, 2, 3, 4],
            "0 at year 2, goes below 0 again from year 2, comes back to 0 at year 3.8",
        ),
        ([], None, "payback needs at least one amount"),
        (np.ones((2, 3)), None, "payback needs at least one amount, in an array of shape .*one draw at a time"),
        ([1, 2], [0], r"differ in length: 2 amounts, times of shape \(1,\)"),
        ([-1, NAN], None, "amounts must be finite"),
        ([-1, 2], [0, INFINITY], "times must be finite"),
    ],
)
def test_payback_refuses_in_words(amounts, times, words):
    with pytest.raises(ValueError, match=words):
        payback(amounts, times)


@same_each_time
@given(st.integers(1, 10**9), st.lists(st.integers(0, 10**8), min_size=1, max_size=30))
def test_payback_is_where_the_running_sum_crosses_0(cost, gains):
    assume(sum(gains) >= cost)
    paid = payback([-cost, *gains])
    running = np.cumsum([-cost, *gains])
    assert np.interp(paid, np.arange(running.size), running) == pytest.approx(0.0, abs=1e-6)
    assert paid == 0 or np.interp(paid - 1e-3, np.arange(running.size), running) < 1e-6


# Internal rate of return


@pytest.mark.parametrize(
    ("amounts", "times", "expected"),
    [
        ([-100, 110], None, 0.1),
        ([-1, 6], None, 5.0),
        ([-10, 7], None, -0.3),
        ([-100, 121], [0, 2], 0.1),
        ([-100, 110], [0.5, 1.5], 0.1),
        ([110, -100], [8, 7], 0.1),
        ([-100, math.sqrt(1.21) * 100], [3 / 12, 15 / 12], 0.1),
        ([-60, -40, 110, 0, 0], [0, 0, 1, 2, 3], 0.1),
        ([-100, 50, 50], None, 0.0),
        ([-1, 2, -1], None, 0.0),
        ([-1.21, 2.2, -1], None, 1 / 1.1 - 1),
        ([-1, 3, -3, 1], None, 0.0),
        ([-1, 1e6], [0, 1], 1e6 - 1),
        ([-1, 1e-6], [0, 1], 1e-6 - 1),
        ([-1e9, 1.1e9, 1e-6], None, 0.1),
        ([-100, 110, 0.1, 0.2, -0.3], [0, 1, 2, 2, 2], 0.1),
    ],
)
def test_internal_rate_of_return(amounts, times, expected):
    assert internal_rate_of_return(amounts, times) == pytest.approx(expected, rel=1e-10, abs=1e-10)


@pytest.mark.parametrize(
    ("amounts", "times", "words"),
    [
        ([0, 0], None, "^there is no internal rate of return: every amount is 0$"),
        ([100, -100], [2, 2], "^there is no internal rate of return: every amount is 0$"),
        ([1, 0, 2], None, "^there is no internal rate of return: no amount is below 0$"),
        ([-1, 0, -2], None, "^there is no internal rate of return: no amount is above 0$"),
        ([1, -1, 1], None, "^there is no internal rate of return: the present value is above 0 at every rate$"),
        ([-1, 1, -1], None, "^there is no internal rate of return: the present value is below 0 at every rate$"),
        ([-1, 3, -2], None, "^there is no unique internal rate of return: the present value is 0 at 0 %, 100 %$"),
        ([-1600, 10000, -10000], None, "present value is 0 at 25 %, 400 %$"),
        ([-1, 1000], [0, 0.0027], r"is above 1e\+08 %: it cannot be stated as a number$"),
        ([-1, 1e-10], [0, 0.5], "is just above -100 %: it cannot be stated as a number$"),
        ([], None, "an internal rate of return needs at least one amount"),
        (np.ones((2, 3)), None, "needs at least one amount.*one draw at a time"),
        ([1, 2], [0, 1, 2], r"differ in length: 2 amounts, times of shape \(3,\)"),
        ([1, NAN], None, "amounts must be finite"),
        ([-1, 2], [0, NAN], "times must be finite"),
    ],
)
def test_internal_rate_of_return_refuses_in_words(amounts, times, words):
    with pytest.raises(ValueError, match=words):
        internal_rate_of_return(amounts, times)


def roots_listed(amounts, times=None):
    """Return every rate: the one, those listed in the message, or none."""
    try:
        return [internal_rate_of_return(amounts, times)]
    except ValueError as reason:
        words = str(reason)
    if "no unique" not in words:
        return []
    return [float(part.split()[-2]) / 100 for part in words.split(" at ")[1].split(", ")]


@pytest.mark.slow
@same_each_time
@given(st.lists(st.floats(-0.9, 4.0), min_size=2, max_size=5))
def test_every_root_of_a_polynomial_is_found(wanted):
    """Amounts made so that the rates are known; rates closer than 0.05 are left to the test of double roots."""
    wanted = sorted(wanted)
    assume(min(np.diff(np.log1p(wanted))) > 0.05)
    assume(min(abs(np.array(wanted))) > 1e-3)
    amounts = np.poly(1 + np.array(wanted))
    assume(np.min(np.abs(amounts)) > 1e-6 * np.max(np.abs(amounts)))
    assert roots_listed(amounts) == pytest.approx(wanted, rel=1e-4, abs=1e-5)


@same_each_time
@given(st.lists(st.integers(-50, 50), min_size=2, max_size=7))
def test_as_many_roots_as_numpy_finds(amounts):
    """The positive real roots 1 + rate of the polynomial, by the eigenvalues of its companion matrix."""
    assume(amounts[0] != 0 and amounts[-1] != 0)
    complex_roots = np.roots(amounts)
    gaps = np.abs(complex_roots[:, None] - complex_roots[None, :])[~np.eye(complex_roots.size, dtype=bool)]
    assume(complex_roots.size < 2 or gaps.min() > 1e-3)  # a double root by eigenvalues is two complex ones
    near_real = np.abs(complex_roots.imag) < 1e-9 * np.abs(complex_roots)
    expected = sorted(float(root.real) - 1 for root in complex_roots[near_real] if root.real > 0)
    assert roots_listed(amounts) == pytest.approx(expected, rel=1e-4, abs=1e-5)


@same_each_time
@given(
    st.lists(st.tuples(st.integers(-1000, 1000), st.floats(0.0, 40.0)), min_size=2, max_size=40),
)
def test_present_value_at_the_internal_rate_of_return_is_0(dated):
    amounts, times = np.array([amount for amount, _ in dated], dtype=float), np.array([when for _, when in dated])
    try:
        rate = internal_rate_of_return(amounts, times)
    except ValueError:
        assume(False)
    assume(-0.99 < rate < 1e3)
    size = present_value(np.abs(amounts), rate, times)
    assert present_value(amounts, rate, times) == pytest.approx(0.0, abs=1e-9 * size)


@same_each_time
@given(st.integers(100, 10**6), st.lists(st.integers(1, 10**5), min_size=1, max_size=30))
def test_internal_rate_of_return_agrees_with_numpy_financial_and_pyxirr(cost, gains):
    amounts = [-float(cost), *map(float, gains)]
    ours = internal_rate_of_return(amounts)
    theirs = pyxirr.irr(amounts)
    assume(theirs is not None and ours > -0.9)
    assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-6)
    assert ours == pytest.approx(float(numpy_financial.irr(amounts)), rel=1e-6, abs=1e-6)


@same_each_time
@given(st.integers(1000, 10**6), st.lists(st.tuples(st.integers(1, 10**5), st.integers(1, 5000)), min_size=1))
def test_internal_rate_of_return_agrees_with_pyxirr_by_date(cost, gains):
    assume(cost / 5 < sum(amount for amount, _ in gains) < 5 * cost)
    days = np.array([0, *(day for _, day in gains)])
    assume(days[1:].mean() > 365)
    amounts = [-cost, *(amount for amount, _ in gains)]
    start = datetime.date(2026, 1, 1)
    theirs = pyxirr.xirr([start + datetime.timedelta(int(day)) for day in days], amounts)
    assume(theirs is not None and theirs < 1e3)  # where all comes back within a day, their tolerance is too coarse
    assert internal_rate_of_return(amounts, days / 365) == pytest.approx(theirs, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("changes", ["one", "two", "many"])
def test_each_rate_listed_of_120_amounts_makes_them_worth_nothing(changes):
    times = np.sort(draws(7, 120, low=0.0, high=40.0))
    amounts = np.r_[-1e6, draws(8, 119, low=2e4, high=9e4)]
    if changes == "two":
        amounts[-1] = -2e6
    if changes == "many":
        amounts = np.where(np.arange(120) % 2, 1.0, -1.0) * draws(8, 120, low=2e4, high=9e4)

    assert changes == "many" or roots_listed(amounts, times)
    for rate in roots_listed(amounts, times):
        size = present_value(np.abs(amounts), rate, times)
        assert abs(present_value(amounts, rate, times)) < 1e-3 * size


def test_rounding_makes_no_further_rate():
    """0.1 + 0.2 - 0.3 is not 0 in doubles; as a last amount it would make a second root near -100 %."""
    assert internal_rate_of_return([-1000.0, 600.0, 600.0, -(0.1 + 0.2 - 0.3)]) == pytest.approx(0.130662, abs=1e-6)


def test_the_sign_of_all_amounts_and_the_start_of_the_clock_do_not_matter():
    amounts, times = [-1000.0, 300.0, 400.0, 500.0], np.array([0.0, 0.5, 1.5, 2.5])
    rate = internal_rate_of_return(amounts, times)
    assert internal_rate_of_return([-amount for amount in amounts], times) == pytest.approx(rate, rel=1e-12)
    assert internal_rate_of_return(amounts, times + 17.0) == pytest.approx(rate, rel=1e-9)
    assert internal_rate_of_return(amounts[::-1], times[::-1]) == rate


# Real and nominal rates


@same_each_time
@given(st.floats(-0.99, 5.0), st.floats(-0.9, 5.0))
def test_real_and_nominal_are_inverse(rate, inflation):
    assert real_rate(nominal_rate(rate, inflation), inflation) == pytest.approx(rate, rel=1e-12, abs=1e-12)
    assert nominal_rate(real_rate(rate, inflation), inflation) == pytest.approx(rate, rel=1e-12, abs=1e-12)


@same_each_time
@given(flows, st.floats(-0.2, 0.5), st.floats(-0.2, 0.5))
def test_nominal_money_at_the_nominal_rate_is_real_money_at_the_real_rate(amounts, rate, inflation):
    nominal = np.array(amounts) * (1 + inflation) ** np.arange(len(amounts))
    size = present_value(np.abs(amounts), rate)
    worth = present_value(nominal, nominal_rate(rate, inflation))
    assert worth == pytest.approx(present_value(amounts, rate), rel=1e-9, abs=1e-9 * size)


@pytest.mark.parametrize("convert", [real_rate, nominal_rate])
def test_rates_of_arrays_are_loops_of_scalars(convert):
    rate, inflation = draws(9, 6, low=-0.1, high=0.3), draws(10, 6, low=-0.1, high=0.3)
    expected = [convert(float(a), float(b)) for a, b in zip(rate, inflation, strict=True)]
    assert convert(rate, inflation).tolist() == expected
    assert convert(rate[:, None], inflation).shape == (6, 6)
    assert convert(0.05, inflation).shape == (6,)
    assert type(convert(0.05, 0.02)) is float


def test_a_cap_that_is_never_reached_stays_so():
    assert nominal_rate(INFINITY, 0.02) == INFINITY


@pytest.mark.parametrize("convert", [real_rate, nominal_rate])
@pytest.mark.parametrize(
    ("rate", "inflation", "words"),
    [
        (0.05, -1.0, "^inflation must be above -100 %, not -100 %$"),
        (0.05, np.array([0.02, -2.0]), "not -200 %"),
        (0.05, NAN, "inflation must be finite"),
        (0.05, INFINITY, "inflation must be finite"),
        (NAN, 0.02, "the (real|nominal) rate must be a number, not NaN"),
    ],
)
def test_rates_refuse_in_words(convert, rate, inflation, words):
    with pytest.raises(ValueError, match=words):
        convert(rate, inflation)
