"""IFRS 16, illustrative example 16: ten years at 100,000 in arrears at 6 %, made four years longer at 7 % after six.

Standard: IFRS 16 Leases, Illustrative Examples, IE7 (IASB, January 2016; the terms were read in
https://www.ifrs.org/content/dam/ifrs/publications/html-standards/english/2022/issued/ifrs16-ie.html). The liability
before the change, 346,511, was read in IFRScommunity.com's schedule of the same payments at the same rate (example 18
there: https://www.scribd.com/document/653900363). That of the longer lease was read as The Institute of Chartered
Accountants of India prints it for the same terms, with factors of three decimals: 597,100 after the change and 735,900
at first (Financial Reporting, mock test paper of April 2022, answers, working notes 1 and 2,
https://vsmartdownload.com/downloads/bookpreview/cafinal/M22/compiler/Volume%202/CH%2035/files/basic-html/page11.html).
So those hold to 0.0005 of each payment; the IASB's own digits were not seen.
"""

import pytest

from tests.published.worth import let, worth

RENT = 100_000


def test_before_the_change():
    assert worth(let(RENT), 6, 4) == pytest.approx(346_511, abs=0.5)


@pytest.mark.parametrize(("rate", "years", "printed"), [(6, 10, 735_900), (7, 8, 597_100)])
def test_to_factors_of_three_decimals(rate, years, printed):
    assert worth(let(RENT), rate, years) == pytest.approx(printed, abs=years * RENT * 0.0005)
