"""The language of every sentence that a person reads, and what makes any text safe to show."""

import errno
import gettext
import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import FunctionType

from wenming_score.choices import Lang

_LOCALES = Path(__file__).parent / "locale"
_spoken: list[Lang] = ["zh"]
_LIVE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]|\[(?:(?<=##\[)|(?<=##vso\[)|(?<=##teamcity\[))"
)

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EBUSY: "正被别的程序占用",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘或设备读写出错",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOEXEC: "不是能运行的程序",
    errno.ENOSPC: "磁盘满了",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EPERM: "系统不允许",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ESTALE: "网络磁盘上的文件已经换了",
    errno.ETIMEDOUT: "等了太久没有回应",
}


def speak(lang: Lang) -> None:
    """Choose the language for all that is said from here on."""
    _spoken[0] = lang


def spoken() -> Lang:
    """Tell which language is chosen."""
    return _spoken[0]


@cache
def _english() -> gettext.NullTranslations:
    return gettext.translation("messages", _LOCALES, ["en"], fallback=True)


def translated(message: str) -> str:
    """Give a Chinese text in the chosen language, word for word."""
    return _english().gettext(message) if _spoken[0] == "en" else message


def tr(message: str, /, **values: object) -> str:
    """Say a Chinese message, its `{names}` filled in, in the chosen language."""
    return translated(message).format(**values)


def why(error: OSError) -> str:
    """Say why the system refused, where it is a usual reason, else in the system's own words."""
    reason = _REASONS.get(error.errno or 0)
    return translated(reason) if reason else error.strerror or str(error)


def manual(of: type | FunctionType) -> str:
    """Give the page that a class or function has in the code, also from a Python that leaves such texts out (-OO)."""
    from inspect import cleandoc  # noqa: PLC0415 - help and completion show no pages

    return cleandoc(of.__doc__ or _as_written(of))


def _as_written(of: type | FunctionType) -> str:
    import ast  # noqa: PLC0415 - hardly any Python leaves them out

    written = sys.modules[of.__module__].__file__ or ""
    nodes = ast.parse(Path(written).read_bytes()).body
    found = (one for one in nodes if isinstance(one, (ast.ClassDef, ast.FunctionDef)) and one.name == of.__name__)
    return next((ast.get_docstring(one) or "" for one in found), "")


def titled(title: str, title_en: str | None) -> str:
    """Pick the title in the chosen language, Chinese where there is no English one."""
    return title_en if title_en and _spoken[0] == "en" else title


def nearest(name: str, names: Iterable[str]) -> str:
    """Suggest the name that may have been meant; empty where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only ever needed on a mistake

    near = get_close_matches(name, list(names), 1, 0.6)
    return tr("，是不是 {near}？", near=near[0]) if near else ""


def inert(text: str) -> str:
    """Spell out what a terminal or a CI runner would obey or hide: control, bidi and unseen characters, `##[`."""
    return _LIVE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def inert_line(text: str) -> str:
    """Make a text inert that begins a line, where a CI runner takes `::` for a command."""
    line = inert(text)
    return line.replace(":", f"<U+{ord(':'):04X}>", 1) if line.lstrip().startswith("::") else line


def inert_json(text: str) -> str:
    """Make JSON inert, line by line; it says what it said."""
    return "\n".join(_LIVE.sub(_escaped, line) for line in text.split("\n"))


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
