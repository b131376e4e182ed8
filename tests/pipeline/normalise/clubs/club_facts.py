"""Facts of a made-up page, and what they say about names."""

from data_files import NO_CLUBS, REFERENCE, read_club_file

from pipeline.facts import EntryFact, MatchFact, RegionFact
from pipeline.lineage import Span
from pipeline.normalise.clubs.resolver import Unresolved, build_resolver

FINAL = ("Final Stage", "Round 1")
NORTH, SOUTH = ("Regional Stage", "Region I"), ("Regional Stage", "Region II")


def entry(team, department, town=None, link=None, section=("Departmental Stage",)):
    return EntryFact(
        section=section, span=Span(0, 1), department=department, team=team, team_link=link,
        location=town, columns={},
    )  # fmt: skip


def match(home, away, home_link=None, away_link=None, section=FINAL):
    blank = "date date_text home_goals away_goals home_penalties away_penalties score_text"
    details = "location attendance referee kick_off neutral goals"
    return MatchFact(
        section=section, span=Span(0, 1), home=home, home_link=home_link, away=away,
        away_link=away_link, status="unknown", extra_time=False,
        stadium=None, leg=None, round=None, **dict.fromkeys(f"{blank} {details}".split()),
    )  # fmt: skip


def region(section, *departments):
    return RegionFact(section=section, span=Span(0, 1), region=section[-1], departments=departments)


def resolver_of(season, facts, club_file=NO_CLUBS):
    """Return what the facts and the file say about names."""
    return build_resolver(season, facts, club_file, REFERENCE.departments)


def resolve_keys(facts, *mentions, file=NO_CLUBS, season="2008"):
    """Return the key of each mention's club, a provisional one where nothing settles the name."""
    resolver = resolver_of(season, facts, file)
    keys = []
    for mention in mentions:
        resolution = resolver.resolve(mention)
        club = resolution.club if isinstance(resolution, Unresolved) else resolution
        keys.append(club.key)
    return keys


def write_club_file(tmp_path, *lines):
    """Return the file of clubs with these lines."""
    path = tmp_path / "clubs.csv"
    path.write_text("\n".join(["key,name,department,town,link,from,to,same_as,source", *lines]))
    return read_club_file(path)
