"""What the photos show, by name."""

from collections.abc import Callable

from examples import indoors, outdoors
from examples.picture import Canvas

Scene = Callable[[Canvas, str], None]
SCENES: dict[str, Scene] = {
    "board": indoors.board,
    "building": outdoors.building,
    "bus": outdoors.bus,
    "canteen": indoors.canteen,
    "choir": indoors.choir,
    "corridor": indoors.corridor,
    "counter": indoors.counter,
    "couplets": indoors.couplets,
    "court": indoors.court,
    "crossing": outdoors.crossing,
    "drill": outdoors.drill,
    "hall": indoors.hall,
    "library": indoors.library,
    "meeting": indoors.meeting,
    "moon": outdoors.moon,
    "park": outdoors.park,
    "street": outdoors.street,
    "tug": outdoors.tug,
    "village": outdoors.village,
    "zongzi": indoors.zongzi,
}
