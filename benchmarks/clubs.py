"""Who is meant on a long page: fifty clubs under several names, five thousand mentions.

    python benchmarks/clubs.py

Prints the seconds of the processor for half the page and the whole, then for as many mentions of
more clubs: twice the mentions, or twice the clubs and mentions, take about twice the time.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests/pipeline/normalise/clubs")]

from club_facts import entry, match
from data_files import NO_CLUBS, REFERENCE

from pipeline.facts import Fact
from pipeline.normalise.clubs.page_resolver import resolve_page
from pipeline.normalise.clubs.resolver import build_resolver

# (clubs, mentions)
SIZES = ((50, 2_500), (50, 5_000), (200, 1_000), (400, 2_000), (800, 4_000))
DEPARTMENTS = ("Piura", "Puno", "Tacna", "Tumbes", "Lima")


def main() -> None:
    """Print the seconds of the whole method, and of asking for each name alone."""
    for clubs, mentions in SIZES:
        facts = page(clubs, mentions)
        start = time.process_time()
        build_resolver("2008", facts, NO_CLUBS, REFERENCE.departments)
        alone = time.process_time() - start
        start = time.process_time()
        resolver = resolve_page("2008", facts, NO_CLUBS, REFERENCE.departments)
        seconds = time.process_time() - start
        found = len(set(resolver.assignment.club_of.values()))
        print(f"{mentions} mentions, {found} clubs: {seconds:.3f} s, names alone {alone:.3f} s")


def page(clubs: int, mentions: int) -> list[Fact]:
    """Return the facts of a page with matches of so many clubs, each under three names."""
    facts: list[Fact] = []
    for number in range(clubs):
        name = f"Deportivo Club{number}ero"
        facts.append(entry(name, DEPARTMENTS[number % len(DEPARTMENTS)]))
    forms = ("Deportivo Club{}ero", "Dep. Club{}ero", "Club{}ero")
    for number in range(mentions // 2):
        round_number, pair = divmod(number, clubs // 2)
        # in each round every club plays once, the last one against all others in turn
        home = (round_number + pair) % (clubs - 1)
        away = (round_number - pair) % (clubs - 1) if pair else clubs - 1
        section = ("Final Stage", f"Round {round_number}")
        home_name = forms[number % 3].format(home)
        away_name = forms[number // 3 % 3].format(away)
        facts.append(match(home_name, away_name, section=section))
    return facts


if __name__ == "__main__":
    main()
