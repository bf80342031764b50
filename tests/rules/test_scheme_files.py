"""Schemes of a report's own: what they take from others, and everything that can be wrong with one, told at once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from papers.assess import assess, book_of, scheme_of
from papers.dataset import PreviousRating, SchemeText
from papers.errors import PapersError
from papers.rules import SHIPPED, read_book, shipped_book, shipped_scheme
from tests.samples import DEC, SEP, indicator, info, observed, report


def book(text, **others):
    own = {name: SchemeText(name, other) for name, other in others.items()}
    return read_book(SchemeText("ours", text), own)


def problems_of(text, **others):
    with pytest.raises(PapersError) as stopped:
        book(text, **others)
    return [each.message for each in stopped.value.problems]


def whole(**parts):
    """A scheme of two ratings that extends none, with some parts put in the place of the usual ones."""
    usual = {
        "head": 'version = "3"',
        "bands": "\n".join(
            f'[[bands]]\nword = "{word}"\nfill = "{fill}"\nink = "#000000"\nmeaning = "It is {word}."'
            for word, fill in (("Good", "#FFFFFF"), ("Bad", "#FFFF00"))
        ),
        "rules": '[[rules]]\nfor = ["higher"]\nGood = "target or better"\nBad = "otherwise"',
    }
    return "\n".join({**usual, **parts}.values())


TWINS = (
    '[[bands]]\nword = "Good"\nshort = "G"\nfill = "#FFFFFF"\nink = "#000000"\nmeaning = "x"\n'
    '[[bands]]\nword = "Bad"\nshort = "B"\nfill = "#EEEEEE"\nink = "#000000"\nmeaning = "x"'
)
SWAPPED = '[[rules]]\nfor = ["higher"]\nGreen = "floor or better"\nAmber = "target or better"\nRed = "otherwise"'


def test_a_whole_scheme_needs_no_other():
    found = book(whole())
    assert (found.scheme.rule, [band.word for band in found.scheme.bands]) == ("ours/3", ["Good", "Bad"])


def test_a_band_has_the_shape_that_it_names_and_the_shipped_stars_have_theirs():
    assert [band.shape for band in book(whole()).scheme.bands] == ["", ""]
    assert [band.shape for band in shipped_scheme("star-circle-triangle").bands] == ["star", "circle", "triangle"]
    (message,) = problems_of('extends = "floor-standard"\n[[bands]]\nword = "Red"\nshape = "hexagon"')
    assert "the shape of Red is none of star, circle, triangle, square, diamond" in message


def test_a_setting_of_another_scheme_is_changed_by_its_bare_value():
    scheme = book('extends = "tolerance-5"\n[settings]\ntolerance = 2.5').scheme
    (setting,) = scheme.settings
    assert (setting.value, setting.chosen) == (Decimal("2.5"), True)
    assert setting.says == "A result may miss its target by 2.5% of the target and still have the middle rating."
    assert scheme.band("Amber").phrase == "within 2.5% of target"


def test_a_setting_that_nobody_chose_says_that_it_is_a_default():
    (setting,) = shipped_scheme("tolerance-5").settings
    assert setting.says.endswith("This value is not published: it is the program's default.")


def test_a_band_of_a_known_word_changes_only_what_it_says():
    scheme = book('extends = "floor-standard"\n[[bands]]\nword = "Red"\nphrase = "not good enough"').scheme
    assert [band.word for band in scheme.bands] == ["Green", "Amber", "Red"]
    assert scheme.band("Red").phrase == "not good enough"
    assert scheme.band("Red").meaning == shipped_scheme("floor-standard").band("Red").meaning


def test_a_rule_replaces_those_for_the_same_polarity_and_leaves_the_others():
    found = book('extends = "floor-standard"\n[[rules]]\nfor = ["higher"]\nGreen = "target or better"\nRed = "otherwise"')
    words = {polarity: [word for word, _ in found.rule(polarity, "count", DEC).bands] for polarity in ("higher", "lower", "range")}
    assert words == {"higher": ["Green", "Red"], "lower": ["Green", "Amber", "Red"], "range": ["Green", "Amber", "Red"]}


def test_a_version_is_not_taken_from_the_scheme_that_is_extended():
    assert book('extends = "other"', other=whole(head='version = "7"')).scheme.version == "1"


def test_a_scheme_of_the_report_may_extend_another_of_its_own():
    assert [band.word for band in book('extends = "other"', other=whole()).scheme.bands] == ["Good", "Bad"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = ", "can't be read"),
        ('extends = "nowhere"', "extends nowhere, which is no scheme"),
        ('extends = "ours"', "extends itself"),
        ('name = "theirs"\n' + whole(), "calls itself theirs"),
        (whole(head="colour = 1"), "a scheme has no key colour"),
        (whole(head='compare = "rounded"'), "compare is rounded"),
        (whole(head='without = ["Middling"]'), "without names something that is no rating"),
        (whole(head="settings = 3"), "[settings] holds something that is no entry"),
        ('extends = "tolerance-5"\n[settings]\ngap = 3', "the setting gap needs a value"),
        (whole(head='[settings.gap]\nvalue = -3\nmeaning = "x"'), "the setting gap needs a value"),
        (whole(head='[limits.near]\nis = "target or so"'), "“target or so” is no limit"),
        (whole(head='[ranges.near]\nfrom = "target"\nto = "target above by"'), "“target above by” is no limit"),
        (whole(bands=""), "it has no [[bands]]"),
        (whole(bands='[[bands]]\nword = "Good"'), "the band Good needs word, fill, ink, meaning"),
        (whole(bands='[[bands]]\nword = "Good"\nfill = "green"\nink = "#000000"\nmeaning = "x"'), "not written as #RRGGBB"),
        (whole(rules=""), "it has no [[rules]]"),
        (whole(rules='[[rules]]\nfor = ["none"]\nGood = "target or better"\nBad = "otherwise"'), "names no polarity"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nfrom = "June"\nGood = "target or better"\nBad = "otherwise"'), "dates"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nFair = "target or better"\nBad = "otherwise"'), "has no key Fair"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nGood = "at target"\nBad = "otherwise"'), "“at target” is no condition"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nGood = 75\nBad = "otherwise"'), "“75” is no condition"),
        (whole(rules='[[rules]]\nfor = ["range"]\nGood = "within nowhere"\nBad = "otherwise"'), "there is no range nowhere"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nGood = "expected-range or better"\nBad = "otherwise"'), "expected-range is a range"),
        (whole(rules='[[rules]]\nfor = ["range"]\nGood = "target or better"\nBad = "otherwise"'), "need a rule for higher or lower"),
        (whole(bands=TWINS.replace("#EEEEEE", "#FFFFFF")), "two bands look the same"),
        (whole(bands=TWINS.replace('short = "B"', 'short = "G"')), "two bands have one short word"),
        (f'extends = "floor-standard"\n{SWAPPED}', "the rule for higher: no figure can be rated Amber"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nGood = "target or better"'), "the last rating, and it alone, is “otherwise”"),
        (whole(rules='[[rules]]\nfor = ["higher"]\nGood = "otherwise"\nBad = "otherwise"'), "the last rating, and it alone"),
    ],
)
def test_what_is_wrong_with_a_scheme_is_said(text, said):
    assert any(said in message for message in problems_of(text))


@pytest.mark.parametrize(
    "odd",
    [
        'extends = ["brag"]',
        "name = 3\n" + whole(),
        whole(head="bands = 3", bands=""),
        whole(head="without = 3"),
        whole(head="[settings.gap]\nvalue = nan\nmeaning = 'x'"),
        whole(head="[settings.gap]\nvalue = true\nmeaning = 'x'"),
        whole(head="[limits]\nnear = 'target'"),
        whole(rules='[[rules]]\nfor = "higher"\nGood = "target or better"\nBad = "otherwise"'),
        whole(rules='[[rules]]\nfor = [["higher"]]\nGood = "target or better"\nBad = "otherwise"'),
        whole(rules='[[rules]]\nfor = ["higher"]\nunits = 3\nGood = "target or better"\nBad = "otherwise"'),
        whole(rules='[[rules]]\nfor = ["higher"]\nfrom = 2014-04-01T00:00:00\nGood = "target or better"\nBad = "otherwise"'),
        'extends = "other"\nrules = 3',
        'extends = "other"\nlimits = 3',
    ],
)
def test_a_scheme_of_any_shape_ends_in_problems(odd):
    assert problems_of(odd, other=whole())


def test_words_that_can_not_be_read_on_their_ground_are_refused():
    (message,) = problems_of('extends = "floor-standard"\n[[bands]]\nword = "Amber"\nink = "#FFFFFF"')
    assert message.startswith("In the rating scheme ours the word Amber has a contrast of 1.6 to 1")


def test_everything_that_is_wrong_is_told_at_once():
    assert len(problems_of(whole(head='compare = "rounded"\ncolour = 1', rules=""))) == 3


def test_a_rule_that_is_taken_over_must_not_name_a_rating_that_is_gone():
    gone = 'extends = "floor-standard"\n' + "\n".join(
        f'[[bands]]\nword = "{word}"\nfill = "#FFFFFF"\nink = "#000000"\nmeaning = "x"' for word in ("Met", "Red")
    )
    assert any("the rule for higher and lower has no key Green" in message for message in problems_of(gone))


def with_scheme(name, text, scheme="ours", **fields):
    rows = (observed(DEC, actual="74", target="75"),)
    return report((indicator(),), rows, info=info(scheme=scheme), schemes=(SchemeText(name, text),), **fields)


def test_a_report_rates_by_a_scheme_of_its_own():
    found = assess(with_scheme("ours", 'extends = "tolerance-5"\n[settings]\ntolerance = 1'))
    assert (found.scheme.rule, found.counts.rating) == ("ours/1", {"Green": 0, "Amber": 0, "Red": 1})


def test_a_scheme_that_is_not_in_force_is_looked_at_too():
    with pytest.raises(PapersError, match="The rating scheme ours is not clear"):
        assess(with_scheme("ours", 'extends = "nowhere"', scheme="floor-standard"))


@pytest.mark.parametrize(
    ("rule", "told"), [("targt or better", "targt"), ("target worse by tolerence%", "tolerence"), ("benchmark or better", "")]
)
def test_a_bound_that_is_nothing_of_the_scheme_or_the_report_is_refused(rule, told):
    text = f'extends = "tolerance-5"\n[limits.near]\nis = "{rule}"\n' if "worse" in rule else 'extends = "tolerance-5"\n'
    text += f'[[rules]]\nfor = ["higher"]\nGreen = "{"near or better" if "worse" in rule else rule}"\nRed = "otherwise"'
    dataset = with_scheme("ours", text)
    if told:
        with pytest.raises(PapersError, match=f"its rules name {told}, which is no limit or setting of the scheme and no series"):
            assess(dataset)
    else:
        rows = (observed(DEC, actual="74", target="75", benchmark="70"),)
        assert assess(replace(dataset, observations=rows)).by_indicator["AA01"].current.rating == "Green"


def test_a_scheme_of_the_report_can_not_take_the_name_of_a_shipped_one():
    with pytest.raises(PapersError, match="a scheme of that name comes with the program"):
        assess(with_scheme("brag", 'extends = "floor-standard"', scheme="brag"))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scheme_is_known_by_its_name(name):
    dataset = report((), (), info=info(scheme=name))
    assert scheme_of(dataset).name == book_of(dataset).scheme.name == shipped_book(name).scheme.name == name


def test_a_rating_that_the_last_report_gave_by_another_scheme_is_still_shown_and_not_compared():
    rows = (observed(SEP, actual="70", target="75"), observed(DEC, actual="74", target="75"))
    dataset = report((indicator(),), rows, info=info(scheme="star-circle-triangle"), previous=(PreviousRating("AA01", "Red"),))
    found = assess(dataset)
    assert found.scheme.band("Red").fill == shipped_scheme("floor-standard").band("Red").fill
    assert (found.counts.previous, found.counts.previous_unrated) == ({"Star": 0, "Circle": 0, "Triangle": 0}, 1)


def test_a_rating_of_the_last_report_that_no_scheme_has_is_refused():
    dataset = report((indicator(),), (), previous=(PreviousRating("AA01", "Purple"),))
    with pytest.raises(PapersError, match="Purple, the rating in the last report, is a rating of no scheme"):
        assess(dataset)


def test_how_figures_are_compared_must_be_a_way_there_is():
    with pytest.raises(PapersError, match="rounded is no way to compare figures"):
        assess(report((), (), info=info(compare="rounded")))
