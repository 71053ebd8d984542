"""Draw on a canvas as a camera would have seen it, and save it with the hour it was taken."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

FONT = Path(__file__).parent / "font" / "subset.otf"
WIDTH, HEIGHT = 720, 540
Colour = tuple[int, int, int]
Point = tuple[float, float]
SKIN: Sequence[Colour] = ((236, 200, 170), (224, 184, 150), (206, 164, 130))
COATS: Sequence[Colour] = ((60, 70, 96), (96, 96, 104), (40, 60, 60), (130, 92, 80), (186, 186, 196), (88, 110, 140))
RED: Colour = (196, 30, 36)
VEST: Colour = (206, 44, 40)
WOOD: Colour = (150, 112, 76)


class Canvas:
    """A picture in units of its own: x and y run from 0 to 100, whatever the pixels."""

    def __init__(self, seed: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        """Start a black picture; the seed decides everything that chance decides."""
        self.random = Random(seed)
        self.size = size
        self.image = Image.new("RGB", size)
        self.draw = ImageDraw.Draw(self.image)

    def at(self, x: float, y: float) -> Point:
        """Turn the picture's units into pixels."""
        return x * self.size[0] / 100, y * self.size[1] / 100

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour, *, round_: float = 0) -> None:
        """Fill a rectangle."""
        self.draw.rounded_rectangle((*self.at(x0, y0), *self.at(x1, y1)), round_ * self.size[0] / 100, fill=colour)

    def oval(self, x: float, y: float, across: float, down: float, colour: Colour) -> None:
        """Fill an ellipse around a point."""
        self.draw.ellipse((*self.at(x - across, y - down), *self.at(x + across, y + down)), fill=colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        self.draw.polygon([self.at(*point) for point in points], fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float = 0.5) -> None:
        """Draw a line."""
        self.draw.line([self.at(*point) for point in points], fill=colour, width=round(width * self.size[0] / 100))

    def fade(self, top: float, bottom: float, upper: Colour, lower: Colour) -> None:
        """Fill a band from one colour to another."""
        first, last = int(self.at(0, top)[1]), int(self.at(0, bottom)[1])
        for y in range(first, last):
            share = (y - first) / max(1, last - first)
            colour = tuple(round(a + (b - a) * share) for a, b in zip(upper, lower, strict=True))
            self.draw.line([(0, y), (self.size[0], y)], fill=colour)

    def text(self, x: float, y: float, words: str, height: float, colour: Colour) -> None:
        """Write words around a point."""
        font = ImageFont.truetype(FONT, max(8, round(height * self.size[1] / 100)))
        self.draw.text(self.at(x, y), words, colour, font, anchor="mm")

    def shade(self, colour: Colour, by: int = 18) -> Colour:
        """Vary a colour a little."""
        shift = self.random.randint(-by, by)
        red, green, blue = (max(0, min(255, part + shift)) for part in colour)
        return red, green, blue

    def banner(self, y: float, words: str, colour: Colour = RED) -> None:
        """Hang a banner with words on it."""
        half, y = min(38, 2.1 * len(words) + 4), max(y, 11)
        middle = self.random.uniform(46, 54)
        self.box(middle - half, y - 4, middle + half, y + 4, colour)
        self.text(middle, y, words, 4.6, (255, 244, 214))

    def person(self, x: float, y: float, tall: float, coat: Colour | None = None) -> None:
        """Stand a person with the feet at a point."""
        skin, dress = self.random.choice(SKIN), coat or self.random.choice(COATS)
        wide, dress = tall * 0.16, self.shade(dress)
        self.box(x - wide * 0.6, y - tall * 0.45, x - wide * 0.06, y, (48, 50, 62))
        self.box(x + wide * 0.06, y - tall * 0.45, x + wide * 0.6, y, (48, 50, 62))
        self.box(x - wide, y - tall * 0.84, x + wide, y - tall * 0.4, dress, round_=wide * 0.5)
        swing = self.random.uniform(-0.5, 1.0) * wide
        self.line([(x + wide, y - tall * 0.78), (x + wide * 1.3 + swing, y - tall * 0.5)], dress, wide * 0.4)
        self.line([(x - wide, y - tall * 0.78), (x - wide * 1.3 - swing, y - tall * 0.5)], dress, wide * 0.4)
        self.head(x, y - tall * 0.91, tall * 0.1, skin)

    def head(self, x: float, y: float, size: float, skin: Colour) -> None:
        """Draw a head with hair, seen from the front."""
        self.oval(x, y - size * 0.25, size * 0.72, size, (30, 26, 26))
        self.oval(x, y + size * 0.15, size * 0.6, size * 0.8, skin)

    def tree(self, x: float, y: float, tall: float) -> None:
        """Plant a tree."""
        self.box(x - tall * 0.03, y - tall * 0.5, x + tall * 0.03, y, (92, 70, 52))
        for _ in range(14):
            across = self.random.uniform(0.08, 0.17) * tall
            place = self.random.uniform(-0.22, 0.22) * tall, self.random.uniform(0.4, 0.95) * tall
            self.oval(x + place[0], y - place[1], across, across, self.shade((64, 118, 58), 26))

    def sky(self, horizon: float) -> None:
        """Fill the sky down to the horizon."""
        tone = self.random.randint(-25, 25)
        self.fade(0, horizon, (150 + tone, 190 + tone, 226), (216, 228, 236))

    def crowd(self, heads: int, ground: tuple[float, float], tall: float, coat: Colour | None = None) -> None:
        """Stand people side by side, those behind drawn first."""
        left = self.random.uniform(4, 22)
        step = self.random.uniform(0.75, 1) * (96 - left) / max(1, heads)
        places = sorted((self.random.uniform(*ground), left + step * place) for place in range(heads))
        for y, x in places:
            self.person(x + self.random.uniform(-1, 1), y, tall * (0.7 + 0.3 * y / 100), coat)

    def house(self, x0: float, x1: float, roof: float, ground: float, wall: Colour) -> None:
        """Build a house with windows."""
        self.box(x0, roof, x1, ground, wall)
        columns, rows = max(2, int((x1 - x0) / 5)), max(1, int((ground - roof) / 9))
        for row in range(rows):
            for column in range(columns):
                left = x0 + (column + 0.25) * (x1 - x0) / columns
                top = roof + (row + 0.25) * (ground - roof) / rows
                pane = self.shade((96, 126, 150), 30)
                self.box(left, top, left + (x1 - x0) / columns / 2, top + (ground - roof) / rows / 2, pane)


def finish(canvas: Canvas) -> Image.Image:
    """Give a drawing the frame, the light, the softness and the grain of a photograph."""
    random, size = canvas.random, canvas.size
    image = canvas.image.rotate(random.uniform(-2, 2), Image.Resampling.BICUBIC)
    image = image.resize(size, Image.Resampling.BICUBIC, _frame(random, size)).filter(ImageFilter.GaussianBlur(0.6))
    light = Image.linear_gradient("L").rotate(random.choice((0, 90, 180, 270))).resize(size)
    dim, warm = random.randint(150, 215), random.uniform(0.86, 1.0)
    light = light.point([dim + value * (255 - dim) // 255 for value in range(256)])
    tint = light.point([round(value * warm) for value in range(256)])
    image = ImageChops.multiply(image, Image.merge("RGB", random.choice(([light, light, tint], [tint, light, light]))))
    grain = Image.frombytes("L", size, random.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(1))
    image = Image.blend(image, ImageChops.overlay(image, Image.merge("RGB", [grain] * 3)), 0.3)
    return ImageOps.autocontrast(image, cutoff=0.2, preserve_tone=True)


def _frame(random: Random, size: tuple[int, int]) -> tuple[float, float, float, float]:
    share = random.uniform(0.8, 0.94)
    left, top = random.uniform(0.02, 0.98 - share) * size[0], random.uniform(0.01, (0.96 - share) / 3 + 0.01) * size[1]
    return left, top, left + share * size[0], top + share * size[1]


def save_photo(image: Image.Image, taken: datetime | None, path: Path, quality: int = 68) -> None:
    """Save a JPEG with the hour it was taken, as cameras write it; a picture sent through a chat has none."""
    exif = Image.Exif()
    if taken:
        stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
        exif[0x0132], exif[0x010F], exif[0x0110] = stamp, "Example", "Camera 1"
        exif.get_ifd(0x8769).update({0x9003: stamp, 0x9004: stamp})
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality, optimize=True, exif=exif)
    path.write_bytes(buffer.getvalue())
