"""A text read as a page of its own, for tests of what it states."""

from pipeline.extract import extract
from pipeline.lineage import Revision


def read(text, title="Page"):
    return extract(Revision(title, "", None, None, "", "", "", text))


def stated(text, kind="match", title="Page"):
    return [fact for fact in read(text, title).facts if fact.fact == kind]
