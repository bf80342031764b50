"""What is told of a risk without a number: its level, movement, owner, former name, how it stands to its target."""

from __future__ import annotations

import re

from papers.checks.facts import stems
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding
from papers.checks.risks.mentions import distinct, former_name
from papers.checks.risks.sentence import RiskSentence
from papers.checks.risks.words import (
    AGAINST_TARGET,
    AIMED_LEVEL,
    AT,
    BELOW,
    DATED,
    FORMER,
    LEAVING,
    MOVED,
    NOT,
    OF_NUMBER,
    OTHERS,
    OWNS,
    TAKEN_FROM,
)
from papers.dataset import Risk
from papers.risks import movement
from papers.wording import MONTHS


def levels(reading: RiskSentence) -> None:
    """Hold every level that is told of a risk."""
    for found in re.finditer(r"\*(\w+)", reading.text):
        before = reading.between(found.start())
        if of := OF_NUMBER.search(before):
            _of_number(reading, found, of)
            continue
        if (
            not any(start < found.start() for start, _ in reading.places)
            or OTHERS.search(before)
            or _is_counted(reading, before)
            or _is_edge(reading, found)
        ):
            continue
        once = _is_of_target(reading, found) or reading.is_sought(*found.span()) or bool(reading.aims and LEAVING.search(before))
        if reading.is_guarded(found.start()) and not (once or reading.is_aimed(found.start())):
            continue
        times = ("target",) if once else reading.times(*found.span())
        alike = "=target" in reading.text[: found.start()] and (
            re.match(r" (?:ones?|#\d+) (?:[.,;]|$)", reading.text[found.end() :]) or re.fullmatch(r" ?, ", before)
        )
        times = ("now", "last") if before.endswith("out of ") else times
        times = (*times, "target") if alike or LOWER.search(before) else times
        negated = bool(re.search(rf"{NOT}(?: (?:rated|a|an|at|yet|be))* $", before))
        for risk in reading.holders_and_alike(*found.span()):
            meant = [risk, *(each.risk for each in reading.mentions[:1] if IT.search(before))]
            known = [(one, level) for one in meant for time in times if (level := reading.level(one, time))]
            readings = [((level == found[1]) is not negated, f"{one.title} is {level.capitalize()}") for one, level in known]
            reading.judge(found.span(), readings)


IT = matcher(r"(?<!\S)(?:it|this)(?!\S)")
"""What may mean the risk that a sentence begins with."""


def _is_of_target(reading: RiskSentence, found: re.Match[str]) -> bool:
    """Whether the level is that of a target by the words around it: "Amber at its target", "a Green score is sought"."""
    after = re.match(r" (?:at|once|with|even at|when)(?: (?!#|and |but |,)\S+){0,3} =target| =target", reading.text[found.end() :])
    return bool(after) or any(each.start() <= found.start() < each.end() for each in AIMED_LEVEL.finditer(reading.text))


LOWER = matcher(r"=target(?: (?:score|level|rating|of|at|#\d+|,|\(|\)))* (?:is|was|lies|being) (?:(?!it |risk |score )\S+ ){0,6}$")
"""Before a level that may be one of the target, of which something else was told."""


def _is_edge(reading: RiskSentence, found: re.Match[str]) -> bool:
    """Whether the level is one that a score lies above or below: "a point below the Red band"."""
    after = re.match(r" (?:bands?|thresholds?|zones?|range|line|mark|boundary)(?!\S)", reading.text[found.end() :])
    return bool(
        after and re.search(r"(?<!\S)(?:below|above|under|over|outside|short of|from|off)(?: (?:the|a))? $", reading.text[: found.start()])
    )


def _is_counted(reading: RiskSentence, before: str) -> bool:
    """Whether the level is one that risks are counted by: "and eight Amber"."""
    number = re.search(r"#(\d+) $", before)
    return number is not None and reading.coded.amounts[int(number[1])].word and int(number[1]) not in reading.used


def _of_number(reading: RiskSentence, found: re.Match[str], of: re.Match[str]) -> None:
    """Hold "16, which would be Amber" against the level of that score."""
    score = int(reading.coded.amounts[int(of["n"])].value)
    level = reading.level_of(score)
    if level:
        reading.judge(found.span(), [(level == found[1], f"a score of {score} is {level.capitalize()}")])


