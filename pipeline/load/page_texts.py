"""The text of each loaded page, one row for each checksum, so that a fact shows its words anywhere.

A text is stored when its page is loaded, and deleted with the last revision that has it.
"""

from sqlalchemy import Connection, delete, insert, select

from pipeline.lineage import Revision
from pipeline.outcome import RowCounts
from schema.models import Base

PAGE_TEXT = Base.metadata.tables["page_text"]
REVISION = Base.metadata.tables["revision"]


def store_page_text(connection: Connection, revision: Revision) -> RowCounts:
    """Write the text of the revision, unless its checksum has one already."""
    # Compressed bytes are not compared: another version of zlib gives others for the same text.
    has_checksum = PAGE_TEXT.c.sha256 == revision.sha256
    if connection.scalar(select(PAGE_TEXT.c.sha256).where(has_checksum)) is not None:
        return RowCounts(unchanged=1)
    row = {"sha256": revision.sha256, "text": revision.text}
    connection.execute(insert(PAGE_TEXT), row)
    return RowCounts(inserted=1)


def delete_unused_texts(connection: Connection) -> int:
    """Delete the texts that no revision has any more; return how many."""
    used_checksums = select(REVISION.c.sha256)
    unused = PAGE_TEXT.c.sha256.not_in(used_checksums)
    return connection.execute(delete(PAGE_TEXT).where(unused)).rowcount
