"""Who takes part: team lists and regions, with a finding for a department that nobody knows."""

from leagues import head, validate_page

REGION = "== Regional Stage ==\n=== Region VI ===\nRegion Vi includes qualified teams from "


def test_a_row_of_a_list_is_an_entry_of_its_section():
    season, _ = validate_page(head("2090"))
    entry = season.entries[0]
    assert (entry.department.name, entry.printed, entry.stage) == ("Puno", "Alianza", "Teams")
    assert entry.key == "2090/teams/puno/alianza"


def test_a_region_is_named_as_its_heading_names_it():
    season, _ = validate_page(head("2090") + REGION + "Puno and Tacna region.\n")
    members = [(member.region, member.department.name) for member in season.regions]
    assert members == [("Region VI", "Puno"), ("Region VI", "Tacna")]


def test_an_unknown_department_is_a_finding_and_kept_as_printed():
    season, findings = validate_page(head("2090") + REGION + "Puno and Atlantis region.\n")
    (member,) = [member for member in season.regions if member.department is None]
    assert member.department_printed == "Atlantis"
    assert "unknown-department" in {finding.code for finding in findings}
