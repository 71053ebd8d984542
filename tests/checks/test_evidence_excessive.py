import pytest

from build import Section, at, found, indicator, rubric, said

RULE = "evidence-excessive"
TYPES: Section = {"types": ["plan", "photo", "record", "roster", "statistics", "web_page", "screenshot"]}
BY = rubric(
    indicator("checklist", evidence=TYPES),
    indicator("count", evidence=TYPES),
    indicator("coverage", evidence=TYPES),
    indicator("coverage", id="departments", expected="departments", evidence=TYPES),
    indicator("ratio", evidence=TYPES),
    indicator("grade", evidence={**TYPES, "at_least": 3}),
)


def ledger(pieces: int, **others: str) -> str:
    """Write a ledger of so many photos, E1 and on, and of other pieces."""
    photos = (f"  E{n}: {{path: {n}.jpg, type: photo, date: 2025-03-05}}\n" for n in range(1, pieces + 1))
    return "evidence:\n" + "".join((*photos, *(f"  {name}: {{{entry}}}\n" for name, entry in others.items())))


def listed(first: int, last: int, *others: str) -> str:
    return ", ".join((*(f"E{n}" for n in range(first, last + 1)), *others))


def test_far_more_than_is_needed_is_found_with_what_may_go() -> None:
    text = ledger(8) + f"answers:\n  checklist: {{met: [plan], evidence: [{listed(1, 8)}]}}\n"
    (finding,) = findings = found(RULE, BY, text)
    needed = "checklist一项引用了 8 份有效材料，有 2 份就够"
    assert said(findings) == [f"{at(text, 'evidence: [E1')} note {needed}，可以不交：E3、E4、E5、E6、E7、E8"]
    assert finding.indicator == "checklist"


@pytest.mark.parametrize(
    ("answer", "enough", "too_many"),
    [
        ("checklist: {met: [plan], evidence: [PIECES]}", 7, 8),
        ("count: {count: 4, evidence: [PIECES]}", 12, 13),
        ("coverage: {covered: [春节], evidence: [PIECES]}", 12, 13),
        ("departments: {covered: [办公室], evidence: [PIECES]}", 9, 10),
        ("ratio: {count: 40, evidence: [PIECES]}", 6, 7),
        ("grade: {grade: A, evidence: [PIECES]}", 9, 10),
    ],
)
def test_the_need_is_what_is_asked_for_and_six_more_may_be(answer: str, enough: int, too_many: int) -> None:
    unit = "unit: {name: 某局, type: other, staff: 40, departments: [办公室, 宣教室, 信访室]}\n"
    for pieces, findings in ((enough, 0), (too_many, 1)):
        text = f"{unit}{ledger(pieces)}answers: {{{answer.replace('PIECES', listed(1, pieces))}}}\n"
        assert len(found(RULE, BY, text)) == findings


def test_the_one_paper_that_carries_a_figure_never_goes_nor_does_the_only_proof_of_a_clause() -> None:
    roster = ledger(8, R="path: 名册.xlsx, type: roster, date: 2025-03-05")
    (figure,) = found(RULE, BY, f"{roster}answers: {{ratio: {{count: 40, evidence: [{listed(1, 8, 'R')}]}}}}")
    assert figure.message.endswith("可以不交：E2、E3、E4、E5、E6、E7、E8")
    clauses = f"answers: {{checklist: {{met: {{plan: [{listed(1, 8)}], person: [E9]}}}}}}"
    (clause,) = found(RULE, BY, ledger(9) + clauses)
    assert clause.message.endswith("可以不交：E2、E3、E4、E5、E6、E7、E8")


def test_pieces_that_do_not_carry_are_for_other_rules_to_find() -> None:
    old = ledger(9).replace("2025", "2024", 8)
    assert not found(RULE, BY, f"{old}answers: {{checklist: {{met: [plan], evidence: [{listed(1, 9)}]}}}}")
    refused = ledger(8).replace("photo", "audio")
    assert not found(RULE, BY, f"{refused}answers: {{checklist: {{met: [plan], evidence: [{listed(1, 8)}, E99]}}}}")
    spared = f"answers: {{checklist: {{not_applicable: 本单位没有窗口, evidence: [{listed(1, 8)}]}}}}"
    assert not found(RULE, BY, ledger(8) + spared)


def test_a_long_list_of_what_may_go_is_cut_short() -> None:
    (finding,) = found(RULE, BY, f"{ledger(40)}answers: {{checklist: {{met: [plan], evidence: [{listed(1, 40)}]}}}}")
    assert finding.message.endswith("可以不交：" + listed(3, 22).replace(", ", "、") + "等 38 份")


def an_activity(evidence: str, serves: str = "count") -> str:
    fields = f"title: 清扫, date: 2025-03-05, serves: [{serves}]"
    return f"activities:\n  A1: {{{fields}, evidence: [{evidence}]}}\n"


