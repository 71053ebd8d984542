"""Scenes under the sky: each is drawn anew for each seed, so that no two pictures are alike."""

from examples.picture import VEST, WOOD, Canvas


def street(canvas: Canvas, words: str) -> None:
    """Volunteers in red vests sweep a street."""
    random, horizon = canvas.random, canvas.random.uniform(44, 58)
    canvas.sky(horizon)
    x = -4.0
    while x < 100:
        wide = random.uniform(14, 28)
        canvas.house(x, x + wide, random.uniform(4, 32), horizon, canvas.shade((196, 184, 168), 30))
        x += wide
    canvas.fade(horizon, 100, (128, 128, 128), (166, 164, 160))
    for _ in range(random.randint(2, 5)):
        canvas.tree(random.uniform(2, 98), horizon + 6, random.uniform(20, 38))
    canvas.banner(random.uniform(30, 40), words)
    canvas.crowd(random.randint(5, 9), (70, 94), 34, VEST)
    for _ in range(4):
        x, y = random.uniform(8, 92), random.uniform(74, 92)
        canvas.line([(x, y - 16), (x + 5, y)], WOOD, 0.7)


def crossing(canvas: Canvas, words: str) -> None:
    """Volunteers guide people over a zebra crossing."""
    random, horizon = canvas.random, canvas.random.uniform(30, 42)
    canvas.sky(horizon)
    canvas.house(0, random.uniform(24, 46), random.uniform(2, 14), horizon, (178, 170, 176))
    canvas.house(random.uniform(58, 76), 100, random.uniform(6, 22), horizon, (206, 188, 150))
    canvas.fade(horizon, 100, (96, 98, 102), (124, 124, 126))
    lean = random.choice((-14, 14))
    for x in range(-10, 110, 13):
        canvas.shape([(x, 96), (x + 7, 96), (x + 7 + lean, 56), (x + lean, 56)], (236, 236, 230))
    for _ in range(random.randint(1, 3)):
        x = random.uniform(6, 80)
        canvas.box(x, horizon + 2, x + 18, horizon + 12, canvas.shade((90, 110, 160), 60), round_=2)
    canvas.banner(horizon - 8, words)
    canvas.crowd(random.randint(3, 6), (66, 92), 38)
    canvas.person(random.choice((14, 84)), 96, 50, VEST)


def village(canvas: Canvas, words: str) -> None:
    """Staff call on a village below the hills."""
    random, horizon = canvas.random, canvas.random.uniform(40, 54)
    canvas.sky(horizon)
    for layer in range(3):
        ridge = [(x, horizon - random.uniform(2, 22 - layer * 5)) for x in range(-5, 110, 12)]
        canvas.shape(
            [*ridge, (105, horizon + 2), (-5, horizon + 2)],
            canvas.shade((110 - layer * 18, 140 - layer * 8, 120 - layer * 22), 10),
        )
    canvas.fade(horizon, 100, (150, 160, 96), (120, 140, 70))
    for row in range(8):
        y = horizon + 3 + row * 6
        canvas.line([(0, y), (100, y + random.uniform(-4, 4))], canvas.shade((104, 124, 60), 20), 0.8)
    for _ in range(random.randint(2, 4)):
        x, y = random.uniform(2, 80), horizon + random.uniform(4, 16)
        canvas.house(x, x + 16, y - 12, y, (226, 218, 206))
        canvas.shape([(x - 2, y - 12), (x + 8, y - 20), (x + 18, y - 12)], (120, 66, 54))
    canvas.crowd(random.randint(4, 7), (78, 95), 36)
    canvas.banner(random.uniform(8, 14), words)


def park(canvas: Canvas, words: str) -> None:
    """People plant and water trees on a slope."""
    random, horizon = canvas.random, canvas.random.uniform(34, 48)
    canvas.sky(horizon)
    for place in range(12):
        canvas.tree(place * 9 + random.uniform(-3, 3), horizon + random.uniform(0, 5), random.uniform(18, 34))
    canvas.fade(horizon, 100, (112, 136, 70), (140, 112, 74))
    for _ in range(random.randint(5, 9)):
        x, y = random.uniform(5, 95), random.uniform(62, 94)
        canvas.line([(x, y), (x, y - 16)], (96, 74, 50), 0.6)
        canvas.oval(x, y - 17, 3, 4, (96, 150, 70))
    canvas.crowd(random.randint(4, 8), (66, 94), 34, random.choice([VEST, (40, 110, 70), (230, 180, 60)]))
    canvas.banner(random.uniform(10, 20), words)


