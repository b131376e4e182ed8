"""What a match box says beside its values: of the score, and in parameters for remarks."""

from pipeline.extract.parsing.template_call import Call, Quote

# `|note=Awarded`, `|result=Awarded to Grau`; a kick-off may have a note too
ENGLISH_REMARKS = ("note", "notes", "footnote", "result", "time")
# `|suceso=Partido adjudicado en mesa`
SPANISH_REMARKS = ("suceso", "nota", "notas", "observaciones", "estado", "hora")


def collect_notes(call: Call, score: Quote, remarks: tuple[str, ...]) -> tuple[str, ...]:
    """Return the notes on the score, then the remarks and the notes on them."""
    notes = list(score.notes)
    for name in remarks:
        remark = call.quote(name)
        notes += [remark.text, *remark.notes]
    return tuple(filter(None, notes))
