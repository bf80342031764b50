"""Labels in full for the ear."""

import io

import pikepdf
import pytest

from papers.layout.spoken import expanded
from tests.layout import stress
from tests.pdf.test_pdf import pdf_of


@pytest.mark.parametrize(
    ("label", "spoken"),
    [
        ("Dec 13", "December 2013"),
        ("Latest, Mar 14", "Latest, March 2014"),
        ("May 99", "May 1999"),
        ("Dec 2013", None),
        ("On 5 May 12 children", None),
        ("Oct - Dec", None),
        ("May", None),
    ],
)
def test_a_month_with_a_year_of_two_digits_is_said_in_full(label, spoken):
    assert expanded(label) == spoken


def test_the_pdf_says_so_to_a_screen_reader():
    with pikepdf.open(io.BytesIO(pdf_of(stress.report(1)))) as pdf:
        said = {
            str(each["/E"]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/E" in each and each.get("/S") == "/Span"
        }
    assert any(each.startswith("December 20") for each in said)
