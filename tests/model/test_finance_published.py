"""Finance against worked examples that others have published, to the precision that they print.

Each case says what it is, who published it, and where its figures were read. A source read only as a quotation by
somebody else is named as such.
"""

from datetime import date

import numpy as np
import pytest

from colocate.model.finance import (
    discount_factors,
    equivalent_annual_cost,
    internal_rate_of_return,
    nominal_rate,
    payback,
    present_value,
    real_rate,
)

OMB_COSTS = [10, 20, 30, 30, 20, 10, 5, 5, 5, 5]
OMB_BENEFITS = [0, 0, 5, 10, 30, 40, 40, 40, 40, 25]


def years_of_365_days(*dates: date) -> list[float]:
    return [(day - dates[0]).days / 365 for day in dates]


# Present value


def test_omb_circular_a94_sample_format():
    """Ten years of costs and benefits at 3.1 %: 123.37, 184.92, net 61.55.

    "Sample Format for Discounting Deferred Costs and Benefits", appendix B, section 1, of Circular A-94, Office of
    Management and Budget, revised November 2023. Read as quoted, with every figure, in a public test file of a
    JavaScript cash-flow calculator (found by the title of the table), not in the circular itself. Years 1 to 10, as
    the circular discounts by 1 / (1 + rate)^t from t = 1. Printed to the cent.
    """
    times = np.arange(1.0, 11.0)
    net = np.subtract(OMB_BENEFITS, OMB_COSTS)
    assert present_value(OMB_COSTS, 0.031, times) == pytest.approx(123.37, abs=0.005)
    assert present_value(OMB_BENEFITS, 0.031, times) == pytest.approx(184.92, abs=0.005)
    assert present_value(net, 0.031, times) == pytest.approx(61.55, abs=0.005)


def test_numpy_financial_npv():
    """40,000 invested for 5,000, 8,000, 12,000 and 30,000, at 8 %: 3,065.22267.

    numpy-financial 1.0.0, NumPy developers, docstring of `npv`; pyxirr (Anexen), docs/functions.md, prints
    3065.2226681795255 for it and 2838.1691372032656 where the first amount is discounted too, as spreadsheets do.
    Read in the installed numpy-financial and in https://github.com/Anexen/pyxirr/blob/main/docs/functions.md
    """
    flows = [-40000, 5000, 8000, 12000, 30000]
    assert present_value(flows, 0.08) == pytest.approx(3065.22267, abs=5e-6)
    assert present_value(flows, 0.08) == pytest.approx(3065.2226681795255, rel=1e-14)
    assert present_value(flows, 0.08, [1, 2, 3, 4, 5]) == pytest.approx(2838.1691372032656, rel=1e-14)


def test_numpy_financial_npv_test():
    """15,000 invested for 1,500 to 6,000 over five years, at 5 %: 122.894854950942692161628715.

    numpy-financial, NumPy developers, numpy_financial/tests/test_financial.py, `test_npv_decimal`. Read in
    https://github.com/numpy/numpy-financial and in the installed package.
    """
    flows = [-15000, 1500, 2500, 3500, 4500, 6000]
    assert present_value(flows, 0.05) == pytest.approx(122.894854950942692, abs=1e-10)


def test_adobe_formcalc_npv_at_the_end_of_each_year():
    """500, 1,500, 4,000 and 10,000 at the ends of four years, at 10 %: 11529.60863329007; 5,000 at 6.5 %: 4694.83...

    LiveCycle Designer 10, FormCalc reference, function NPV, Adobe Systems. Read in
    https://help.adobe.com/ja_JP/livecycle/10.0/DesignerFormCalcRef/WS92d06802c76abadb-32254d55129f5ee7c98-7fba.html
    """
    assert present_value([500, 1500, 4000, 10000], 0.10, [1, 2, 3, 4]) == pytest.approx(11529.60863329007, abs=1e-10)
    assert present_value([5000], 0.065, [1]) == pytest.approx(4694.83568075117, abs=1e-10)


def test_pyxirr_present_value_by_date():
    """10,000 on 1 January 2020, back by February 2021, at 10 % in years of 365 days: 2506.579458169746.

    pyxirr (Anexen), docs/functions.md, XNPV. Read in https://github.com/Anexen/pyxirr/blob/main/docs/functions.md
    """
    times = years_of_365_days(date(2020, 1, 1), date(2020, 3, 1), date(2020, 10, 30), date(2021, 2, 15))
    assert present_value([-10000, 5750, 4250, 3250], 0.1, times) == pytest.approx(2506.579458169746, abs=1e-9)


