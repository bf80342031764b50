"""What is told of a risk without a number: its level, movement, rank, owner, former name, how it stands to its target and others."""

from __future__ import annotations

import re

from papers.checks.amounts import Verdict
from papers.checks.facts import stems
from papers.checks.mentions import distinct, former_name
from papers.checks.reading import Finding
from papers.checks.risksentence import RiskSentence
from papers.checks.riskwords import AGAINST_TARGET, COMPARED, FORMER, LINK, MOVED, OWNS, PAST, RANK
from papers.dataset import Risk
from papers.risks import movement


def levels(reading: RiskSentence) -> None:
    """Hold every level that is told of a risk."""
    for found in re.finditer(r"\*(\w+)", reading.text):
        start = found.start()
        before = reading.between(start)
        if not any(each.start < reading.coded.words(*found.span())[0] for each in reading.mentions) or re.search(
            r"(?:#\d+ (?:of|risks?|are|is|others?) (?:\S+ ){0,2}|(?:all|none|other|every|any|no) (?:\S+ ){0,2})$", before
        ):
            continue
        if re.search(r"(?:or|nor|neither|than|like|unlike|among the|one of the) $", before):
            continue
        aimed = (
            reading.is_guarded(start)
            or bool(re.search(rf"=target (?:{LINK} )*$", before))
            or bool(re.match(r" =target| at =target| once", reading.text[found.end() :]))
        )
        past = (
            bool(re.search(r"(?:from|was|were|had been|previously|formerly)(?: (?:rated|a|an|at))* $", before))
            or bool(re.match(rf" (?:{PAST})", reading.text[found.end() :]))
            or reading.is_past(start)
        )
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:rated|a|an|at|yet|be))* $", before))
        for risk in reading.holders(start):
            level = reading.level(risk.previous_score if past else risk.target_score if aimed else risk.current_score)
            verdict: Verdict = "unknown" if not level else "true" if (level == found[1]) is not negated else "false"
            reading.add(verdict, "risk", found.span(), f"{risk.title} is {level.capitalize()}" if level else "")


def against_target(reading: RiskSentence) -> None:
    """Hold "above its target" and "at its target score"."""
    for found in AGAINST_TARGET.finditer(reading.text):
        before = reading.text[: found.start()]
        if reading.is_guarded(found.start()) or re.search(r"#\d+ (?:points? )?$", before) or not reading.mentions:
            continue
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:yet|been|be|a|far))* $", before))
        side = found["side"]
        for risk in reading.holders(found.start()):
            if risk.target_score is None or risk.current_score is None:
                reading.add("unknown", "risk", found.span(), "")
                continue
            by = risk.current_score - risk.target_score
            right = (
                by < 0
                if side in ("below", "under", "lower than")
                else by <= 0
                if side in ("at", "on", "equal to", "equals", "same as", "meets", "met", "has reached", "reached", "matches", "hit")
                else by > 0
            )
            reading.add(
                "true" if right is not negated else "false",
                "risk",
                found.span(),
                f"the score of {risk.title} is {risk.current_score}, its target {risk.target_score}",
            )


def moves(reading: RiskSentence) -> None:
    """Hold what is told of a risk's movement since the last report."""
    for found in MOVED.finditer(reading.text):
        between = reading.between(found.start())
        if (
            reading.is_guarded(found.start())
            or len(between.split()) > 9
            or (re.search(r"#\d+|%|actions?|(?:^| )(?:a|the) $", between) and not re.search(r"a $", between))
        ):
            continue
        if (
            re.match(
                r" (?:to (?:its|the)|than|=target|arrangements|models?|systems?|scoring|risks? (?:are|were))(?!\S)",
                reading.text[found.end() :],
            )
            or not reading.text[: found.start()].strip()
        ):
            continue
        told = next(each for each in ("same", "new", "closed", "renamed", "up", "down") if found[each])
        negated = bool(re.search(r"(?:not|n't|no longer|never)(?: (?:been|a))* $", reading.text[: found.start()]))
        for risk in reading.holders(found.start()):
            moved = movement(risk)
            known = moved.renamed if told == "renamed" else None if moved.moved is None else moved.moved == told
            verdict: Verdict = "unknown" if known is None else "true" if known is not negated else "false"
            reading.add(verdict, "risk", found.span(), f"{risk.title} is {_moved_words(risk)}")


def _moved_words(risk: Risk) -> str:
    words = {"up": "up", "down": "down", "same": "unchanged", "new": "new", "closed": "closed"}
    change = (
        f", {risk.previous_score} to {risk.current_score}" if risk.previous_score is not None and risk.current_score is not None else ""
    )
    return words.get(movement(risk).moved or "", "not compared") + change


