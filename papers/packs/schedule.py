"""Why the public may not see a paper, in the words of the law: schedule 12A as data, the stamp, the reason and the resolution."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from papers.packs.agenda import Agenda, Nation, Secrecy
from papers.wording import listed

ACT = "the Local Government Act 1972"
REGULATIONS = "the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
"""By which an executive in England excludes the public (SI 2012/2089): 4(2)(a) for confidential information, 4(2)(b) for exempt."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The part of schedule 12A that holds in a nation: its name, its paragraphs' wording by number, the public interest test, the source.

    `tested` are the paragraphs that the test holds for: in Wales not legal professional privilege.
    """

    part: str
    paragraphs: Mapping[int, str]
    test: str
    source: str
    tested: frozenset[int]

    @property
    def named(self) -> str:
        """The part by its full name."""
        return f"{self.part} of Schedule 12A to {ACT}"


@cache
def schedule(nation: Nation) -> Schedule:
    """Schedule 12A as it holds there: Part 1 in England, Part 4 in Wales."""
    held = tomllib.loads((files("papers.packs") / "schedule_12a.toml").read_text("utf-8"))
    own = held[nation]
    return Schedule(
        own["part"],
        {int(number): words for number, words in own["paragraphs"].items()},
        held["test"],
        own["source"],
        frozenset(own["tested"]),
    )


def wants_test(secrecy: Secrecy, nation: Nation) -> bool:
    """Whether the public interest must be weighed before the paper is withheld: unless no paragraph of it asks that."""
    held = schedule(nation)
    untested = held.paragraphs.keys() - held.tested
    return secrecy.classification == "exempt" and not (secrecy.paragraphs and untested.issuperset(secrecy.paragraphs))


def notice(secrecy: Secrecy, nation: Nation, *, executive: bool = False) -> str:
    """What stands on every page that the public may not see, at a meeting of an `executive` or not; nothing on others."""
    if secrecy.classification == "exempt":
        return f"Not for publication by virtue of {_numbers(secrecy)} of {schedule(nation).named}"
    closed = reason(secrecy, nation, executive=executive)
    return f"Not for publication: {closed}" if closed else ""


def reason(secrecy: Secrecy, nation: Nation, *, executive: bool = False) -> str:
    """Why the public may not see it, in a few words: "exempt, paragraph 3 of Part 1 of ..."; nothing where it may."""
    if secrecy.classification == "exempt":
        return f"exempt, {_numbers(secrecy)} of {schedule(nation).named}"
    if secrecy.classification == "confidential":
        regulated = _regulated(nation, executive=executive)
        return f"confidential under {'regulation 4(2)(a) of SI 2012/2089' if regulated else f'section 100A(2) of {ACT}'}"
    return ""


def _regulated(nation: Nation, *, executive: bool) -> bool:
    """Whether the regulations for executives in England hold, not the Act."""
    return executive and nation == "England"


def descriptions(secrecy: Secrecy, nation: Nation) -> tuple[str, ...]:
    """The paragraphs in the words of the law, each with its number: "Information relating to ... (paragraph 3)"."""
    return tuple(f"{schedule(nation).paragraphs[number]} (paragraph {number})" for number in secrecy.paragraphs)


def resolution(agenda: Agenda, *, executive: bool = False) -> tuple[str, ...]:
    """The motion that excludes the public from the agenda's closed business, as paragraphs; none where all of it is open.

    It names each item and the description of exempt information that closes it, as section 100A(5), and for an `executive` in England
    regulation 4(3), ask. Confidential business needs no resolution (section 100A(2), regulation 4(2)(a)), and a sentence says so.
    """
    closed = [(item.number, each) for item in agenda.items for each in _reasons(agenda, item.number)]
    exempt = [(number, each) for number, each in closed if each.classification == "exempt"]
    confidential = list(dict.fromkeys(number for number, each in closed if each.classification == "confidential"))
    return (
        *_motion(exempt, agenda.nation, executive=executive),
        *_barred(confidential, regulated=_regulated(agenda.nation, executive=executive)),
    )


def _motion(exempt: Sequence[tuple[str, Secrecy]], nation: Nation, *, executive: bool) -> tuple[str, ...]:
    if not exempt:
        return ()
    power = f"regulation 4(2)(b) of {REGULATIONS}" if _regulated(nation, executive=executive) else f"section 100A(4) of {ACT}"
    several = len({number for number, _ in exempt}) > 1
    grounds = "they involve" if several else "it involves"
    said = (
        f"Motion to exclude the public: That under {power} the public be excluded from the meeting for the following item{'s' if several else ''} of business, on the "
        f"grounds that {grounds} the likely disclosure of exempt information as defined in {schedule(nation).named}"
        f"{_weighed([each for _, each in exempt], nation)}:"
    )
    return (said, *(f"Item {number}: {_described(each, nation)}" for number, each in exempt))


def _weighed(exempt: Sequence[Secrecy], nation: Nation) -> str:
    """That secrecy outweighs disclosure, as far as the law asks it."""
    numbers = {number for each in exempt for number in each.paragraphs}
    untested = sorted(numbers - schedule(nation).tested)
    if numbers and not numbers & schedule(nation).tested:
        return ""
    but = f", but for information of paragraph {listed([str(each) for each in untested])}," if untested else ""
    return (
        f", and that{but} in all the circumstances of the case the public interest in maintaining the exemption outweighs the public "
        "interest in disclosing the information"
    )


def _described(secrecy: Secrecy, nation: Nation) -> str:
    said = "; ".join(f"{words[0].lower()}{words[1:]}" for words in descriptions(secrecy, nation))
    return f"{said}. {secrecy.public_interest.rstrip('.')}." if secrecy.public_interest else f"{said}."


def _barred(numbers: Sequence[str], *, regulated: bool) -> tuple[str, ...]:
    if not numbers:
        return ()
    items = f"Item{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
    power = f"regulation 4(2)(a) of {REGULATIONS}" if regulated else f"section 100A(2) of {ACT}"
    breach = " in breach of the obligation of confidence" if regulated else ""
    return (f"{items}: the public is excluded by {power}, because confidential information would be disclosed{breach}.",)


def _reasons(agenda: Agenda, number: str) -> tuple[Secrecy, ...]:
    """Why an item, or papers of it, are closed, each reason once."""
    item = agenda.item(number)
    found = [part.secrecy for part in item.parts] if item.parts else [item.secrecy]
    return tuple(dict.fromkeys(each for each in found if each.restricted))


def _numbers(secrecy: Secrecy) -> str:
    return f"paragraph{'s' if len(secrecy.paragraphs) > 1 else ''} {listed([str(each) for each in secrecy.paragraphs])}"