def test_lease_liability():
    """Rent of 1.0, 1.0, 1.0 and 0.8 ($ million) at the ends of four years, at 10 %: a lease liability of 3.04.

    "SBR Integrated Workbook STUDENT S18-J19" (a workbook for ACCA Strategic Business Reporting; the page names no
    publisher), example 2, "Lessee accounting - initial treatment" under IFRS 16, page 411. Read in
    https://online.flipbuilder.com/bmcx/dlby/files/basic-html/page417.html
    Printed as the sum of four figures rounded to 0.01 (0.91, 0.83, 0.75, 0.55), so it holds to 4 x 0.005; unrounded
    it is 3.033.
    """
    rents, times = np.array([1.0, 1.0, 1.0, 0.8]), np.array([1.0, 2.0, 3.0, 4.0])
    assert rents * discount_factors(0.1, times) == pytest.approx([0.91, 0.83, 0.75, 0.55], abs=0.005)
    assert present_value(rents, 0.1, times) == pytest.approx(3.04, abs=0.02)


# Internal rate of return


def test_excel_xirr():
    """10,000 on 1 January 2008 for 2,750, 4,250, 3,250 and 2,750 by April 2009: 0.373362535.

    XIRR function, Microsoft Excel support. Read in
    https://support.microsoft.com/zh-cn/excel/functions/xirr-function
    The page says: years of 365 days, "accurate within 0.000001 percent", which is 1e-8.
    """
    times = years_of_365_days(
        date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30), date(2009, 2, 15), date(2009, 4, 1)
    )
    flows = [-10000, 2750, 4250, 3250, 2750]
    assert internal_rate_of_return(flows, times) == pytest.approx(0.373362535, abs=1e-8)


@pytest.mark.parametrize(("years", "per_cent"), [(2, -44.4), (4, -2.1), (5, 8.7)])
def test_excel_irr(years, per_cent):
    """70,000 for 12,000, 15,000, 18,000, 21,000, 26,000: -44.4 % after two years, -2.1 % after four, 8.7 % after five.

    IRR function, Microsoft Excel support. Read in https://support.microsoft.com/zh-TW/Excel/irr-function
    Excel needs a guess for the first of them.
    """
    flows = [-70000, 12000, 15000, 18000, 21000, 26000][: years + 1]
    assert 100 * internal_rate_of_return(flows) == pytest.approx(per_cent, abs=0.05)


@pytest.mark.parametrize(
    ("flows", "rate"),
    [([-100, 39, 59, 55, 20], 0.28095), ([-100, 0, 0, 74], -0.0955), ([-100, 100, 0, 7], 0.06206)],
)
def test_numpy_financial_irr(flows, rate):
    """Three of the five examples of numpy-financial's `irr`, printed to five decimals.

    numpy-financial 1.0.0, NumPy developers, docstring of `irr`. Read in the installed package; the same figures stand
    in numpy_financial/tests/test_financial.py of https://github.com/numpy/numpy-financial
    """
    assert internal_rate_of_return(flows) == pytest.approx(rate, abs=5e-6)


@pytest.mark.parametrize(
    ("flows", "theirs", "all_of_them"),
    [
        ([-100, 100, 0, -7], -0.0833, [-0.678894, -0.0832997]),
        ([-5, 10.5, 1, -8, 1], 0.0886, [-0.870201, 0.0885983, 0.709560]),
    ],
)
def test_numpy_financial_irr_where_there_are_several(flows, theirs, all_of_them):
    """The other two examples of numpy-financial's `irr` have more roots than the one that it prints.

    A known difference: we name all of them and choose none. The printed one (to 0.00005) is among ours; the rest are
    shown here to be roots by their present value.
    """
    with pytest.raises(ValueError, match="no unique internal rate of return") as caught:
        internal_rate_of_return(flows)
    assert [float(part.split()[0]) for part in str(caught.value).split(" at ")[1].split(", ")] == pytest.approx(
        [100 * rate for rate in all_of_them], abs=1e-3
    )
    assert min(abs(rate - theirs) for rate in all_of_them) < 5e-5
    for rate in all_of_them:
        assert present_value(flows, rate - 1e-5) * present_value(flows, rate + 1e-5) < 0


