"""What the fields of a rubric are called."""

from collections.abc import Mapping

from wenming_score.text import tr


def label(field: str) -> str:
    """Name a field; an id or a word of the rubric in it stands in its name."""
    words = {**_at_the_top(), **_everywhere(), **_of_kinds()}
    if field in words:
        return words[field]
    first, _, rest = field.partition(".")
    thing, _, last = rest.rpartition(".")
    for pattern, name in ((f"{first}.*.{last}", thing), (f"{first}.*", rest)):
        if name and pattern in words:
            return words[pattern].format(thing=words.get(name, name))
    return field


def _at_the_top() -> Mapping[str, str]:
    thing = "{thing}"
    return {
        "level": tr("级别"),
        "full_points": tr("满分"),
        "pass_mark.points": tr("合格线"),
        "pass_mark.basis": tr("合格线的依据"),
        "pass_mark.source": tr("合格线的出处"),
        "term_years": tr("届期（年）"),
        "methods.*": tr("测评方法 {thing}", thing=thing),
        "method_points.*.points": tr("测评方法 {thing} 的分值", thing=thing),
        "method_points.*.basis": tr("测评方法 {thing} 分值的依据", thing=thing),
        "method_points.*.source": tr("测评方法 {thing} 分值的出处", thing=thing),
        "not_applicable": tr("不适用的处理"),
        "not_applicable_to": tr("可以不适用的测评内容"),
        "doubtful_evidence": tr("存疑的材料"),
        "serves_at_most": tr("一次活动最多服务几项"),
        "note_at_most": tr("说明最多几个字"),
        "term_scoring": tr("届内多年合分"),
        "archive": tr("归档目录"),
        "severities.*": tr("问题 {thing} 的级别", thing=thing),
        "figures.*.basis": tr("“{thing}”的依据", thing=thing),
        "figures.*.source": tr("“{thing}”的出处", thing=thing),
        "plausible.*.at_most": tr("合理的限度（{thing}）：最多", thing=thing),
        "plausible.*.at_least": tr("合理的限度（{thing}）：这么多以内不问", thing=thing),
        "plausible.*.times_staff": tr("合理的限度（{thing}）：职工数的几倍", thing=thing),
        "plausible.*.days_before": tr("合理的限度（{thing}）：提前几天", thing=thing),
        "plausible.*.days_after": tr("合理的限度（{thing}）：推后几天", thing=thing),
        "plausible.*.basis": tr("合理的限度（{thing}）：依据", thing=thing),
        "plausible.*.source": tr("合理的限度（{thing}）：出处", thing=thing),
        "hours_a_head_a_day": tr("每人每天的小时数"),
        "participants_a_day": tr("一次活动每天的人次"),
        "spring_festival": tr("春节"),
        "festivals": tr("其他节日"),
        "bonus.cap": tr("加分上限"),
        "bonus.basis": tr("加分的依据"),
        "bonus.source": tr("加分的出处"),
        "penalties.basis": tr("扣分的依据"),
        "penalties.source": tr("扣分的出处"),
        "penalties.undeclared_factor": tr("未主动报告的，扣分加到几倍"),
    }


def _everywhere() -> Mapping[str, str]:
    return {
        "title": tr("名称"),
        "basis": tr("依据"),
        "source": tr("出处"),
        "kind": tr("计分方式"),
        "asks": tr("怎么得分"),
        "standards": tr("标准"),
        "methods": tr("测评方法"),
        "rule.basis": tr("计分规则的依据"),
        "rule.source": tr("计分规则的出处"),
        "rule.kind": tr("规则"),
        "rule.level": tr("称号的级别"),
        "rule.years": tr("年数"),
        "rule.since": tr("起始日"),
        "look_back_months": tr("回溯月数"),
        "active": tr("启用"),
        "evidence.types": tr("材料类型"),
        "evidence.at_least": tr("至少几份材料"),
        "evidence.window": tr("材料的日期范围"),
        "remedy.action": tr("整改措施"),
        "remedy.person_days": tr("整改约需人天"),
        "remedy.lead_days": tr("整改提前天数"),
        "remedy.after": tr("整改要先做完哪几项"),
        "remedy.apart_days": tr("整改两次至少隔几天"),
        "remedy.together": tr("整改可以和哪几项合办"),
        "proved_by": tr("由哪些问题证明"),
    }


def _of_kinds() -> Mapping[str, str]:
    thing = "{thing}"
    return {
        "all_or_nothing": tr("全部达到才得分"),
        "target": tr("目标"),
        "steps.*": tr("达到 {thing} 的得分", thing=thing),
        "unit": tr("计量单位"),
        "expected": tr("应覆盖"),
        "denominator": tr("基数"),
        "field": tr("加总活动的哪个数"),
        "full_at": tr("满分线"),
        "none_at": tr("零分线"),
        "slide.per": tr("每低多少扣一次"),
        "slide.points": tr("每次扣几分"),
        "grades.*": tr("等次“{thing}”的得分比例", thing=thing),
        "weights.*": tr("答“{thing}”的权重", thing=thing),
        "blank_penalty": tr("每张空白票扣分"),
        "void_counts": tr("废票计入总数"),
        "sample.share": tr("抽样比例"),
        "sample.at_most": tr("抽样最多几份"),
        "sample.denominator": tr("抽样的基数"),
    }
