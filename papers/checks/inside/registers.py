"""The risk register and the published counts of its actions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from papers.checks.inside.known import Known
from papers.checks.language.matching import matcher
from papers.dataset import StatedTotal
from papers.errors import Place, Problem, problem
from papers.risks import risk_scheme_of

NUMBERED = matcher(r"(.*?)(\d+)")


def targets_of_risks(known: Known) -> Iterator[Problem]:
    """Risks that are at their target already, and targets that are themselves in the gravest band."""
    scheme = risk_scheme_of(known.dataset)
    for risk in known.dataset.risks:
        if risk.target_score is None:
            continue
        score = str(risk.target_score)
        if risk.current_score == risk.target_score:
            yield problem("risk-at-target", _at(risk.place, "target_score"), value=score, risk=risk.id)
        gravest = scheme.levels[-1]
        if risk.target_score >= gravest.low and risk.target_score in scheme.scores:
            yield problem("risk-target-gravest", _at(risk.place, "target_score"), value=score, data=gravest.band.word, risk=risk.id)


def missing_numbers(known: Known) -> Iterator[Problem]:
    """Numbers that the ids of the risks leave out between the first and the last."""
    found = [each for risk in known.dataset.risks if (each := NUMBERED.fullmatch(risk.id))]
    if not found or len(found) < len(known.dataset.risks) or len({each[1] for each in found}) > 1:
        return
    prefix, numbers = found[0][1], {int(each[2]) for each in found}
    left_out = [f"{prefix}{n}" for n in range(min(numbers), max(numbers)) if n not in numbers]
    if left_out:
        place = known.dataset.risks[0].place
        yield problem("risk-numbers-left-out", Place(place.file, place.sheet, column="id"), value=", ".join(left_out))


def untold_statuses(known: Known) -> Iterator[Problem]:
    """Statuses of listed actions for which a published statement of their batch gives no number, though it gives some."""
    stated: dict[str, list[StatedTotal]] = {}
    for each in known.dataset.stated:
        if each.subject.startswith("risk_actions/"):
            stated.setdefault(each.subject.partition("/")[2], []).append(each)
    for batch, totals in stated.items():
        listed = Counter(each.status.casefold() for each in known.dataset.actions if each.batch == batch)
        told = {each.measure.casefold() for each in totals if each.value is not None} - {"total"}
        untold = [f"{status} ({count})" for status, count in listed.items() if status not in told]
        if told and untold:
            place = _at(totals[0].place, "measure")
            yield problem("stated-status-untold", place, value=" and ".join(untold), batch=batch)


def _at(place: Place, column: str) -> Place:
    return Place(place.file, place.sheet, place.row, column)
