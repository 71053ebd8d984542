"""Invent the staff of the example office: names, departments and how a total spreads over people."""

from random import Random

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
    "云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳"
)
GIVEN = (
    "文静建国晓梅志强丽娟海涛雪莲振华玉兰国栋春燕立新素芳明远红霞宏伟秀英少杰佳宁子墨"
    "一鸣海燕长青云鹤思远金凤大勇慧敏东升若兰新民桂芝浩然向阳美玲永强春生晓东雨桐广田"
)

DEPARTMENTS = {
    "办公室": 12,
    "政工科": 8,
    "宣教科": 10,
    "综合业务科": 15,
    "监督检查科": 13,
    "服务大厅": 16,
    "财务科": 6,
    "信息中心": 6,
}


def staff() -> list[tuple[str, str]]:
    """List the 86 people of the office as (name, department), always in the same order."""
    departments = [title for title, heads in DEPARTMENTS.items() for _ in range(heads)]
    random = Random("某县示范局")
    given = [GIVEN[start : start + 2] for start in range(0, len(GIVEN), 2)]
    names: list[str] = []
    while len(names) < len(departments):
        name = random.choice(SURNAMES) + random.choice(given)
        if name not in names:
            names.append(name)
    return list(zip(names, departments, strict=True))


def some(count: int, seed: str) -> list[tuple[str, str]]:
    """Choose so many of the staff, in the order of the roster; other seeds choose other people."""
    everyone = staff()
    if count >= len(everyone):
        return everyone[:count]
    chosen = set(Random(seed).sample(range(len(everyone)), count))
    return [person for place, person in enumerate(everyone) if place in chosen]


def spread(total: int, most: int, count: int, seed: str) -> list[int]:
    """Split a whole number over so many people, unevenly but nobody over `most`; the parts add up to it."""
    random = Random(seed)
    parts = [total // count + (place < total % count) for place in range(count)]
    least = max(1, total // count // 2)
    for _ in range(count * 20):
        giver, taker = random.sample(range(count), 2)
        if parts[giver] > least and parts[taker] < most:
            parts[giver] -= 1
            parts[taker] += 1
    return parts
