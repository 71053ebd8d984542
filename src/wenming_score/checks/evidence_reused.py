"""One file under two entries."""

from collections import Counter
from collections.abc import Iterator

from wenming_score.checks.base import check
from wenming_score.facts import Case
from wenming_score.finding import Problem
from wenming_score.text import tr
from wenming_score.uses import together, uses


@check("warning", refuses="where_cited")
def evidence_reused(case: Case) -> Iterator[Problem]:
    """同一份材料登记了两次。

    两条台账是同一个文件（内容一个字节不差）或同一个网址，或者和 `--against` 所比的那一份（比如上一年）里
    的某个文件完全相同。同一条测评内容里两个相同的文件都引用的，只算一份；别处照样有效。同一个网址只提醒，
    因为一个网页上可以有几样内容。请合成一条，或换成应当登记的那一份。长期有效的制度、规范，不限日期，不
    和上一年比；用在两处的同一张照片另由 photo-reused 报。

        E010: {path: 02-志愿服务/名册.xlsx, type: roster}
        E011: {path: 02-志愿服务/名册 副本.xlsx, type: roster}     # 内容一样
    """
    yield from _within(case)
    for name in case.files if case.elsewhere.papers else ():
        same = case.same_elsewhere(name)
        if same and not case.photo(name) and _of_the_period(case, name):
            path = case.assessment.evidence[name].path
            message = tr("{path} 和 {file} 的 {id} 是同一个文件", path=path, file=same[0].file, id=same[0].id)
            yield Problem(("evidence", name, "path"), message, evidence=name, spares=True)


def _within(case: Case) -> Iterator[Problem]:
    for same, name in _pairs(case):
        entry = case.assessment.evidence[name]
        here, there = uses(case, name), uses(case, same)
        if case.photo(name) and here and there and not together(case, here, there):
            continue
        place = ("evidence", name, "url" if entry.url else "path")
        yield from _problems(case, place, name, same)


def _pairs(case: Case) -> Iterator[tuple[str, str]]:
    """Pair each entry that repeats another with the first by date."""
    keys = {
        name: entry.url or (case.files[name].sha256 if name in case.files else "")
        for name, entry in case.assessment.evidence.items()
    }
    often, alike = Counter(keys.values()), dict[str, list[str]]()
    for name, key in keys.items():
        if key and often[key] > 1:
            alike.setdefault(key, []).append(name)
    for names in alike.values():
        first, *others = sorted(names, key=lambda one: (case.first_day(one), one))
        yield from ((first, other) for other in others)


def _problems(case: Case, place: tuple[str, ...], name: str, same: str) -> Iterator[Problem]:
    """Report a second entry once, or for each indicator that cites both."""
    what = case.assessment.evidence[same].path or case.assessment.evidence[same].url
    citing = case.assessment.citing
    both = [indicator for indicator in citing.get(name, ()) if indicator in citing.get(same, ())]
    message = tr("{name} 和 {same}（{what}）是同一份材料", name=name, same=same, what=what)
    if not both or case.assessment.evidence[name].url:
        yield Problem(place, message, evidence=name, spares=True)
        return
    for indicator in both:
        yield Problem(place, message + tr("，这一项只算一份"), indicator, name)


def _of_the_period(case: Case, name: str) -> bool:
    """Tell whether some indicator wants the piece to be of this very period."""
    asked = (case.rubric.indicators.get(indicator) for indicator in case.assessment.citing.get(name, ()))
    return any(indicator is not None and indicator.evidence.window == "period" for indicator in asked)
