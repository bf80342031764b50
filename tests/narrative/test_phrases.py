"""Phrases: their grammar, a report's own, what is wrong with them, and that the shipped ones are used and explained."""

import re
import shutil
from pathlib import Path

import pytest

from papers.assess import assess
from papers.dataset import Phrasing
from papers.document import Run, inlines, plain
from papers.drafting import cover_fields, draft
from papers.errors import PapersError
from papers.intake import read_report, tables_of
from papers.narrative.phrases import Counted, phrases_with
from papers.phrases import PLAIN, PhraseError, book, parse
from papers.writers.text import write_text
from tests.conftest import KENT

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = phrases_with(())


def own(key, words, case=""):
    return phrases_with((Phrasing(key, case, words),))


def say(phrases, key, case="", **places):
    return plain(inlines(*phrases.say(key, case, **places)))


# --- grammar


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("[{count}", "a square bracket is never closed"),
        ("{count}]", "a square bracket is closed that was never opened"),
        ("[a [b]]", "a square bracket stands inside another"),
        ("{count", "{ is no place: write its name in braces, such as {count}"),
        ("{}", "{} is no place: write its name in braces, such as {count}"),
        ("{count.__class__}", "{count.__class__} is no place: write its name in braces, such as {count}"),
        ("{count!r}", "{count!r} is no place: write its name in braces, such as {count}"),
        ("{count:>9}", "{count:>9} is no place: write its name in braces, such as {count}"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_why(words, why):
    with pytest.raises(PhraseError, match=re.escape(why)):
        parse(words)


def test_a_count_chooses_its_case():
    noun = SHIPPED.noun("indicator")
    assert say(SHIPPED, "summary.unrated", count=Counted(1), **noun) == "One indicator is not rated and is left out of percentages."
    assert say(SHIPPED, "summary.unrated", count=Counted(12), **noun) == "12 indicators are not rated and are left out of percentages."


def test_words_after_a_bar_stay_the_figure():
    both = SHIPPED.say("direction.improved", "both", count=Counted(2, "k"), total=Counted(2), noun="", nouns="")
    assert inlines(*both)[0] == Run("Both", figure="k")


def test_what_stands_in_brackets_goes_with_its_place():
    phrases = own("summary.other_rating", "{count} {word}[ ({change})]")
    assert say(phrases, "summary.other_rating", count=Counted(2), word="Red", change="one more") == "two Red (one more)"
    assert say(phrases, "summary.other_rating", count=Counted(2), word="Red", change=[]) == "two Red"


def test_doubled_braces_and_brackets_are_themselves():
    assert say(own("numbers.none", "{{p}} [[p]]"), "numbers.none") == "{p} [p]"


def test_words_without_a_case_stand_for_every_case():
    phrases = own("summary.unrated", "Not rated: {count}.")
    assert [say(phrases, "summary.unrated", count=Counted(n), noun="", nouns="") for n in (1, 2)] == ["Not rated: one.", "Not rated: two."]


@pytest.mark.parametrize(("words", "said"), [("one, two", "two 3 10"), ("", "2 3 10"), ("a, b, c, d, e, f, g, h, i, ten", "b c ten")])
def test_the_house_style_says_which_counts_are_words(words, said):
    phrases = own("numbers.words", words)
    assert " ".join(phrases.count(n) for n in (2, 3, 10)) == said


# --- a report's own


LEAD = "{Count} out of {total} {nouns} stand at {word}."


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(KENT, tmp_path / "kent"))


def problems(folder, text):
    (folder / "phrases.toml").write_text(text, "utf-8")
    with pytest.raises(PapersError) as stopped:
        read_report(folder)
    return [(each.code, each.place.row, each.message) for each in stopped.value.problems if each.level == "error"]


def test_reworded_phrases_change_the_report_and_the_cover_alike(folder):
    (folder / "phrases.toml").write_text(f'[summary]\nbest = "{LEAD}"\n', "utf-8")
    report = read_report(folder)
    assessed = assess(report)
    text = write_text(draft(report, assessed, "quarterly-performance-report"))
    assert text.count("19 out of 35 indicators stand at Green.") == 2
    assert plain(cover_fields(report, assessed)["headline"]) == "19 out of 35 KPIs stand at Green."
    assert "on or ahead of target" not in text


def test_phrases_of_a_file_and_of_a_table_are_the_same(folder):
    (folder / "phrases.toml").write_text('[summary.unrated]\none = "One {noun}, {count}."\n', "utf-8")
    from_file = read_report(folder)
    again = read_report(tables_of(from_file))
    assert [(p.key, p.case, p.words) for p in from_file.phrases] == [("summary.unrated", "one", "One {noun}, {count}.")]
    assert [(p.key, p.case, p.words) for p in again.phrases] == [("summary.unrated", "one", "One {noun}, {count}.")]


def test_the_words_are_no_data(folder):
    before = read_report(folder).checksum
    (folder / "phrases.toml").write_text('[numbers]\nnone = "no"\n', "utf-8")
    assert read_report(folder).checksum == before


def test_everything_wrong_with_phrases_is_said_at_once(folder):
    text = '[summary]\nunrated = "{Count} [x"\nbest.two = "x"\nbst = "x"\nbest.other = "{Total} of {coun} {word}"\nsentence = 3\n'
    assert problems(folder, text) == [
        ("phrase-unclear", 2, "The phrase summary.unrated can't be read: a square bracket is never closed."),
        ("unknown-phrase-case", 3, "The phrase summary.best has no case two."),
        ("unknown-phrase", 4, "There is no phrase summary.bst: did you mean summary.best?"),
        ("unknown-place", 5, "The phrase summary.best.other has no place {coun}: did you mean count?"),
        ("missing-place", 5, "The phrase summary.best.other leaves {count} out: how many; it chooses the line where there are several."),
        ("phrase-no-text", 6, "The phrase summary.sentence is no text: 3."),
    ]


def test_a_file_that_is_no_toml_is_a_problem_on_it(folder):
    assert [code for code, *_ in problems(folder, "summary = {")] == ["phrases-not-toml"]


def test_a_phrase_in_file_and_table_is_there_twice(folder):
    (folder / "phrases.csv").write_text("key,words\nnumbers.none,no\n", "utf-8")
    assert [code for code, *_ in problems(folder, '[numbers]\nnone = "nil"\n')] == ["phrase-twice"]


# --- the shipped ones


@pytest.mark.parametrize("phrase", book().phrases.values(), ids=lambda each: each.key)
def test_every_phrase_says_when_it_is_used_and_knows_its_places(phrase):
    assert phrase.when.endswith(".")
    assert phrase.places <= {*book().figures, *book().words}


def test_every_place_is_one_that_some_phrase_has():
    used = {name for key, phrase in book().phrases.items() if key not in PLAIN for name in phrase.places}
    assert used == {*book().figures, *book().words}


def test_every_phrase_is_used():
    code = "".join(path.read_text("utf-8") for path in (ROOT / "papers").rglob("*.py"))
    nouns = set(re.findall(r'"([a-z_]+)"', code))
    lost = [key for key in book().phrases if f'"{key}"' not in code and not (key.startswith("nouns.") and key[6:] in nouns)]
    assert lost == []
