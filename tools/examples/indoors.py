"""Scenes under a roof: each is drawn anew for each seed, so that no two pictures are alike."""

from examples.picture import RED, WOOD, Canvas, Colour

BOOKS: list[Colour] = [(150, 40, 40), (40, 80, 130), (60, 110, 70), (200, 160, 60), (110, 80, 120)]
POSTERS: list[Colour] = [(200, 60, 50), (60, 130, 90), (60, 100, 160), (222, 176, 80)]


def meeting(canvas: Canvas, words: str) -> None:
    """People sit along a table under a banner, some with a projector screen."""
    random = canvas.random
    wall = random.choice([(226, 218, 202), (190, 206, 216), (206, 190, 170), (178, 196, 180)])
    canvas.fade(0, 60, wall, canvas.shade(wall))
    canvas.box(0, 52, 100, 100, canvas.shade((150, 120, 96)))
    for x in random.sample((3, 22, 42, 62, 82), random.randint(1, 3)):
        canvas.box(x, 18, x + 14, 42, random.choice([(206, 226, 240), (60, 70, 90), (120, 84, 60)]))
    canvas.banner(9, words)
    heads, big = random.randint(4, 9), random.uniform(6, 12)
    start, step = random.uniform(4, 16), random.uniform(0.82, 1.05) * 86 / heads
    for side in range(heads):
        _seated(canvas, start + side * step, 50 + random.uniform(-2, 2), big)
    top, left, right = random.uniform(54, 64), random.uniform(0, 30), random.uniform(70, 100)
    canvas.shape([(left, top), (right, top), (right + 30, 94), (left - 30, 94)], canvas.shade(WOOD, 50))
    for place in range(random.randint(0, 8)):
        x, y = left + 4 + place * random.uniform(8, 12), top + random.uniform(4, 14)
        canvas.shape([(x, y), (x + 6, y), (x + 7, y + 5), (x - 1, y + 5)], (246, 246, 240))
    for x in range(random.randint(0, 16), 100, random.choice((15, 22, 31, 60))):
        canvas.oval(x, 96, 7, 13, canvas.shade((40, 36, 38)))


def hall(canvas: Canvas, words: str) -> None:
    """Stand a speaker at a desk before full rows."""
    random = canvas.random
    back = random.choice([(120, 24, 30), (34, 60, 112), (92, 40, 92), (24, 84, 80)])
    canvas.fade(0, 64, back, canvas.shade(back, 40))
    canvas.box(18, 10, 82, 44, canvas.shade((238, 224, 186), 14))
    canvas.text(50, 24, words, 6, (150, 30, 30))
    canvas.box(0, 60, 100, 100, (84, 64, 52))
    x = random.choice((20, 34, 66, 80))
    canvas.person(x, 66, 34)
    canvas.box(x - 6, 50, x + 6, 68, WOOD)
    for row in range(3):
        for seat in range(random.randint(8, 11)):
            canvas.oval(
                4 + seat * random.uniform(9, 10) + row * 3, 76 + row * 10, 3.4, 5.4, canvas.shade((38, 34, 36), 10)
            )


def library(canvas: Canvas, words: str) -> None:
    """Readers sit before shelves of books."""
    random = canvas.random
    canvas.box(0, 0, 100, 100, random.choice([(222, 208, 186), (120, 96, 80), (196, 208, 200)]))
    shelves, gap = random.randint(2, 5), random.choice((-20, 30, 60))
    for shelf in range(shelves):
        y, x = 14 + shelf * 56 / shelves, 4.0
        while x < 94:
            wide = random.uniform(1.2, 3)
            canvas.box(x, y + random.uniform(0, 3), x + wide, y + 48 / shelves, canvas.shade(random.choice(BOOKS), 40))
            x += wide + (random.random() < 0.08) * 6 + (gap < x < gap + 4) * 18
        canvas.box(2, y + 48 / shelves, 98, y + 51 / shelves, (120, 84, 54))
    canvas.box(0, 82, 100, 100, (176, 142, 104))
    start, size = random.uniform(8, 40), random.uniform(8, 14)
    for place in range(random.randint(1, 5)):
        x = start + place * random.uniform(17, 24)
        _seated(canvas, x, random.uniform(70, 78), size)
        canvas.shape([(x - 6, 84), (x, 86), (x + 6, 84), (x + 6, 90), (x, 92), (x - 6, 90)], (248, 246, 238))
    canvas.banner(7, words, (40, 92, 66))


