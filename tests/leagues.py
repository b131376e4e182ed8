"""Pages of a league whose published table is right, until a test makes one thing on them wrong.

The table is computed here, apart from the program, by points, goal difference and goals.
"""

from dataclasses import dataclass, replace
from random import Random

from data_files import REFERENCE

from pipeline.extract import extract
from pipeline.lineage import Revision
from pipeline.normalise import normalise
from pipeline.validate import add_differences, validate
from pipeline.validate.referee.table_comparison import compare_with_matches

NAMES = ("Alianza", "Boca", "Cantolao", "Defensor", "Estrella", "Ferrocarril", "Grau", "Huracán")
COLUMNS = {
    "position": "Pos",
    "team": "Team",
    "played": "Pld",
    "won": "W",
    "drawn": "D",
    "lost": "L",
    "goals_for": "GF",
    "goals_against": "GA",
    "goal_difference": "GD",
    "points": "Pts",
}
CELLS = tuple(name for name in COLUMNS if name != "team")
HEAD = """{{{{Infobox football league season
| competition = Copa Perú
| season = {label}
}}}}
== Teams ==
{{| class="wikitable"
! Department !! Team !! Location
{rows}
|}}
"""
DEPARTMENTS = ("Puno", "Tacna", "Piura", "Lima", "Cusco", "Ica", "Junín", "Loreto")


@dataclass(frozen=True)
class Game:
    """A match on the page; `status` is printed after the score."""

    round: str
    home: str
    away: str
    goals: tuple[int, int] | None
    status: str = ""

    @property
    def shown(self):
        return f"{self.home} {self.goals[0]}–{self.goals[1]} {self.away}"


@dataclass(frozen=True)
class League:
    """What a page says: the matches, and the rows of its table."""

    games: tuple[Game, ...]
    table: tuple[dict, ...]
    win: int = 3

    @property
    def label(self):
        """A season without an edition of its own: two points for a win up to 1994."""
        return "2090" if self.win == 3 else "1960"


# four clubs, the first two level on every rule, and so are the last two
LEVEL = (
    Game("Round 1", "Alianza", "Boca", (1, 1)),
    Game("Round 1", "Cantolao", "Defensor", (1, 1)),
    Game("Round 2", "Alianza", "Cantolao", (2, 0)),
    Game("Round 2", "Boca", "Defensor", (2, 0)),
    Game("Round 3", "Alianza", "Defensor", (0, 0)),
    Game("Round 3", "Boca", "Cantolao", (0, 0)),
)


def league(seed, *, clubs=6, legs=1, win=3):
    """A league of so many clubs, everybody against everybody, with scores by the seed."""
    random = Random(seed)  # noqa: S311 - scores
    names = NAMES[:clubs]
    games = tuple(
        Game(f"Round {number}", home, away, _goals(random))
        for number, pairs in enumerate(_rounds(names, legs), 1)
        for home, away in pairs
    )
    return League(games, table(games, win), win)


def _goals(random):
    return tuple(random.choices(range(6), weights=(28, 32, 20, 11, 6, 3), k=2))


def _rounds(names, legs):
    """The circle method: one club stays, the others go round."""
    first, *others = names
    once = []
    for number in range(len(others)):
        line = [first, *others[number:], *others[:number]]
        half = len(line) // 2
        pairs = list(zip(line[:half], reversed(line[half:]), strict=True))
        once.append([(b, a) if number % 2 else (a, b) for a, b in pairs])
    turned = [[(b, a) for a, b in pairs] for pairs in once]
    return (once + turned + once + turned)[: legs * len(once)]


def with_game(made, index, **changes):
    """The league with one of its games changed."""
    games = list(made.games)
    games[index] = replace(games[index], **changes)
    return replace(made, games=tuple(games))


def table(games, win=3, adjustments=None, names=None):
    """The right table of the games, best first; level clubs by name."""
    clubs = names or sorted({club for game in games for club in (game.home, game.away)})
    rows = [row(club, games, win, (adjustments or {}).get(club, 0)) for club in clubs]
    rows.sort(key=lambda r: (-r["points"], -r["goal_difference"], -r["goals_for"], r["team"]))
    return tuple(one | {"position": place} for place, one in enumerate(rows, 1))