def tug(canvas: Canvas, words: str) -> None:
    """Two teams pull a rope on a sports ground."""
    random, horizon = canvas.random, canvas.random.uniform(36, 46)
    canvas.sky(horizon)
    canvas.house(random.uniform(-5, 20), random.uniform(60, 100), random.uniform(8, 18), horizon, (210, 200, 190))
    canvas.fade(horizon, 100, (176, 90, 70), (150, 70, 56))
    y = random.uniform(64, 76)
    for place in range(6):
        canvas.person(6 + place * 6.6, y + 16, 34, (60, 90, 180))
        canvas.person(61 + place * 6.6, y + 16, 34, (226, 190, 70))
    canvas.line([(0, y + 1), (100, y - 1)], (226, 214, 180), 1.1)
    canvas.box(49.4, y, 50.6, y + 8, VEST)
    canvas.banner(horizon - 10, words)


def moon(canvas: Canvas, words: str) -> None:
    """Spend an evening under the full moon, lanterns and a stage."""
    random = canvas.random
    canvas.fade(0, 70, (14, 20, 52), (54, 54, 92))
    x = random.uniform(16, 84)
    canvas.oval(x, 20, 9, 12, (250, 240, 200))
    for place in range(9):
        y = 36 + abs(4 - place) * random.uniform(-1.4, 1.6)
        canvas.oval(6 + place * 11, y, 3, 4.4, (230, 84, 40))
    canvas.box(0, 70, 100, 100, (40, 34, 44))
    canvas.banner(52, words)
    canvas.crowd(random.randint(4, 7), (74, 82), 22, (200, 150, 170))
    for seat in range(14):
        canvas.oval(seat * 8 + random.uniform(-1, 1), 95, 3.6, 7, (18, 16, 22))


def building(canvas: Canvas, words: str) -> None:
    """Show the office building with its flag, lawn and parking."""
    random, horizon = canvas.random, canvas.random.uniform(60, 70)
    canvas.sky(horizon)
    left = random.uniform(8, 26)
    canvas.house(left, left + random.uniform(52, 64), random.uniform(8, 22), horizon, canvas.shade((222, 214, 204), 16))
    canvas.box(left + 20, horizon - 10, left + 34, horizon, (70, 84, 96))
    canvas.box(left + 10, horizon - 15, left + 44, horizon - 10, (168, 32, 34))
    canvas.text(left + 27, horizon - 12.5, words, 3.6, (255, 236, 190))
    pole = random.choice((5, 95))
    canvas.line([(pole, 8), (pole, horizon + 4)], (190, 190, 194), 0.5)
    canvas.shape([(pole, 9), (pole + 9, 10), (pole + 9, 18), (pole, 17)], (214, 30, 30))
    canvas.fade(horizon, 100, (108, 150, 80), (84, 124, 62))
    canvas.shape([(left + 18, horizon), (left + 36, horizon), (left + 62, 100), (left - 8, 100)], (188, 186, 180))
    for _ in range(random.randint(3, 6)):
        canvas.tree(
            random.choice((random.uniform(0, 18), random.uniform(80, 100))), horizon + random.uniform(6, 22), 24
        )


def bus(canvas: Canvas, words: str) -> None:
    """People wait at a blood donation bus."""
    random, horizon = canvas.random, canvas.random.uniform(30, 40)
    canvas.sky(horizon)
    canvas.house(0, 100, random.uniform(2, 12), horizon, (184, 180, 190))
    canvas.fade(horizon, 100, (160, 158, 152), (186, 184, 176))
    left = random.uniform(-14, 46)
    canvas.box(left, 28, left + 60, 74, (246, 246, 246), round_=3)
    canvas.box(left + 3, 34, left + 57, 46, (120, 150, 176))
    canvas.box(left, 56, left + 60, 62, (206, 36, 40))
    canvas.text(left + 30, 51, words, 5, (190, 30, 34))
    for x in (left + 12, left + 47):
        canvas.oval(x, 75, 4.4, 6, (34, 34, 36))
    canvas.crowd(random.randint(2, 8), (84, 97), random.uniform(30, 44))


def drill(canvas: Canvas, words: str) -> None:
    """Hold a fire drill: smoke and flames."""
    random, horizon = canvas.random, canvas.random.uniform(44, 54)
    canvas.sky(horizon)
    canvas.house(random.uniform(0, 30), random.uniform(70, 100), 6, horizon, (200, 190, 178))
    canvas.fade(horizon, 100, (150, 148, 146), (176, 174, 170))
    x = random.choice((24, 76))
    for step in range(26):
        canvas.oval(
            x + random.uniform(-8, 8),
            74 - step * 2.6,
            random.uniform(4, 9),
            random.uniform(4, 8),
            canvas.shade((150, 150, 152), 40),
        )
    canvas.shape([(x - 8, 82), (x - 4, 62), (x, 74), (x + 4, 58), (x + 8, 82)], (240, 130, 30))
    for place in range(random.randint(4, 7)):
        canvas.person((x + 30 + place * 9) % 100, random.uniform(80, 95), 36, (60, 70, 110))
    canvas.banner(10, words)