def court(canvas: Canvas, words: str) -> None:
    """Two teams play in a sports hall."""
    random = canvas.random
    canvas.fade(0, 40, (200, 206, 210), (176, 184, 190))
    floor = random.choice([(196, 142, 84), (60, 120, 90), (70, 96, 150)])
    canvas.fade(40, 100, floor, canvas.shade(floor, 34))
    for x in (random.uniform(20, 34), random.uniform(64, 80)):
        canvas.line([(x, 42), (x + random.uniform(-16, 16), 100)], (240, 240, 236), 0.8)
    canvas.line([(0, 62), (100, 60)], (240, 240, 236), 0.8)
    x = random.choice((8, 90))
    canvas.box(x - 1, 18, x + 1, 66, (90, 90, 96))
    canvas.box(x - 7, 10, x + 7, 24, (244, 244, 244))
    for place in range(random.randint(5, 8)):
        coat = (210, 60, 50) if place % 2 else (60, 90, 190)
        canvas.person(random.uniform(12, 88), random.uniform(64, 94), random.uniform(28, 36), coat)
    canvas.oval(random.uniform(30, 70), random.uniform(24, 44), 2.2, 3, (222, 120, 40))
    canvas.banner(5, words, (30, 70, 140))


def couplets(canvas: Canvas, words: str) -> None:
    """Calligraphers write spring couplets on red paper."""
    random = canvas.random
    canvas.fade(0, 72, (232, 222, 208), (214, 200, 184))
    for x in random.sample(range(6, 96, 9), 5):
        canvas.line([(x, 0), (x, 10)], (120, 30, 30), 0.4)
        canvas.oval(x, 15, 4.5, 6, (212, 40, 36))
        canvas.line([(x, 21), (x, 27)], (226, 180, 60), 0.8)
    canvas.banner(34, words)
    canvas.crowd(random.randint(4, 6), (66, 72), 38)
    canvas.box(0, 68, 100, 100, (108, 70, 48))
    for place in range(random.randint(3, 5)):
        x, lean = 6 + place * 20 + random.uniform(0, 5), random.uniform(-4, 4)
        canvas.shape([(x, 72), (x + 11, 72), (x + 13 + lean, 98), (x - 1 + lean, 98)], (206, 34, 36))
        for row in range(4):
            canvas.text(x + 5.5 + lean * row / 4, 76 + row * 6, random.choice("福春和顺安"), 5, (24, 18, 16))


def zongzi(canvas: Canvas, words: str) -> None:
    """Colleagues wrap zongzi around a table."""
    random = canvas.random
    canvas.fade(0, 100, (206, 222, 206), (196, 188, 168))
    canvas.banner(10, words, (32, 110, 70))
    for place in range(random.randint(5, 7)):
        _seated(canvas, 10 + place * 14, random.uniform(44, 50), 13)
    canvas.oval(50, 84, 54, random.uniform(24, 30), (232, 224, 206))
    for _ in range(random.randint(14, 26)):
        x, y = random.uniform(12, 86), random.uniform(66, 94)
        canvas.shape([(x - 3, y + 3), (x, y - 3.5), (x + 3.4, y + 3)], canvas.shade((58, 104, 60), 20))
    canvas.oval(random.choice((26, 72)), 76, 11, 8, (180, 180, 176))


def counter(canvas: Canvas, words: str) -> None:
    """Clients at the windows of the service hall."""
    random = canvas.random
    canvas.fade(0, 70, (236, 238, 240), (220, 224, 228))
    canvas.box(0, 6, 100, 18, (24, 60, 120))
    canvas.text(50, 12, words, 6.5, (255, 255, 255))
    windows = random.randint(4, 6)
    for window in range(windows):
        x = window * 100 / windows
        canvas.box(x + 2, 24, x + 100 / windows - 2, 30, (20, 20, 20))
        canvas.text(x + 50 / windows, 27, f"{window + 1}号窗口", 4, (255, 90, 60))
        _seated(canvas, x + 50 / windows, 52, 10)
    canvas.box(0, 58, 100, 72, WOOD)
    canvas.box(0, 72, 100, 100, (198, 196, 190))
    canvas.crowd(random.randint(2, 5), (84, 97), 46)
    canvas.box(random.choice((4, 86)), 62, random.choice((12, 96)), 64, (60, 130, 70))


