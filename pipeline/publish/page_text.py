"""The text of a page, as the database keeps it since its page was loaded."""

from sqlalchemy import Engine, inspect, select

from schema.models import Base

_PAGE_TEXT = Base.metadata.tables["page_text"]


def read_page_text(engine: Engine, sha256: str) -> str | None:
    """Return the text of the page with these bytes.

    returns: None where the page was loaded by a program that did not store texts yet
    """
    # A database that nobody has upgraded has not even the table.
    if not inspect(engine).has_table(_PAGE_TEXT.name):
        return None
    with engine.connect() as connection:
        query = select(_PAGE_TEXT.c.text).where(_PAGE_TEXT.c.sha256 == sha256)
        text: str | None = connection.scalar(query)
    return text
