"""The GitLab job: its script, run by sh; what it hands to the server must be there and be what the server takes."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from pydantic import BaseModel, ConfigDict, Field

import door
from office import MISSING, OVERCLAIMED, THREE_OF_SEVEN, lay
from tools_there import needed
from wenming_score.source import read

FILE = door.ROOT / "templates/wenming-score.yml"


class Strict(BaseModel):
    """Takes the keys that GitLab documents, as far as the template needs them, and no others."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Reports(Strict):
    codequality: str
    junit: str


class Artifacts(Strict):
    when: str
    expose_as: str
    paths: tuple[str, ...]
    expire_in: str
    reports: Reports


class Job(Strict):
    image: str
    script: tuple[str, ...]
    artifacts: Artifacts


class Template(Strict):
    job: Job = Field(alias="wenming-score")


JOB = Template.model_validate(read(FILE, FILE.name).data).job


@dataclass(frozen=True, slots=True)
class Done:
    """What a job came to."""

    code: int
    log: str
    reports: Mapping[str, bytes]
    """What lay in the folder of the artifacts, by path."""


def job(project: Path, **variables: str) -> Done:
    """Run the lines of the script in one shell that stops at the first that fails, as GitLab's runner does."""
    kept = {name: value for name, value in os.environ.items() if name == "HOME" or name.startswith("PIP_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    given: Mapping[str, str] = {"CI": "true", "GITLAB_CI": "true", "WENMING_SCORE_AS_OF": "2025-12-31", **variables}
    done = subprocess.run(
        [needed("sh"), "-e", "-c", "\n".join(JOB.script)], cwd=project, env={**kept, "PATH": path, **given},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, timeout=300, check=False,
    )  # fmt: skip
    kept_by_server = sorted(path for name in JOB.artifacts.paths for path in (project / name).glob("*"))
    reports = {str(path.relative_to(project)): path.read_bytes() for path in kept_by_server}
    return Done(done.returncode, done.stdout.decode(), reports)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a project whose unit does not pass."""
    folder = tmp_path_factory.mktemp("项目")
    lay(folder, THREE_OF_SEVEN, MISSING)
    return folder


@pytest.fixture(scope="module")
def failed(project: Path) -> Done:
    return job(project, WENMING_PACKAGE=str(door.ROOT), WENMING_SCORE_UNITS="unit.yaml")


def test_a_shut_gate_fails_the_job_with_the_whole_report_in_its_log(failed: Done) -> None:
    assert failed.code == 1, failed.log
    assert "■ 某县示范局" in failed.log
    assert "门禁未通过：unit.yaml：有 1 个错误级问题" in failed.log


def test_the_code_quality_report_is_what_gitlab_reads(project: Path, failed: Done) -> None:
    issues = json.loads(failed.reports[JOB.artifacts.reports.codequality])

    assert failed.code == 1
    assert {"evidence-missing"} <= {issue["check_name"] for issue in issues}
    for issue in issues:
        assert issue["description"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (project / issue["location"]["path"]).is_file()
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_the_junit_report_is_what_gitlab_reads(failed: Done) -> None:
    tree = fromstring(failed.reports[JOB.artifacts.reports.junit])

    assert failed.code == 1
    assert tree.tag in {"testsuite", "testsuites"}
    assert [case.get("name") for case in tree.iter("testcase")]
    assert list(tree.iter("failure"))


def test_the_artifacts_are_kept_though_the_job_failed(failed: Done) -> None:
    assert failed.code == 1
    assert JOB.artifacts.when == "always"
    names = ("codequality.json", "junit.xml", "report.html", "report.json")
    assert [*failed.reports] == [f"wenming-report/{name}" for name in names]


def test_the_options_are_variables(project: Path, failed: Done) -> None:
    """Run again in the same folder, as on a runner that is a shell and keeps its folders."""
    lay(project, OVERCLAIMED)
    variables = {"WENMING_PACKAGE": str(door.ROOT), "WENMING_SCORE_UNITS": "unit.yaml"}

    assert failed.code == 1
    assert job(project, **variables).code == 0
    strict = job(project, **variables, WENMING_SCORE_STRICT="true")
    assert (strict.code, "有 1 个警告级问题" in strict.log) == (1, True)


def test_without_a_package_it_says_so_and_installs_nothing(tmp_path: Path) -> None:
    done = job(tmp_path)

    assert done.code == 2
    assert "WENMING_PACKAGE is not set" in done.log
    assert list(tmp_path.iterdir()) == []


def test_an_exposed_artifact_has_a_path_without_variables_or_wildcards() -> None:
    assert [path for path in JOB.artifacts.paths if path.startswith("./") or set("$*?[") & set(path)] == []