def against_target(reading: RiskSentence) -> None:
    """Hold "above its target" and "at its target score"."""
    for found in AGAINST_TARGET.finditer(reading.text):
        before = reading.text[: found.start()]
        if (
            reading.is_guarded(found.start())
            or re.search(r"(?:(?:#\d+|twice|double|half) (?:points? )?|(?<!this )(?<!^the )risks? )$", before)
            or not any(start < found.start() for start, _ in reading.places)
            or OF_EACH.search(before)
        ):
            continue
        if re.match(r" ,", reading.text[found.end() :]) and re.search(r"(?:^|[;:,]|(?<!\S)and) $", before):
            continue  # as of when it is reached: "; at target, they would be 2 and 3"
        if found["side"] == "at" and re.search(r"(?<!\S)(?:the|its) (?:score|level|rating) $", before):
            continue  # "the level at target" is a target's
        negated = bool(re.search(rf"{NOT}(?: (?:yet|been|be|a|far))* $", before))
        for risk in reading.holders_and_alike(*found.span()):
            score, target = risk.current_score, risk.target_score
            side = found["side"]
            if score is None or target is None:
                none = [(False, f"{risk.title} has no target: {risk.target_note}")] if side in AT and score and risk.target_note else []
                reading.judge(found.span(), none)
                continue
            right = score < target if side in BELOW else score <= target if side in AT else score > target
            reading.judge(found.span(), [(right is not negated, f"the score of {risk.title} is {score}, its target {target}")])


OF_EACH = matcher(r"(?<!\S)(?:none|neither|all|each|both|few|most|~\S+|#\d+) of (?:which|whom|them|these|those)(?!\S)[^,;]*$")
"""Before what is told of several that were counted."""


def moves(reading: RiskSentence) -> None:
    """Hold what is told of a risk's movement since the last report."""
    for found in MOVED.finditer(reading.text):
        before, between = reading.text[: found.start()], PUT_IN.sub(" ", reading.between(found.start()))
        if reading.is_foreign(found.start()):
            continue
        if reading.is_guarded(found.start()) or not before.strip() or len(between.split()) > 9:
            _aimed(reading, found)
            continue
        if _is_of_others(reading, found):
            continue
        if re.search(r"#\d+|%|(?<!\S)actions?(?!\S)|(?:^| )the $", between) or STANDS.match(reading.text[found.end() :]):
            continue
        told = next(each for each in ("same", "open", "new", "closed", "renamed", "up", "down") if found[each])
        negated = bool(re.search(rf"{NOT}(?: (?:been|a))* $", before))
        for risk in reading.holders_and_alike(*found.span()):
            moved = movement(risk)
            known = None if moved.moved is None else moved.moved != "closed" if told == "open" else moved.moved == told
            known = moved.renamed if told == "renamed" else known
            if known and not negated and _is_misdated(reading, found, risk):
                known = False
            reading.judge(found.span(), [(known if known is None else known is not negated, f"{risk.title} is {_moved_words(risk)}")])


def _is_of_others(reading: RiskSentence, found: re.Match[str]) -> bool:
    """Whether what moved is no score of the risk: its figure has a unit, or others or, in a risk's own block, another noun stand before the verb."""
    figures = re.match(r" (?:(?:sharply|again|further|slightly) )?(?:from|to|by) #(\d+)", reading.text[found.end() :])
    if figures and reading.coded.amounts[int(figures[1])].unit not in ("", "points", "share"):
        return True
    if re.search(r"(?<!\S)(?:others|other risks|rest|remainder)$", VERBAL.sub("", reading.text[: found.start()])):
        return True
    last = VERBAL.sub("", reading.between(found.start())).split()[-1:]
    titles = stems(" ".join(each.risk.title for each in reading.mentions))
    if last and last[0].isalpha() and len(last[0]) > len("data") and last[0].endswith("s") and not OF_RISKS.fullmatch(last[0]):
        return not stems(last[0]) <= titles
    own = reading.mentions[0].stop == 0 and all(start >= found.start() for start, _ in reading.places[1:])
    subject = reading.text[reading.clause(found.start())[0] : found.start()] if own else ""
    nouns = [each for each in re.split(r"[,;:]", subject)[-1].split() if each.isalpha() and len(each) > len("data")]
    return any(not OF_RISKS.fullmatch(each) for each in nouns)


def _aimed(reading: RiskSentence, found: re.Match[str]) -> None:
    """Hold "is to come down to its target" against where the score stands."""
    if not (found["up"] or found["down"]) or not re.match(r" to (?:its |the |a )?(?:=target|#|\*)", reading.text[found.end() :]):
        return
    for risk in reading.holders(found.start()):
        score, target = risk.current_score, risk.target_score
        if reading.is_aimed(found.start()) and score and target and score != target:
            told = f"the score of {risk.title} is {score}, its target {target}"
            reading.judge(found.span(), [((target > score) == bool(found["up"]), told)])