def board(canvas: Canvas, words: str) -> None:
    """Hang a notice board with posters on a wall."""
    random = canvas.random
    wall = random.choice([(206, 198, 184), (182, 196, 204), (214, 206, 214)])
    canvas.fade(0, 88, wall, canvas.shade(wall, 30))
    canvas.box(0, 88, 100, 100, (130, 126, 120))
    top = random.uniform(14, 22)
    canvas.box(6, top - 10, 94, 84, (120, 84, 60))
    canvas.box(8, top - 8, 92, top + 2, RED)
    canvas.text(50, top - 3, words, 5.4, (255, 240, 200))
    columns = random.randint(2, 5)
    for column in range(columns):
        left = 10 + column * 81 / columns
        right = left + 76 / columns
        canvas.box(left, top + 5, right, 80, canvas.shade((246, 240, 226), 8))
        canvas.box(left + 1, top + 7, right - 1, top + random.uniform(16, 30), canvas.shade(random.choice(POSTERS), 20))
        for row in range(int(top) + 36, 78, 4):
            canvas.box(left + 2, row, right - random.uniform(1, 8), row + 1.4, (110, 106, 100))


def canteen(canvas: Canvas, words: str) -> None:
    """Colleagues eat in the canteen below a reminder."""
    random = canvas.random
    canvas.fade(0, 50, (238, 234, 222), (222, 216, 200))
    canvas.box(0, 50, 100, 100, (176, 172, 164))
    canvas.box(random.uniform(8, 26), 8, random.uniform(70, 92), 24, (70, 140, 80))
    canvas.text(49, 16, words, 7, (255, 255, 240))
    for row in range(3):
        y = 48 + row * 16
        for seat in range(random.randint(3, 5)):
            x = 10 + seat * random.uniform(20, 24) + row * 4
            _seated(canvas, x, y, 8 + row)
            canvas.box(x - 10, y + 6, x + 10, y + 9, (232, 226, 214))
            canvas.oval(x, y + 6.5, 3, 1.4, (250, 250, 250))


def corridor(canvas: Canvas, words: str) -> None:
    """Look down a corridor with boards on its walls."""
    random = canvas.random
    x, y = random.uniform(38, 62), random.uniform(38, 48)
    canvas.box(0, 0, 100, 100, (234, 230, 220))
    canvas.shape([(0, 100), (100, 100), (x + 8, y + 12), (x - 8, y + 12)], (150, 140, 130))
    canvas.shape([(0, 0), (100, 0), (x + 8, y - 12), (x - 8, y - 12)], (246, 246, 242))
    canvas.box(x - 8, y - 12, x + 8, y + 12, (206, 220, 230))
    for depth in range(3):
        near, far = 1 - depth * 0.3, 0.8 - depth * 0.3
        for side in (0, 100):
            a, b = side + (x - side) * (1 - near), side + (x - side) * (1 - far)
            colour = canvas.shade(random.choice([(190, 60, 50), (60, 110, 160), (80, 140, 90), (210, 160, 70)]), 20)
            canvas.shape([(a, y - 34 * near), (b, y - 34 * far), (b, y + 16 * far), (a, y + 16 * near)], colour)
    canvas.banner(7, words)


def choir(canvas: Canvas, words: str) -> None:
    """Readers stand in rows on a stage."""
    random = canvas.random
    curtain = random.choice([(130, 20, 32), (30, 52, 96), (84, 30, 80)])
    canvas.box(0, 0, 100, 80, curtain)
    for x in range(0, 100, 4):
        canvas.box(x, 0, x + 1.6, 80, canvas.shade(curtain, 16))
    canvas.box(0, 76, 100, 100, (170, 122, 76))
    canvas.banner(14, words, (206, 150, 50))
    coat = random.choice([(244, 244, 246), (190, 40, 44), (60, 90, 160)])
    for row in range(random.randint(1, 3)):
        for place in range(random.randint(7, 10)):
            canvas.person(10 + place * random.uniform(8.6, 9.4), 70 + row * 10, 38, coat)


def _seated(canvas: Canvas, x: float, y: float, size: float) -> None:
    dress = canvas.random.choice([(52, 60, 84), (200, 200, 208), (92, 52, 56)])
    canvas.box(x - size * 0.55, y - size * 0.6, x + size * 0.55, y + size, dress, round_=1.5)
    canvas.head(x, y - size, size * 0.75, (228, 190, 158))
