"""A line that is no date, round or match: its sentences, and what must not be lost in it."""

import re
from collections.abc import Sequence

from pipeline.extract.dispatch.context import ExtractionContext
from pipeline.extract.parsing.nodes import Comment, Node
from pipeline.extract.text import line_form, prose, result_prose
from pipeline.extract.text.line_date import split_date_in_front
from pipeline.extract.text.list_marks import strip_list_marks
from pipeline.extract.witness.stated_scores import find_pairs
from pipeline.facts import SeasonFact, facts_of_kind
from pipeline.lineage import Span

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")


def read_prose(context: ExtractionContext, span: Span, block_atoms: Sequence[Node]) -> None:
    """Read the sentences that state something; the rest must not look as if it did."""
    other_sentences = _read_sentences(context, span, block_atoms)
    stands_below_date = context.above.date is not None and not block_atoms
    # `Garza no se presentó.` right below `5 March 2026` is of that day, a paragraph apart is not
    is_in_list = stands_below_date and not _follows_blank_line(context, span)
    is_text = _is_text(other_sentences) and not is_in_list
    if is_text:
        # what follows a text is no longer known to be of that day
        context.above = context.above.with_date(None)
    # `Domingo 3 de mayo, a puerta cerrada`: another day, of which nothing more is known
    elif stands_below_date and _begins_with_day(other_sentences):
        context.above = context.above.with_date(None)
    starts_as_row = context.page.text.startswith("|", span.start)
    if any(map(_may_tell_result, other_sentences)):
        _claim_result(context, span, other_sentences, is_in_list=is_in_list)
    # `Region I took in the clubs of the north`
    elif any(map(prose.states_something, other_sentences)):
        context.add_unrecognised(span, "line", "a statement in other words")
    # `| A` below a `|}` that came too early
    elif starts_as_row and not block_atoms:
        context.add_unrecognised(span, "table-row", "a row outside a table")
    # `Alfa y Beta no se presentaron` below `5 March 2026`
    elif stands_below_date and not is_text and _has_words(other_sentences):
        context.add_unrecognised(span, "line", "no match below a date")
    elif other_sentences:
        context.claim_ignored(span, "prose")
    # `<!-- add the venues -->`
    elif _holds_comment(context, span):
        context.claim_ignored(span, "comment")
    # `{{flagicon|PER}}` alone
    else:
        context.claim_ignored(span, "markup")


def _may_tell_result(sentence: str) -> bool:
    if result_prose.holds_walkover(sentence):
        return True
    # most sentences have no number
    if _DIGIT.search(sentence) is None:
        return False
    return (
        result_prose.holds_score(sentence)
        or result_prose.holds_mistyped_score(sentence)
        or line_form.states_goals_of_each(sentence)
        or _may_state_goals(sentence)
    )


def _may_state_goals(sentence: str) -> bool:
    # `* 17/05 Alfa 1 Gama 0`
    readings = split_date_in_front(strip_list_marks(sentence))
    return any(line_form.may_state_goals(text) for _, text in readings)


def _claim_result(
    context: ExtractionContext, span: Span, sentences: Sequence[str], *, is_in_list: bool
) -> None:
    """Report the result unless sentences tell it, which the page states elsewhere.

    `They beat Grau 2–1 in Lima.` is told by a sentence, `Beat Grau 2–1` may be a match line.
    """
    telling_sentences = list(filter(_may_tell_result, sentences))
    is_prose = all(
        result_prose.is_sentence(sentence) and not line_form.ends_in_result(sentence)
        for sentence in telling_sentences
    )
    if result_prose.stands_below_other_years(context.section):
        context.claim_ignored(span, result_prose.OTHER_YEAR)
        return
    if is_in_list or not is_prose:
        context.add_unrecognised(span, "line", "a score between words")
        return
    season_year = _find_season_year(context)
    other_rules = set()
    scores_told = set()
    for sentence in telling_sentences:
        rule = result_prose.name_prose_rule(sentence, season_year)
        if rule == result_prose.RETOLD:
            scores_told |= find_pairs(result_prose.drop_scores_on_the_way(sentence))
        else:
            other_rules.add(rule)
    if scores_told or not other_rules:
        context.add_result_in_prose(span, scores_told)
    else:
        context.claim_ignored(span, min(other_rules))


def _find_season_year(context: ExtractionContext) -> int | None:
    """Return the year of the page's season, as its infobox or its title says."""
    labels = [fact.season or "" for fact in facts_of_kind(SeasonFact, context.facts)]
    found = _YEAR.search(" ".join([*labels, context.page.revision.title]))
    return int(found[0]) if found else None


def _follows_blank_line(context: ExtractionContext, span: Span) -> bool:
    text_before = context.page.text[max(0, span.start - 10) : span.start]
    return "\n\n" in text_before.replace(" ", "").replace("\r", "")


def _begins_with_day(sentences: Sequence[str]) -> bool:
    first_words = next(iter(sentences), "")
    date_text, _ = next(split_date_in_front(first_words))
    return date_text is not None


def _has_words(sentences: Sequence[str]) -> bool:
    """Whether the line says anything: `----` does not."""
    return _LETTER_OR_DIGIT.search(" ".join(sentences)) is not None


def _is_text(sentences: Sequence[str]) -> bool:
    """Whether the line is a text, which ends the day above it; a mistyped match line is none."""
    return any(map(result_prose.is_sentence, sentences))


def _read_sentences(
    context: ExtractionContext, span: Span, block_atoms: Sequence[Node]
) -> list[str]:
    """Read the sentences that state something; return the texts of the others."""
    page = context.page
    other_sentences = []
    for stretch in _split_at_atoms(span, block_atoms):
        for sentence in prose.split_sentences(page, stretch.start, stretch.end):
            text = page.visible(sentence.start, sentence.end)
            if text and not _read_sentence(context, sentence, text):
                other_sentences.append(text)
    return other_sentences


def _split_at_atoms(span: Span, block_atoms: Sequence[Node]) -> list[Span]:
    """Return the stretches of the line before, between and after the atoms."""
    stretches = []
    start = span.start
    for atom in block_atoms:
        stretches.append(Span(start, atom.start))
        start = atom.end
    stretches.append(Span(start, span.end))
    return stretches


def _holds_comment(context: ExtractionContext, span: Span) -> bool:
    atoms = context.page.atoms_in(span.start, span.end)
    return any(isinstance(atom, Comment) for atom in atoms)


def _read_sentence(context: ExtractionContext, span: Span, text: str) -> bool:
    """Read the sentence by the first reader that finds a statement; tell whether one did."""
    for name, read in context.handlers.sentences.items():
        facts = read(text, context.section, span)
        if facts:
            context.add_facts(span, name, facts)
            return True
    return False
