"""What pydantic found, said in plain words on the exact place."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wenming_score.finding import Location, Mistake, Path
from wenming_score.source import MISTAKES, Document, Value
from wenming_score.text import nearest, tr

_SHORT = 30
_WRONG_TYPE = {
    "tuple_type": "列表（[甲, 乙]，或每行一个“- ”）",
    "dict_type": "映射（每行一个“键: 值”）",
    "model_type": "映射（每行一个“键: 值”）",
    "dataclass_type": "映射（每行一个“键: 值”）",
    "model_attributes_type": "映射（每行一个“键: 值”）",
    "string_type": "文字",
    "int_type": "整数",
    "decimal_type": "数字",
    "is_instance_of": "数字",
    "bool_type": "true 或 false",
    "date_type": "日期，如 2025-03-05",
}


def mistakes(error: ValidationError, root: type[BaseModel], document: Document, under: Path = ()) -> list[Mistake]:
    """Turn a model's errors into mistakes, the first by place; `under` is where the model's data stands."""
    found: dict[Path, tuple[Location, ErrorDetails, list[str]]] = {}
    for detail in error.errors(include_url=False):
        path = _real_path(document.data, (*under, *detail["loc"]))
        if detail["type"] == "missing":
            path = (*path, detail["loc"][-1])
        wanted = _WRONG_TYPE.get(detail["type"])
        at = document.at_key(path) if _about_the_key(detail) else document.at(path)
        known = found.setdefault(path, (at, detail, []))[2]
        if wanted and tr(wanted) not in known:
            known.append(tr(wanted))
    around = {path[:depth] for path in found for depth in range(len(path))}
    told = [
        (at, path, detail, wanted) for path, (at, detail, wanted) in found.items() if not (wanted and path in around)
    ]
    return [
        Mistake(at, _wrong_type(wanted, _dig(document.data, path)) if wanted else _say(detail, root))
        for at, path, detail, wanted in sorted(told, key=itemgetter(0))[:MISTAKES]
    ]


def _about_the_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)


def _real_path(data: Value, loc: Path) -> Path:
    path: list[str | int] = []
    for step in loc:
        if _has(data, step):
            data = _dig(data, (step,))
            path.append(step)
    return tuple(path)


def _has(data: Value, step: str | int) -> bool:
    if isinstance(data, dict):
        return step in data
    return isinstance(data, tuple) and isinstance(step, int) and step < len(data)


def _dig(data: Value, path: Path) -> Value:
    for step in path:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
    return data


def _say(detail: ErrorDetails, root: type[BaseModel]) -> str:
    kind, name = detail["type"], str(detail["loc"][-1]) if detail["loc"] else ""
    context = detail.get("ctx", {})
    if kind == "missing":
        return tr("缺少 {name}", name=name)
    if kind == "extra_forbidden":
        known = list(dict.fromkeys(_fields(root, detail["loc"][:-1])))
        hint = nearest(name, known) or tr("；可以写的有：{names}", names=tr("、").join(known))
        return tr("不认识的键 {name}{hint}", name=name, hint=hint)
    if kind == "value_error":
        return str(context.get("error", detail["msg"]))
    if kind in {"literal_error", "union_tag_invalid"}:
        wanted = str(context.get("expected", context.get("expected_tags", ""))).replace("'", "").replace(" or ", ", ")
        given = str(detail["input"] if kind == "literal_error" else context.get("tag", ""))
        hint = nearest(given, wanted.split(", "))
        return tr("“{given}”不在可选的值里：{wanted}{hint}", given=given[:_SHORT], wanted=wanted, hint=hint)
    if kind == "union_tag_not_found":
        return tr("缺少 {name}", name=str(context.get("discriminator", "kind")).strip("'"))
    return _limit(kind, context, detail)


def _limit(kind: str, context: dict[str, object], detail: ErrorDetails) -> str:
    limits = {
        "greater_than_equal": tr("不能小于 {limit}", limit=context.get("ge")),
        "greater_than": tr("要大于 {limit}", limit=context.get("gt")),
        "less_than_equal": tr("不能大于 {limit}", limit=context.get("le")),
        "string_too_long": tr("太长，最多 {limit} 字", limit=context.get("max_length")),
        "string_too_short": tr("是空的，要写文字"),
        "too_short": tr("至少要有 {limit} 个", limit=context.get("min_length")),
        "string_pattern_mismatch": tr("编号里不能有空格、逗号、冒号"),
    }
    return limits.get(kind) or tr("“{given}”不合格式", given=str(detail["input"])[:_SHORT])


def _wrong_type(wanted: list[str], value: Value) -> str:
    message = tr("这里要写{wanted}", wanted=tr("或").join(wanted))
    if value is None:
        return message + tr("，现在是空的")
    if isinstance(value, str) and "\uff1a" in value:
        return message + tr("；“{given}”里用了全角冒号，键后面要用半角冒号加空格", given=value[:_SHORT])
    if not isinstance(value, (str, dict, tuple)) and tr("文字") in wanted:
        return message + tr("；{given} 请加引号", given=str(value).lower() if isinstance(value, bool) else value)
    if isinstance(value, (dict, tuple)):
        given = tr("映射") if isinstance(value, dict) else tr("列表")
        return message + tr("，现在是{given}", given=given)
    return message + tr("，现在是“{given}”", given=str(value)[:_SHORT])


def _fields(root: type[BaseModel], loc: Path) -> Iterator[str]:
    models = [root]
    for step in loc:
        inside = [model for parent in models for model in _models_of(parent, step)]
        tagged = [model for model in models if _tag_of(model) == step]
        models = inside or tagged or models
    for model in models:
        yield from (field.alias or name for name, field in model.model_fields.items())


def _models_of(model: type[BaseModel], step: str | int) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if step in (name, field.alias):
            return list(_models_in(field.annotation))
    return []


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _models_in(part)


def _tag_of(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("kind")
    return str(get_args(field.annotation)[0]) if field and get_args(field.annotation) else None