def test_two_rates_of_a_textbook_question():
    """39,800, then 63,800 back, then 12,800 to pay ($ thousand): two rates, -76.49 % and 36.79 %.

    A textbook question, answered in https://answer.ya.guru/questions/8411365-during-the-month-of-june-ace-incorporated-purchased-goods-from.html
    (a question-and-answer site; the page does not name the book). Printed to 0.01 %.
    """
    with pytest.raises(ValueError, match=r"present value is 0 at -76\.489 %, 36\.7905 %"):
        internal_rate_of_return([-39800, 63800, -12800])


def test_two_rates_of_a_cfa_question():
    """2,000, then 10,000 back, then 10,000 to pay: "two IRRs of approximately 38% and 260%".

    CFA level I practice question. Read in https://300hours.com/f/cfa/level-1/t/how-do-you-figure-out-the-irr-of-260
    Printed as 1.38 and 3.6 for 1 + rate: two digits.
    """
    with pytest.raises(ValueError, match=r"present value is 0 at 38\.1966 %, 261\.803 %"):
        internal_rate_of_return([-2000, 10000, -10000])


def test_no_rate_of_a_building_contract():
    """5 million at first, 4 million of costs in each of four years, 17 million at the end: no rate; 2,876,201 at 10 %.

    "When to use IRR: the case of a nonexistent IRR", Counting Accounting, May 2021. Read in
    https://countingaccounting.com/2021/05/when-to-use-irr-internal-rate-of-return-the-case-of-a-nonexistent-irr.html
    """
    flows = np.array([5, -4, -4, -4, -4, 17]) * 1e6
    assert present_value(flows, 0.10) == pytest.approx(2876201, abs=0.5)
    with pytest.raises(ValueError, match="present value is above 0 at every rate"):
        internal_rate_of_return(flows)


def test_no_rate_of_costs_alone():
    """-1, -2, -3: numpy-financial gives NaN (its issue numpy/numpy#6744); we say why.

    numpy-financial, NumPy developers, `TestIrr.test_numpy_gh_6744`. Read in
    https://github.com/numpy/numpy-financial/blob/main/numpy_financial/tests/test_financial.py
    """
    with pytest.raises(ValueError, match="no amount is above 0"):
        internal_rate_of_return([-1, -2, -3])


# Annuity, equivalent annual cost


def test_excel_pmt():
    """10,000 over 10 months at 8 % a year (8/12 % a month): 1,037.03 a month. Periods are months here, not years.

    PMT function, Microsoft Excel support. Read in https://support.microsoft.com/zh-tw/Excel/functions/pmt-function
    """
    assert equivalent_annual_cost(10000, 0.08 / 12, 10) == pytest.approx(1037.03, abs=0.005)


def test_numpy_financial_pmt():
    """15,000 over 60 months at 8 %: 304.1459143262052370338701494; at 0 %: 250; 200,000 at 7.5 %: 1854.0247200054619.

    numpy-financial, NumPy developers, `test_pmt_decimal` and the docstring of `pmt` (payments there are below 0). Read
    in https://github.com/numpy/numpy-financial/blob/main/numpy_financial/tests/test_financial.py and in the installed
    package.
    """
    assert equivalent_annual_cost(15000, 0.08 / 12, 60) == pytest.approx(304.1459143262052370, rel=1e-13)
    assert equivalent_annual_cost(15000, 0.0, 60) == 250.0
    assert equivalent_annual_cost(200000, 0.075 / 12, 180) == pytest.approx(1854.0247200054619, rel=1e-13)


def test_equivalent_annuity_of_two_machines():
    """Two machines at 14 %: 22,259 over six years is 5,724.07 a year, 11,979 over three years is 5,159.89 a year.

    "Question #2 - Continued", section 2.17 of Corporate Finance, Touro, Pressbooks. Read in
    https://pressbooks.pub/tourocorporatefinance/chapter/2-16-question-2-continued-2/
    Factors are printed to four decimals (2.3216, 3.8887). The second figure is not the quotient that stands beside it
    (11,979 / 2.3216 = 5,159.80); it is held to 0.20.
    """
    assert equivalent_annual_cost(22259, 0.14, 6) == pytest.approx(5724.07, abs=0.1)
    assert equivalent_annual_cost(11979, 0.14, 3) == pytest.approx(5159.89, abs=0.2)
    assert present_value([98300] * 6, 0.14, range(1, 7)) - 360000 == pytest.approx(22259, abs=98300 * 0.00005 + 0.5)


