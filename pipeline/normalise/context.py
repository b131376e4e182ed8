"""What is put together on the way from facts to a season."""

from collections import Counter
from dataclasses import dataclass, field

from pipeline.domain.match import Club
from pipeline.domain.names import slug
from pipeline.findings import Finding
from pipeline.lineage import Span
from pipeline.normalise.clubs.candidates import describe_unresolved
from pipeline.normalise.clubs.mentions import Mention
from pipeline.normalise.clubs.resolver import ClubResolver, Unresolved
from pipeline.reference import Reference


@dataclass(slots=True)
class Work:
    """Keys already given, findings, facts without a row, names already found unsettled."""

    title: str
    label: str
    clubs: ClubResolver
    reference: Reference
    keys: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    rowless: dict[int, str] = field(default_factory=dict)
    unsettled: set[Unresolved] = field(default_factory=set)

    def key(self, *parts: str | None) -> str:
        """Return a key of its own for the parts: a second one of the same gets `-2`."""
        key = "/".join([slug(self.label), *(slug(part) for part in parts if part)])
        self.keys[key] += 1
        return key if self.keys[key] == 1 else f"{key}-{self.keys[key]}"

    def warn(self, code: str, message: str, span: Span) -> None:
        """Keep a finding of severity warning."""
        self.findings.append(Finding(code, "warning", message, self.title, span, self.label))

    def club(self, mention: Mention, span: Span) -> Club:
        """Return the club that a name means; an unsettled one is a finding where it comes first."""
        found = self.clubs.resolve(mention)
        if not isinstance(found, Unresolved):
            return found
        self.doubt(mention, found, span)
        return found.club

    def doubt(self, mention: Mention, found: Unresolved, span: Span) -> None:
        """Keep a finding for a name that nothing settles, where it comes first."""
        if found not in self.unsettled:
            self.unsettled.add(found)
            self.warn(found.code, describe_unresolved(mention, found, self.clubs, self.title), span)
