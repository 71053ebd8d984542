"""JSON Schemas of the documents, for editors and programs."""

from collections.abc import Mapping

from pydantic import TypeAdapter

from wenming_score.assessment import SelfAssessment
from wenming_score.kinds import KINDS
from wenming_score.plan import Plan
from wenming_score.rank import Ranking
from wenming_score.report import Report
from wenming_score.rubric import Rubric
from wenming_score.text import tr

DOCUMENTS = ("unit", "rubric", "report", "plan", "rank")
Schema = dict[str, object]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(document: str, by: Rubric | None = None) -> Schema:
    """Make the schema of a document; a unit file's by one rubric, if given."""
    if document == "rubric":
        made = Rubric.model_json_schema()
    elif document in _WRITTEN:
        made = _closed(TypeAdapter(_WRITTEN[document]).json_schema(mode="serialization"))
    else:
        made = _unit(by)
    return {"$schema": _DRAFT, "title": tr(_TITLES[document])} | {
        key: value for key, value in made.items() if key != "title"
    }


_TITLES = {"unit": "自评文件", "rubric": "测评体系", "report": "测评报告", "plan": "计划", "rank": "排名"}
_WRITTEN: Mapping[str, type[Report | Plan | Ranking]] = {"report": Report, "plan": Plan, "rank": Ranking}


def _closed(made: Schema) -> Schema:
    """Forbid keys that are never written."""
    parts = {name: {**_mapping(part), "additionalProperties": False} for name, part in _mapping(made["$defs"]).items()}
    return made | {"$defs": parts, "additionalProperties": False}


def _unit(by: Rubric | None) -> Schema:
    """Put the answers of the kinds, or of a rubric's indicators, into the schema of a unit file."""
    made: Schema = SelfAssessment.model_json_schema()
    definitions: Schema = dict(_mapping(made["$defs"]))
    for kind in KINDS.values():
        answer = kind.reads.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= _mapping(answer.pop("$defs", {}))
        definitions[kind.reads.__name__] = answer
    properties = dict(_mapping(made["properties"]))
    properties["answers"] = _answers(by)
    return made | {"$defs": definitions, "properties": properties}


def _answers(by: Rubric | None) -> Schema:
    blank: Schema = {"type": "null"}
    if by is None:
        kinds = [{"$ref": f"#/$defs/{kind.reads.__name__}"} for kind in KINDS.values()]
        return {"title": tr("自评内容"), "type": "object", "additionalProperties": {"anyOf": [*kinds, blank]}}
    answers = {
        name: {"title": indicator.label, "anyOf": [{"$ref": f"#/$defs/{indicator.reads.__name__}"}, blank]}
        for name, indicator in by.indicators.items()
    }
    return {"title": tr("自评内容"), "type": "object", "properties": answers, "additionalProperties": False}


def _mapping(value: object) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value  # pyright: ignore[reportUnknownVariableType] - JSON Schema's own mappings
    raise TypeError(type(value).__name__)
