"""Lists of numbers for listed ratings, counts set against others, wholes that can be rated, what is told of all that were named."""

import pytest

from papers.checks.checking import Referee
from papers.commands.report import open_report
from tests.conftest import FERNSHIRE, KENT

TRUE = (
    ("kent", "summary/lead", "Green, Amber and Red ratings number 19, 11 and five respectively."),
    (
        "fernshire",
        "summary/lead",
        "Reablement beds and admissions to residential care are now Green, having been Red and Amber respectively.",
    ),
    (
        "fernshire",
        "section/waste-and-climate/commentary",
        "Recycling is up, residual waste is down and every rated indicator in the section is Green.",
    ),
    ("fernshire", "summary/lead", "The numbers of Green, Amber and Red are now 12, five and two, against nine, nine and one last time."),
    ("kent", "summary/directorate/adult-social-care", "Three, one and one of the five indicators are Green, Amber and Red respectively."),
    ("fernshire", "summary/lead", "Thirteen indicators improved, against three that worsened and two that stayed the same."),
    ("fernshire", "summary/lead", "Twelve indicators are Green against nine at the last report."),
    ("kent", "summary/lead", "Nineteen indicators are Green, against just five that are Red."),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "Routine potholes, streetlights and emergency repairs are all Green, and all three met their targets.",
    ),
    (
        "kent",
        "directorate/customer-services/commentary",
        "Call answering is at 84%, above its target, while both measures of customer satisfaction stayed Amber.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Complaints fell to Red and invoices to Amber, while the other two indicators are Green.",
    ),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Personal budgets are Red and satisfaction is Amber; the remaining three indicators met their targets.",
    ),
    ("fernshire", "foreword", "Nine ratings have moved since Quarter 1: five moved up and four moved down."),
    ("kent", "foreword", "One rating moved up and three moved down, so that 31 of the 35 are as they were."),
    ("fernshire", "summary/lead", "Five ratings went up from the first quarter."),
    ("fernshire", "summary/lead", "Of the 19 indicators that can be rated, 12 are Green."),
    ("fernshire", "summary/lead", "Twelve of the 19 rated indicators (63%) met their targets."),
    ("fernshire", "summary/lead", "One indicator cannot be rated because it has no target."),
    ("kent", "summary/directorate/specialist-childrens-services", "One of the six children’s indicators is Red and three are Green."),
    ("fernshire", "summary/directorate/people", "Three of the nine social care measures are Green."),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "The only Red, permanent social workers in post, has now been Red for three quarters running.",
    ),
    ("fernshire", "directorate/resources/commentary", "Complaints are Red, and I have asked the service for an improvement plan."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Two of our ratings have slipped since Quarter 1, complaints to Red and invoices to Amber.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four are Green, four Amber and two Red, with two Reds fewer than we had feared and one Green fewer than last time.",
    ),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "As many indicators improved as worsened in Specialist Children’s Services, three of each, and permanent social worker posts remains Red.",
    ),
    ("kent", "summary/directorate/education-learning-and-skills", "There are as many Greens as Ambers, four of each, and two Reds."),
    ("fernshire", "summary/directorate/people", "Greens and Ambers are now level in People, four of each."),
    (
        "kent",
        "summary/lead",
        "Of the 35 indicators in this report, 19 are on or ahead of target, 11 are short of it but within the floor, and five fall below the floor.",
    ),
    (
        "kent",
        "summary/lead",
        "We end the quarter with one Green fewer than we began it, and one Red more, the number of Ambers being unchanged at 11.",
    ),
    ("kent", "summary/lead", "Just four indicators have changed rating since September, three of them for the worse."),
    ("kent", "summary/lead", "The one rating that rose was for young people who are NEET, from Red to Amber."),
    ("kent", "summary/lead", "Twenty-one indicators moved in the right direction, eight in the wrong one and six stood still."),
    ("kent", "summary/lead", "Some 54% of indicators are Green, 31% Amber and 14% Red."),
    ("kent", "summary/lead", "All three Highways indicators are Green, as are those for business mileage and jobs created."),
    (
        "kent",
        "summary/lead",
        "Five indicators are below their floor standard: social worker posts, the Key Stage 4 gap, schools in category, personal budgets and NHS health checks.",
    ),
    (
        "kent",
        "summary/lead",
        "Two of the five Reds are in Education, and one each in Adult Social Care, Public Health and Specialist Children’s Services.",
    ),
    ("kent", "summary/lead", "No indicator went from Green to Red, and none from Red to Green."),
    (
        "kent",
        "summary/lead",
        "More than half of the indicators met their targets this quarter, and six in ten moved in the right direction.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Apprenticeship starts lost their Green rating and the gap at Key Stage 4 its Amber, but NEETs came out of Red.",
    ),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four of our ten indicators are Green, which is one fewer than in September.",
    ),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "Half of the six indicators are Green, two are Amber and one, the share of posts filled by permanent social workers, is Red.",
    ),
    ("kent", "summary/directorate/specialist-childrens-services", "None of the six changed its rating, though three went the wrong way."),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Three of the five indicators met their targets; of the other two, satisfaction with outcomes stayed Amber and personal budgets fell to Red.",
    ),
    (
        "kent",
        "summary/directorate/public-health",
        "Health checks stay Red and fell further, while the child measurement programme keeps its Green.",
    ),
    (
        "kent",
        "summary/directorate/customer-services",
        "One of our three indicators is Green and the other two are Amber, with no change of rating since September.",
    ),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "All three of our indicators are on target, two of them better than at the last report.",
    ),
    ("kent", "summary/directorate/waste-management", "Both indicators improved, but only one of them met its target."),
    ("kent", "foreword", "I am glad to report that 30 of our 35 indicators are Green or Amber and that 21 have improved."),
    ("kent", "foreword", "Behind the 19 Greens and the 11 Ambers are five services where we must do better."),
    ("fernshire", "summary/lead", "Twelve of the 19 indicators with a rating are now Green, three more than the last report had."),
    (
        "fernshire",
        "summary/lead",
        "Only two indicators are Red, complaints and the expected standard at age 11, and both of them were Amber before.",
    ),
    (
        "fernshire",
        "summary/lead",
        "Every indicator in Place that can be rated met its target, which none of the other directorates can say.",
    ),
    ("fernshire", "summary/lead", "Ambers have almost halved, from nine to five, and Greens are up by a third, from nine to 12."),
    ("fernshire", "summary/lead", "Of the nine indicators in People, four are Green, four Amber and one Red."),
    ("fernshire", "summary/lead", "Thirteen indicators improved, more than four times as many as the three that worsened."),
    ("fernshire", "summary/lead", "One indicator, residual household waste, has no target and so carries no rating."),
    ("fernshire", "summary/lead", "Nearly two thirds of the rated indicators are Green and about a quarter are Amber."),
    (
        "fernshire",
        "summary/lead",
        "The five that moved up a rating are reablement, admissions to residential care, routine repairs, potholes and recycling.",
    ),
    ("fernshire", "summary/lead", "Of the four that moved down, two turned Red and two Amber."),
    (
        "fernshire",
        "summary/directorate/place",
        "Six of our seven indicators are Green; the seventh, residual waste, has no target to be rated against.",
    ),
    (
        "fernshire",
        "summary/directorate/place",
        "Three indicators turned Green in the quarter, and the three that were Green already stayed so.",
    ),
    ("fernshire", "summary/directorate/place", "Six of the seven indicators improved, and only the days to repair a pothole stood still."),
    (
        "fernshire",
        "summary/directorate/people",
        "Two indicators reached Green from elsewhere and two dropped a rating, repeat child protection plans to Amber and the expected standard at 11 to Red.",
    ),
    (
        "fernshire",
        "summary/directorate/people",
        "Admissions to residential care and reablement both climbed to Green, from Amber and Red respectively.",
    ),
    ("fernshire", "summary/directorate/people", "The people who would recommend their support are reported for the first time, at Green."),
    (
        "fernshire",
        "summary/directorate/people",
        "Four Ambers remain: child protection plans, placements, days to assessment and primary attendance.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Two indicators are Green, one Amber and one Red; last time three were Green and one Amber.",
    ),
    ("fernshire", "summary/directorate/resources", "Calls and council tax kept their Greens while invoices lost theirs."),
    ("fernshire", "summary/directorate/resources", "Half of our indicators improved and half worsened."),
    ("fernshire", "directorate/people/commentary", "Attendance improved but remains Amber, as do placements, which did not change."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Two of our four indicators worsened, and I have asked both services to report back in December.",
    ),
    ("fernshire", "foreword", "Twelve Greens against two Reds is a better balance than we have had for some time."),
    ("fernshire", "foreword", "Nine indicators changed rating, five for the better."),
    ("fernshire", "foreword", "This report covers 20 indicators in three directorates, of which 19 can be rated."),
    ("fernshire", "foreword", "Three in five of our indicators are Green, and one in ten is Red."),
    ("fernshire", "summary/lead", "People has five of the seven indicators that missed their targets, and Resources the other two."),
    ("fernshire", "summary/lead", "Neither of the two Reds improved."),
    ("fernshire", "summary/lead", "Seven indicators missed their targets, of which five did so by little enough to be Amber."),
    ("fernshire", "summary/lead", "Green ratings now outnumber Amber and Red together by five."),
    ("kent", "summary/lead", "Green ratings outnumber Amber and Red together by three, against five at the last report."),
    ("fernshire", "summary/lead", "People has five of the seven indicators that missed their targets."),
)
FALSE = (
    ("kent", "summary/lead", "Green, Amber and Red ratings number 18, 12 and five respectively."),
    (
        "fernshire",
        "summary/lead",
        "Reablement beds and admissions to residential care are now Green, having been Amber and Red respectively.",
    ),
    ("fernshire", "summary/lead", "The numbers of Green, Amber and Red are now 12, five and two, against nine, eight and two last time."),
    ("kent", "summary/directorate/adult-social-care", "Two, two and one of the five indicators are Green, Amber and Red respectively."),
    ("kent", "summary/lead", "Nineteen indicators are Green, against just four that are Red."),
    ("fernshire", "summary/directorate/resources", "Complaints and invoices both met their targets this quarter."),
    (
        "fernshire",
        "summary/directorate/resources",
        "Complaints fell to Red and invoices to Amber, while the other two indicators are Amber.",
    ),
    ("kent", "summary/directorate/adult-social-care", "Personal budgets are Red; the remaining four indicators met their targets."),
    ("fernshire", "foreword", "Nine ratings have moved since Quarter 1: six moved up and three moved down."),
    ("kent", "foreword", "Two ratings moved up and two moved down since September."),
    ("fernshire", "summary/lead", "Seven ratings went up from the first quarter."),
    ("fernshire", "summary/lead", "Of the 20 indicators that can be rated, 12 are Green."),
    ("fernshire", "summary/lead", "Eleven of the 19 rated indicators (58%) met their targets."),
    ("fernshire", "summary/lead", "Two indicators cannot be rated because they have no target."),
    ("kent", "summary/directorate/adult-social-care", "The only Red, personal budgets, has now been Red for two quarters running."),
    ("fernshire", "directorate/resources/commentary", "Complaints saw an improvement of 3 percentage points to 74%."),
    (
        "fernshire",
        "directorate/resources/commentary",
        "Two of our ratings have slipped since Quarter 1, complaints to Red and calls answered to Amber.",
    ),
    ("kent", "summary/lead", "Nineteen are Green, with three fewer Greens than in September."),
    (
        "kent",
        "summary/directorate/specialist-childrens-services",
        "As many indicators improved as worsened in Specialist Children’s Services, two of each, and permanent social worker posts remains Red.",
    ),
    ("kent", "summary/directorate/education-learning-and-skills", "There are as many Greens as Ambers, five of each, and two Reds."),
    ("fernshire", "summary/directorate/people", "Greens and Ambers are now level in People, three of each."),
    (
        "kent",
        "summary/lead",
        "Of the 35 indicators in this report, 19 are on or ahead of target, 12 are short of it but within the floor, and four fall below the floor.",
    ),
    ("kent", "summary/lead", "We end the quarter with two Greens fewer than we began it, the number of Ambers being unchanged at 11."),
    ("kent", "summary/lead", "Just five indicators have changed rating since September, four of them for the worse."),
    ("kent", "summary/lead", "The one rating that rose was for apprenticeships, from Red to Amber."),
    ("kent", "summary/lead", "Some 58% of indicators are Green, 31% Amber and 11% Red."),
    ("kent", "summary/lead", "Three of the five Reds are in Education, and one each in Adult Social Care and Public Health."),
    ("kent", "summary/lead", "One indicator went from Green to Red, and none from Red to Green."),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Six of the ten indicators improved and two fell back, while one gap was unchanged.",
    ),
    ("kent", "summary/directorate/education-learning-and-skills", "Apprenticeship starts lost their Green rating, but NEETs remained Red."),
    (
        "kent",
        "summary/directorate/education-learning-and-skills",
        "Four of our ten indicators are Green, which is two fewer than in September.",
    ),
    ("kent", "summary/directorate/specialist-childrens-services", "Half of the six indicators are Green, one is Amber and two are Red."),
    ("kent", "summary/directorate/specialist-childrens-services", "None of the six changed its rating, though four went the wrong way."),
    ("kent", "summary/directorate/adult-social-care", "Three of the five indicators met their targets; of the other two, both are Amber."),
    (
        "kent",
        "summary/directorate/adult-social-care",
        "Of the other two, satisfaction with outcomes stayed Amber and personal budgets fell from Green to Red.",
    ),
    ("kent", "summary/directorate/public-health", "Health checks rose to Amber, while the child measurement programme keeps its Green."),
    (
        "kent",
        "summary/directorate/customer-services",
        "Two of our three indicators are Green and the other is Amber, with no change of rating since September.",
    ),
    (
        "kent",
        "summary/directorate/highways-and-transportation",
        "All three of our indicators are on target, all of them better than at the last report.",
    ),
    ("kent", "summary/directorate/waste-management", "Both indicators improved and both of them met their targets."),
    ("kent", "foreword", "I am glad to report that 31 of our 35 indicators are Green or Amber and that 21 have improved."),
    ("fernshire", "summary/lead", "Twelve of the 19 indicators with a rating are now Green, five more than the last report had."),
    (
        "fernshire",
        "summary/lead",
        "Only two indicators are Red, complaints and the expected standard at age 11, and both of them were Green before.",
    ),
    ("fernshire", "summary/lead", "Ambers have fallen from ten to five, and Greens are up by a third, from nine to 12."),
    ("fernshire", "summary/lead", "Of the nine indicators in People, five are Green, three Amber and one Red."),
    ("fernshire", "summary/lead", "Thirteen indicators improved, more than five times as many as the three that worsened."),
    ("fernshire", "summary/lead", "Three quarters of the rated indicators are Green and about a quarter are Amber."),
    (
        "fernshire",
        "summary/lead",
        "The five that moved up a rating are reablement, admissions to residential care, routine repairs, potholes and council tax.",
    ),
    ("fernshire", "summary/lead", "Of the four that moved down, one turned Red and three Amber."),
    (
        "fernshire",
        "summary/directorate/place",
        "Five of our seven indicators are Green; the seventh, residual waste, has no target to be rated against.",
    ),
    (
        "fernshire",
        "summary/directorate/place",
        "Four indicators turned Green in the quarter, and the three that were Green already stayed so.",
    ),
    ("fernshire", "summary/directorate/place", "Five of the seven indicators improved, and two stood still."),
    (
        "fernshire",
        "summary/directorate/people",
        "Two indicators dropped a rating, repeat child protection plans to Red and the expected standard at 11 to Amber.",
    ),
    (
        "fernshire",
        "summary/directorate/people",
        "Five Ambers remain: child protection plans, placements, days to assessment and primary attendance.",
    ),
    (
        "fernshire",
        "summary/directorate/resources",
        "Two indicators are Green, one Amber and one Red; last time two were Green and two Amber.",
    ),
    ("fernshire", "summary/directorate/resources", "Calls and invoices kept their Greens while council tax lost its own."),
    ("fernshire", "summary/directorate/resources", "One of our indicators improved and three worsened."),
    ("fernshire", "directorate/people/commentary", "Attendance improved and is now Green, unlike placements, which did not change."),
    ("fernshire", "foreword", "Ten indicators changed rating, five for the better."),
    ("fernshire", "foreword", "This report covers 20 indicators in three directorates, of which 18 can be rated."),
    ("fernshire", "summary/lead", "People has four of the seven indicators that missed their targets, and Resources the other three."),
    ("fernshire", "summary/lead", "Green ratings now outnumber Amber and Red together by six."),
    ("fernshire", "summary/lead", "Both of the Reds are in Resources."),
    ("kent", "summary/lead", "Nineteen indicators moved in the right direction."),
    ("kent", "summary/lead", "Three of the five Reds are in Education."),
    ("kent", "summary/lead", "Nineteen indicators moved in the right direction, and ten did not."),
    ("fernshire", "summary/lead", "People has four of the seven indicators that missed their targets."),
    ("fernshire", "summary/lead", "Resources has three of the seven indicators that missed their targets."),
)


@pytest.fixture(scope="module")
def referees():
    reports = {"kent": open_report(KENT), "fernshire": open_report(FERNSHIRE)}
    return {name: Referee(each.dataset, each.assessed) for name, each in reports.items()}


@pytest.mark.parametrize(("report", "block", "sentence"), TRUE)
def test_what_is_true_is_not_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict in ("true", "rounded"), found.findings


@pytest.mark.parametrize(("report", "block", "sentence"), FALSE)
def test_what_is_wrong_is_called_false(referees, report, block, sentence):
    found = referees[report].sentence(sentence, block)
    assert found.verdict == "false", found.findings
