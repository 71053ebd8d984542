"""What evidence can be, in words."""

import pytest

from wenming_score.kinds.material import EvidenceType, evidence_word, evidence_words
from wenming_score.text import speak


def test_a_type_is_named_in_words_with_what_the_unit_file_calls_it() -> None:
    assert evidence_word("photo") == "照片 photo"
    assert evidence_words(("sign_in", "photo")) == "签到表 sign_in、照片 photo"


@pytest.mark.parametrize(("kind", "word"), [("photo", "photo"), ("sign_in", "sign-in sheet sign_in")])
def test_a_word_that_is_the_name_is_said_once(kind: EvidenceType, word: str) -> None:
    speak("en")
    assert evidence_word(kind) == word
