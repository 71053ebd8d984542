"""Files that cannot be read, encodings that are not UTF-8, and limits."""

import os
from pathlib import Path

import pytest

from wenming_score.finding import InputError
from wenming_score.source import BYTES, CHARACTERS, DEPTH, MISTAKES, NODES, parse, read

TOO_LARGE = "f: 文件超过 4 MB；请核对是不是给错了文件"


def refused(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        parse(content, "f")
    return str(caught.value)


def unread(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path, "f")
    return str(caught.value)


def not_utf8(name: str) -> str:
    return f"文件编码看来是 {name}，这里只读 UTF-8；请用编辑器另存为 UTF-8 编码"


DAMAGED = "从这里起不是 UTF-8 编码，文件可能损坏或被截断；请找回原文件，另存为 UTF-8"


def test_a_file_reads_as_its_bytes_parse(tmp_path: Path) -> None:
    path = tmp_path / "一 份.yaml"
    content = "\ufeffa: 某局\r\n".encode()
    path.write_bytes(content)
    assert read(path, "f") == parse(content, "f")
    assert read(path, "f").data == {"a": "某局"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert unread(tmp_path / "没有.yaml") == "f: 找不到这个文件；请核对路径和文件名"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert unread(tmp_path) == "f: 这是文件夹，不是文件；请给出其中的文件"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert unread(pipe) == "f: 这不是普通文件（是管道或设备）；请给出一个文件"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices with names are POSIX's")
def test_a_device_is_refused() -> None:
    assert unread(Path("/dev/zero")) == "f: 这不是普通文件（是管道或设备）；请给出一个文件"


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # the tests may run as root, whom no mode keeps out
    assert unread(tmp_path / "a.yaml") == "f: 没有读这个文件的权限；请让文件的主人放开读取权限"


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert unread(tmp_path / "a\0b") == "f: 文件名里有文件系统不认的字符；请核对路径和文件名"
    assert unread(tmp_path / ("长" * 500)).startswith("f: 打不开这个文件（")


def test_a_file_of_the_largest_size_is_read_and_a_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: 1\n#".ljust(BYTES, b"#"))
    assert read(path, "f").data == {"a": 1}
    path.write_bytes(b"a: 1\n#".ljust(BYTES + 1, b"#"))
    assert unread(path) == TOO_LARGE
    assert refused(b"#" * (BYTES + 1)) == TOO_LARGE


def test_a_file_that_grows_while_it_is_read_is_still_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.yaml"
    path.write_bytes(b"a: 1\n")
    small = path.stat()
    path.write_bytes(b"#" * (BYTES + 1))

    def then(_: int) -> os.stat_result:
        return small

    monkeypatch.setattr(os, "fstat", then)
    assert unread(path) == TOO_LARGE


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: 文明\n".encode("utf-16"), f"f:1:1: {not_utf8('UTF-16')}"),
        ("a: 文明\n".encode("utf-16-le"), f"f:1:2: {not_utf8('UTF-16')}"),
        ("文明: 1\n".encode("utf-16-be"), f"f:1:5: {not_utf8('UTF-16')}"),
        ("a: 文明\n".encode("utf-32"), f"f:1:1: {not_utf8('UTF-32')}"),
        ("a: 文明\n".encode("utf-32-be"), f"f:1:1: {not_utf8('UTF-32')}"),
        ("# x\r\na: 文明单位\r\n".encode("gbk"), f"f:2:4: {not_utf8('GBK')}"),
        ("a: 文明單位，囍\n".encode("gbk"), f"f:1:4: {not_utf8('GBK')}"),
        ("a: 測評體系\nb: 的確\n".encode("big5"), f"f:1:4: {not_utf8('Big5')}"),
        ("a: 㐀\n".encode("gb18030"), f"f:1:4: {not_utf8('GBK')}"),
        ("a: 文明\nb: 单".encode()[:-1], f"f:2:4: {DAMAGED}"),
        ("a: 文明\nb: ".encode() + "单位\n".encode("gbk"), f"f:2:4: {DAMAGED}"),
        (b"a: caf\xe9\n", f"f:1:7: {DAMAGED}"),
        (b"\xef\xbb\xbfa: caf\xe9\n", f"f:1:7: {DAMAGED}"),
        (b"a: \xed\xa0\x80\n", f"f:1:4: {DAMAGED}"),
    ],
)
def test_another_encoding_is_named_at_its_first_bad_byte(content: bytes, said: str) -> None:
    assert refused(content) == said


@pytest.mark.parametrize("shape", ["{nested}", "a:\n {nested}"])
def test_the_deepest_nesting_is_read_and_one_more_is_not(shape: str) -> None:
    deep = DEPTH - shape.count("\n")
    assert parse(shape.format(nested="[" * deep + "]" * deep).encode(), "f").data is not None
    said = refused(shape.format(nested="[" * 5000).encode())
    assert said == f"f:{33 - deep}:{DEPTH + 1}: 嵌套超过 32 层；请核对括号和缩进"


def test_blocks_nest_as_deep_as_brackets() -> None:
    deepest = "".join(" " * level + "a:\n" for level in range(DEPTH))
    assert parse(deepest.encode(), "f").data is not None
    said = refused((deepest + " " * DEPTH + "a: 1\n").encode())
    assert said == f"f:{DEPTH + 1}:{DEPTH + 1}: 嵌套超过 32 层；请核对括号和缩进"


def test_the_most_nodes_are_read_and_one_more_is_not() -> None:
    entries = "- x\n" * (NODES - 1)
    assert len(str(parse(entries.encode(), "f").data)) > NODES
    assert refused(f"{entries}- y\n".encode()) == f"f:{NODES}:3: 内容超过 100000 项；请拆成几个文件"


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_the_longest_text_is_read_and_a_character_more_is_not(quote: str) -> None:
    text = "文" * CHARACTERS
    assert parse(f"a: {quote}{text}{quote}".encode(), "f").data == {"a": text}
    said = "f:1:4: 这段文字超过 10000 个字；请写短些，把原文放进佐证材料"
    assert refused(f"a: {quote}{text}明{quote}".encode()) == said


def test_mistakes_are_listed_up_to_a_limit() -> None:
    assert len(refused(b"- 010\n" * (MISTAKES - 1)).splitlines()) == MISTAKES - 1
    assert len(refused(b"- 010\n" * (MISTAKES + 1)).splitlines()) == MISTAKES
    assert len(refused(b"- \x01\n" * 99).splitlines()) == MISTAKES
    assert len(refused(b"\t- a\n" * 99).splitlines()) == MISTAKES


@pytest.mark.parametrize(
    "content",
    [
        "[" * 900_000,
        "- " * 900_000,
        "- \n" * 900_000,
        "a: " + "\u200b" * 900_000 + ": b: c",
        "a: b\n" + "\u200b" * 900_000 + "c: d",
        "a: x" + "\t" * 900_000 + "y",
        "- 1" + "_" * 900_000 + "x",
        "- " + "1" * 9_998 + "._",
        "a: {" + "".join(f"k{i}: '?', " for i in range(90_000)) + "}}",
        "a: [" + "x：1, " * 90_000 + "]]",
        "&a " * 900_000,
        "'" * 900_001,
    ],
    ids=range(12),
)
def test_no_bomb_takes_more_than_a_moment(content: str) -> None:
    assert refused(content.encode())
