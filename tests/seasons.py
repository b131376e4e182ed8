"""A season small enough to read: two clubs, a league match, a play-off, one team list."""

from pipeline.account import Piece
from pipeline.domain.match import Club, Match, Score
from pipeline.domain.season import Department, Entry, Group, RegionMember, Season, Stage
from pipeline.domain.standings import Rules, standings
from pipeline.domain.tie import Tie, TieRules
from pipeline.findings import Finding
from pipeline.lineage import Revision, Span
from pipeline.load import load as load_built
from pipeline.outcome import BuiltSeason

PUNO = Department("PE-PUN", "21", "Puno")
TACNA = Department("PE-TAC", "23", "Tacna")
DEPARTMENTS = (PUNO, TACNA)

ALFONSO = Club("alfonso-ugarte", "Alfonso Ugarte", "PE-PUN", "Puno")
MARISCAL = Club("mariscal-tacna", department="PE-TAC", town="Tacna")

TEXT = "Alfonso Ugarte 2-1 Mariscal\nAlfonso Ugarte 3-3 Mariscal\n"
REVISION = Revision(
    title="1972 Copa Perú",
    site="own",
    revision_id=None,
    timestamp=None,
    sha256="0123456789abcdef" * 4,
    licence="CC0",
    path="1972.wikitext",
    text=TEXT,
)

MATCH = Match(
    key="1972/final-stage/alfonso-ugarte-mariscal",
    stage="Final Stage",
    group=None,
    round="Round 1",
    leg=None,
    date="1972-03-05",
    precision="day",
    date_text="5 March 1972",
    home=ALFONSO,
    away=MARISCAL,
    home_printed="Alfonso Ugarte",
    away_printed="Mariscal",
    score=Score(2, 1),
    status="played",
    counts=True,
    stadium=None,
    span=Span(0, 27),
)
PLAY_OFF = Match(
    key="1972/final-stage/play-off/alfonso-ugarte-mariscal",
    stage="Final Stage",
    group=None,
    round="Play-off",
    leg=None,
    date="1972-03",
    precision="month",
    date_text="March 1972",
    home=ALFONSO,
    away=MARISCAL,
    home_printed="Alfonso Ugarte",
    away_printed="Mariscal",
    score=Score(3, 3, extra_time=True, home_penalties=5, away_penalties=4),
    status="played",
    counts=False,
    stadium=None,
    span=Span(28, 55),
)
RULES = Rules(2, 1, ("play-off",), "assumed")
FINDING = Finding("stated-count-differs", "warning", "24 said, 2 listed", "1972 Copa Perú")
ACCOUNT = (
    Piece(Span(0, 27), "loaded", "match line"),
    Piece(Span(27, 28), "ignored", "blank"),
    Piece(Span(28, 55), "loaded", "match line"),
    Piece(Span(55, 56), "ignored", "blank"),
)


def entry(club, department, printed, season="1972", location=None):
    return Entry(
        key=f"{season}/final-stage/{club.key}",
        stage="Final Stage",
        department=department,
        department_printed=department and department.name,
        club=club,
        printed=printed,
        location=location,
        span=Span(0, 14),
    )


ENTRIES = (
    entry(ALFONSO, PUNO, "Alfonso Ugarte", location="Puno"),
    entry(MARISCAL, TACNA, "Mariscal", location="Tacna"),
)


def tie(match):
    return Tie(
        key=match.key,
        stage=match.stage,
        group=match.group,
        round=match.round,
        team1=match.home,
        team2=match.away,
        legs_known=1,
        legs_expected=1,
        aggregate="3–3",
        measure="goals",
        winner=match.home,
        decided_by="penalties",
        span=match.span,
        rules=TieRules(("goals", "penalties"), "assumed"),
        matches=(match.key,),
    )


def season(*matches, label="1972", entries=ENTRIES):
    counted = tuple(match for match in matches if match.counts)
    rest = tuple(match for match in matches if not match.counts)
    table = tuple(standings(counted, RULES, rest))
    return Season(
        label=label,
        competition="Copa Perú",
        champion_stated="Alfonso Ugarte",
        champion=ALFONSO,
        runner_up=MARISCAL,
        promoted_to=None,
        previous="1971",
        next="1973",
        departments_stated=24,
        stages=(Stage(f"{label}/final-stage", "Final Stage", 1),),
        entries=entries,
        regions=(RegionMember("Region VI", PUNO, "Puno", Span(0, 4)),),
        matches=matches,
        standings=(),
        groups=(Group("Final Stage", None, RULES, counted, rest, table),),
        ties=tuple(tie(match) for match in rest),
        span=Span(0, 54),
        statement_spans={},
    )


SEASON = season(MATCH, PLAY_OFF)


def load(  # noqa: PLR0913  # what a page came to
    revision, season, account, findings, departments, engine, *, accepted=False
):
    """Load what a page came to."""
    built = BuiltSeason(revision, season, tuple(findings), tuple(account))
    return load_built(built, departments, engine, accepted=accepted).counts
