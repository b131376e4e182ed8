"""Which departments' clubs can play in a section, and which sections can share a club."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.facts import Fact, RegionFact, Section, facts_of_kind
from pipeline.normalise.clubs.mentions import TeamListRow
from pipeline.normalise.rounds import name_finals_of_two_places
from pipeline.normalise.stages import place
from pipeline.reference.departments import Departments

# section -> codes of its departments: ("Regional Stage", "Region I") -> PE-AMA, PE-LAM, PE-PIU
Regions = Mapping[Section, frozenset[str]]


def read_regions(
    facts: Iterable[Fact], rows: Iterable[TeamListRow], departments: Departments
) -> Regions:
    """Return the departments of each section that a sentence, or else its team list, gives some."""
    codes_of_sentences: defaultdict[Section, set[str]] = defaultdict(set)
    # "Region I includes qualified teams from Amazonas, Lambayeque and Piura region."
    for fact in facts_of_kind(RegionFact, facts):
        codes_of_section = codes_of_sentences[fact.section]
        for printed in fact.departments:
            department = departments.find(printed)
            if department:
                codes_of_section.add(department.code)
    codes_of_lists: defaultdict[Section, set[str]] = defaultdict(set)
    for row in rows:
        if row.department:
            codes_of_lists[row.section].add(row.department.code)
    # a sentence hides the list of its section, even if we know none of its departments
    codes_by_section = {**codes_of_lists, **codes_of_sentences}
    return {section: frozenset(codes) for section, codes in codes_by_section.items() if codes}


def nearest_region(section: Section, regions: Regions) -> frozenset[str] | None:
    """Return the departments of the section, else of the nearest one around it that has some."""
    for depth in range(len(section), 0, -1):
        codes = regions.get(section[:depth])
        if codes:
            return codes
    return None


def can_play_in(section: Section, department_code: str | None, regions: Regions) -> bool:
    """Whether clubs of the department can play in the section."""
    region = nearest_region(section, regions)
    # "Final Stage" is in no region: clubs from everywhere meet there
    if region is None or department_code is None:
        return True
    if department_code in region:
        return True
    # no region of the page has Callao: it may have been left out of any of them
    return all(department_code not in codes for codes in regions.values())


@lru_cache(maxsize=1024)
def can_share_clubs(first_section: Section, second_section: Section) -> bool:
    """Whether a club of one section can be in the other: not in two groups of one stage."""
    first, second = place(first_section, ""), place(second_section, "")
    if first.stage != second.stage:
        return True
    if name_finals_of_two_places(first.round, second.round):
        return False
    # "Region I" and "Region I / Group A" share clubs, "Region I" and "Region II" do not
    first_group = (first.group or "").split(" / ")[0]
    second_group = (second.group or "").split(" / ")[0]
    return first_group == second_group or "" in {first_group, second_group}
