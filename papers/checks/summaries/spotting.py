"""The quantities of a summary that count, each with the whole and the shares given with it, and where what is said of it ends."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from papers.checks.language.amounts import Amount
from papers.checks.language.matching import matcher
from papers.checks.language.quantities import Quantity
from papers.checks.summaries.account import Account
from papers.checks.summaries.figures import is_figure, is_genitive
from papers.checks.summaries.opening import opens
from papers.checks.summaries.words import BACK, BREAKS, DETERMINERS, JOINS, LEADS, LESS, MARKS, MORE, MOVES, VERBS

SHARE = matcher(
    r"(?<!\S)(?:\(|,) (?:(?:or|that|is|which|just|some|about|equal|to|representing|namely|nearly|making) )*#(?P<n>\d+)"
    r"(?: of (?:(?:the|all|our|what|rated|total|whole|them|we) ?)*%?)?(?= [),;:.]| (?:and|but|while|whereas|with) |$)"
)
"""A share, or a count of a whole, that says again what the count before it says."""
PLACED = ("above ", "below ", "over ", "under ")
"""Words that say where something stands after a verb, "sits above four Ambers", and no more than how many there are."""
ALL = ("all", "none", "but")
"""Kinds of quantities that are of a set whose size may be given with them: "all three"."""
OPENERS = frozenset(("this", "it", "there", "we", "they"))
"""What opens a statement of its own after a mark: "with two Reds, this is a better result"."""
SO_MANY = matcher(r" (?:and|,) (?:just |exactly )?(?:the same number|as many|an equal number|a similar number) ")
"""What begins a count that is told by the one before it: "three improved, and the same number got worse"."""
NUMBER_OF = matcher(r" (?:and )?(?:the|our) (?:number|share|proportion|total) of ")
"""What begins a statement of another number: "down by one, and the number of Reds is up"."""
LINKS = frozenset(("that", "which", "who", "are", "is", "have", "has", "now", "rated", "%"))
"""What stands between a number and what is said of as many."""
MEMBER = frozenset(("is", "are", "was", "were", "remain", "remains", "stay", "stays", "being", "become", "becomes", "now", "as", ","))
"""What stands before "one of eleven Ambers" where something is said to be one of them."""
RELATIVES = frozenset(("that", "which", "who", "to", "with", "at", "on", "rated"))
"""What begins to tell which indicators are meant: "one of five that are Green"."""
HAS = frozenset(("has", "have", "had", "with", "shows", "now", "keeps", "still"))
"""What stands before "a Red"."""


@dataclass(slots=True)
class Count:
    """A quantity of a sentence: its tokens, the whole that it gives, the shares that say it again, the end of what is said with it."""

    at: int
    end: int
    quantity: Quantity
    whole: int | None = None
    shares: list[Quantity] = field(default_factory=list)
    skip: set[int] = field(default_factory=set)
    of_those: bool = False
    """Whether a rating is told of which it is a part: "half of the Green ratings"."""
    of_set: bool = False
    """Whether the whole may be how many are so, as in "is one of eleven Ambers" and "one of three indicators to have improved"."""
    of_rest: bool = False
    """Whether the whole is what is left: "two of the other eight"."""
    high: int = 0


@dataclass(frozen=True, slots=True)
class Spotter:
    """Finds the counts of one account."""

    account: Account

    def counts(self) -> list[Count]:
        """The quantities that are no part of another one, each with where what is said of it ends."""
        account = self.account
        shares = {account.tally.text[: found.start("n")].count(" "): found for found in SHARE.finditer(account.tally.text)}
        found: list[Count] = []
        figures: set[int] = set()
        for at in range(len(account.tokens)):
            if account.token(at) in ("a", "an") and self._is_rating(at + 1) and (account.token(at - 1) in HAS or self._goes_on(at)):
                found.append(Count(at, at + 1, Quantity("count", Amount(Decimal(1), around="least", word=True))))
            if not re.fullmatch(r"#\d+", account.tokens[at]):
                continue
            quantity = account.tally.quantities[account.index(at)]
            steps = account.token(at + 1) in ("ratings", "bands", "places") and account.token(at - 1) in MOVES
            if is_figure(account, at, figures, repeated=at in shares):
                figures.add(at)
                continue
            if at in account.used or (found and at < found[-1].end) or steps or self._is_compared(at) or self._is_pairing(at):
                continue
            if at in shares and found and self._repeats(found[-1], at, quantity):
                found[-1].shares.append(quantity)
                stop = at + len(shares[at][0][shares[at][0].index("#") :].split())
                found[-1].skip |= set(range(at - 1, stop + 1))
                continue
            if account.spoken(at).lower().startswith(PLACED) and account.token(at - 1) in VERBS:
                quantity = replace(quantity, amount=replace(quantity.amount, around=""))
            found.append(self._whole(at, quantity))
        ends = [at for at in account.positions("#") if at in account.used and account.tally.quantities[account.index(at)].kind in ALL]
        for one, two in itertools.pairwise([*found, None]):
            if one:
                after = [each for each in ends if each >= one.end]
                one.high = self._boundary(one, min([two.at if two else len(account.tokens), *after]))
                one.of_set = self._is_of_set(one)
        return found

    def _is_of_set(self, count: Count) -> bool:
        """Whether the whole is told with what narrows it: "is one of eleven Ambers", "one of three indicators to have improved"."""
        account = self.account
        if count.quantity.amount.value != 1 or account.token(count.at - 1) not in MEMBER:
            return False
        at = count.end + (account.token(count.end) == "%")
        relative = account.token(at) in RELATIVES
        while account.token(at) in RELATIVES | LINKS - {"%"}:
            at += 1
        state = account.token(at)[0] == "="
        bare = state and at == count.end and (account.state(at).family == "rating" or account.token(at + 1) == "%")
        return count.whole is not None and state and (relative or bare)

    def _is_compared(self, at: int) -> bool:
        """Whether the number is there to be compared with, and no count of its own."""
        if self.account.token(at + 1)[0] == "=":
            return self.account.token(at + 2) in MORE | LESS
        if self.account.token(at + 1) in MORE | LESS:
            return not self._is_added(at)
        before = self.account.token(at - 1)
        if (before == "against" or self._is_beside(at)) and self._is_of_its_own(at):
            return False
        return before in ("against", "from", "than", "after") or self._is_beside(at)

    def _is_beside(self, at: int) -> bool:
        """Whether the number there is set beside the one before it: "compared with three"."""
        return self.account.token(at - 1) in ("with", "to") and self.account.token(at - 2) == "compared"

    def _is_of_its_own(self, at: int) -> bool:
        """Whether something else is said of the number that is set against another one: "against three that worsened"."""
        account = self.account
        after = at + 1
        while account.token(after) in LINKS:
            after += 1
        if account.token(after)[0] != "=":
            return False
        before = {account.state(each).name for each in account.positions("=", 0, at)}
        stop = next((each for each in range(after, len(account.tokens)) if account.tokens[each] in BREAKS | {","}), len(account.tokens))
        return account.state(after).name not in before and account.is_before(after, stop) is False

    def _is_added(self, at: int) -> bool:
        """Whether the number counts others than those before it, compared with nothing: "with 11 more rated Amber"."""
        tokens = self.account.tokens
        led = self.account.token(at - 1) in ("with", "and", "a", ",") and any(each[0] == "=" for each in tokens[:at])
        says = self.account.token(at + 1) == "more" and (self.account.token(at + 2)[0] in "=%" or self.account.token(at + 2) in VERBS)
        return led and says and not {"than", "net"} & set(tokens) and not any(each[0] == "@" for each in tokens[at:])

    def _is_pairing(self, at: int) -> bool:
        """Whether "both" or "neither" stands before names that are told one by one, "each" after the number that it spreads, or "one" after a state."""
        word = self.account.spoken(at).lower()
        led = self.account.token(at + 1) in MARKS or self.account.token(at - 2) in DETERMINERS
        if (word == "one" or word.startswith("one of ")) and self.account.token(at - 1)[0] == "=" and led:
            return True
        return (word in ("both", "neither") and self.account.token(at + 1)[0] == "&") or (
            word == "each" and self.account.token(at - 1)[0] == "#"
        )

    def _goes_on(self, at: int) -> bool:
        """Whether the rating behind the article there goes on with those counted before it: "three Greens and an Amber"."""
        return self.account.token(at - 1) in ("and", ",", "plus") and self.account.token(at - 2)[0] == "="

    def _is_rating(self, at: int) -> bool:
        """Whether a rating stands there as a noun: "has a Red"."""
        account = self.account
        alone = account.token(at + 1) in MARKS | {"and", "in", "for", "now", "as", "where", "from"} or account.token(at + 1)[0] == "%"
        return account.token(at)[0] == "=" and account.state(at).family == "rating" and alone

    def _repeats(self, count: Count, at: int, quantity: Quantity) -> bool:
        """Whether the quantity says the count before it again, as a share or with its whole."""
        between = self.account.tokens[count.end : at]
        near = not any(each in BREAKS - {"("} or each == "and" or each[0] == "#" for each in between)
        again = quantity.amount.unit in ("%", "share") or quantity.whole is not None or count.quantity.kind in ("share", "most")
        return near and again and quantity.kind in ("share", "count")

    def _whole(self, at: int, quantity: Quantity) -> Count:
        """The quantity with the whole that is given with it: "four of its seven", "all three"."""
        tokens = self.account.tokens
        end = at + 1
        if tokens[end : end + 1] == ["of"]:
            end += 1
        while end < len(tokens) and (
            tokens[end] in DETERMINERS | {"rated", "total", "other", "remaining"} or tokens[end][0] == "+" or is_genitive(tokens[end])
        ):
            end += 1
        if end < len(tokens) and re.fullmatch(r"#\d+", tokens[end]) and (quantity.kind in ALL or end > at + 1):
            whole = self.account.tally.quantities[self.account.index(end)]
            rest = self.account.token(end - 1) in ("other", "remaining")
            if whole.kind == "rest":
                return Count(at, end + 1, quantity, quantity.whole, of_rest=True)
            if whole.kind == "all" and whole.whole is None:
                return Count(at, end + 1, quantity, quantity.whole, of_those=self.account.token(end + 1)[0] == "=")
            if (
                whole.kind == "count"
                and whole.whole is None
                and whole.amount.unit == ""
                and self.account.token(at + 1) not in ("the", "its")
            ):
                return Count(at, end + 1, quantity, int(whole.amount.value), of_rest=rest)
        of_those = tokens[at + 1 : at + 2] == ["of"] and end < len(tokens) and tokens[end][0] == "="
        return Count(at, at + 1, quantity, quantity.whole, of_those=of_those)

    def _boundary(self, count: Count, limit: int) -> int:
        """Where what is said with the count ends: before the statement of the next quantity, or at a word that begins another."""
        tokens = self.account.tokens
        at = limit
        first = count.end + (self.account.token(count.end)[0] == "=")
        if limit < len(tokens):
            while at - 1 >= first and (tokens[at - 1] in LEADS | BACK | {"="} or tokens[at - 1][0] in "=+&"):
                at -= 1
                if tokens[at] in JOINS | BREAKS or (tokens[at][0] == "=" and self.account.token(at - 1) in ("and", ",", "the", ";")):
                    break
            stops = [each for each in range(count.end, limit) if tokens[each] in (",", "and", "with")]
            at = at if tokens[at] in JOINS | BREAKS or tokens[at][0] == "=" else (stops[-1] if stops else limit)
        breaks = (each for each in range(count.end, at) if each not in count.skip and self._parts_at(count.end, each, at))
        return min(breaks, default=max(at, count.end))

    def _parts_at(self, low: int, at: int, high: int) -> bool:
        """Whether another statement begins there; not where a state alone stands in brackets: "where we want them (Green)"."""
        account = self.account
        alone = account.token(at) == "(" and account.token(at + 1)[0] == "=" and account.token(at + 2) == ")"
        again = SO_MANY.match(account.text(at, high))
        figure = account.token(at)[0].isdigit() and "." in account.token(at)
        beside = account.token(at) == "compared" and account.token(at + 2)[0] == "#"
        beside = beside or (account.token(at) == "," and account.token(at + 1)[0] == "#" and account.token(at + 2) in MORE | LESS)
        number = account.token(at) in ("and", ",") and NUMBER_OF.match(account.text(at + 1, high))
        so = account.token(at) == "," and account.token(at + 1) == "so" and account.token(at + 2) != "far"
        apart = (account.token(at) in BREAKS and not alone and not self._is_between(at)) or figure or beside or so or bool(number)
        return apart or bool(again) or self._is_new(low, at, high)

    def _is_between(self, at: int) -> bool:
        """Whether the word there joins a mark that was missed and one that was not: "below target but above the floor"."""
        account = self.account
        sides = (account.token(at - 1), account.token(at + 1))
        if account.token(at) != "but" or any(each[0] != "=" for each in sides):
            return False
        return {account.state(at - 1).family, account.state(at + 1).family} == {"target", "floor"}

    def _is_new(self, low: int, at: int, high: int) -> bool:
        """Whether a new subject with a verb of its own begins there, after something was said of the count."""
        account, tokens = self.account, self.account.tokens
        if at == low and tokens[at] == "and" and "&" in (each[0] for each in tokens[at + 1 : at + 3]):
            return True
        if tokens[at] not in ("and", ",", "with") or not any(each[0] == "=" for each in tokens[low:at]):
            return False
        if tokens[at] == "," and self.account.token(at + 1) in OPENERS and self.account.token(at + 2) in VERBS:
            return True
        if tokens[at] == "with" and self._is_subject(at + 1, high):
            return True
        names = [each for each in range(at + 1, min(high, at + 4)) if tokens[each][0] == "&"]
        if (
            tokens[at] == "and"
            and names
            and VERBS & set(tokens[low:at])
            and self.account.token(names[0] + 1) == ","
            and opens(self.account, names[0])
        ):
            return True
        ahead = range(at + 1, min(high, at + 7))
        verb = next((each for each in ahead if tokens[each] in VERBS or (tokens[each][0] == "=" and tokens[each - 1][0] == "&")), None)
        if verb is not None and any(each[0] == "&" for each in tokens[at + 1 : verb]) and tokens[verb - 1] != ",":
            verbal = any(tokens[each][0] == "=" and account.state(each).family != "rating" for each in range(low, at))
            return verbal or bool(VERBS & set(tokens[low:at]))
        return verb is not None and verb > at + 2 and self.account.token(at + 1) in DETERMINERS | {"another", "one"}

    def _is_subject(self, at: int, high: int) -> bool:
        """Whether what follows "with" has something else said of it: "with personal budgets Red", "with Amber ratings down"."""
        account = self.account
        states = [each for each in range(at, high) if account.tokens[each][0] == "="]
        names = any(account.tokens[each][0] == "&" for each in range(at, states[-1] if states else at))
        return names or (account.token(at - 2) == "," and account.token(at)[0] == "=" and account.state(at).family == "rating")
