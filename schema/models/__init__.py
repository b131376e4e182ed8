"""Every table, typed, by layer: the pages, the football they state, and what is judged about it.

A row is found by its readable `key`. Text sorts by its bytes, so both engines order it alike.
Truth values are 1 and 0, dates are text as exact as the page: what SQLite and PostgreSQL share.

A group and a round are columns, not tables: nothing is known of one but its name, its stage says
where it belongs, and a group's rules have their own table. Whatever names a group or a round has a
row of its own (match, tie, standing, rule) that carries the name, so none can be lost.
"""

from schema.models.base import Base
from schema.models.club_tables import Club, ClubName, Department, Team
from schema.models.edition_tables import Edition, Gap
from schema.models.history_tables import Change, Held, HeldFact, PageFile, Run, RunPage
from schema.models.judgement_tables import Correction, Difference, Finding, Rule, TieRule
from schema.models.result_tables import Goal, Match, Standing, Tie
from schema.models.season_tables import Entry, RegionMember, Season, Stage
from schema.models.source_tables import Construct, Page, PageText, Revision

__all__ = [
    "Base",
    "Change",
    "Club",
    "ClubName",
    "Construct",
    "Correction",
    "Department",
    "Difference",
    "Edition",
    "Entry",
    "Finding",
    "Gap",
    "Goal",
    "Held",
    "HeldFact",
    "Match",
    "Page",
    "PageFile",
    "PageText",
    "RegionMember",
    "Revision",
    "Rule",
    "Run",
    "RunPage",
    "Season",
    "Stage",
    "Standing",
    "Team",
    "Tie",
    "TieRule",
]