def row(club, games, win, adjustment=0):
    """A club's line, without its position."""
    sides = [game.goals for game in games if game.home == club and game.goals]
    sides += [game.goals[::-1] for game in games if game.away == club and game.goals]
    won, drawn, lost = (
        sum(1 for scored, conceded in sides if (scored > conceded) - (scored < conceded) == sign)
        for sign in (1, 0, -1)
    )
    scored, conceded = (sum(side[i] for side in sides) for i in (0, 1))
    return {
        "team": club,
        "played": len(sides),
        "won": won,
        "drawn": drawn,
        "lost": lost,
        "goals_for": scored,
        "goals_against": conceded,
        "goal_difference": scored - conceded,
        "points": won * win + drawn + adjustment,
    }


def page(made, *, columns=tuple(COLUMNS), heading="", before="", after=""):
    """The page of a league: its clubs, its table, its matches round by round."""
    text = head(made.label) + "== Final Stage ==\n" + heading + wikitable(made.table, columns)
    return text + before + rounds(made.games) + after


def head(label, names=NAMES):
    """An infobox and a list of the clubs."""
    pairs = zip(names, DEPARTMENTS, strict=False)
    rows = "\n".join(f"|-\n| {department} || {name} || Town" for name, department in pairs)
    return HEAD.format(label=label, rows=rows)


def wikitable(rows, columns=tuple(COLUMNS)):
    """A table with a header for each column."""
    header = " !! ".join(COLUMNS[name] for name in columns)
    lines = ("|-\n| " + " || ".join(str(row[name]) for name in columns) for row in rows)
    return '{| class="wikitable"\n! ' + header + "\n" + "\n".join(lines) + "\n|}\n"


def sports_table(rows, win=3, adjustments=None):
    """The same table as the module's call, which adds up by itself."""
    lines = [f"|winpoints={win}"]
    for number, one in enumerate(rows, 1):
        code = one["team"][:3].upper()
        lines.append(f"|team{number}={code}|name_{code}={one['team']}")
        counts = {"win": "won", "draw": "drawn", "loss": "lost"}
        counts |= {"gf": "goals_for", "ga": "goals_against"}
        lines += [f"|{name}_{code}={one[column]}" for name, column in counts.items()]
        if adjustment := (adjustments or {}).get(one["team"]):
            lines.append(f"|adjust_points_{code}={adjustment}")
    return "{{#invoke:Sports table|main|style=WDL\n" + "\n".join(lines) + "\n}}\n"


def rounds(games):
    """The matches, each round under its heading, in the order of the games."""
    parts, last = [], None
    for game in games:
        if game.round != last:
            parts.append(f"=== {game.round} ===\n")
        last = game.round
        score = f"{game.goals[0]}–{game.goals[1]}{game.status}" if game.goals else "v"
        parts.append(
            f"{{{{Football box\n|team1={game.home}\n|score={score}\n|team2={game.away}\n}}}}\n"
        )
    return "".join(parts)


def validate_page(text, title="T"):
    """The season of a page, its tables compared, and every finding on it."""
    revision = Revision(title, "own", None, None, "0" * 64, "CC0", "t.wikitext", text)
    read = extract(revision)
    meant = normalise(revision, read.facts, REFERENCE)
    season = add_differences(meant.season)
    return season, (*read.findings, *meant.findings, *validate(season, title))


def causes(season):
    """Kind and clubs of each hypothesis that explains a row of the one table of a season."""
    (group,) = season.groups
    (published,) = group.published
    comparison = compare_with_matches(group, published)
    found = set()
    for hypotheses in comparison.hypotheses_of.values():
        for hypothesis in hypotheses:
            names = [comparison.rows.names[club] for club in hypothesis.effect]
            found.add((hypothesis.kind, tuple(sorted(names))))
    return found
