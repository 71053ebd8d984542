"""What the score, the red lines and the eligibility come to."""

from wenming_score.report import EligibilityResult, RedLineResult, Score, Verdict, VerdictOutcome
from wenming_score.rubric import Rubric
from wenming_score.text import tr
from wenming_score.values import plain

_GRAVEST_FIRST: tuple[VerdictOutcome, ...] = ("vetoed", "ineligible", "undetermined")


def verdict(
    rubric: Rubric, score: Score, lines: tuple[RedLineResult, ...], conditions: tuple[EligibilityResult, ...]
) -> Verdict:
    """Judge: a breached red line before an unmet condition, both before what is unknown, all before the points."""
    reasons: dict[VerdictOutcome, list[str]] = {
        "vetoed": [tr("触碰红线：{title}", title=line.title) for line in lines if line.status == "breached"],
        "ineligible": [
            tr("不符合申报条件：{title}（{reason}）", title=condition.title, reason=condition.reason)
            for condition in conditions
            if condition.status == "unmet"
        ],
        "undetermined": [
            *(tr("红线未声明：{title}", title=line.title) for line in lines if line.status == "undeclared"),
            *(
                tr("申报条件不明：{title}（{reason}）", title=condition.title, reason=condition.reason)
                for condition in conditions
                if condition.status == "unknown"
            ),
        ],
    }
    points = _by_points(rubric, score)
    barring: list[VerdictOutcome] = [name for name in _GRAVEST_FIRST if reasons[name]]
    said = (reason for name in barring for reason in reasons[name])
    return Verdict(barring[0] if barring else points.outcome, (*said, *points.reasons))


def _by_points(rubric: Rubric, score: Score) -> Verdict:
    if rubric.pass_mark is None:
        return Verdict("undetermined", (tr("测评体系没有合格线"),))
    mark, supported = plain(rubric.pass_mark.points), plain(score.supported)
    if score.supported >= rubric.pass_mark.points:
        return Verdict("qualified", (tr("支撑得分 {score}，达到合格线 {mark}", score=supported, mark=mark),))
    short = plain(rubric.pass_mark.points - score.supported)
    return Verdict(
        "below_mark", (tr("支撑得分 {score}，比合格线 {mark} 低 {short}", score=supported, mark=mark, short=short),)
    )
