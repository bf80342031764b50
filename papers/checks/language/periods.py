"""Periods as prose names them, and which observations of an indicator they may mean."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from papers.checks.language.matching import matcher
from papers.dataset import Observation
from papers.wording import MONTHS

MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
YEAR = r"(?:(?:19|20)\d\d)"
LEAD = (
    r"(?:the )?(?:(?:end of|quarters? (?:to|ending|ended|ending in)|(?:12|twelve|3|three|six|nine|9) months (?:to|ending|ended)"
    r"|(?:rolling )?year(?:-| )to(?:-| )date (?:to|for)|year(?:-| )to(?:-| )date|(?:financial |academic )?year (?:to|ending|ended)"
    r"|(?:month|period|quarter|months) (?:of|to)|year|academic year|financial year|start of|beginning of)(?: the end of)?(?: \d{1,2}(?:st|nd|rd|th)?)? )?"
)
SPAN = matcher(r"((?:19|20)\d\d)[/-](\d\d)")
"""A financial or academic year, named by the two in which it lies."""
MARCH = 3
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
PREVIOUS = (
    r"(?:the )?(?:previous|preceding|prior) (?:quarter|one|report|period|result|figure|month|term)(?:['\u2019]s)?|(?:the )?last (?:report|result|period|time)"
    r"|(?:(?:the )?(?:quarter|result|period|report|month|term)|the one) (?:before|earlier)(?: that)?|(?:a|one) (?:quarter )?(?:ago|earlier)\b|(?:one quarter|three months|3 months) (?:ago|earlier|before|previously|back)|the one before"
    r"|(?:(?<=on )|(?<=in )|(?<=from )|(?<=than )|(?<=against )|(?<=with )|(?<=to ))the last one\b(?! of)"
)
AGO = (
    r"(?:the )?(?:same|corresponding|equivalent|comparable) (?:time|quarter|period|month|point|term|stage|(?:three|3) months)(?: (?:of|in|a))?(?: the)?"
    r"(?: (?:last|previous|prior|preceding) (?:financial )?year| year before| a year (?:ago|earlier|before)| year (?:ago|earlier)| (?:19|20)\d\d(?:[/-]\d\d)?| (?:12|twelve) months (?:ago|earlier))"
    r"|a year (?:ago|earlier|before|previously)|(?<=on )the year(?! (?:to|of|end|ending|before|as)\b)|one year (?:ago|earlier)|(?:12|twelve) months (?:ago|earlier|before|previously)|this time last year"
)
LAST_YEAR = r"(?:the )?(?:last|previous|prior|preceding) (?:financial )?year(?:['\u2019]s)?(?! (?:to|ending)|(?: |-)end\b)|the year before"
YEAR_END = (
    r"(?:the )?end of (?:the )?(?:last|previous|prior|preceding) financial year|(?:the )?(?:last|previous|prior|preceding) (?:financial )?year(?: |-)end\b"
    r"|(?:(?<=than at )|(?<=than )|(?<=since )|(?<=from ))(?:the )?(?:financial )?year(?: |-)end\b"
)
"""The end of the financial year that is over."""
CURRENT = (
    r"(?:this|the latest|the current|the most recent|the reporting|latest|current|most recent) (?:quarter|period|month|result|report|year|figures?|data)(?:['\u2019]s)?"
    r"|(?:the )?year(?:-| )to(?:-| )date|the (?:quarter|period|month|year)(?!s\b| (?:to (?:the|end|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|date)|before|after|following|ending|ended|of(?! (?!(?:19|20)\d\d\b)[\d\u00a3])|earlier))|(?<=over )the year(?= to (?:\u00a3|\d+(?:[,.]\d+| ?%| per ?cent)))|\b(?:currently|now|at present|to date|latest)\b"
)
QUARTER_BEGINS = r"\b(?:Jan(?:uary)? (?=and Mar)|Apr(?:il)? (?=and Jun)|July? (?=and Sep)|Oct(?:ober)? (?=and Dec))"
"""The first month of a quarter that "between" names by its ends."""
PERIOD = matcher(
    "|".join(
        [
            r"(?P<back>(?<!\bfor )(?:(?:the )?(?:past|last|previous) )?(?:two|three|four|five|six|nine|ten|eighteen|[2-9]|18|24) (?:years|quarters|months) (?:ago|earlier|before|previously|back)\b)",
            rf"(?P<later>(?:the )\b{MONTH} before\b|(?<!\blast )(?<!\bpast )(?<!\bthese )(?<!\bfirst )(?<!\bother )(?<!\bfor )(?:a|one|two|three|four|five|six|nine|[2-9]) (?:years?|quarters?|months?|terms?) (?:later|on(?! (?:the (?:wrong|right|other|same|better|worse) |target|course|track|a ))|after(?:wards)?|thereafter)\b|the (?:year|quarter|term) (?:after|following)(?= ?[,.;)]|$))",
            rf"(?P<ago>{AGO}|year[- ]on[- ]year)",
            rf"(?P<previous>{PREVIOUS})",
            r"(?P<last>(?:the )?last (?:quarter|month|term)(?:['\u2019]s)?(?! of ))",
            rf"(?P<yearend>{YEAR_END})",
            rf"(?P<lastyear>{LAST_YEAR})",
            r"(?P<next>(?:the )?(?:next|following|coming) (?:quarter|year|report|period)|(?:the )?(?:financial )?year(?:-| )end|the end of the (?:financial )?year)",
            (
                rf"(?P<quarter>(?:the )?(?:half[- ]year|mid[- ]year)(?: point| stage)?\b(?! (?:to|of))|(?:(?<=in )|(?<=to )|(?<=than )|(?<=on ))the (?:first|second|third|fourth)(?= and |[.,;]|$)|the (?:first|second|third)(?= and (?:second|third|fourth) quarters\b)|(?<=% of )the (?:first|second|third|fourth)(?=[.,;]|$)|(?:the )?(?:(?:Quarter |Q|Qtr )[1-4](?!\d|[,.]\d| ?%| (?:percentage )?points?\b| per ?cent)|(?<!\ba )(?:first|second|third|fourth|final|last(?= quarter of)) quarters?\b(?! (?:in a row|running|in succession|ends?\b|in which|above|below|over|since|of (?:reporting|measur\w+|collect\w+|publi\w+))))"
                rf"(?:(?: of| in|,)?(?: the)?(?: financial year)? (?:(?:19|20)\d\d[/-]\d\d|the year|{YEAR}))?)"
            ),
            rf"(?P<month>{LEAD}(?:\b\d{{1,2}}(?:st|nd|rd|th)? )?(?:(?:(?<!between )\b{MONTH}(?: {YEAR})? |{QUARTER_BEGINS})(?:to|-|\u2013|and) )?\b{MONTH}\b(?: {YEAR}|(?: |['\u2019])\d\d\b(?!%|[.,]\d|\d| of (?:the|our|its|these|all)\b))?)",
            r"(?P<fy>(?:the )?(?:financial year |academic year |school year )?(?:19|20)\d\d[/-]\d\d(?:\d\d)?)",
            rf"(?P<term>(?:the )?(?:autumn|spring|summer)(?: term)?(?: (?:of )?{YEAR})?(?!-))",
            rf"(?P<year>(?:the )?(?:academic year |calendar year |summer )?\b{YEAR}\b(?!%))",
            rf"(?P<current>{CURRENT})",
        ]
    ),
    re.IGNORECASE,
)
"""What names a period. Months are capitalised, so that "may" and "march" are none; looked at where the match is made."""

Kind = Literal["term", "over", "back", "later", "ago", "previous", "last", "lastyear", "next", "quarter", "month", "fy", "year", "current"]


@dataclass(frozen=True, slots=True)
class When:
    """A period of a sentence: its kind, the words, and the month, quarter or year that it names."""

    kind: Kind
    words: str
    month: int = 0
    quarter: int = 0
    year: int = 0
    """The calendar year; of a financial or academic year the one in which it ends."""
    months: int = 0
    """How many months back."""


def read_when(match: re.Match[str]) -> When | None:
    """The period that the match names; None where it is a verb or a number instead."""
    kind: Kind = match.lastgroup  # type: ignore[assignment]  # every alternative is a named group of that type
    words = match[0].strip()
    year = re.search(rf"{YEAR}(?=[^\d]*$)", words)
    number = int(year[0]) if year else 0
    if kind == "back":
        return _back(words)
    if match.lastgroup == "yearend":
        return When("month", words, month=MARCH)
    spans = SPAN.search(words)
    if spans:
        number = int(spans[1]) + 1
    if kind == "month":
        names = re.findall(rf"\b{MONTH}\b", words)
        if not names:
            return None
        short = re.search(r"(?: |['\u2019])(\d\d)$", words)
        number = number or (2000 + int(short[1]) if short else 0)
        return When(kind, words, month=_month(names[-1]), year=number)
    if kind == "quarter" and number and not spans and re.match(r"(?:the )?(?:last|final) quarter of ", words, re.IGNORECASE):
        return When("month", words, month=12, year=number)
    if kind == "quarter":
        digit = re.search(r"[1-4](?=\b)", words)
        told = next(
            (n for name, n in ORDINALS.items() if name in words.lower()),
            2 * ("year" in words.lower()[-12:] and "quarter" not in words.lower()),
        )
        quarter = int(digit[0]) if digit and not told else told
        return When(kind, words, quarter=quarter, year=number if spans else 0) if quarter else When("last", words)
    return When(kind, words, year=number)


def each_month(when: When) -> list[When]:
    """The months of "August and September"; any other period alone."""
    named = [*re.finditer(rf"\b({MONTH})\b(?: ({YEAR}))?", when.words)]
    if when.kind != "month" or " and " not in when.words or not named:
        return [when]
    return [When("month", each[1], month=_month(each[1]), year=int(each[2] or when.year)) for each in named]


def months_of(when: When) -> tuple[int, int] | None:
    """The first and the last month of "January to September"; None of any other period."""
    names = re.findall(rf"\b{MONTH}\b", when.words)
    return (_month(names[0]), _month(names[1])) if when.kind == "month" and len(names) == 2 and " to " in when.words else None


def _back(words: str) -> When:
    """A time so many months before: "two years ago", "six months earlier"."""
    found = re.search(r"(\w+) (year|quarter|month)s", words)
    count = _COUNTS.get(found[1].lower(), 0) if found else 0
    return When("back", words, months=count * {"year": 12, "quarter": 3, "month": 1}[found[2] if found else "month"])


_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "eighteen": 18} | {
    str(n): n for n in (*range(2, 10), 18, 24)
}


def _month(name: str) -> int:
    return next(n for n, each in enumerate(MONTHS, 1) if each[:3].lower() == name[:3].lower())


def _is_term(observation: Observation, when: When) -> bool:
    """Whether the observation is of that school term."""
    season = re.search("autumn|spring|summer", when.words.lower())
    return season is not None and season[0] in observation.period.spoken.lower() and when.year in (0, observation.period.end.year)


@dataclass(frozen=True, slots=True)
class Timeline:
    """An indicator's observations, earliest first, with the current one and the report's last day."""

    observations: tuple[Observation, ...]
    current: Observation
    end: dt.date
    annual: bool = False

    def before(self, observation: Observation, series: str) -> Observation | None:
        """The last observation before it with a figure of the series."""
        earlier = [each for each in self.observations if each.period.end < observation.period.end and each.number(series) is not None]
        return earlier[-1] if earlier else None

    def year_ago(self, observation: Observation) -> Observation | None:
        """The one a year before."""
        end = observation.period.end
        return next((o for o in self.observations if (o.period.end.year, o.period.end.month) == (end.year - 1, end.month)), None)

    def months_ago(self, observation: Observation, months: int) -> Observation | None:
        """The one so many months before."""
        end = observation.period.end
        year, month = divmod(end.year * 12 + end.month - 1 - months, 12)
        return next((o for o in self.observations if (o.period.end.year, o.period.end.month) == (year, month + 1)), None)

    def meant(self, when: When, series: str) -> tuple[Observation, ...]:
        """The observations that the words may mean, likeliest first; none where the data has no such period."""
        here = self.current
        if when.kind in ("previous", "last", "back", "ago", "over"):
            found = self._one(when, series)
            return (found,) if found else ()
        if when.kind == "lastyear":
            ago = self.before(here, series) if self.annual else self.year_ago(here)
            end = dt.date(here.period.end.year - (here.period.end.month <= 3), 3, 31)
            return tuple(each for each in (ago, *(o for o in self.observations if o.period.end == end)) if each)
        return (here,) if when.kind == "current" else self._named(when)

    def _one(self, when: When, series: str) -> Observation | None:
        """The one that is told from the current one: the one before, or so many months before."""
        if when.kind in ("previous", "last"):
            return self.before(self.current, series)
        if when.kind == "back":
            return self.months_ago(self.current, when.months)
        if when.year:
            return self.of_year(when, self.current.period.end.month)
        return self.year_ago(self.current)

    def _named(self, when: When) -> tuple[Observation, ...]:
        """Those of the month, quarter, term or year that is named; none of what is told as later than something."""
        match when.kind:
            case "term":
                return tuple(reversed([o for o in self.observations if _is_term(o, when)]))[:1]
            case "month":
                return self._of_month(when)
            case "quarter":
                return self._of_quarter(when)
            case "fy":
                return self._of_financial(when.year)
            case "year":
                return tuple(o for o in self.observations if o.period.end.year == when.year) if self.annual else ()
            case "next":
                return tuple(o for o in self.observations if o.period.end > self.current.period.end)[:1]
        return ()

    def of_year(self, when: When, month: int) -> Observation | None:
        """The one of that month in the calendar year that is named, or in the financial year that ends in it."""
        year = when.year - (SPAN.search(when.words) is not None and month > MARCH)
        return next((o for o in self.observations if (o.period.end.year, o.period.end.month) == (year, month)), None)

    def _of_month(self, when: When) -> tuple[Observation, ...]:
        same = [o for o in self.observations if o.period.end.month == when.month and when.year in (0, o.period.end.year)]
        past = [o for o in same if o.period.end <= max(self.current.period.end, self.end)]
        later = [o for o in same if o not in past]
        return (*reversed(past[-1:]), *later[:1]) if not when.year else tuple(same)

    def _of_quarter(self, when: When) -> tuple[Observation, ...]:
        months = {1: 6, 2: 9, 3: 12, 4: 3}
        first_quarter = 4
        financial = when.year or (self.end.year + 1 if self.end.month >= first_quarter else self.end.year)
        year = financial if when.quarter == first_quarter else financial - 1
        return tuple(o for o in self.observations if (o.period.end.year, o.period.end.month) == (year, months[when.quarter]))

    def _of_financial(self, year: int) -> tuple[Observation, ...]:
        if self.annual:
            return tuple(o for o in self.observations if o.period.end.year == year)
        low, high = dt.date(year - 1, 4, 1), dt.date(year, 3, 31)
        return tuple(o for o in self.observations if low <= o.period.end <= high)
