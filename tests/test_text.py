"""Why the system refused, in people's own words."""

import errno

import pytest

from wenming_score.text import speak, why


@pytest.mark.parametrize(
    ("error", "reason", "in_english"),
    [
        (FileNotFoundError(errno.ENOENT, "gone"), "没有这个文件或文件夹", "there is no such file or folder"),
        (PermissionError(errno.EACCES, "denied"), "没有权限", "permission denied"),
        (OSError(errno.ENOSPC, "磁盘 100%"), "磁盘满了", "the disk is full"),
        (OSError(errno.EXDEV, "Invalid cross-device link"), "Invalid cross-device link", "Invalid cross-device link"),
        (OSError(0, "仓库损坏"), "仓库损坏", "仓库损坏"),
        (OSError("no number"), "no number", "no number"),
    ],
)
def test_a_usual_reason_is_said_in_the_chosen_language_and_any_other_as_it_came(
    error: OSError, reason: str, in_english: str
) -> None:
    assert why(error) == reason
    speak("en")
    assert why(error) == in_english
