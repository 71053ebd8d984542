"""A ranking in every format: what it says, that it fits, that it obeys nothing."""

import csv
import json
import re
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from rich.cells import cell_len

import plans
import rankings
import reports
from formats import TEXTS, live
from golden_files import compare
from sheets import cells, dump, find, opened
from wenming_score.choices import Lang
from wenming_score.cli.output import plain_text
from wenming_score.rank import Ranking
from wenming_score.render import json as records
from wenming_score.render.ranks import FILES, lines
from wenming_score.render.ranks import TEXTS as WRITERS
from wenming_score.render.ranks.page import LISTED
from wenming_score.render.workbook import LIVE
from wenming_score.text import speak

FORMS: dict[str, Callable[[Ranking], str]] = {
    "txt": lambda ranking: text(ranking, 80),
    "csv": lambda ranking: written("csv", ranking),
    "json": lambda ranking: written("json", ranking),
    "html": lambda ranking: written("html", ranking),
    "xlsx.txt": lambda ranking: dump(workbook(ranking)),
}
SHAPES: dict[str, Callable[[], Ranking]] = {
    "rich": rankings.rich,
    "plain": rankings.plain,
    "nobody": rankings.nobody,
    "bare": rankings.bare,
}
READ = ("txt", "html", "xlsx.txt")


def text(ranking: Ranking, width: int, *, verbose: bool = False) -> str:
    return plain_text(lines(ranking, width, verbose=verbose))


def written(form: str, ranking: Ranking) -> str:
    return "".join(next(write for name, write in WRITERS.items() if name == form)(ranking))


def workbook(ranking: Ranking) -> bytes:
    made = BytesIO()
    FILES["xlsx"](ranking, made)
    return made.getvalue()


def table(ranking: Ranking) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written("csv", ranking).removeprefix("\ufeff"))))


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_looks_as_it_did(kind: str, lang: Lang) -> None:
    speak(lang)

    compare(f"rank{'' if lang == 'zh' else '-en'}.{kind}", FORMS[kind](rankings.rich(lang)))


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_narrow_and_a_wide_screen_look_as_they_did(width: int, lang: Lang) -> None:
    speak(lang)

    compare(f"rank-{width}{'' if lang == 'zh' else '-en'}.txt", text(rankings.rich(lang), width, verbose=width > 100))


@pytest.mark.parametrize("kind", ["txt", "csv"])
def test_without_parts_it_looks_as_it_did(kind: str) -> None:
    compare(f"rank-total.{kind}", FORMS[kind](rankings.rich(by="total")))


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("shape", SHAPES)
def test_whoever_is_ranked_or_stands_apart_and_whatever_failed_is_in_what_people_read(shape: str, kind: str) -> None:
    ranking = SHAPES[shape]()
    page = re.sub(r"\s+", "", text(ranking, 140, verbose=True) if kind == "txt" else FORMS[kind](ranking))

    for league in ranking.leagues:
        assert all(one.row.name in page for one in league.placed)
        for row in league.apart:
            assert row.name in page
            assert all(re.sub(r"\s+", "", reason) in page for reason in row.reasons)
    for failure in ranking.failures:
        assert all(re.sub(r"\s+", "", reason) in page for reason in failure.reasons)
    for reuse in ranking.reused:
        assert reuse.name in page
        assert reuse.evidence in page


@pytest.mark.parametrize("width", [40, 60, 75, 76, 80, 100, 109, 110, 120, 500])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_line_is_wider_than_the_terminal(shape: str, width: int) -> None:
    ranking = SHAPES[shape]()
    for verbose in (False, True):
        shown = text(ranking, width, verbose=verbose).splitlines()
        assert {line for line in shown if cell_len(line) > min(max(width, 60), 140)} == set()


def test_units_with_the_same_points_share_a_rank_and_the_next_ranks_are_left_out() -> None:
    shown = text(rankings.rich(), 120).split("■")[2]

    assert [line.split()[0] for line in shown.splitlines() if re.match(r" {4}\d ", line)] == ["1", "2", "2", "4", "5"]
    assert [row["名次"] for row in table(rankings.rich(by="total"))] == [
        "1",
        "2",
        "2",
        "4",
        "5",
        *[""] * 3,
        "1",
        *[""] * 3,
    ]


def test_a_long_part_of_the_screen_is_cut_in_the_middle_unless_all_is_wanted() -> None:
    given: list[rankings.Given] = [(f"第{number:02}单位", "school", "2", "3.42", None, "") for number in range(20)]
    ranking = rankings.ranking(rankings.league(given, by="item"), by="item")

    parts = [part.count("单位") for part in text(ranking, 80).split("■ 按")[1:]]

    assert parts == [10, 10]
    assert text(ranking, 80).count("……") == 2
    assert [part.count("单位  第") for part in text(ranking, 120, verbose=True).split("■ 按")[1:]] == [20, 20]


def test_many_shared_photos_are_cut_on_the_screen_with_where_the_rest_is() -> None:
    ranking = rankings.rich()
    some = Ranking(
        ranking.tool, ranking.as_of, ranking.by, ranking.units, (), (), tuple(ranking.reused) * 11, ranking.lang
    )  # fmt: skip

    shown = text(some, 120)

    assert shown.count("是同一张") == 20
    assert "还有更多，见 xlsx、json" in shown
    assert dump(workbook(some)).count("E0301") == 22


@pytest.mark.parametrize("shape", SHAPES)
def test_json_piece_by_piece_is_json_at_once(shape: str) -> None:
    ranking = SHAPES[shape]()

    assert written("json", ranking) == records.write(ranking)


