"""Seasons of any size: a line of the page a match, every club against every other."""

from dataclasses import replace
from itertools import count, islice, permutations

import seasons
from seasons import DEPARTMENTS, RULES, TACNA
from sqlalchemy import text

from pipeline.account import Piece
from pipeline.domain.match import Club, Match, Score
from pipeline.domain.season import Group, Stage
from pipeline.domain.standings import standings
from pipeline.lineage import Span
from schema import database
from schema.models import Base

WIDTH = 40  # characters of a line, its end included


def load_large(engine, label, matches):
    """Load a season with so many matches."""
    page, season, account = large(label, matches)
    return seasons.load(page, season, account, (seasons.FINDING,), DEPARTMENTS, engine)


def empty(engine):
    """Delete every row of a database that nobody needs."""
    tables = Base.metadata.sorted_tables
    with database.writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            names = ", ".join(f'"{table.name}"' for table in tables)
            connection.execute(text(f"TRUNCATE {names}"))
            return
        for table in reversed(tables):
            connection.execute(table.delete())


def large(label, matches):
    """A page, its season with so many matches, its account."""
    line = "Team 1-0 Team".ljust(WIDTH - 1) + "\n"
    page = replace(
        seasons.REVISION, title=f"{label} Copa Perú", text=line * matches, sha256=f"{label:0>64}"
    )
    return page, _season(label, matches), _account(matches)


def clubs(matches):
    """The fewest clubs that can play so many matches, home and away."""
    number = next(n for n in count(2) if n * (n - 1) >= matches)
    return [Club(f"club-{n}", department=TACNA.code) for n in range(number)]


def _season(label, number):
    stage = Stage(f"{label}/league", "League", 1)
    pairs = islice(permutations(clubs(number), 2), number)
    matches = tuple(_match(label, *pair, n) for n, pair in enumerate(pairs))
    table = tuple(standings(matches, RULES))
    empty = seasons.season(label=label, entries=())
    group = Group("League", None, RULES, matches, (), table)
    return replace(
        empty,
        stages=(stage,),
        matches=matches,
        groups=(group,),
        regions=(),
        champion=table[0].club,
        runner_up=table[1].club,
        span=Span(0, WIDTH),
    )


def _match(label, home, away, number):
    return Match(
        key=f"{label}/league/{home.key}-{away.key}",
        stage="League",
        group=None,
        round=f"Round {number // 100 + 1}",
        leg=None,
        date=f"{label}-03-{number % 28 + 1:02}",
        precision="day",
        date_text=f"{number % 28 + 1} March {label}",
        home=home,
        away=away,
        home_printed=home.key.replace("-", " ").title(),
        away_printed=away.key.replace("-", " ").title(),
        score=Score(number % 5, number % 3),
        status="played",
        counts=True,
        stadium="Estadio Joel Gutiérrez",
        span=Span(number * WIDTH, (number + 1) * WIDTH - 1),
    )


def _account(matches):
    return [
        piece
        for start in range(0, matches * WIDTH, WIDTH)
        for piece in (
            Piece(Span(start, start + WIDTH - 1), "loaded", "match line"),
            Piece(Span(start + WIDTH - 1, start + WIDTH), "ignored", "blank"),
        )
    ]
