"""Statements about tables whose columns are a budget, a forecast and their difference: levels, what lies over or under, by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from papers.checks.facts import stem, stems
from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.language.coding import Coded, code
from papers.checks.language.grammar import end_of_plan
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, finding_at, fits, number_words
from papers.dataset import DataRow, Dataset, DataTable
from papers.wording import with_unit

PLANNED = matcher(
    r"(?:(?:what |that )?(?:was|were|is|had been|we had|the council had) )?(?:budgeted(?: for| numbers?| amount| level| figure| sum| posts| total)?|planned|allowed for|provided for)\b|(?:the |its |their |our )?(?:revenue |annual |approved |original |agreed |staffing |full[- ]year )?(?:budgets?|plan|allocation|establishment|provision)\b(?! strategy)",
    re.IGNORECASE,
)
EXPECTED = matcher(
    r"(?:is |are |was |were |now )*(?:forecast(?:s|ed)?|projected|expected|predicted|estimated|likely|set|due|anticipated|on course)\b|(?:the |our |its )?(?:latest )?(?:forecast|projection|outturn|estimate)\b",
    re.IGNORECASE,
)
MEASURES = ((PLANNED, "=budget"), (EXPECTED, "=forecast"))
NEVER = matcher(r"(?!)")
OVER = r"(?:over|above|more|higher|ahead of|beyond|greater|in excess of|overspen[dt]\w*|over-?spend|over-?spent|exceeds?|exceed|exceeding|beats?|surplus|better|up on|extra)"
UNDER = r"(?:under|below|less|fewer|lower|short|shy|behind|shortfall|underspen[dt]\w*|under-?spend|under-?spent|down on|smaller|saving of|off|adrift|miss(?:es|ed)?|fewer)"
GAP = matcher(
    rf"(?<!\S)#(?P<n>\d+) (?:[^\s,;#=]+ ){{0,3}}?(?:(?P<over>{OVER})|(?P<under>{UNDER}))(?!\S)(?! #)|(?<!\S)(?:(?P<over2>{OVER})|(?P<under2>{UNDER}))(?: (?!#|,|;|and |but )\S+){{0,4}}?(?: of #\d+)? (?:by|(?<!=budget )of) #(?P<n2>\d+)"
    rf"|(?<!\S)(?:an? )?(?:difference|gap|variance|change) of #(?P<n3>\d+)"
)
SIDE = matcher(
    rf"(?<!\S)(?:(?P<over>{OVER})|(?P<under>{UNDER}))(?: (?:of|than|the|its|their|what|on))* =budget|(?<!\S)(?P<spend>overspen[dt]\w*|over-spen[dt])(?!\S)|(?<!\S)(?P<save>underspen[dt]\w*|under-spen[dt])(?!\S)|(?<!\S)(?P<in>on|within|in line with|to|at|exactly on) =budget(?! of)"
)
THEN = matcher(
    r"(?: (?:than|on|since|from|over|compared with))(?: (?:in|at|the))* @"
    r"| (?:of |than )?(?:(?:the|its|their|our|an?) )?(?!=budget|what )(?:=\S+|top|upper|lower|bottom|end|range|limit|last|those|expected|national|usual|average|record)(?!\S)"
)
"""After the distance from another period or another measure, which is none from the budget."""
BESIDE = matcher(rf"(?<!\S)(?:{OVER}|{UNDER}|within|to|on)(?: (?:of|than|the|its|their|what|on))* $")
"""Before a budget that something is beside: the figure after it may be the forecast, "£165k better than budgeted at £18,615k"."""
MAY = matcher(r"(?<!\S)(?:could|may|might|would)(?: (?!#|,|;)\S+){0,3} $")
"""Before what may come beside the budget: "the pay award, which could add £4.1m"."""
LINK = r"(?:of|is|was|at|for|to|be|the|a|come|comes|stands|to reach|reach|reaching|and|that|will|would|it|we|by|end|year|a total of|total|fees|services|on|from|income|spending|\(|:|,|now|just|about|in|all)"


@dataclass(frozen=True)
class Columns:
    """The tables of one report with a budget and a forecast."""

    dataset: Dataset

    @cached_property
    def tables(self) -> dict[str, list[DataTable]]:
        """Those tables by section."""
        found: dict[str, list[DataTable]] = {}
        for each in self.dataset.tables:
            if _column(each, "budget") is not None and _column(each, "forecast") is not None:
                found.setdefault(each.section, []).append(each)
        return found

    def findings(self, sentence: str, block: str) -> Iterator[Finding]:
        """Every statement about a row of such a table that the sentence names, with its budget or forecast."""
        parts = block.split("/")[1:]
        sections = {each.slug for each in self.dataset.sections if each.slug in parts or each.directorate in parts}
        for table in (one for name in sorted(sections) for one in self.tables.get(name, [])):
            row = _named(table, sentence)
            coded = code(sentence, MEASURES, NEVER)
            coded = replace(coded, text=coded.text.replace("=target", "=budget"))
            if row and re.search(r"=(?:budget|forecast)|overspen|underspen|shortfall", coded.text):
                yield from _Row(table, row, coded).findings()
                return


def _column(table: DataTable, name: str) -> int | None:
    words = r"budget|plan" if name == "budget" else r"forecast|outturn|actual|projection"
    return next((n for n, each in enumerate(table.columns) if re.search(words, each, re.IGNORECASE)), None)


IDLE = frozenset(stem(each) for each in ("services", "delivered", "fees"))
"""Stems of words of rows that a sentence may also have for itself: "where a service would otherwise stop" names no spending on services."""


def _named(table: DataTable, sentence: str) -> DataRow | None:
    """The row that the sentence names by most of its words; None where two are named alike."""
    said = frozenset(stem(ALIASES.get(each.lower(), each)) for each in re.findall(r"[^\W\d_]+", sentence))
    scored = sorted(
        ((sum(0.5 if word in IDLE else 1 for word in stems(each.label) & said), -n) for n, each in enumerate(table.rows)), reverse=True
    )
    if not scored or scored[0][0] == 0 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    first = table.rows[-scored[0][1]]
    others = (stems(table.rows[-n].label) & said - stems(first.label) - IDLE for _, n in scored[1:])
    return None if any(others) else first


ALIASES = {
    "spend": "spending",
    "overspend": "spending",
    "underspend": "spending",
    "expenditure": "spending",
    "ftes": "staff",
    "workforce": "staff",
    "headcount": "staff",
    "employees": "staff",
    "posts": "staff",
    "saving": "savings",
    "charges": "fees",
    "earn": "income",
    "earnings": "income",
    "spent": "spending",
}


@dataclass(frozen=True)
class _Row:
    """A row of the table with a sentence about it."""

    table: DataTable
    row: DataRow
    coded: Coded

    def number(self, name: str) -> tuple[Decimal, str] | None:
        """The figure of the column, with its unit."""
        at = _column(self.table, name)
        cell = self.row.cells[at] if at is not None else None
        return None if cell is None or cell.value.number is None else (cell.value.number, cell.unit)

    def findings(self) -> list[Finding]:
        """Every statement: differences first, then sides, then levels."""
        budget, forecast = self.number("budget"), self.number("forecast")
        if budget is None or forecast is None:
            return []
        by, unit = forecast[0] - budget[0], budget[1]
        found: list[Finding] = []
        used: set[int] = set()
        for match in GAP.finditer(self.coded.text):
            index = int(next(match[each] for each in ("n", "n2", "n3") if match[each]))
            amount = self.coded.amounts[index]
            if THEN.match(self.coded.text[match.end() :]):
                used.add(index)
                continue
            if (
                re.match(r"#\d+ of ", match[0])
                or (unit.startswith("GBP") and not amount.unit)
                or (not (fits(amount, unit) or (unit == "percent" and amount.unit == "points")) and amount.unit)
            ):
                continue
            side = 0 if match["n3"] else 1 if match["over"] or match["over2"] else -1
            used.add(index)
            found.append(self._gap(amount, side, by, unit, match.span()))
        for match in SIDE.finditer(self.coded.text):
            if not any(one.kind == "budget" for one in found):
                right = by == 0 if match["in"] else by > 0 if match["over"] or match["spend"] else by < 0
                found.append(self._finding("true" if right else "false", match.span(), self._told(budget, forecast)))
        for index, amount in enumerate(self.coded.amounts):
            at = self.coded.of_number(index)[0]
            open_yet = MAY.search(self.coded.text[:at]) or at < end_of_plan(self.coded.text)
            if index not in used and not open_yet and (each := self._level(index, amount, budget, forecast)):
                found.append(each)
        return found

    def _gap(self, amount: Amount, side: int, by: Decimal, unit: str, span: tuple[int, int]) -> Finding:
        plain = Amount(amount.value, "%" if amount.unit == "points" else amount.unit, amount.scale, amount.around, amount.word)
        verdict: Verdict = "false" if side * by < 0 else holds(plain, abs(by), unit)
        if verdict == "false" and side * by >= 0 and amount.unit == "%" and unit != "percent":
            verdict = "unknown"
        told = with_unit(abs(by), unit) if unit != "percent" else f"{number_words(abs(by))} percentage points"
        return self._finding(verdict, span, f"the forecast is {told} {'over' if by > 0 else 'under'} budget")

    def _level(self, index: int, amount: Amount, budget: tuple[Decimal, str], forecast: tuple[Decimal, str]) -> Finding | None:
        """A figure that is said to be the budget or the forecast; where nothing says which, it must be one of them."""
        unit = budget[1]
        whole = amount.unit in ("", "fte") and unit == "FTE"
        if not (fits(amount, unit) or whole):
            return None
        start, stop = self.coded.of_number(index)
        before, after = self.coded.text[:start], self.coded.text[stop:]
        if (led := re.search(rf"=budget (?:{LINK} )*$", before)) and BESIDE.search(before[: led.start()]):
            told = [budget, forecast]
        elif led or re.match(r"(?: in(?: the)?)? =budget", after):
            told = [budget]
        elif (
            re.search(rf"=forecast (?:\S+ ){{0,7}}?(?:{LINK} )*$", before) and "=budget" not in before[before.rfind("=forecast") :]
        ) or re.search(r"=forecast", after[:60]):
            told = [forecast]
        else:
            told = [budget, forecast]
        told.append((forecast[0] - budget[0], unit))
        verdicts = [holds(amount, number, unit) for number, unit in told]
        verdict: Verdict = "true" if "true" in verdicts else "rounded" if "rounded" in verdicts else "false"
        return self._finding(verdict, (start, stop), self._told(budget, forecast), kind="level")

    def _told(self, budget: tuple[Decimal, str], forecast: tuple[Decimal, str]) -> str:
        return f"{self.row.label}: the budget is {with_unit(*budget)}, the forecast {with_unit(*forecast)}"

    def _finding(self, verdict: Verdict, span: tuple[int, int], says: str, kind: str = "budget") -> Finding:
        return finding_at(self.coded, span, verdict, kind, says, wording=says if verdict == "false" else "")
