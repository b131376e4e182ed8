"""Whether a match was played on the ground of neither club."""

import re
from collections.abc import Iterable

from pipeline.domain.keys import fold

# "N" below `Neutral` is left out: neutral on one page, no on another
_YES = frozenset({"yes", "y", "true", "1", "si", "s", "x", "neutral", "✓"})
_NO = frozenset({"no", "false", "0"})
# "Mansiche (neutral)", "(N)", "played at a neutral venue", "en cancha neutral"
_NEUTRAL = re.compile(
    r"[(\[](?:n|neutral)[)\]]"
    r"|\bneutral(?:ised)?,? (?:venue|ground|field|site|stadium|territory|soil|location|city)\b"
    r"|\b(?:cancha|campo|estadio|sede|terreno|escenario|plaza|ciudad|territorio) neutral(?:es)?\b"
)
# "not at a neutral venue", "no fue en cancha neutral"
_NOT_NEUTRAL = re.compile(r"\b(?:not|no|non)\b[^.;,]{0,20}\bneutral")


def parse_neutral(answer: str | None, remarks: Iterable[str]) -> bool | None:
    """Read what a parameter or column of its own answers, else what remarks on the match say.

    remarks: such as the stadium, or a note; as wikitext, because footnotes say it too
    returns: None where nothing says it
    """
    folded_answer = fold(answer or "")
    if folded_answer in _YES:
        return True
    if folded_answer in _NO:
        return False
    for remark in (answer or "", *remarks):
        # most pages never say it
        if "eutral" not in remark and "(N)" not in remark and "[N]" not in remark:
            continue
        folded = fold(remark)
        if _NEUTRAL.search(folded) and not _NOT_NEUTRAL.search(folded):
            return True
    return None
