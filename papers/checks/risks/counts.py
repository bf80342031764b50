"""What risks are counted by whatever the scheme and the actions are: their targets, their movement, whether they are new or closed."""

from __future__ import annotations

from collections.abc import Callable

from papers.checks.language.tallying import Member, State
from papers.dataset import Risk
from papers.risks import movement


def _target(risk: Risk) -> bool:
    return risk.target_score is not None and risk.current_score is not None


def _moved(way: str) -> Callable[[Member], bool | None]:
    def test(risk: Member) -> bool | None:
        found = movement(risk).moved
        return found == way if found is not None else None

    return test


def is_listed(risk: Risk) -> bool:
    """Whether the risk still is on the register."""
    return movement(risk).moved != "closed"


RISK_STATES = (
    State(
        "without a target",
        r"(?:(?:have|has|had|with) no|(?:are |is )?(?:without|lack(?:s|ing)?)(?: a| any)?) targets?(?: scores?)?(?! of)(?: yet| as yet)?",
        lambda r: r.target_score is None and r.current_score is not None,
        None,
        "none",
    ),
    State(
        "with a target",
        r"(?:have|has|had) (?:an? |its own |their own )?(?:agreed )?targets?(?: scores?)?(?= yet|[,.;]| and| but|$)",
        lambda r: r.target_score is not None and r.current_score is not None,
        None,
        "none",
    ),
    State(
        "at the target",
        r"(?:at|on|already at|have reached|has reached|reached|have met|has met|met|equal to|stands? at|same as) (?:their |its |the )?targets?(?: scores?| levels?)?",
        lambda r: _target(r) and r.current_score <= r.target_score,
        None,
        "target",
    ),
    State(
        "above the target",
        r"(?:(?:stands? |still |remains? |are |is |scores? )?(?:above|over|higher than|exceeds?|short of|away from|yet to reach|have yet to reach|has yet to reach|off|not at|not yet at)) (?:their |its |the )?targets?(?: scores?| levels?)?|(?:(?:are|stand|remain|still) )*(?:above|over|short of) theirs"
        r"|targets?(?: scores?)? (?:is|are|lies|stands?|being)(?: still| now)? (?:lower than|below|under|less than) (?:the|its|their|that) (?:current |present |own )?(?:scores?|ones?|levels?)",
        lambda r: _target(r) and r.current_score > r.target_score,
        None,
        "target",
    ),
    State(
        "below the target",
        r"(?:(?:stands? |are |is |scores? )?(?:below|under|lower than)) (?:their |its |the )?targets?(?: scores?| levels?)?",
        lambda r: _target(r) and r.current_score < r.target_score,
        None,
        "target",
    ),
    State(
        "up",
        r"(?:has |have )?(?:gone up|went up|risen|rose|increased|moved up|grown|grew|got worse|worsened|got bigger|become (?:a )?(?:greater|bigger|worse|more serious)(?: risks?)?)|(?:has|have|with|had) (?:a )?higher scores?(?: than [^,.;]*)?|greater",
        _moved("up"),
        None,
        "moved",
    ),
    State(
        "down",
        r"(?:has |have )?(?:gone down|went down|come down|came down|fallen|fell|decreased|reduced|moved down|dropped|declined|improved|become (?:a )?(?:smaller|lesser|less serious)(?: risks?)?)|(?:has|have|with|had) (?:a )?lower scores?(?: than [^,.;]*)?",
        _moved("down"),
        None,
        "moved",
    ),
    State(
        "unchanged",
        r"(?:are |is |were |was |remains? |remained |stayed )?unchanged|(?:has|have) not (?:changed|moved)|(?:did|does|do) not (?:change|move)|stayed the same|the same score as before|kept (?:its|their) scores?|kept the same score|stayed where (?:it was|they were)|no change",
        _moved("same"),
        None,
        "moved",
    ),
    State(
        "new",
        r"(?:is |are |was |were )?(?:new(?:ly added)?(?: to the register| on the register)?|added(?: to the register)?(?: since[^,.;]*)?)(?! name)",
        _moved("new"),
        None,
        "new",
    ),
    State(
        "closed",
        r"(?:has been |have been |was |were |is |are )?(?:closed|removed(?: from the register)?|taken off(?: the register)?|come off the register|came off the register)",
        _moved("closed"),
        None,
        "closed",
    ),
    State("open", r"(?:still )?(?:open|live)(?= risks? (?:on|in) (?:the|our) register|[,.;])", is_listed, None, "closed"),
    State(
        "changed",
        r"(?:has |have )?changed(?: its| their| in)? scores?|(?:has |have )(?:changed|moved)",
        lambda r: None if movement(r).by is None else movement(r).by != 0,
        None,
        "changed",
    ),
    State(
        "renamed",
        r"(?:has been |have been |was |were |is |are )?(?:renamed|re-named|given (?:a )?new names?|under (?:a )?new names?)|changed (?:its|their) names?",
        lambda r: r.movement == "renamed",
        None,
        "renamed",
    ),
)
"""What risks are counted by whatever the scheme and the actions are."""


def level_words(word: str, name: str) -> str:
    """The pattern of a level, by its colour and its name."""
    plain = name.lower()
    return (
        rf"(?:rated |graded |scored |on |at )?(?:{word}|{word.upper()}|{word.lower()})s?(?: ratings?| levels?)?"
        rf"|(?:rated |graded |at |classed as |judged )(?:{plain}|{name})(?: risks?)?|{name}|{plain}(?= risks?| level)"
    )


def has_status(status: str) -> Callable[[Member], bool]:
    """Whether an action has that status."""
    return lambda action: action.status.strip().casefold() == status
