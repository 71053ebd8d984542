"""A unit file to start from: everything that a rubric asks, as comments and blanks."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wenming_score.kinds.base import Indicator
from wenming_score.kinds.material import EVIDENCE_WORDS, evidence_words
from wenming_score.rubric import Item, Rubric
from wenming_score.text import tr
from wenming_score.values import plain

UNIT_FILE = "unit.yaml"
WORKFLOW_FILE = ".github/workflows/wenming-score.yml"
PRE_COMMIT_FILE = ".pre-commit-config.yaml"
_UNIT_TYPES = "government_office | institution | enterprise | school | hospital | other"
_WIDTH = 96


def files(rubric: Rubric, named: str, unit_name: str, year: int) -> dict[PurePosixPath, str]:
    """Give the files of a new evidence repository by their paths."""
    return {
        PurePosixPath(UNIT_FILE): "\n".join(_unit_file(rubric, named, unit_name, year)) + "\n",
        PurePosixPath(WORKFLOW_FILE): _WORKFLOW.replace("NOTE", tr("把安装包（wheel 文件）放在本文件夹里，一起提交")),
        PurePosixPath(PRE_COMMIT_FILE): _PRE_COMMIT.replace("NOTE", tr("先在本机装好 wenming-score 和 pre-commit")),
    }


def folders(rubric: Rubric) -> list[str]:
    """Name the evidence folders: one an item, and one for what belongs to none."""
    named = [f"{number:02}-{_file_name(item.label)}" for number, item in enumerate(rubric.items, 1)]
    return [f"00-{tr('红线和资格')}", *named]


def _file_name(title: str) -> str:
    return "".join(sign for sign in title if sign not in '“”"/\\:*?<>|')


def _unit_file(rubric: Rubric, named: str, unit_name: str, year: int) -> Iterator[str]:
    yield tr("# {title}（{edition}）自评文件", title=rubric.label, edition=rubric.edition)
    yield tr("# 打分：wenming-score check {file}    查一项：wenming-score explain 编号", file=UNIT_FILE)
    yield tr("# 没有材料支撑的不得分；不知道的留空，不要编。键后面的冒号用半角，冒号后面空一格。")
    yield from ("", "schema_version: 1", f"rubric: {_quoted(named)}", "unit:")
    yield f"  name: {_quoted(unit_name)}"
    yield tr("  type: government_office    # 单位类型：{types}", types=_UNIT_TYPES)
    yield tr("  staff:                     # 在职人数")
    counts = ", ".join(f"{name}: " for name in _counts(rubric))
    yield tr("  counts: {{{counts}}}    # 其他基数", counts=counts)
    yield tr("  departments: []            # 科室，如 [办公室, 宣教科]")
    first = year - (rubric.term_years or 1) + 1
    yield tr("term: {{start: {first}-01-01, end: {year}-12-31}}      # 届期，请核对", first=first, year=year)
    yield tr("period: {{start: {year}-01-01, end: {year}-12-31}}    # 测评年度，在届期之内", year=year)
    yield from ("", *_bars(rubric), "", *_ledger(), "", "answers:")
    for number, item in enumerate(rubric.items, 1):
        yield from _item(number, item)


def _counts(rubric: Rubric) -> list[str]:
    named = (getattr(indicator, "denominator", "staff") for indicator in rubric.indicators.values())
    return [name for name in dict.fromkeys(named) if name != "staff"]


def _bars(rubric: Rubric) -> Iterator[str]:
    yield tr("# 荣誉称号，如：{{level: provincial, name: 省级文明单位, awarded: 2022, status: kept}}")
    yield "titles: []"
    yield ""
    yield tr("# 红线：逐条声明，status 写 clear（无）或 breached（有）；undeclared 是还没有声明")
    yield "red_lines:" if rubric.red_lines_in_force else "red_lines: {}"
    for line in rubric.red_lines_in_force:
        yield tr("  # {title}（回溯 {n} 个月）", title=line.label, n=line.look_back_months)
        yield f"  {line.id}: {{status: undeclared, declared_by: , declared_on: }}"


def _ledger() -> Iterator[str]:
    yield tr("# 台账：一份材料一行，路径相对于本文件。type 写材料类型：")
    yield from _comment(evidence_words(EVIDENCE_WORDS), "#   ")
    yield tr("#   E001: {{path: 01-学雷锋活动/2025年方案.pdf, type: plan, date: 2025-02-20, title: 学雷锋活动方案}}")
    yield from ("evidence: {}", "")
    yield tr("# 活动：一次一行；serves 写它服务的测评内容，最多两项；一次活动至少有一份材料才算支撑")
    yield tr(
        "#   A001: {{title: 义务清扫, date: 2025-03-05, serves: [编号], participants: 42, hours: 84, evidence: [E002]}}"
    )
    yield "activities: {}"


def _item(number: int, item: Item) -> Iterator[str]:
    yield ""
    points = tr("未知") if item.points is None else plain(item.points)
    yield tr("  # ---- {number} {title}（{points} 分）----", number=number, title=item.label, points=points)
    for indicator in item.indicators:
        yield from _indicator(indicator)


def _indicator(indicator: Indicator) -> Iterator[str]:
    yield tr("  # {title}（{points} 分）", title=indicator.label, points=plain(indicator.worth))
    for line in indicator.asks():
        yield from _comment(line, "  #   ")
    yield from _comment(tr("材料：{types}", types=evidence_words(indicator.evidence.types)), "  #   ")
    yield f"  {indicator.id}: {indicator.template}"


def _comment(text: str, lead: str) -> Iterator[str]:
    """Break a comment into lines of a readable length, between words or Chinese characters."""
    line = ""
    for part in text.replace("、", "、\0").replace("；", "；\0").split("\0"):
        if line and len(line) + len(part) > _WIDTH // 2:
            yield lead + line
            line = ""
        line += part
    yield lead + line


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_WORKFLOW = """\
name: wenming-score
on: [push, pull_request]
permissions: {contents: read}
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-python@v6
        with: {python-version: "3.13"}
      # NOTE
      - run: pip install ./wenming_score-*.whl
      - run: wenming-score check unit.yaml --format github
"""
_PRE_COMMIT = """\
# NOTE
repos:
  - repo: local
    hooks:
      - id: wenming-score
        name: wenming-score
        entry: wenming-score check --quiet
        language: system
        files: (^|/)unit\\.ya?ml$
        require_serial: true
"""
