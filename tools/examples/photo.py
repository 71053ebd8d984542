"""Take a photo: one scene, drawn for its path, with or without the hour it was taken."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PIL import Image

from examples.picture import Canvas, finish, save_photo
from examples.scenes import SCENES


@dataclass(frozen=True)
class Photo:
    """One photo. With `same_as` it is the photo of another path once more: smaller, saved again, dated anew."""

    path: str
    scene: str
    words: str
    taken: datetime | None = None
    same_as: str = ""


def write_jpeg(photo: Photo, path: Path) -> None:
    """Draw and save one photo."""
    year = photo.taken.year if photo.taken else ""
    canvas = Canvas(f"{photo.same_as or photo.path}{year}")
    SCENES[photo.scene](canvas, photo.words)
    image = finish(canvas)
    if photo.same_as:
        image = image.resize((600, 450), Image.Resampling.LANCZOS)
    save_photo(image, photo.taken, path, 58 if photo.same_as else 66)
