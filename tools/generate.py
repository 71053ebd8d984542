"""Write the pages and schemas that are made from the code and the rubrics, or check that they are up to date."""

import json
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

from wenming_score import catalogue, schemas
from wenming_score.checks import CHECKS
from wenming_score.checks.base import Check
from wenming_score.finding import Location, severity_word
from wenming_score.kinds import KINDS
from wenming_score.kinds.base import Indicator, Sourced
from wenming_score.kinds.material import evidence_words
from wenming_score.load import load_rubric
from wenming_score.render.manual import BASIS_WORDS, limits
from wenming_score.rubric import Rubric
from wenming_score.values import plain

ROOT = Path(__file__).parent.parent
MADE = "<!-- 由 tools/generate.py 生成，请勿手改 -->\n\n"


def main() -> int:
    """Write every page; with `--check` only name those that differ."""
    stale = [path for path, text in pages() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        print("\n".join(f"{path.relative_to(ROOT)} is not up to date: make update" for path in stale))
        return bool(stale)
    for path, text in pages():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its text."""
    yield ROOT / "docs/kinds.md", MADE + "# 计分方式（kind）\n\n" + "\n".join(_kinds())
    yield ROOT / "docs/findings.md", MADE + "# 问题（rule）\n\n" + "\n".join(_findings())
    for name in catalogue.bundled():
        rubric = load_rubric(name, Path(), Location(name)).rubric
        yield ROOT / f"docs/rubrics/{name}.md", MADE + "\n".join(_rubric(rubric)) + "\n"
    for document in schemas.DOCUMENTS:
        text = json.dumps(schemas.schema(document), ensure_ascii=False, indent=2) + "\n"
        yield ROOT / f"schema/{document}.schema.json", text


def _kinds() -> Iterator[str]:
    for name, kind in KINDS.items():
        yield f"## {name}\n\n{_manual(kind.__doc__ or '')}\n"


def _findings() -> Iterator[str]:
    yield "| 编号 | 默认级别 | 说明 |\n|---|---|---|"
    yield from (f"| [{check.id}](#{check.id}) | {severity_word(check.severity)} | {check.title} |" for check in CHECKS)
    for check in CHECKS:
        head = f"默认级别：{severity_word(check.severity)}。{_refusing(check)}"
        yield f"\n## {check.id}\n\n{head}\n\n{_manual(check.manual)}"
    yield ""


def _refusing(check: Check) -> str:
    """Say whether evidence that a rule names does not carry."""
    if check.refuses == "where_doubted":
        return "测评体系从严的（`doubtful_evidence: refused`），有此问题的材料不得分。"
    return "" if check.refuses == "nowhere" else "有此问题的材料不得分。"


def _manual(text: str) -> str:
    """Turn the indented example of a manual page into a YAML block."""
    lines: list[str] = []
    inside = False
    for line in cleandoc(text).splitlines():
        example = line.startswith("    ") or (inside and not line)
        if example != inside:
            lines.append("```yaml" if example else "```\n")
            inside = example
        lines.append(line.removeprefix("    ") if example else line)
    return "\n".join([*lines, *(["```"] if inside else [])])


def _rubric(rubric: Rubric) -> Iterator[str]:
    basis = "、".join(f"{BASIS_WORDS[name]} {plain(points)}" for name, points in rubric.points_by_basis().items())
    yield f"# {rubric.title}（{rubric.name}）\n"
    yield f"满分 {plain(rubric.full_points)} 分，{len(rubric.items)} 个测评项目，{len(rubric.indicators)} 项测评内容。"
    yield f"分值依据（按测评内容计）：{basis}。\n"
    if rubric.note:
        yield f"{rubric.note}\n"
    if rubric.pass_mark:
        yield f"合格线：{plain(rubric.pass_mark.points)} 分（{_origin(rubric.pass_mark)}）。\n"
    yield from _section("标准", [f"- `{one.id}` {one.title}" for one in rubric.standards])
    yield from _section(
        "红线",
        [f"- `{one.id}` {one.title}（回溯 {one.look_back_months} 个月）" for one in rubric.red_lines_in_force],
    )
    yield from _section("申报条件", [f"- `{one.id}` {one.title}" for one in rubric.eligibility])
    yield from _section(
        "合理的限度（超过了只提醒核对）",
        [f"- `{name}` {text}（{_origin(figure)}）" for name, text, figure in limits(rubric.plausible)],
    )
    for item in rubric.items:
        yield f"## {item.title}（{_points(item.points)}）\n"
        yield "| 编号 | 测评内容 | 分值 | 依据 | 怎么得分 | 材料 |\n|---|---|---|---|---|---|"
        yield from (_row(indicator) for indicator in item.indicators)
        yield ""
    sources = [
        f"- `{name}` {source.title}" + (f" <{source.url}>" if source.url else "")
        for name, source in rubric.sources.items()
    ]
    yield from _section("出处", sources)


def _row(indicator: Indicator) -> str:
    asks = "<br>".join(indicator.asks())
    cells = [
        f"`{indicator.id}`", indicator.title, _points(indicator.points), _origin(indicator),
        f"{asks}<br>（{_origin(indicator.rule)}）", evidence_words(indicator.evidence.types),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _origin(thing: Sourced) -> str:
    return BASIS_WORDS[thing.basis] + (f" `{thing.source}`" if thing.source else "")


def _points(points: object) -> str:
    return "未知" if points is None else f"{plain(points)} 分"  # pyright: ignore[reportArgumentType] - a decimal


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from (f"## {title}\n", *lines, "")


if __name__ == "__main__":
    sys.exit(main())
