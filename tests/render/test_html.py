"""The page: what it says, and that it asks nobody and obeys nothing. How it looks is in `test_html_browser`."""

import re
from base64 import b64decode
from dataclasses import replace
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import reports
from formats import TEXTS, live, write
from golden_files import compare
from wenming_score.choices import Lang
from wenming_score.render import columns, layout, tables
from wenming_score.render.enclosures import Enclosures
from wenming_score.render.html import render
from wenming_score.render.html.charts import RADIUS, losses, radar
from wenming_score.report import ItemScore, Report

Tag = tuple[str, dict[str, str]]
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


class _Tags(HTMLParser):
    """Lists the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def tags(page: str) -> list[Tag]:
    parser = _Tags()
    parser.feed(page)
    return parser.found


def values(page: str, name: str) -> list[str]:
    return [attributes[name] for _, attributes in tags(page) if name in attributes]


def shape(tag: Tag) -> tuple[str, list[str]]:
    """Give what a text may not change: the tag and its attributes, but for a class, which says how long a text is."""
    name, attributes = tag
    return name, [one for one in attributes if one != "class"]


def items(count: int) -> tuple[ItemScore, ...]:
    return (reports.rich().items * 5)[:count]


@pytest.mark.parametrize(("lang", "name"), [("zh", "report.html"), ("en", "report-en.html")])
def test_it_looks_as_it_did(lang: Lang, name: str) -> None:
    compare(name, write("html", reports.rich(lang), lang=lang))


@pytest.mark.parametrize(("lang", "written"), [("zh", "zh-CN"), ("en", "en")])
def test_it_says_its_language(lang: Lang, written: str) -> None:
    assert ("html", {"lang": written}) in tags(write("html", reports.rich(lang), lang=lang))


def test_every_number_and_word_of_the_report_is_in_it() -> None:
    report = reports.rich()
    page = write("html", report)
    steps = [step for item in report.items for one in item.indicators for step in one.arithmetic]
    told = [
        report.unit.name, report.unit.sha256, report.rubric.sha256, report.tool.version, str(report.as_of),
        layout.outcome(report), layout.basis(report), *report.verdict.reasons, *report.gate.reasons, *steps,
        *(group.title for group in report.standards), *(group.title for group in report.methods),
    ]  # fmt: skip
    listed = (tables.scores, tables.standing, tables.gaps)
    for table in (*(make(report) for make in listed), tables.findings("", report.findings)):
        told += [
            columns.text(cell, column)
            for row in table.rows
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]

    assert [text for text in told if escape(text) not in page and escape(text, quote=False) not in page] == []


def test_the_three_scores_and_their_kind_stand_at_the_top() -> None:
    report = reports.rich()
    page = write("html", report)
    cards = re.findall(r'class="card (\w+)">.*?<b>(.*?)</b>', page, re.DOTALL)

    assert cards == [("supported", "84.90"), ("claimed", "89.98"), ("self", "89.50")]
    assert page.index("试算</span>") < page.index('class="card claimed"')


def test_a_report_without_anything_is_a_page_without_empty_tables_or_charts() -> None:
    page = write("html", reports.bare())

    assert [name for name, _ in tags(page)].count("table") == 1
    assert "<svg" not in page
    assert "<details" not in page
    assert "<p>没有差距</p>" in page
    assert "<p>没有查出问题</p>" in page


def test_bonus_and_penalty_are_named_where_there_are_any() -> None:
    report = reports.rich()
    score = replace(report.score, bonus=Decimal("1.5"), penalty=Decimal(2))

    assert "其中加分" not in write("html", report)
    assert "其中加分 1.50，扣分 2.00" in write("html", replace(report, score=score))


def test_it_asks_nobody_and_runs_nothing() -> None:
    page = write("html", reports.rich())
    found = tags(page)

    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}) in found
    assert {name for name, _ in found} & {
        "script",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "audio",
        "video",
    } == set()
    assert [name for _, attributes in found for name in attributes if name.startswith("on")] == []
    assert {value.partition(":")[0] for value in values(page, "src")} <= {"data"}
    assert "@import" not in page
    assert "url(" not in page


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("https://example.org/a?b=1&c=2", True), ("HTTP://example.org", True), ("javascript:alert(1)", False),
        (" https://example.org", False), ("file:///etc/passwd", False), ("//example.org", False),
        ("data:text/html,x", False), ("01/https://example.org", False), ("01/现场.jpg", False),
    ],
)  # fmt: skip
def test_only_evidence_on_the_web_is_a_link(path: str, links: bool) -> None:  # noqa: FBT001 - a table of cases
    report = reports.rich()
    page = write("html", replace(report, ledger=(replace(report.ledger[0], path=path),)))
    outward = [attributes for name, attributes in tags(page) if name == "a" and attributes["href"][:1] != "#"]

    assert outward == ([{"href": path, "rel": "noopener noreferrer"}] if links else [])


def test_a_web_address_cannot_leave_its_quotes() -> None:
    report = reports.rich()
    piece = replace(report.ledger[0], path="https://x/\" onclick='alert(1)' \x00\u202e<b>")
    (link,) = [
        attributes for name, attributes in tags(write("html", replace(report, ledger=(piece,))))
        if name == "a" and "rel" in attributes
    ]  # fmt: skip

    assert [*link] == ["href", "rel"]
    assert link["href"] == "https://x/\" onclick='alert(1)' <U+0000><U+202E><b>"


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_markup(text: str) -> None:
    harmless, hostile = (tags(write("html", reports.hostile(one))) for one in ("甲", text))

    assert [shape(tag) for tag in hostile] == [shape(tag) for tag in harmless]


@pytest.mark.parametrize("text", TEXTS)
def test_no_character_is_left_that_a_browser_would_obey_or_hide(text: str) -> None:
    assert live(write("html", reports.hostile(text))) == []


def test_what_cannot_be_seen_is_spelt_out() -> None:
    page = write("html", reports.hostile("反\u202e转\u200b\x1b\x00"))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u200b\u202e]", page)
    assert "反&lt;U+202E&gt;转&lt;U+200B&gt;&lt;U+001B&gt;&lt;U+0000&gt;" in page


def test_pictures_stand_with_the_evidence_that_they_are_of() -> None:
    report = reports.rich()
    shown = {report.ledger[3].id: b"\xff\xd8one", report.ledger[1].id: b"\xff\xd8two", "E9999": b"\xff\xd8three"}
    page = render(
        (report,), Enclosures(thumbnails={report.unit.file: shown, "other.yaml": {report.ledger[0].id: b"x"}})
    )
    pictures = [attributes for name, attributes in tags(page) if name == "img"]

    assert [one["alt"] for one in pictures] == [report.ledger[1].title, report.ledger[3].title]
    assert [b64decode(one["src"].partition(",")[2]) for one in pictures] == [b"\xff\xd8two", b"\xff\xd8one"]
    assert "<img" not in write("html", report)


@pytest.mark.parametrize("several", [(reports.rich(),), (reports.rich(), reports.bare(), reports.rich())])
def test_every_place_is_named_once_and_every_jump_has_its_place(several: tuple[Report, ...]) -> None:
    page = write("html", *several)
    places = values(page, "id")

    assert len(places) == len(set(places))
    assert {link[1:] for link in values(page, "href") if link.startswith("#")} <= {*places}
    assert {name for names in values(page, "aria-labelledby") for name in names.split()} <= {*places}


@pytest.mark.parametrize("several", [(reports.rich(),), (reports.bare(),), (reports.rich(), reports.bare())])
def test_headings_go_down_one_step_at_a_time(several: tuple[Report, ...]) -> None:
    levels = [int(name[1]) for name, _ in tags(write("html", *several)) if re.fullmatch(r"h\d", name)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []


def test_several_units_have_an_overview_and_a_section_each() -> None:
    page = write("html", reports.rich(), reports.bare())

    assert page.count("<article") == 2
    assert [link for link in values(page, "href") if re.fullmatch(r"#u\d", link)] == ["#u1", "#u2"]


def test_every_table_has_a_caption_and_heads_of_columns_and_rows() -> None:
    page = write("html", reports.rich())

    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        inside = tags(table)
        scopes = [attributes.get("scope") for name, attributes in inside if name == "th"]
        rows = sum(name == "tr" for name, _ in inside) - 1
        assert sum(name == "caption" for name, _ in inside) == 1
        assert scopes.count("row") == rows
        assert scopes.count("col") == sum(name == "col" for name, _ in inside)


def test_columns_that_hold_nothing_are_left_out() -> None:
    report = reports.rich()
    owned, lost = (
        replace(report, ledger=tuple(replace(one, owner=owner) for one in report.ledger)) for owner in ("甲", "")
    )

    assert ">责任者</th>" in write("html", owned)
    assert ">责任者</th>" not in write("html", lost)


def test_a_sign_stands_wherever_a_colour_does() -> None:
    marks = re.findall(
        r'class="(?:mark|stand) \w+">\s*(?:<p class="outcome">)?(<b[^>]*>.)', write("html", reports.rich())
    )

    assert len(marks) > 100
    assert {mark[:-1] for mark in marks} == {'<b aria-hidden="true">'}
    assert {mark[-1] for mark in marks} == {"√", "×", "△", "-"}


@pytest.mark.parametrize(
    ("count", "drawn", "named"), [(0, 0, 0), (1, 0, 0), (2, 0, 0), (3, 1, 1), (16, 1, 1), (40, 1, 0)]
)
def test_a_radar_is_drawn_of_three_items_and_names_as_many_as_have_room(count: int, drawn: int, named: int) -> None:
    page = write("html", replace(reports.rich(), items=items(count), gaps=()))

    assert page.count("<svg") == drawn
    assert page.count('class="radar"') == named
    assert page.count('<text class="number"') == count * drawn


def test_full_points_reach_the_outer_ring_and_none_stay_in_the_middle() -> None:
    one = reports.rich().items[0]
    full, none = (replace(one, share=Decimal(share), claimed=one.full * share) for share in (1, 0))
    drawn = radar((full, none, full, none))

    assert drawn is not None
    assert drawn.rings[-1] == f"0.0,-{RADIUS}.0 {RADIUS}.0,0.0 0.0,{RADIUS}.0 -{RADIUS}.0,0.0"
    assert drawn.supported == drawn.claimed == f"0.0,-{RADIUS}.0 0.0,0.0 0.0,{RADIUS}.0 0.0,0.0"
    assert "-0.0" not in drawn.supported
    assert drawn.said[:2] == ("学雷锋活动 100%", "学雷锋活动 0%")


def test_a_long_name_takes_two_lines_of_the_radar_and_no_more() -> None:
    drawn = radar([replace(one, title="很长的项目名称" * 9) for one in items(3)])

    assert drawn is not None
    assert drawn.axes[0].lines == ("很长的项目名称很", "长的项目名称很…")


def test_the_largest_loss_comes_first_and_fills_its_bar() -> None:
    bars = losses(reports.rich().items)

    assert [bar.points for bar in bars] == sorted((item.gap for item in reports.rich().items), reverse=True)
    assert sum(float(share.rstrip("%")) for _, _, share in bars[0].parts) == pytest.approx(100, abs=1)
    assert bars[-1].parts == ()


def test_a_whole_report_is_small() -> None:
    assert len(write("html", reports.rich()).encode()) < 200_000


def test_the_same_reports_make_the_same_bytes() -> None:
    assert write("html", reports.rich(), reports.bare()) == write("html", reports.rich(), reports.bare())