def test_more_than_six_pieces_at_one_activity_are_found() -> None:
    text = ledger(7, P="path: 方案.pdf, type: plan") + an_activity(listed(1, 7, "P"))
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [
        f"{at(text, 'evidence: [E1')} note 活动“清扫”有 8 份材料，一次活动 6 份就够，可以不交：E6、E7"
    ]
    assert finding.activity == "A1"


def test_six_pieces_at_each_of_many_activities_are_not_too_many() -> None:
    again = an_activity(listed(1, 6)) + an_activity(listed(1, 6)).partition("\n")[2].replace("A1", "A2")
    assert not found(RULE, BY, ledger(6) + again)
    assert not found(RULE, BY, ledger(6) + an_activity(listed(1, 6, "E6, E99")))


WEB = {
    "L": 'url: "https://example.org/1", type: web_page, date: 2025-03-06, title: 我局开展社区清扫',
    "F": "path: 网页.png, type: screenshot, date: 2025-03-07, title: 我局开展社区清扫。",
}


def test_a_file_of_what_a_link_shows_is_found() -> None:
    text = ledger(0, **WEB) + an_activity("L, F")
    (finding,) = findings = found(RULE, BY, text)
    assert said(findings) == [f"{at(text, 'evidence: [L')} note 网上已有链接的，不用再交文件：F（同 L）"]
    assert finding.activity == "A1"
    cited = f"{ledger(0, **WEB)}answers: {{checklist: {{met: [plan], evidence: [F, L]}}}}"
    assert [(one.indicator, one.message[-6:]) for one in found(RULE, BY, cited)] == [("checklist", "F（同 L）")]


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("type: web_page, date: 2025-03-06", "type: screenshot, date: 2025-03-06"),
        ("type: web_page, date: 2025-03-06, title: 社区清扫", "type: screenshot, date: 2025-03-06"),
        ("type: web_page, date: 2025-03-06", "type: web_page, date: 2025-03-06, title: 社区清扫"),
        ("type: web_page, title: 社区清扫", "type: screenshot, date: 2025-03-06, title: 社区清扫"),
        ("type: plan, date: 2025-03-06, title: 年度方案", "type: plan, date: 2025-03-06, title: 年度方案"),
    ],
)
def test_the_same_title_or_the_same_day_on_the_web_is_one_thing(link: str, file: str) -> None:
    text = ledger(0, L=f'url: "https://example.org/1", {link}', F=f"path: 甲.png, {file}")
    assert len(found(RULE, BY, text + an_activity("L, F"))) == 1


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("type: web_page, date: 2025-03-06, title: 清扫", "type: screenshot, date: 2025-03-06, title: 讲堂"),
        ("type: web_page, date: 2025-03-06, title: 讲堂", "type: screenshot, date: 2025-06-06, title: 讲堂"),
        ("type: web_page, date: 2025-03-06, title: 清扫", "type: photo, date: 2025-03-06, title: 清扫"),
        ("type: photo, date: 2025-03-06, title: 清扫", "type: photo, date: 2025-03-06, title: 清扫"),
        ("type: web_page, date: 2025-03-06", "type: photo, date: 2025-03-06"),
        ("type: web_page, date: 2025-03", "type: screenshot, date: 2025-03"),
        ("type: web_page", "type: screenshot"),
    ],
)
def test_two_articles_of_a_day_a_monthly_title_and_a_photo_are_two_things(link: str, file: str) -> None:
    text = ledger(0, L=f'url: "https://example.org/1", {link}', F=f"path: 甲.png, {file}")
    assert not found(RULE, BY, text + an_activity("L, F"))


def test_two_files_two_links_and_pieces_cited_apart_are_left_alone() -> None:
    files = {name: entry.replace('url: "https://example.org/1"', "path: 甲.png") for name, entry in WEB.items()}
    assert not found(RULE, BY, ledger(0, **files) + an_activity("L, F"))
    links = {name: entry.replace("path: 网页.png", 'url: "https://example.org/2"') for name, entry in WEB.items()}
    assert not found(RULE, BY, ledger(0, **links) + an_activity("L, F"))
    apart = f"{ledger(0, **WEB)}answers: {{checklist: {{met: {{plan: [L], person: [F]}}}}}}\n"
    assert not found(RULE, BY, apart)


def test_a_file_that_earns_points_which_the_link_does_not_may_stay() -> None:
    tally = f"{ledger(0, **WEB)}answers: {{count: {{count: 4, evidence: [L, F]}}}}"
    assert not found(RULE, BY, tally)
    two = rubric(indicator("checklist", evidence={**TYPES, "at_least": 2}))
    assert not found(RULE, two, f"{ledger(0, **WEB)}answers: {{checklist: {{met: [plan], evidence: [L, F]}}}}")
    screens = rubric(indicator("count", evidence={"types": ["screenshot"]}))
    assert not found(RULE, screens, ledger(0, **WEB) + an_activity("L, F"))
