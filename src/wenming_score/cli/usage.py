"""What typer says of a wrong command line, in our own words."""

import re

from typer.exceptions import TyperException

from wenming_score.text import tr


def phrase(error: TyperException) -> str:
    """Say what is wrong with the command line; what typer alone knows how to say stays as it is."""
    said = error.format_message()
    for pattern, message in _PATTERNS:
        if match := re.match(pattern, said, re.DOTALL):
            parts = {name: part.replace("'", "") for name, part in match.groupdict(default="").items()}
            return tr(message, **parts)
    return said


_PATTERNS = (
    (r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.*)\)", "没有选项 {name}；相近的有 {near}"),
    (r"No such option: (?P<name>\S+) Did you mean (?P<near>\S+)\?", "没有选项 {name}；是不是 {near}？"),
    (r"No such option: (?P<name>\S+)", "没有选项 {name}"),
    (r"No such command '(?P<name>[^']*)'\. Did you mean '(?P<near>[^']*)'\?", "没有命令 {name}；是不是 {near}？"),
    (r"No such command '(?P<name>[^']*)'", "没有命令 {name}"),
    (r"Missing command", "缺少命令"),
    (r"Missing argument '(?P<name>[^']*)'", "缺少 {name}"),
    (r"Missing option '(?P<name>[^']*)'", "缺少选项 {name}"),
    (r"Option '(?P<name>[^']*)' requires an argument", "选项 {name} 后面要有值"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<extra>.*)\)", "多余的参数：{extra}"),
    (
        r"Invalid value for '(?P<name>[^']*)': .*?'(?P<given>[^']*)' is not one of (?P<known>.*?)\.?$",
        "{name} 的值“{given}”不在可选的值里：{known}",
    ),
    (
        r"Invalid value for '(?P<name>[^']*)': .*?'(?P<given>.*)' is not readable",
        "{name} 的 {given} 没有权限读；请让文件的主人放开读取权限",
    ),
    (
        r"Invalid value for '(?P<name>[^']*)'[^:]*: Input should be greater than or equal to (?P<least>\d+)",
        "{name} 的值不对，要写不小于 {least} 的整数",
    ),
    (r"Invalid value for '(?P<name>[^']*)'[^:]*: Input should be a valid integer", "{name} 的值不对，要写整数"),
    (r"Invalid value for '(?P<name>[^']*)'", "{name} 的值不对"),
)
"""How typer says it, and how we do."""
