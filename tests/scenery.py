"""Scenes drawn from a number: grounds of light and dark, things, people, texture; the same for the same number."""

import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter

Colour = tuple[int, int, int]
Size = tuple[int, int]
_SKIN = (224, 180, 150)


def scene(number: int, size: Size = (800, 600)) -> Image.Image:
    """Draw one scene, unlike that of any other number."""
    chance = random.Random(number)  # noqa: S311 - the same scene every time
    image = _ground(chance, size)
    draw = ImageDraw.Draw(image)
    chance.choice(_THINGS)(chance, draw, size)
    for _ in range(chance.randint(0, 9)):
        _person(chance, draw, size)
    if chance.random() < 0.3:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(1, 4)))
    return _textured(chance, image)


def resized(image: Image.Image, size: Size) -> Image.Image:
    """Give a picture another size."""
    return image.resize(size)  # pyright: ignore[reportUnknownMemberType] - also takes arrays


def _colour(chance: random.Random) -> Colour:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)


def _ground(chance: random.Random, size: Size) -> Image.Image:
    """Draw light that falls from a side, or from the middle."""
    ends = [Image.new("RGB", size, _colour(chance)) for _ in range(2)]
    fall = Image.linear_gradient("L") if chance.random() < 0.7 else Image.radial_gradient("L")
    mask = fall.rotate(chance.randrange(360), Image.Resampling.BILINEAR, fillcolor=128).resize(size)  # pyright: ignore[reportUnknownMemberType] - or arrays
    return Image.composite(ends[0], ends[1], mask)


def _houses(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    for _ in range(chance.randint(2, 8)):
        left, top = chance.randrange(-wide // 16, wide), chance.randrange(high)
        right, bottom = left + chance.randrange(wide // 20, wide // 2), top + chance.randrange(high // 15, high // 2)
        draw.rectangle((left, top, right, bottom), fill=_colour(chance))
        window, step = _colour(chance), max(wide // 28, 4)
        if chance.random() < 0.6:
            for x in range(left + step // 3, right - step // 2, step):
                for y in range(top + step // 3, bottom - step // 2, step):
                    draw.rectangle((x, y, x + step // 2, y + step // 2), fill=window)


def _hills(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    for _ in range(chance.randint(2, 5)):
        tops = [chance.randrange(high // 5, high) for _ in range(chance.randint(3, 7))]
        ridge = [(wide * at // (len(tops) - 1), top) for at, top in enumerate(tops)]
        draw.polygon([(0, high), *ridge, (wide, high)], fill=_colour(chance))


def _lanterns(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    for _ in range(chance.randint(4, 14)):
        x, y, wider = chance.randrange(wide), chance.randrange(high), chance.randrange(wide // 40, wide // 4)
        draw.ellipse((x - wider, y - wider * 0.7, x + wider, y + wider * 0.7), fill=_colour(chance))


def _roads(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    for _ in range(chance.randint(4, 12)):
        ends = [(chance.randrange(wide), chance.randrange(high)) for _ in range(2)]
        draw.line(ends, fill=_colour(chance), width=chance.randrange(wide // 100, wide // 9))


def _board(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    left, top = chance.randrange(wide // 3), chance.randrange(high // 3)
    draw.rectangle((left, top, wide - chance.randrange(wide // 3), high - chance.randrange(high // 3)), _colour(chance))
    for row in range(chance.randint(3, 14)):
        x, y = left + wide // 27, top + (row + 1) * high // 19
        draw.rectangle((x, y, x + chance.randrange(wide // 13, wide // 2), y + high // 43), fill=_colour(chance))


def _person(chance: random.Random, draw: ImageDraw.ImageDraw, size: Size) -> None:
    wide, high = size
    x, y, girth = chance.randrange(wide), chance.randrange(high // 3, high), chance.randrange(wide // 44, wide // 11)
    draw.rounded_rectangle((x - girth, y, x + girth, y + 3 * girth), girth // 2, fill=_colour(chance))
    draw.ellipse((x - girth * 0.6, y - girth * 1.1, x + girth * 0.6, y + girth * 0.1), fill=_SKIN)


def _textured(chance: random.Random, image: Image.Image) -> Image.Image:
    """Lay grain over it, fine or coarse."""
    count = chance.choice((6, 16, 40, 100))
    grain = Image.frombytes("L", (4 * count, 3 * count), chance.randbytes(12 * count * count))
    grain = grain.resize(image.size, Image.Resampling.BICUBIC)  # pyright: ignore[reportUnknownMemberType] - or arrays
    return Image.blend(image, Image.merge("RGB", (grain, grain, grain)), chance.uniform(0.03, 0.3))


_THINGS: tuple[Callable[[random.Random, ImageDraw.ImageDraw, Size], None], ...] = (
    _houses, _hills, _lanterns, _roads, _board,
)  # fmt: skip
