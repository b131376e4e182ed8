"""Numbers that the page states of itself."""

from collections.abc import Iterator

from pipeline.domain.season import Season
from pipeline.findings import Finding


def stated_departments_are_those_listed(season: Season, page: str) -> Iterator[Finding]:
    """Count the departments of the team lists, where a sentence says how many there are."""
    stated = season.departments_stated
    listed = {entry.department for entry in season.entries if entry.department}
    if stated is None or not listed or stated == len(listed):
        return
    extra = "; Callao, a constitutional province, is among the listed" if _callao(season) else ""
    message = f"the page says {stated} departments, its team lists have {len(listed)}{extra}"
    span = season.statement_spans["departments"]
    yield Finding("stated-count-differs", "warning", message, page, span, season.label)


def _callao(season: Season) -> bool:
    return any(e.department and e.department.code == "PE-CAL" for e in season.entries)
