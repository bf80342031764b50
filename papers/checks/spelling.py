"""American spellings and their British ones, out of the word list of the package breame, less the words that both spell alike.

The list has 1,706 pairs with their inflections. Not all of its American words are foreign here: those that the British dictionary of
LibreOffice and Firefox (hunspell en_GB, 3.2.6) has are left out, `-ize` apart, which this house writes `-ise` as GOV.UK does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from papers.checks.language.matching import matcher

BRITISH_TOO = frozenset(
    re.findall(
        r"\S+",
        """
almanac almanacs banister banisters balk balked balking balks bevies bevy biased biasing binging bougainvillea bougainvilleas bussing
busses caliper calipers centigram centigrams chimera chimeras connection connections crenelated disk disks draft drafts draftsman draftsmen
encyclopedia encyclopedias encyclopedic filet filets fetal fetid fetus fetuses gasses gage gages gypsies gluing gram grams groin groins
griffin griffins homeopath homeopathic homeopaths homeopathy inflection inflections install installs judgment kilogram kilograms license
licensed licenses licensing medieval meter meters micrometer micrometers milligram milligrams misspelled omelet omelets pederast pederasts
filter filters phony practice practices presidium presidiums primeval pummel sheik sulfate sulfates siphon siphoned siphoning siphons ton
tons tire tires yogurt yogurts
""",
    )
)
"""Words that are spelt so in Britain as well, in one of their meanings at least."""

BETTER = {
    "tranquility": "tranquillity",
    "tranquilize": "tranquillise",
    "snowplow": "snowplough",
    "edema": "oedema",
    "enrollment": "enrolment",
    "enrollments": "enrolments",
    "skillful": "skilful",
    "skillfully": "skilfully",
    "utilize": "use",
    "utilized": "used",
    "utilizing": "using",
    "utilizes": "uses",
}
"""Words that the list lacks, spells wrong, or that have a plainer one."""

WORD = matcher(r"[A-Za-z]{3,}")


@cache
def american() -> Mapping[str, str]:
    """The British spelling of every word that is spelt in the American way alone."""
    from breame.data.spelling_constants import AMERICAN_ENGLISH_SPELLINGS as PAIRS

    return {word: _with_s(british) for word, british in PAIRS.items() if word not in BRITISH_TOO} | BETTER


def _with_s(word: str) -> str:
    """The word with -ise and -isation, as this house writes them."""
    return re.sub(r"iz(?=(?:e[ds]?|ing|ers?|ations?|able|ational)$)", "is", word)


def americanisms(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every word of the text that is spelt in the American way, with the British spelling. A name keeps its own."""
    known = american()
    for found in WORD.finditer(text):
        british = known.get(found[0].lower())
        if british and not (found[0][0].isupper() and found.start()):
            yield found, british
