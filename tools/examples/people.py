"""Invent the staff of the example office: names, departments and how a total spreads over people."""

from random import Random

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳"
GIVEN = (
    "文静 建国 晓梅 志强 丽娟 海涛 雪莲 振华 玉兰 国栋 春燕 立新 素芳 明远 红霞 宏伟 秀英 少杰 佳宁 子墨 "
    "一鸣 海燕 长青 云鹤 思远 金凤 大勇 慧敏 东升 若兰 新民 桂芝 浩然 向阳 美玲 永强 春生 晓东 雨桐 广田"
).split()

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
    random = Random("某县示范局")  # noqa: S311 - the same names on every run, not a secret
    names: list[str] = []
    while len(names) < len(departments):
        name = random.choice(SURNAMES) + random.choice(GIVEN)
        if name not in names:
            names.append(name)
    return list(zip(names, departments, strict=True))


def some(count: int, seed: str) -> list[tuple[str, str]]:
    """Choose so many of the staff, in the order of the roster; other seeds choose other people."""
    everyone = staff()
    if count >= len(everyone):
        return everyone[:count]
    chosen = set(Random(seed).sample(range(len(everyone)), count))  # noqa: S311
    return [person for place, person in enumerate(everyone) if place in chosen]


def spread(total: int, most: int, count: int, seed: str) -> list[int]:
    """Split a whole number over so many people, unevenly but nobody over `most`; the parts add up to it."""
    random = Random(seed)  # noqa: S311
    parts = [total // count + (place < total % count) for place in range(count)]
    least = max(1, total // count // 2)
    for _ in range(count * 20):
        giver, taker = random.sample(range(count), 2)
        if parts[giver] > least and parts[taker] < most:
            parts[giver] -= 1
            parts[taker] += 1
    return parts
