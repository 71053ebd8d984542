from collections.abc import Mapping
from pathlib import Path

import pytest

from build import assessment, found, indicator, rubric, said
from wenming_score.evidence import gather
from wenming_score.files import FileFact

RULE, BY = "evidence-escapes-root", rubric(indicator("checklist"))


def looked_up(path: str, root: Path) -> Mapping[str, FileFact]:
    return gather(assessment(BY, evidence={"E1": {"path": path, "type": "plan"}}).evidence, root).files


@pytest.mark.parametrize(
    "path", ["../别的单位/方案.pdf", "/etc/hosts", "C:/方案.pdf", r"..\方案.pdf", r"\\机\方案.pdf"]
)
def test_a_path_out_of_the_root_is_found(path: str, tmp_path: Path) -> None:
    text = f"evidence:\n  E1: {{type: plan, path: '{path}'}}\n"
    findings = found(RULE, BY, text, files=looked_up(path, tmp_path))
    assert said(findings) == [f"2:26 error {path}：路径离开了佐证材料目录，请把文件放进材料目录再登记"]
    assert findings[0].evidence == "E1"


def test_a_link_on_the_way_is_found(tmp_path: Path) -> None:
    (tmp_path / "台账").symlink_to(tmp_path)
    (finding,) = found(
        RULE, BY, "evidence: {E1: {type: plan, path: 台账/x.pdf}}", files=looked_up("台账/x.pdf", tmp_path)
    )
    assert finding.message == "台账/x.pdf：台账 是符号链接，不跟随，请把文件放进材料目录再登记"


@pytest.mark.parametrize("path", ["01 学雷锋/方案..最终版.pdf", "./方案.pdf", "方案…….pdf"])
def test_dots_in_a_name_do_not_leave_the_root(path: str, tmp_path: Path) -> None:
    text = f"evidence: {{E1: {{type: plan, path: '{path}'}}}}"
    assert not found(RULE, BY, text, files=looked_up(path, tmp_path))
