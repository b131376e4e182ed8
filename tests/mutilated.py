"""Pages as no editor leaves them: real-shaped ones, cut, doubled, spliced, full of marks."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [
    path.read_bytes().decode()
    for path in [*sorted(ROOT.glob("tests/golden/*/page.*")), *sorted(ROOT.glob("raw/own/*.wik*"))]
]
MARKS = """
{{ }} {{{ }}} [[ ]] {| |} |- || ! !! | '' ''' = == <ref> </ref> <ref/> <!-- --> <nowiki> </nowiki>
rowspan=999| colspan="0"| rowspan=-1| <br> <small> </small> <div> &nbsp; &#0; {{Football_box|
{{Partido| {{#invoke:sports_table|main| {{Fb_r2_header|a}} {{fb_r|gf=1|ga= {{TwoLegResult|
|match_A_B= |team1= 1–0 (4–3) – v Infobox ; : * # ~ \u200b \u2028 \x00 \r\n é 😀 ١ ²
""".split()
LONGEST = 6000  # characters


def mutilated(random):
    """A page that `random` made of the real-shaped ones."""
    text = random.choice(PAGES)[:LONGEST]
    for _ in range(random.randint(1, 12)):
        text = random.choice([_cut, _double, _sprinkle, _splice, _swap, _broken_line])(text, random)
    return text[: 3 * LONGEST]


def _places(text, random, reach=400):
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.randint(0, reach))


def _cut(text, random):
    start, end = _places(text, random)
    return text[:start] + text[end:]


def _double(text, random):
    start, end = _places(text, random)
    return text[:end] + text[start:end] * random.randint(1, 5) + text[end:]


def _sprinkle(text, random):
    for _ in range(random.randint(1, 20)):
        at = random.randint(0, len(text))
        mark = random.choice(MARKS).replace("_", " ") * random.choice([1, 1, 1, 3, 30])
        text = text[:at] + random.choice(["", "\n"]) + mark + text[at:]
    return text


def _splice(text, random):
    start, end = _places(random.choice(PAGES), random)
    at = random.randint(0, len(text))
    return text[:at] + random.choice(PAGES)[start:end] + text[at:]


def _swap(text, random):
    first, second = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    return text[second:] + text[first:second] + text[:first]


def _broken_line(text, random):
    lines = text.split("\n")
    random.shuffle(lines[: random.randint(0, 5)])
    del lines[random.randint(0, len(lines) - 1)]
    return random.choice(["\n", "\r\n", "\n\n"]).join(lines)
