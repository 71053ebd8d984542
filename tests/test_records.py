import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from wenming_score.records import record


@record
class Kept:
    name: str
    figures: dict[str, int] = field(default_factory=dict[str, int])
    note: str = field(default="", compare=False, repr=False)

    @property
    def loud(self) -> str:
        return self.name.upper()


@dataclass(frozen=True, slots=True)
class Usual:
    name: str
    figures: dict[str, int] = field(default_factory=dict[str, int])
    note: str = field(default="", compare=False, repr=False)


@record
class Pair:
    left: int
    right: int = 2


@record
class Triple(Pair):
    last: int = 3

    def __repr__(self) -> str:
        return f"{self.left}-{self.right}-{self.last}"


def test_a_record_is_written_as_a_dataclass_is() -> None:
    assert repr(Kept("a", {"b": 1}, "c")) == repr(Usual("a", {"b": 1}, "c")).replace("Usual", "Kept")


def test_a_record_equals_another_of_its_class_by_what_is_compared() -> None:
    assert Kept("a", note="one") == Kept("a", note="other")
    assert Kept("a") != Kept("a", {"b": 1})
    assert Kept("a") != Usual("a")
    assert Pair(1, 2) != Triple(1, 2)


def test_equal_records_are_one_in_a_set() -> None:
    assert {Pair(1), Pair(1, 2), Pair(right=2, left=1), Pair(2)} == {Pair(1), Pair(2)}


def test_what_is_made_anew_is_made_for_each() -> None:
    one, other = Kept("a"), Kept("a")
    one.figures["b"] = 1
    assert other.figures == {}


@pytest.mark.parametrize("name", ["name", "figures", "unheard_of"])
def test_nothing_is_set_or_deleted_later(name: str) -> None:
    kept = Kept("a")
    with pytest.raises(FrozenInstanceError, match=f"{name} of Kept"):
        setattr(kept, name, "b")
    with pytest.raises(FrozenInstanceError, match=f"{name} of Kept"):
        delattr(kept, name)
    assert kept == Kept("a")
    assert not hasattr(kept, "__dict__")


def test_a_record_takes_its_own_fields_and_no_others() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Kept()  # pyright: ignore[reportCallIssue] - that is the point
    with pytest.raises(TypeError, match="takes from 2 to 4 positional arguments but 5 were given"):
        Kept("a", {}, "", "more")  # pyright: ignore[reportCallIssue] - as above
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        Kept("a", other=1)  # pyright: ignore[reportCallIssue] - as above


def test_a_record_inherits_and_overrides() -> None:
    assert [one.name for one in fields(Triple)] == ["left", "right", "last"]
    assert repr(Triple(1, last=9)) == "1-2-9"
    assert Kept("a").loud == "A"


def test_a_record_can_be_copied_pickled_replaced_and_matched() -> None:
    kept = Kept("a", {"b": 1}, "c")
    for other in (copy.copy(kept), copy.deepcopy(kept), pickle.loads(pickle.dumps(kept))):  # noqa: S301 - our own
        assert (other, other.note) == (kept, "c")
    assert copy.deepcopy(kept).figures is not kept.figures
    assert replace(kept, name="z") == Kept("z", {"b": 1})
    match Pair(1):
        case Pair(left, right):
            assert (left, right) == (1, 2)
