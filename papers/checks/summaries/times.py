"""When the count of a sentence is of: the present report, the last one, or some other period."""

from __future__ import annotations

from papers.checks.summaries.account import Account
from papers.checks.summaries.reports import tells_of_another
from papers.checks.summaries.spotting import Count
from papers.checks.summaries.words import AGAINST, EARLIER, WHEN


def is_past(account: Account, count: Count, low: int, begin: int, *, goes_on: bool) -> bool | None:
    """Whether the count is of the last report; None where of some other period. From `low` its statement begins, from `begin` its words."""
    if tells_of_another(account.head(count.at).rpartition(";")[2], account.previous):
        return None
    past = account.is_before(begin, count.high)
    if past is None and account.previous:
        return None
    past = past or bool(WHEN.search(account.head(count.at))) or _is_then(account, count.at)
    opens = list(account.positions("@", low, count.at))
    if past is False and goes_on and EARLIER.search(account.text(low, count.at)):
        past = True
    opens = [at for at in opens if not any(each[0] in "=#0123456789" for each in account.tokens[low:at])]
    if past is False and opens and not AGAINST & set(account.tokens[max(low, opens[-1] - 3) : opens[-1]]):
        past = account.is_previous(opens[-1])
    return past


def _is_then(account: Account, at: int) -> bool:
    """Whether the number follows the last report with "when" between: "four were in September, when 20 were Green"."""
    led = account.token(at - 1) == "when" and account.token(at - 2) == "," and account.token(at - 3)[0] == "@"
    return led and bool(account.is_previous(at - 3))
