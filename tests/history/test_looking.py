"""What is found at a revision is what was in the work tree then."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

import door
from pictures import picture
from repositories import JOB, UNIT, Repository, looked, on_disk
from wenming_score.assess import NothingAssessedError, assess_looked
from wenming_score.evidence import write_lock
from wenming_score.evidence.readers.base import Reader
from wenming_score.files import FileFact, Inside
from wenming_score.finding import InputError
from wenming_score.history import Spec, Store, parse_range

PHOTO = picture()
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 12345\n"


def piece(spec: str, store: Store | None = None) -> FileFact:
    return looked(spec, store).holdings.files["E1"]


@pytest.mark.parametrize("name", ["county-office-2025", "county-office-2024", "small-unit"])
def test_the_examples_are_the_same_from_a_revision_as_from_disk(here: Repository, name: str) -> None:
    shutil.copytree(door.ROOT / "examples" / name, here.folder, dirs_exist_ok=True)
    here.commit()
    then, now = looked("HEAD:unit.yaml"), on_disk()
    assert then.holdings == now.holdings
    assert then.loaded.document == replace(now.loaded.document, file="HEAD:unit.yaml")
    told = assess_looked(then, JOB)
    assert replace(told, unit=replace(told.unit, file="unit.yaml")).score == assess_looked(now, JOB).score
    assert told.unit.file == "HEAD:unit.yaml"


def test_evidence_that_was_deleted_in_between_is_there_before_and_missing_after(here: Repository) -> None:
    here.plan("01-学雷锋/2025年 方案.txt")
    here.put({"01-学雷锋/2025年 方案.txt": "方案"})
    here.commit("v2024")
    (here.folder / "01-学雷锋/2025年 方案.txt").unlink()
    here.put({"01-学雷锋/2025年 方案.TXT": "方案"})
    here.commit("v2025")
    before, after = (piece(f"{tag}:unit.yaml") for tag in ("v2024", "v2025"))
    assert (before.state, before.size, before.type) == ("present", 6, "text")
    assert (after.state, after.detail) == ("missing", "；那里有 2025年 方案.TXT，大小写或字形不同")


def test_the_work_tree_is_not_looked_at(here: Repository) -> None:
    here.plan("a.txt")
    here.put({"a.txt": "then"})
    here.commit()
    here.put({"a.txt": "now, and longer", "b.pdf": b"x", "evidence.lock": "broken", "unit.yaml": "broken"})
    held = looked("HEAD:unit.yaml").holdings
    assert (held.files["E1"].size, held.unlisted, held.lock) == (4, (), {})


def test_files_that_no_entry_names_are_listed_as_from_disk(here: Repository) -> None:
    here.plan("01/a.jpg", "局/unit.yaml")
    names = ("01/a.jpg", "01/b.jpg", "02/签到.pdf", "r.xlsx", "封面.jpg", ".x/c.jpg", "01/~$d.docx", "01/e.md")
    here.put({f"局/{name}": b"x" for name in (*names, "分局/unit.yaml", "分局/b.jpg")})
    here.put({"别处.jpg": b"x"})
    here.commit()
    expected = ("01/b.jpg", "02/签到.pdf", "封面.jpg")
    assert looked("HEAD:局").holdings.unlisted == on_disk("局/unit.yaml").holdings.unlisted == expected


def test_a_merge_commit_has_the_files_of_both_sides(here: Repository) -> None:
    here.plan("a.txt")
    here.commit("base")
    here.git("switch", "--quiet", "--create=side")
    here.put({"a.txt": "side"})
    here.commit()
    here.git("switch", "--quiet", "main")
    here.put({"b.txt": "main"})
    here.commit()
    here.git("merge", "--quiet", "--no-edit", "side")
    assert piece("HEAD:unit.yaml").size == piece("HEAD^2:unit.yaml").size == 4
    assert piece("HEAD^1:unit.yaml").state == piece("base:unit.yaml").state == "missing"


def test_a_bare_repository_is_read(here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here.plan("a.txt", "局/unit.yaml")
    here.put({"局/a.txt": "then"})
    here.commit()
    here.git("clone", "--quiet", "--bare", str(here.folder), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    assert piece("HEAD:局/unit.yaml").size == piece("HEAD:./局").size == 4


def test_a_lock_of_then_saves_decoding_as_it_does_on_disk(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    here.plan("a.jpg")
    here.put({"a.jpg": PHOTO})
    here.commit("without")
    fact = on_disk().holdings.files["E1"]
    here.put({"evidence.lock": write_lock({"a.jpg": fact})})
    here.commit("with")

    def decoded(_kind: str) -> None:
        pytest.fail("decoded again")

    monkeypatch.setattr("wenming_score.evidence.reading.reader_of", decoded)
    held = looked("with:unit.yaml").holdings
    assert (held.files["E1"], held.lock) == (fact, {"a.jpg": fact})


def test_a_broken_line_of_a_lock_is_named_with_its_revision(here: Repository) -> None:
    here.plan("a.txt")
    here.put({"evidence.lock": "no\n"})
    here.commit()
    with pytest.raises(InputError) as caught:
        looked("HEAD:unit.yaml")
    assert [str(mistake.at) for mistake in caught.value.mistakes] == ["HEAD:evidence.lock:1:1"]


@pytest.mark.parametrize("ending", ["txt", "jpg"])
def test_an_lfs_pointer_is_said_to_be_one_from_a_revision_and_from_disk(here: Repository, ending: str) -> None:
    here.plan(f"a.{ending}")
    here.put({f"a.{ending}": POINTER % (b"1" * 64)})
    here.commit()
    fault = "这里只有 Git LFS 的指针，内容不在仓库里（工作目录里的可以用 git lfs pull 取回）"
    expected = FileFact("present", 12345, inside=Inside(fault=fault))
    assert piece("HEAD:unit.yaml") == on_disk().holdings.files["E1"] == expected


def test_of_a_pointer_that_was_locked_all_is_known(here: Repository) -> None:
    here.plan("a.jpg")
    locked = FileFact("present", 12345, "", "1" * 64, "jpeg", Inside(width=640, height=480))
    here.put({"a.jpg": POINTER % (b"1" * 64), "evidence.lock": write_lock({"a.jpg": locked})})
    here.commit()
    assert piece("HEAD:unit.yaml") == on_disk().holdings.files["E1"] == locked


def test_a_link_is_not_followed(here: Repository) -> None:
    here.plan("in/a.txt")
    here.put({"out/a.txt": "x"})
    (here.folder / "in").symlink_to("out")
    here.commit("folder")
    (here.folder / "in").unlink()
    here.put({"in/b.txt": "x"})
    (here.folder / "in/a.txt").symlink_to("b.txt")
    here.commit("file")
    assert piece("folder:unit.yaml") == FileFact("escapes", detail="in 是符号链接，不跟随")
    assert (
        piece("file:unit.yaml")
        == on_disk().holdings.files["E1"]
        == FileFact("escapes", detail="a.txt 是符号链接，不跟随")
    )


def test_evidence_in_a_submodule_is_said_to_be_there(here: Repository, tmp_path: Path) -> None:
    part = Repository(tmp_path / "part")
    part.folder.mkdir()
    part.git("init", "--quiet")
    part.put({"a.txt": "x"})
    part.commit()
    here.plan("part/a.txt")
    here.git("submodule", "--quiet", "add", str(part.folder), "part")
    here.commit()
    fact = piece("HEAD:unit.yaml")
    assert (fact.state, fact.detail) == ("unreadable", "part 是 Git 子模块，里面的文件在另一个仓库里")


@pytest.mark.parametrize("path", ["sub", "sub/unit.yaml/a", "gone/a", "empty.txt", "../a.txt", "sub\\a"])
def test_what_cannot_be_evidence_is_refused_as_on_disk(here: Repository, path: str) -> None:
    here.plan(path)
    here.put({"sub/unit.yaml": "x", "empty.txt": ""})
    here.commit()
    assert piece("HEAD:unit.yaml") == on_disk().holdings.files["E1"]


def test_the_same_bytes_are_decoded_once_for_all_revisions_and_names(
    here: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        here.plan(f"2025-03-0{number + 1}.jpg")
        here.put({f"2025-03-0{number + 1}.jpg": PHOTO})
        here.commit(f"v{number}")
    decoded: list[bytes] = []

    def reads(_kind: str) -> Reader:
        def read(file: BinaryIO) -> Inside:
            decoded.append(file.read())
            return Inside(pages=len(decoded))

        return read

    monkeypatch.setattr("wenming_score.evidence.reading.reader_of", reads)
    with Store() as store:
        facts = [piece(f"v{number}:unit.yaml", store) for number in range(6)]
    assert decoded == [PHOTO]
    assert [str(fact.dated("name")) for fact in facts] == [f"2025-03-0{number}" for number in range(1, 7)]


def test_a_rubric_beside_the_unit_file_is_that_of_then_with_all_that_it_extends(here: Repository) -> None:
    text = 'schema_version: 1\nextends: {base}\nid: {id}\nedition: "{edition}"\ntitle: {title}\n'
    unit = UNIT.replace("luoyang-2019", "../体系/over.yaml") + "answers: {leifeng-plan: {met: [department]}}\n"
    for edition in ("1", "2"):
        here.put({
            "局/unit.yaml": unit,
            "体系/base.yaml": text.format(base="luoyang-2019", id="base", edition=edition, title=f"第{edition}版"),
            "体系/over.yaml": f'schema_version: 1\nextends: base.yaml\nid: over\nedition: "{edition}"\n',
        })  # fmt: skip
        here.commit(f"v{edition}")
    shutil.rmtree(here.folder / "体系")
    by = [looked(f"v{edition}:局").loaded.by.rubric for edition in ("1", "2")]
    assert [(one.name, one.title) for one in by] == [("over-1", "第1版"), ("over-2", "第2版")]


def test_a_rubric_of_the_command_line_is_a_file_on_disk(here: Repository) -> None:
    here.plan("a.txt")
    here.commit()
    here.put({"mine.yaml": 'schema_version: 1\nextends: luoyang-2019\nid: mine\nedition: "1"\n'})
    assert looked("HEAD:unit.yaml", job=replace(JOB, rubric="mine.yaml")).loaded.by.rubric.name == "mine-1"


def test_a_mistake_stands_in_its_line_of_the_revision(here: Repository) -> None:
    here.put({"unit.yaml": f"{UNIT}evidense: {{}}\n", "other.yaml": UNIT.replace("luoyang-2019", "r/mine.yaml")})
    here.put({"r/mine.yaml": "schema_version: 1\nextends: luoyang-2018\nid: mine\n"})
    here.commit()
    said: list[str] = []
    for spec in ("HEAD:unit.yaml", "HEAD:other.yaml"):
        with pytest.raises(InputError) as caught:
            looked(spec)
        said += map(str, caught.value.mistakes)
    assert said == [
        "HEAD:unit.yaml:6:1: 不认识的键 evidense，是不是 evidence？",
        "HEAD:r/mine.yaml:2:10: 没有名为 luoyang-2018 的测评体系，是不是 luoyang-2019？",
    ]


def test_a_unit_file_without_answers_assesses_nothing(here: Repository) -> None:
    here.put({"unit.yaml": UNIT})
    here.commit()
    with pytest.raises(NothingAssessedError):
        looked("HEAD:unit.yaml")


def test_paths_are_from_the_top_and_those_of_a_range_from_here(
    here: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.plan("a.txt", "局/unit.yaml")
    here.commit("v1")
    here.plan("a.txt", "unit.yaml")
    here.commit("v2")
    monkeypatch.chdir("局")
    both = parse_range("v1..v2", "unit.yaml")
    assert both
    with Store() as store:
        units = [looked(spec, store).loaded.document.file for spec in both]
        assert units == ["v1:局/unit.yaml", "v2:局/unit.yaml"]
        assert looked("v2:unit.yaml", store).loaded.document.file == "v2:unit.yaml"
        assert looked("v2:./unit.yaml", store).loaded.document.file == "v2:局/unit.yaml"
        assert looked("v2:../unit.yaml", store).loaded.document.file == "v2:unit.yaml"


def test_the_repository_is_that_of_the_path_where_we_stand_in_none(
    here: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here.plan("a.txt", "局/unit.yaml")
    here.commit()
    monkeypatch.chdir(tmp_path)
    name = here.folder.name
    specs = (f"HEAD:{name}/局/unit.yaml", f"HEAD:{name}/局", f"HEAD:{here.folder}/局/unit.yaml")
    assert {looked(spec).loaded.document.file for spec in specs} == {"HEAD:局/unit.yaml"}
    assert looked(Spec("HEAD", str(here.folder / "局"), here=True)).loaded.document.file == "HEAD:局/unit.yaml"


def test_an_evidence_root_in_the_repository_is_that_of_then_and_another_is_on_disk(
    here: Repository, tmp_path: Path
) -> None:
    here.plan("a.txt")
    here.put({"材料/a.txt": "then"})
    here.commit()
    here.put({"材料/a.txt": "now, and longer"})
    (tmp_path / "盘").mkdir()
    (tmp_path / "盘/a.txt").write_text("elsewhere")
    sizes = [
        looked("HEAD:unit.yaml", job=replace(JOB, evidence_root=root)).holdings.files["E1"].size
        for root in (Path("材料"), here.folder / "材料", tmp_path / "盘")
    ]
    assert sizes == [4, 4, 9]


def test_two_revisions_are_two_units_and_two_names_of_one_are_one(here: Repository) -> None:
    here.plan("a.txt")
    here.commit("v1")
    here.commit("v2")
    with Store() as store:
        homes = [looked(spec, store).home for spec in ("v1:unit.yaml", "v2:unit.yaml", "HEAD:", "HEAD:./")]
    assert len(set(homes)) == 2
    assert len(set(homes[1:])) == 1


def test_large_files_go_through_no_named_file(here: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wenming_score.history.objects._IN_MEMORY", 10)
    here.plan("a.txt")
    here.put({"a.txt": b"0123456789ABCDEF" * 200_000})
    here.commit()
    assert piece("HEAD:unit.yaml") == on_disk().holdings.files["E1"]


def test_names_that_are_no_text_harm_nothing(here: Repository) -> None:
    here.plan("01/a.txt")
    here.put({"01/a.txt": "x"})
    here.git("add", "--all")
    blob = here.git("hash-object", "-w", "--stdin", stdin=b"y").strip()
    lines = b"".join(
        b"100644 %s\t01/%s\0" % (blob.encode(), name) for name in (b"\xff.jpg", b"\x1b[31m.jpg", b"a\nb.jpg")
    )
    here.git("update-index", "-z", "--index-info", stdin=lines)
    here.git("commit", "--quiet", "--message=.")
    unlisted = looked("HEAD:unit.yaml").holdings.unlisted
    assert len(unlisted) == 3
    assert all(path.isprintable() for path in unlisted)
