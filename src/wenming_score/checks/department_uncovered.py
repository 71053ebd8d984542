"""A department that nothing was done with."""

from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.kinds.coverage import CoverageAnswer
from wenming_score.text import tr


@check("warning")
def department_uncovered(case: Case) -> Iterator[Problem]:
    """有的科室没有参加过活动。

    `unit.departments` 里列了这个科室，测评年度内却没有一次活动的 `departments` 写到它，按科室计的自评
    （`covered`）里也没有。要求全员参与的，测评组会抽查没有露过面的科室。参加过的，请在活动里补上科
    室；没有参加过的，请安排进下一次活动。所有活动都没有写科室的，是没有登记，不提示；科室的名称要和
    `unit.departments` 里的一样，写“各科室”“全体”不算。

        unit: {departments: [办公室, 宣教室, 信访室]}
        A001: {title: 社区清扫, date: 2025-03-05, serves: [...], departments: [办公室, 宣教室]}
    """
    named = {_plain(name) for one in case.counting.values() for name in one.departments}
    if not named:
        return
    for name, answer in case.assessment.answers.items():
        indicator = case.rubric.indicators.get(name)
        if indicator and indicator.base() == "departments" and isinstance(answer, CoverageAnswer):
            named |= {_plain(covered) for covered in answer.covered}
    absent = [name for name in dict.fromkeys(case.assessment.unit.departments) if _plain(name) not in named]
    if absent:
        message = tr("有 {n} 个科室在测评年度内没有参加过活动：{names}", n=len(absent), names=tr("、").join(absent))
        yield Problem(("unit", "departments"), message)


def _plain(name: str) -> str:
    return "".join(name.split())
