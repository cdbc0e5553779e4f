import pytest

from timeline.read import dates
from timeline.times import edtf

_READ = {
    "2024-05-07/2024-05-08": "2024-05-07/2024-05-08",
    "199X": "199X",
    "2024-05-07T20:58:24Z": "2024-05-07",
    "2024-05-07 20:58": "2024-05-07",
    "7–8 May 2024": "2024-05-07/2024-05-08",
    "7-8 May 2024": "2024-05-07/2024-05-08",
    "7 May 2024 to 9 May 2024": "2024-05-07/2024-05-09",
    "from 7 May to 9 June 2024": "2024-05-07/2024-06-09",
    "May 7–8, 2024": "2024-05-07/2024-05-08",
    "30 Dec 1998 - 2 Jan 1999": "1998-12-30/1999-01-02",
    "May–June 2024": "2024-05/2024-06",
    "between March and May 2008": "2008-03/2008-05",
    "1914–18": "1914/1918",
    "1998-1999": "1998/1999",
    "May 2024": "2024-05",
    "May, 2024": "2024-05",
    "Sept. 2024": "2024-09",
    "17 February 2008": "2008-02-17",
    "17th of February, 2008": "2008-02-17",
    "February 17, 2008": "2008-02-17",
    "Sunday, 17 February 2008": "2008-02-17",
    "about 1999": "1999~",
    "c. 1450": "1450~",
    "circa May 2024": "2024-05~",
    "1999?": "1999?",
    "probably about 1999": "1999%",
    "the 1990s": "199X",
    "19th century": "18XX",
    "5th century BC": "-0499/-0400",
    "44 BC": "-0043",
    "15 March 44 BC": "-0043-03-15",
    "AD 79": "0079",
    "since 2019": "2019/..",
    "until May 2024": "../2024-05",
    "spring 2008": "2008-21",
    "Q3 2008": "2008-35",
    "H1 2008": "2008-40",
    "13/02/2008": "2008-02-13",
    "02/13/2008": "2008-02-13",
    "02.03.2008": "2008-03-02",
    "03/03/2008": "2008-03-03",
    "2008/02/17": "2008-02-17",
    "2008-2-17": "2008-02-17",
    "MAY 2024": "2024-05",
}
_REFUSED = {
    "02/03/2008": ("ambiguous-date", "2008-03-02 or 2008-02-03"),
    "1917-13": ("impossible-date", "no such month"),
    "1914-18": ("impossible-date", "no such month"),
    "2001-02-30": ("impossible-date", "2001-02-30"),
    "30 February 2001": ("impossible-date", "2001-02-30"),
    "Monday, 17 February 2008": ("impossible-date", "Sunday"),
    "2009/2008": ("ends-before-starts", "2009/2008"),
    "9–7 May 2024": ("ends-before-starts", "ends before"),
    "7 May": ("unread-date", "needs its year"),
    "last week": ("unread-date", "no date"),
    "may": ("unread-date", "needs its year"),
    "12:30": ("unread-date", "no date"),
    "02/03/08": ("unread-date", "no date"),
    "17 Febtober 2008": ("unread-date", "no date"),
    "": ("unread-date", "no date"),
    "/": ("unread-date", "no date"),
    "?": ("unread-date", "no date"),
    "0th century": ("impossible-date", "1st"),
    "Yesterday 2008": ("unread-date", "no date"),
}


@pytest.mark.parametrize(("text", "expected"), _READ.items())
def test_a_date_is_read(text: str, expected: str) -> None:
    assert edtf.text(dates.when(text)) == expected


@pytest.mark.parametrize(("text", "refusal"), _REFUSED.items())
def test_a_date_is_refused_with_its_reason(text: str, refusal: tuple[str, str]) -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.when(text)
    assert caught.value.kind == refusal[0]
    assert refusal[1] in str(caught.value)
    assert caught.value.hint


def test_a_year_stays_the_year_that_was_written() -> None:
    assert edtf.text(dates.when("0044")) == "0044"


def test_a_backward_range_is_offered_forward() -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.when("2024-05-08/2024-05-07")
    assert "2024-05-07/2024-05-08" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7. Mai 2024", "2024-05-07"),
        ("mayo de 2024", "2024-05"),
        ("3–9 de mayo de 2024", "2024-05-03/2024-05-09"),
        ("7 мая 1917 г.", "1917-05-07"),
        ("3 mai – 5 juin 2024", "2024-05-03/2024-06-05"),
        ("2024年5月7日", "2024-05-07"),
        ("1999년 5월", "1999-05"),
        ("about août 1999", "1999-08~"),
    ],
)
def test_months_in_other_languages(text, expected):
    assert edtf.text(dates.when(text)) == expected


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("11 listopad 1918", "ambiguous-date", "1918-10-11 or 1918-11-11"),  # Croatian, Polish
        ("31 juin 1999", "impossible-date", "1999-06-31"),
        ("7 mai", "unread-date", "year"),
        ("hier", "unread-date", "no date"),
        ("tis 2024", "unread-date", "no date"),
    ],
)
def test_what_other_languages_leave_open_is_refused(text, kind, said):
    with pytest.raises(dates.DateError) as error:
        dates.when(text)
    assert error.value.kind == kind
    assert said in str(error.value)