OF_RISKS = matcher(
    r"(?:after|again|already|although|always|before|being|clearly|could|current|either|first|further|having|impact"
    r"|indeed|level|likelihood|moreover|neither|never|newly|other|others|quarter|rating|recently|remain|remains"
    r"|report|risks|score|scores|sharply|should|since|slightly|slowly|stayed|stays|steadily|still|target|their|there"
    r"|these|those|though|today|twice|until|where|which|while|would)"
)
"""Words that may stand before a movement of the risk in whose own block it is told."""
VERBAL = matcher(r"(?: ?(?<!\S)(?:has|have|had|been|was|were|are|is|also|now|all|both|since|already))+ $")
"""What stands between a subject and its verb."""
PUT_IN = matcher(r"(?:^| ), (?:which|that|whose|who|with|at|now|formerly|once|previously)(?!\S)[^,;]* , ")
"""What is put in between a name and its verb."""
STANDS = matcher(r" (?:to (?:its|the)|than|the|a|an|#\d+|=target|arrangements|models?|systems?|scoring|risks? (?:are|were))(?!\S)")
"""After a word of movement that compares with something else, or belongs to a noun."""


def _moved_words(risk: Risk) -> str:
    words = {"up": "up", "down": "down", "same": "unchanged", "new": "new", "closed": "closed"}
    known = risk.previous_score is not None and risk.current_score is not None
    change = f", {risk.previous_score} to {risk.current_score}" if known else ""
    return words.get(movement(risk).moved or "", "not compared") + change


def _is_misdated(reading: RiskSentence, found: re.Match[str], risk: Risk) -> bool:
    """Whether the movement is told of another month than the one in the note of the risk."""
    dated = DATED.match(reading.text[found.end() :])
    noted = re.search(rf"({'|'.join(MONTHS)})(?: (20\d\d))?", risk.note)
    when = reading.coded.whens[int(dated["when"])] if dated else None
    if when is None or noted is None or when.kind != "month":
        return False
    return when.month != MONTHS.index(noted[1]) + 1 or when.year not in (0, int(noted[2] or 0))


def taken_from(reading: RiskSentence) -> None:
    """Hold which risk another one was made of: by its id, else by its name."""
    sentence = reading.coded.sentence
    for found in TAKEN_FROM.finditer(sentence):
        named = [each.risk for each in reading.mentions if each.start < found.start()]
        noted = re.search(r"from (?P<id>[A-Z]{2,4}\d+)", named[-1].note) if named else None
        known = former_name(named[-1]) if named else ""
        if not known or not (found["id"] or found["name"]):
            continue
        right = found["id"] == noted["id"] if found["id"] and noted else bool(stems(known) & stems(found["name"] or known))
        said = f"{noted['id']} {known}" if noted else known
        _tell(reading, found.span(), f"{named[-1].title} was {said}", said, right=right)


def former_names(reading: RiskSentence) -> None:
    """Hold what a risk is said to have been called before."""
    sentence = reading.coded.sentence
    found = FORMER.search(sentence)
    risks = distinct(each.risk for each in reading.mentions)
    if found is None or len(risks) != 1 or not (known := former_name(risks[0])):
        return
    right = bool(stems(known) & stems(found["name"]))
    _tell(reading, found.span(), f"{risks[0].title} was called {known}", known, right=right)


def owners(reading: RiskSentence) -> None:
    """Hold who is said to own a risk: the owner's own risks stand nearest, one after the other."""
    sentence = reading.coded.sentence
    found = sorted(
        (place.span(), each)
        for each in {each.owner for each in reading.dataset.risks if each.owner}
        for place in _owner(each).finditer(sentence)
    )
    risks = distinct(each.risk for each in reading.mentions)
    if not OWNS.search(sentence) or not found or reading.is_guarded(0):
        return
    if len(found) == 1:
        pairs = [(*found[0], each) for each in risks]
    else:
        pairs = [(*each, risk) for each, risk in zip(found, risks, strict=True)] if len(found) == len(risks) else []
    for span, owner, risk in pairs:
        if risk.owner:
            _tell(reading, span, f"the owner of {risk.title} is the {risk.owner}", risk.owner, right=risk.owner == owner)


def _tell(reading: RiskSentence, span: tuple[int, int], says: str, wording: str, *, right: bool) -> None:
    """Keep a finding about a name, which stands in the sentence as it is written."""
    said = reading.coded.sentence[slice(*span)]
    reading.findings.append(Finding("true" if right else "false", "risk", *span, said, says, wording="" if right else wording))


def _owner(owner: str) -> re.Pattern[str]:
    """The owner as a sentence names them: "Corporate Director, People" may be "the Corporate Director for People"."""
    words = r"[\s,]+(?:for |of )?(?:the )?".join(re.escape(each) for each in re.findall(r"\w+", owner))
    return matcher(rf"\b{words}\b")
