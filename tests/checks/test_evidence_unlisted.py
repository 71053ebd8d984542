from build import found, indicator, rubric, said

RULE = "evidence-unlisted"
BY = rubric(indicator("checklist"))
TEXT = """\
evidence:
  E1: {path: 01/方案.pdf, type: plan, date: 2025-03-05}
answers:
  checklist: {met: [plan], evidence: [E1]}
"""


def test_a_file_that_no_entry_names_is_found() -> None:
    findings = found(RULE, BY, TEXT, unlisted=("01/现场2.jpg",))
    assert said(findings) == ["1:1 note 01 里有 1 个文件没有登记：现场2.jpg"]


def test_each_folder_has_one_finding_that_names_the_first_files() -> None:
    many = tuple(f"02/{number}.jpg" for number in range(7))
    messages = [one.message for one in found(RULE, BY, TEXT, unlisted=("封面.jpg", *many))]
    assert messages == [
        "材料目录 里有 1 个文件没有登记：封面.jpg",
        "02 里有 7 个文件没有登记：0.jpg、1.jpg、2.jpg、3.jpg、4.jpg等",
    ]


def test_nothing_unlisted_is_no_finding() -> None:
    assert not found(RULE, BY, TEXT)


def test_a_name_with_escape_codes_is_shown_harmless() -> None:
    (finding,) = found(RULE, BY, TEXT, unlisted=("01/\x1b[31m红.jpg",))
    assert "\x1b" not in finding.message