@pytest.mark.parametrize(
    "value",
    [
        reports.rich(), reports.bare(), reports.changed(), reports.revised(), (reports.rich(), reports.bare()),
        plans.middling(), plans.full(), plans.progress(), (), {}, {"甲": ()}, None, *map(reports.hostile, TEXTS),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_any_record_piece_by_piece_is_what_it_is_at_once(value: records.Part) -> None:
    assert "".join(records.pieces(value)) + "\n" == records.write(value)


@pytest.mark.parametrize("hostility", TEXTS)
@pytest.mark.parametrize("kind", ["txt", "csv", "html", "json"])
def test_hostile_text_stays_text(kind: str, hostility: str) -> None:
    made = FORMS[kind](rankings.hostile(hostility))

    assert live(made.replace("\r\n", "\n").removeprefix("\ufeff")) == []


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_makes_no_element(hostility: str) -> None:
    assert written("html", rankings.hostile(hostility)).count("<") == written("html", rankings.hostile("甲")).count("<")


@pytest.mark.parametrize("hostility", TEXTS)
def test_hostile_text_is_no_formula(hostility: str) -> None:
    found = cells(opened(workbook(rankings.hostile(hostility))))
    assert [cell.coordinate for _, cell in found if cell.data_type == "f" or cell.hyperlink] == []

    for by in ("total", "item"):
        ranking = rankings.hostile(hostility)
        made = Ranking(
            ranking.tool, ranking.as_of, by, ranking.units, ranking.leagues, ranking.failures, (), ranking.lang
        )  # fmt: skip
        rows = csv.reader(StringIO(written("csv", made).removeprefix("\ufeff")))
        assert [cell for row in rows for cell in row if cell.startswith(LIVE)] == []


def test_the_csv_of_all_has_a_row_for_every_file_and_the_points_of_every_item() -> None:
    ranking = rankings.rich(by="total")
    rows = table(ranking)

    assert len(rows) == ranking.units == 12
    assert [row["情况"] for row in rows] == [
        *["参加排名"] * 5, "一票否决", "不符合申报条件", "无法判定", "参加排名", "读不了", "没有填写", "程序出错",
    ]  # fmt: skip
    assert [row["名额"] for row in rows][:5] == ["名额内", "候选", "候选", "未达合格线", "未达合格线"]
    assert [(row["计划和制度"], row["志愿服务活动"]) for row in rows][:2] == [("4", "6"), ("3.5", "5.14")]
    assert rows[5]["红线"] == "发生重大安全生产事故（已触碰）"
    assert rows[-1]["原因"].startswith("谜/unit.yaml：程序自己出错了")


def test_the_csv_by_items_has_a_row_for_each_item_of_each_unit_to_which_it_applies() -> None:
    rows = table(rankings.rich(by="item"))

    assert [row["名称"] for row in rows] == [*["计划和制度"] * 5, *["志愿服务活动"] * 4, "计划和制度", "志愿服务活动"]
    assert "某县水务集团" not in [row["单位"] for row in rows if row["名称"] == "志愿服务活动"]


def test_the_json_says_what_the_ranking_says() -> None:
    read = json.loads(written("json", rankings.rich()))

    assert (read["schema_version"], read["as_of"], read["by"], read["units"]) == (1, "2025-12-31", "item", 12)
    first, second = read["leagues"]
    assert [one["place"] for one in first["placed"]] == ["quota", "shortlist", "shortlist", "below_mark", "below_mark"]
    assert second["placed"][0]["percentile"] is None
    assert first["placed"][1]["row"]["items"][1] == {
        "id": "deeds", "title": "志愿服务活动", "full": 6, "supported": 5.14, "share": 0.8566,
    }  # fmt: skip


def test_the_workbook_has_a_worksheet_for_each_question_and_none_that_is_empty() -> None:
    assert opened(workbook(rankings.rich())).sheetnames == [
        "排名", "另列的单位", "热力图", "各项分布", "分项排名", "排名 2", "热力图 2", "各项分布 2", "分项排名 2",
        "同一张照片", "没能评分的文件",
    ]  # fmt: skip
    assert opened(workbook(rankings.plain())).sheetnames == ["排名", "热力图", "各项分布"]
    assert opened(workbook(rankings.nobody())).sheetnames == ["排名", "另列的单位"]


def test_the_map_of_the_workbook_is_coloured_and_blank_where_an_item_does_not_apply() -> None:
    page = opened(workbook(rankings.plain()))["热力图"]
    row, name = find(page, "某县水务集团")
    (coloured,) = page.conditional_formatting

    assert [page.cell(row, name + number).value for number in (1, 2)] == [0, None]
    assert str(coloured.sqref) == f"C{row - 4}:D{row}"


def test_the_map_of_the_page_has_a_box_a_unit_and_item_with_its_points() -> None:
    page = written("html", rankings.plain())

    assert page.count('<td class="h') == 9
    assert '<td class="h8" title="志愿服务活动 5.14/6 85.66%">85</td>' in page
    assert '<td title="志愿服务活动：不适用">-</td>' in page


def test_a_page_lists_the_first_units_and_says_where_the_others_are() -> None:
    just, more = (written("html", rankings.many(count)) for count in (LISTED, LISTED + 1))

    assert just.count('<th scope="row"') == more.count('<th scope="row"') == 2 * LISTED + 3
    assert "这里只列前" not in just
    assert more.count("这里只列前 1000 行，全部见 xlsx、json") == 1
    assert f"第{LISTED - 1:05}单位" in more
    assert f"第{LISTED:05}单位" not in more


@pytest.mark.parametrize("kind", FORMS)
def test_the_same_ranking_gives_the_same_bytes(kind: str) -> None:
    assert FORMS[kind](rankings.rich()) == FORMS[kind](rankings.rich())