def ranks(reading: RiskSentence) -> None:
    """Hold "the highest risk on the register" of the risk that is named."""
    for found in RANK.finditer(reading.text):
        aimed = "=target" in found[0] or reading.text[found.end() :].startswith(" =target")
        around = [each.risk for each in reading.mentions]
        holders = (
            reading.holders(found.start())
            if any(each.start < reading.coded.words(*found.span())[0] for each in reading.mentions)
            else around[:1]
        )
        scores = sorted(
            (score for each in reading.dataset.risks if (score := each.target_score if aimed else each.current_score) is not None),
            reverse=not re.match("lowest|smallest|least|mildest|lightest", found["way"]),
        )
        place = {"second": 1, "third": 2}.get(found["nth"] or "", 0)
        if (
            reading.is_guarded(found.start())
            or len({each.id for each in around}) > 2
            or place >= len(scores)
            or re.match(r" \*", reading.text[found.end() :])
        ):
            continue
        for risk in holders:
            own = risk.target_score if aimed else risk.current_score
            right = own in (scores[place], sorted(set(scores), reverse=scores[0] > scores[-1])[min(place, len(set(scores)) - 1)])
            reading.add(
                "true" if right else "false",
                "rank",
                found.span(),
                f"the score of {risk.title} is {own}; others are {', '.join(map(str, scores[:3]))}",
            )


def highest(reading: RiskSentence, found: re.Match[str]) -> None:
    """Hold "the highest score is 25"."""
    scores = [
        score for each in reading.dataset.risks if (score := each.target_score if found["target"] else each.current_score) is not None
    ]
    amount = reading.coded.amounts[int(found["n"])]
    if not scores or reading.is_guarded(found.start()):
        return
    extreme = max(scores) if found["way"] in ("highest", "greatest") else min(scores)
    reading.used.add(int(found["n"]))
    reading.add("true" if amount.value == extreme else "false", "rank", found.span(), f"the {found['way']} score is {extreme}")


def compared(reading: RiskSentence) -> None:
    """Hold "scores higher than procurement"."""
    for one, two in zip(reading.mentions, reading.mentions[1:], strict=False):
        begin = next((each[0] for each in reading.coded.spans if each[2] >= one.stop), 0)
        end = next((each[0] for each in reading.coded.spans if each[2] >= two.start), len(reading.text))
        found = COMPARED.search(reading.text[begin:end])
        first, second = one.risk.current_score, two.risk.current_score
        if not found or first is None or second is None or re.search(r"[#*=]", reading.text[begin:end]) or reading.is_guarded(begin):
            continue
        right = first > second if found["more"] else first < second if found["less"] else first == second
        negated = bool(re.search(r"(?:not|n't|never|no) (?:\S+ )?$", reading.text[begin : begin + found.start()]))
        reading.add(
            "true" if right is not negated else "false", "risk", (begin, end), f"{one.risk.title} scores {first}, {two.risk.title} {second}"
        )


def former_names(reading: RiskSentence) -> None:
    """Hold what a risk is said to have been called before."""
    sentence = reading.coded.sentence
    found = FORMER.search(sentence)
    risks = distinct(each.risk for each in reading.mentions)
    if found is None or len(risks) != 1 or not (known := former_name(risks[0])):
        return
    right = bool(stems(known) & stems(found["name"]))
    reading.findings.append(
        Finding(
            "true" if right else "false",
            "risk",
            found.start(),
            found.end(),
            found[0],
            f"{risks[0].title} was called {known}",
            wording="" if right else known,
        )
    )


def owners(reading: RiskSentence) -> None:
    """Hold who is said to own a risk."""
    sentence = reading.coded.sentence
    owners = [each for each in dict.fromkeys(each.owner for each in reading.dataset.risks if each.owner) if _named(each, sentence)]
    risks = distinct(each.risk for each in reading.mentions)
    if not OWNS.search(sentence) or len(owners) != 1 or not risks or reading.is_guarded(0):
        return
    start = sentence.find(re.findall(r"\w+", owners[0])[0])
    for risk in risks:
        right = risk.owner == owners[0]
        if risk.owner:
            stop = start + len(owners[0])
            told = sentence[start:stop]
            reading.findings.append(
                Finding(
                    "true" if right else "false",
                    "risk",
                    start,
                    stop,
                    told,
                    f"the owner of {risk.title} is the {risk.owner}",
                    wording="" if right else risk.owner,
                )
            )


def _named(owner: str, sentence: str) -> bool:
    """Whether the sentence names the owner: "Corporate Director, People" may be "the Corporate Director for People"."""
    words = r"[\s,]+(?:for |of )?(?:the )?".join(re.escape(each) for each in re.findall(r"\w+", owner))
    return bool(re.search(rf"\b{words}\b", sentence))
