from build import found, indicator, item, rubric, said

RULE = "self-score-missing"
BY = rubric(
    item("first", indicator("checklist"), indicator("count")),
    item("second", indicator("grade")),
    item("third", indicator("ratio")),
)


def test_no_self_score_at_all_is_noted_once() -> None:
    findings = found(RULE, BY, "answers:\n  grade: {grade: A}\n  count: {count: 3}\n")
    assert said(findings) == ["1:1 note 没有写自评分（self_score）；可以不写，但报告里就没有自评一栏"]


def test_where_some_are_given_the_items_without_one_are_listed_in_one_note() -> None:
    findings = found(RULE, BY, "answers:\n  count: {count: 3, self_score: 3}\n")
    assert said(findings) == ["1:1 note 有 2 项没有写自评分：second项目、third项目"]


def test_one_indicator_or_the_item_s_own_is_enough() -> None:
    text = "answers: {count: {self_score: 3}, grade: {self_score: 0}}\nself_scores: {third: 4}\n"
    assert not found(RULE, BY, text)


def test_an_item_that_does_not_apply_wants_none() -> None:
    text = "answers: {ratio: {not_applicable: 本单位没有这项任务}}\nself_scores: {first: 8, second: 4}\n"
    assert not found(RULE, BY, text)


def test_a_unit_that_answers_nothing_is_not_asked() -> None:
    assert not found(RULE, BY, "activities: {}\n")
