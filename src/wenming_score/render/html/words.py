"""The fixed words of the page."""

from collections.abc import Mapping

from wenming_score.text import tr


def words() -> Mapping[str, str]:
    """Give the headings and labels."""
    return {
        "report": tr("文明单位自评报告"),
        "skip": tr("跳到正文"),
        "contents": tr("目录"),
        "units": tr("各单位"),
        "verdict": tr("结论"),
        "charts": tr("得分分布"),
        "shares": tr("各项目得分率"),
        "losses": tr("各项目失分，从多到少"),
        "outside": tr("外圈是满分"),
        "claimed": tr("申报得分"),
        "supported": tr("支撑得分"),
        "groups": tr("按标准和方法看"),
        "findings": tr("查出的问题"),
        "ledger": tr("佐证材料台账"),
        "photos": tr("照片"),
        "arithmetic": tr("逐项算法"),
        "gate": tr("门禁"),
        "passed": tr("门禁通过"),
        "failed": tr("门禁未通过"),
        "about": tr("出处"),
        "evidence": tr("佐证材料"),
        "top": tr("回到顶部"),
        "no_gaps": tr("没有差距"),
        "no_findings": tr("没有查出问题"),
        "gaps": tr("整改清单"),
        "standing": tr("红线和申报条件"),
        "scores": tr("自评打分表"),
    }
