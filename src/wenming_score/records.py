"""Frozen dataclasses with slots, cheap to import: what all share is written once, the rest made when it is needed."""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import ClassVar, Protocol, TypeVar, cast, dataclass_transform


class _Record(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[object]]]


T = TypeVar("T")
_put = object.__setattr__


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots."""
    for name, method in _SHARED.items():
        if name not in vars(kind):
            setattr(kind, name, method)
    made = dataclass(init=False, repr=False, eq=False, slots=True)(kind)

    def first(self: T, *given: object, **named: object) -> None:
        fill = _filler(cast("type[_Record]", made))
        setattr(made, "__init__", fill)  # noqa: B010 - a type checker would have it written in the class
        fill(self, *given, **named)

    setattr(made, "__init__", first)  # noqa: B010 - as above
    return made


def _filler(kind: type[_Record]) -> Callable[..., None]:
    """Write the function that fills the slots; in most runs most classes are never filled."""
    known: dict[str, object] = {"MISSING": MISSING}
    parameters, lines = ["self"], ["pass"]
    for one in fields(kind):
        name = value = one.name
        known[f"fill_{name}"] = getattr(kind, name).__set__
        if one.default_factory is not MISSING:
            known[f"make_{name}"], known[f"usual_{name}"] = one.default_factory, MISSING
            value = f"make_{name}() if {name} is MISSING else {name}"
        elif one.default is not MISSING:
            known[f"usual_{name}"] = one.default
        parameters.append(f"{name}=usual_{name}" if f"usual_{name}" in known else name)
        lines.append(f"fill_{name}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(lines)}", known)  # noqa: S102 - names of our own code
    return cast("Callable[..., None]", known["__init__"])


def _parts(self: _Record) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _compared(self: _Record) -> tuple[object, ...]:
    return tuple([getattr(self, one.name) for one in fields(self) if one.compare])


def _equals(self: _Record, other: object) -> bool:
    return _compared(self) == _compared(cast("_Record", other)) if other.__class__ is self.__class__ else NotImplemented


def _hashed(self: _Record) -> int:
    return hash(_compared(self))


def _written(self: _Record) -> str:
    parts = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _refill(self: _Record, parts: Sequence[object]) -> None:
    for one, value in zip(fields(self), parts, strict=True):
        _put(self, one.name, value)


def _stay(self: _Record, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"{name} of {type(self).__name__}")


_SHARED: dict[str, Callable[..., object]] = {
    "__eq__": _equals,
    "__hash__": _hashed,
    "__repr__": _written,
    "__getstate__": _parts,
    "__setstate__": _refill,
    "__setattr__": _stay,
    "__delattr__": _stay,
}
