"""C19: a rubric of somebody else is only data: nothing of it is run, filled in, matched or fetched."""

import json
import os
from pathlib import Path

import pytest

from door import here
from office import DAY, RUBRIC, changed, lay
from pace import within

PAYLOADS = {
    "a template": "{{ 7 * 7 }}{% for x in range(9) %}x{% endfor %}{{ ''.__class__.__mro__ }}",
    "a format": "{title} {0} {unit.__class__.__init__.__globals__} %s %(title)s ${title} $HOME",
    "a command": "$(touch PWN) `touch PWN` ; touch PWN | touch PWN",
    "a regular expression": "(a+)+$ " + "a" * 60 + "!",
    "a call": "__import__('os').system('touch PWN')",
    "an address": "https://127.0.0.1:9/a.yaml file:///etc/passwd",
}
TAGS = [
    "!!python/object/apply:os.system ['touch PWN']",
    "!!python/name:os.system",
    "!include /etc/passwd",
    "!<tag:x> a",
]


def hostile(said: str) -> str:
    """Write a rubric that says this wherever it may say anything."""
    text = json.dumps(said)
    return changed(
        RUBRIC,
        ("title: 小测评体系", f"title: {text}"),
        ("title: 严重违纪", f"title: {text}"),
        ("title: 活动", f"title: {text}"),
        ("title: 清扫", f"title: {text}"),
        ("title: 有责任人", f"title: {text}"),
        ("action: 组织清扫", f"action: {text}"),
        ("document: 材料审核", f"document: {text}"),
    )


@pytest.mark.parametrize("said", PAYLOADS.values(), ids=PAYLOADS)
def test_what_a_rubric_says_is_shown_as_it_stands_and_nothing_else_happens(said: str) -> None:
    lay(Path(), ("count: 7", "count: 3"), rubric=hostile(said))
    before = {path.name for path in Path().iterdir()}

    with within(10):
        done = here("check", "unit.yaml", DAY, "-f", "json:r.json", "-f", "docx:r.docx", "-f", "html:r.html", "-v")
        planned = here("plan", "unit.yaml", "--as-of=2025-03-03", "-f", "json:p.json")
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))

    assert (done.code, planned.code) == (0, 0)
    assert report["rubric"]["title"] == report["items"][1]["title"] == report["gaps"][0]["action"] == said
    assert {path.name for path in Path().iterdir()} - before == {"r.json", "r.docx", "r.html", "p.json"}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_refused_at_its_place_and_never_obeyed(tag: str) -> None:
    lay(Path(), rubric=changed(RUBRIC, ("title: 小测评体系", f"title: {tag}")))

    done = here("check", "unit.yaml", DAY)

    assert done.code == 2
    assert done.err.startswith("tiny.yaml:4:8: ")
    assert not Path("PWN").exists()


@pytest.mark.skipif(os.name != "posix", reason="devices and pipes have no such names here")
@pytest.mark.parametrize("place", ["/dev/zero", "/dev/stdin", "./管道.yaml", "/proc/self/mem", "..", "/etc/passwd"])
@pytest.mark.parametrize("named", ["unit", "extends"])
def test_a_rubric_that_is_no_file_of_yaml_is_refused_at_once_and_not_shown(named: str, place: str) -> None:
    lay(Path())
    os.mkfifo("管道.yaml")
    if named == "unit":
        lay(Path(), ("rubric: tiny.yaml", f"rubric: {place}"))
    else:
        lay(Path(), rubric=RUBRIC + f"extends: {place}\n")

    with within(2):
        done = here("check", "unit.yaml", DAY)

    assert done.code == 2
    assert "root:" not in done.err + done.out