# Real and nominal


def test_green_book_real_terms():
    """1,000 a year in nominal terms, at 2 % inflation, is 1,000, 980, 961, 942, 924 and 906 in prices of year 0.

    The Green Book, HM Treasury, paragraph 5.11 and table 1, "Adjusting for the Effects of Inflation (Using a 2% GDP
    Deflator)". Read in https://ppponline.affinitext.com/public/book?id=5905&toc_id=875605 (a hosted copy of the
    chapter). Printed to the pound.
    """
    growth = real_rate(0.0, 0.02)
    real = [1000 * (1 + growth) ** year for year in range(6)]
    assert real == pytest.approx([1000, 980, 961, 942, 924, 906], abs=0.5)
    assert 1000 * discount_factors(0.02, np.arange(6.0)) == pytest.approx(real, rel=1e-13)


def test_real_return_of_a_workbook():
    """Interest of 5.5 % and inflation of 3 %: a real return of 2.4 %.

    "ACCA F9 IWB 2017", question 2, "Real and money rates", page 63 (the page names no publisher). Read in
    https://online.flipbuilder.com/bmcx/mbdm/files/basic-html/page71.html
    Printed to 0.1 %.
    """
    assert real_rate(0.055, 0.03) == pytest.approx(0.024, abs=0.0005)


def test_nominal_return_of_lecture_notes():
    """A real return of 20 % and inflation of 10 %: 32 % nominal.

    "Managerial Finance ITC Summarised Notes", Capital investment appraisal, page 112 (the page names no publisher).
    Read in https://online.flipbuilder.com/bmcx/kwwp/files/basic-html/page112.html
    """
    assert nominal_rate(0.20, 0.10) == pytest.approx(0.32, abs=1e-12)


def test_real_return_of_a_calculator():
    """8 % nominal and 3 % inflation: 4.8544 %, where subtracting would say 5 %.

    Fisher Equation Calculator, AbraCalc. Read in https://www.abracalc.com/calculator/fisher-equation/
    """
    assert 100 * real_rate(0.08, 0.03) == pytest.approx(4.8544, abs=0.00005)


# Payback


def test_payback_of_a_workbook():
    """1,000 for 400, 250, 200, 175, 75 and 250 ($ thousand): 3 years + 150/175, printed as 3 years and 11 months.

    "ACCA F9 IWB 2017", question 5, "Payback", page 22 (the page names no publisher). Read in
    https://online.flipbuilder.com/bmcx/mbdm/files/basic-html/page30.html
    Months are rounded up there ("always round up the months").
    """
    years = payback([-1000, 400, 250, 200, 175, 75, 250])
    assert years == pytest.approx(3 + 150 / 175, abs=1e-12)
    assert np.ceil(12 * years) == 3 * 12 + 11


def test_discounted_payback_of_a_workbook():
    """10,000 for 4,000, 3,500, 3,000 and 2,500 at 10 %: 3.7 years, discounted.

    "ACCA F9 IWB 2017", question 5, "Discounted payback", page 114 (the page names no publisher). Read in
    https://online.flipbuilder.com/bmcx/mbdm/files/basic-html/page122.html
    Printed to 0.1 years, from factors of three decimals.
    """
    flows = np.array([-10000, 4000, 3500, 3000, 2500])
    assert payback(flows * discount_factors(0.10, np.arange(5.0))) == pytest.approx(3.7, abs=0.05)


def test_payback_of_a_cfa_question():
    """10,000 for 4,000, 4,000, 3,000, 3,000 and 2,000: 2.67 years; at 8 %: 3.22 years, discounted.

    CFA practice question, AnalystNotes. Read in https://analystnotes.com/cfa_question.php?p=UCPCGB73L
    Printed to 0.01 years.
    """
    flows = np.array([-10000, 4000, 4000, 3000, 3000, 2000])
    assert payback(flows) == pytest.approx(2.67, abs=0.005)
    assert payback(flows * discount_factors(0.08, np.arange(6.0))) == pytest.approx(3.22, abs=0.005)
