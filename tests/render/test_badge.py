"""The badge, as a picture and as what shields.io draws."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from formats import TEXTS, other, write
from golden_files import compare
from reports import bare, hostile, rich
from wenming_score.choices import Lang
from wenming_score.render.badge import COLORS
from wenming_score.report import GateResult, Report, VerdictOutcome
from xml_back import parsed

SVG = "{http://www.w3.org/2000/svg}"


def texts(*reports: Report) -> list[str]:
    return [one.text or "" for one in parsed(write("badge", *reports)).iter(f"{SVG}text")]


def ending(outcome: VerdictOutcome) -> Report:
    return replace(rich(), verdict=replace(rich().verdict, outcome=outcome))


def luminance(color: str) -> float:
    """Reckon how bright a colour is, as WCAG defines it."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_is_drawn_as_it_was(lang: Lang) -> None:
    suffix = "" if lang == "zh" else "-en"
    compare(f"badge{suffix}.svg", write("badge", rich(lang), lang=lang))
    compare(f"shields{suffix}.json", write("shields", rich(lang), lang=lang))


def test_a_badge_says_the_points_and_that_they_are_a_trial() -> None:
    assert texts(rich()) == ["文明单位", "84.90/100 试算"]


def test_a_badge_says_its_verdict_to_those_who_see_no_colours() -> None:
    root = parsed(write("badge", rich()))
    (title,) = root.iter(f"{SVG}title")

    assert root.get("role") == "img"
    assert root.get("aria-label") == title.text == "文明单位：84.90/100 试算，未达合格线"


@pytest.mark.parametrize(
    ("outcome", "color", "word"),
    [
        ("qualified", "good", ""),
        ("below_mark", "bad", ""),
        ("vetoed", "bad", "一票否决"),
        ("ineligible", "bad", "不符合申报条件"),
        ("undetermined", "unsure", "无法判定"),
    ],
)
def test_the_verdict_colours_the_badge_and_a_bar_is_named(outcome: VerdictOutcome, color: str, word: str) -> None:
    report = ending(outcome)
    made = json.loads(write("shields", report))

    assert made["color"] == dict(COLORS)[color]  # pyright: ignore[reportArgumentType] - a colour that is no tone fails
    assert f'fill="{made["color"]}"' in write("badge", report)
    assert texts(report)[1] == made["message"]
    assert made["message"].endswith(word or "试算")


def test_several_units_are_counted() -> None:
    good = ending("qualified")
    made = [json.loads(write("shields", *units)) for units in ((good, good), (good, rich()), (rich(), other()))]

    assert [one["message"] for one in made] == ["2/2 达到合格线", "1/2 达到合格线", "0/2 达到合格线"]
    assert [one["color"] for one in made] == [COLORS["good"], COLORS["unsure"], COLORS["bad"]]


def test_white_can_be_read_on_every_colour() -> None:
    assert all(1.05 / (luminance(color) + 0.05) >= 4.5 for color in (*COLORS.values(), "#555555"))


def test_a_badge_is_wide_enough_for_its_text() -> None:
    small, large = (replace(rich(), score=replace(rich().score, full=Decimal(full))) for full in ("10", "1000"))
    widths = [int(parsed(write("badge", one)).get("width", "")) for one in (small, large)]

    assert widths[0] + 12 == widths[1]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_no_text_of_a_report_is_in_a_badge(text: str) -> None:
    assert write("badge", hostile(text)) == write("badge", rich())
    assert write("shields", hostile(text)) == write("shields", rich())


def test_shields_gets_what_its_endpoint_asks_for() -> None:
    shut, opened = json.loads(write("shields", rich())), json.loads(write("shields", bare()))

    assert list(shut) == ["schemaVersion", "label", "message", "color", "isError"]
    assert (shut["schemaVersion"], shut["label"], shut["isError"]) == (1, "文明单位", True)
    assert (opened["message"], opened["isError"]) == ("0.00/100 试算", False)


def test_one_shut_gate_among_several_is_an_error() -> None:
    passed = replace(rich(), gate=GateResult(passed=True, reasons=()))

    assert json.loads(write("shields", passed, rich()))["isError"] is True
    assert json.loads(write("shields", passed, passed))["isError"] is False
