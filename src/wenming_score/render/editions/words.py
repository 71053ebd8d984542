"""What the fields of a rubric say, in words."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from wenming_score.editions import Plain, Side
from wenming_score.finding import SEVERITIES, severity_word
from wenming_score.kinds.material import EVIDENCE_WORDS
from wenming_score.kinds.scale import Scaled
from wenming_score.records import record
from wenming_score.render.manual import BASIS_WORDS, WINDOW_WORDS
from wenming_score.rubric import Rubric
from wenming_score.text import tr
from wenming_score.values import percent, plain


@record
class Words:
    """Says what a field holds; one edition's ids in that edition's own titles."""

    rubric: Rubric

    def said(self, field: str, value: Plain, side: Side | None = None) -> tuple[str, ...]:
        """Put a value in words, those of a list one by one; `side` is the thing whose field it is."""
        if isinstance(value, tuple):
            return tuple(self._word(field, one, side) for one in value)
        return (self._word(field, value, side),)

    def _word(self, field: str, value: Plain, side: Side | None) -> str:
        name = field.rpartition(".")[2]
        if value is None:
            return tr("无")
        if isinstance(value, bool):
            return tr("是") if value else tr("否")
        if isinstance(value, Decimal):
            return self._number(field, value, side)
        if field.startswith("severities."):
            return next((severity_word(one) for one in SEVERITIES if one == value), str(value))
        return self._names(name).get(str(value), str(value))

    def _number(self, field: str, value: Decimal, side: Side | None) -> str:
        one = self.rubric.indicators.get(side.id) if side else None
        if isinstance(one, Scaled) and field in {"full_at", "none_at", "slide.per"}:
            return one.written(Fraction(value))
        return percent(Fraction(value)) if field == "sample.share" else plain(value)

    def _names(self, field: str) -> Mapping[str, str]:
        """Name what may stand in a field."""
        rubric = self.rubric
        own: dict[str, Mapping[str, str]] = {
            "standards": {one.id: one.label for one in rubric.standards},
            "not_applicable_to": {name: one.label for name, one in rubric.indicators.items()},
            "methods": rubric.methods,
            "source": {name: source.title for name, source in rubric.sources.items()},
        }
        return own.get(field) or _choices().get(field, {})


def _choices() -> Mapping[str, Mapping[str, str]]:
    return {
        "types": {name: tr(word) for name, word in EVIDENCE_WORDS.items()},
        "basis": {name: tr(word) for name, word in BASIS_WORDS.items()},
        "window": {name: tr(word) for name, word in WINDOW_WORDS.items()},
        "kind": {
            "checklist": tr("计分点清单"), "count": tr("次数或数量"), "coverage": tr("覆盖面"), "ratio": tr("比例"),
            "average": tr("人均"), "grade": tr("等次"), "survey": tr("问卷"), "deduction": tr("倒扣"),
            "title_held": tr("连续持有称号"), "results_since": tr("有成效的起始日"), "term": tr("届期完整"),
            "rechecked": tr("每年通过复查"),
        },
        "level": {
            "national": tr("全国"), "provincial": tr("省级"), "municipal": tr("市级"), "county": tr("县级"),
        },
        "not_applicable": {
            "redistribute": tr("分值转给同项其他内容"), "full": tr("得满分"), "zero": tr("得 0 分"),
        },
        "doubtful_evidence": {"carries": tr("有效"), "refused": tr("无效")},
        "term_scoring": {"mean": tr("各年平均")},
        "expected": {"departments": tr("本单位各科室")},
        "denominator": {"staff": tr("在职人数")},
        "field": {"hours": tr("时长"), "participants": tr("参加人数")},
    }  # fmt: skip
