"""The source layer: pages, their revisions, and what was made of every character of them."""

import zlib

from sqlalchemy import BigInteger, CheckConstraint, Dialect, ForeignKey, LargeBinary
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from schema.models.base import Base, check_one_of, check_span


class CompressedText(TypeDecorator[str]):
    """A long text that the database keeps compressed with zlib; Python reads and writes the text.

    Two versions of zlib may compress one text into different bytes, so texts are compared, never
    bytes.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Return what is stored for a text."""
        return None if value is None else zlib.compress(value.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text of what is stored."""
        return None if value is None else zlib.decompress(value).decode()


class Page(Base):
    """A page of a wiki, or one that we wrote."""

    __tablename__ = "page"
    __table_args__ = (Unique("site", "title"), {"comment": "A page of a wiki, or one of our own"})
    key: Mapped[str] = mapped_column(primary_key=True, comment="site/title, 'unlisted' for no site")
    title: Mapped[str] = mapped_column(comment="as the wiki shows it, blanks for underscores")
    site: Mapped[str] = mapped_column(comment="host of the wiki, 'own', or '' where none is known")
    licence: Mapped[str] = mapped_column(comment="of the text, '' where none is known")


class Revision(Base):
    """The text of a page at one moment."""

    __tablename__ = "revision"
    __table_args__ = (
        # The first 12 digits stand for a revision without a number, but never here.
        CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        CheckConstraint("characters >= 0", name="characters_not_negative"),
        {"comment": "The text of a page at one moment"},
    )
    key: Mapped[str] = mapped_column(
        primary_key=True, comment="page@revision id, or the first 12 digits of sha256"
    )
    page_key: Mapped[str] = mapped_column(ForeignKey("page.key"), index=True, comment="the page")
    revision_id: Mapped[int | None] = mapped_column(
        BigInteger, comment="the wiki's number of it, if any"
    )
    timestamp: Mapped[str | None] = mapped_column(comment="ISO 8601, as the wiki gives it")
    sha256: Mapped[str] = mapped_column(comment="of the bytes, in hexadecimal digits")
    characters: Mapped[int] = mapped_column(comment="length of the text")


class PageText(Base):
    """The text of one or more revisions: those whose bytes have the checksum.

    A revision does not refer to its text, because one that an older program loaded has none until
    it is loaded again.
    """

    __tablename__ = "page_text"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="whole_sha256"),
        {"comment": "The text of the revisions whose bytes have the checksum, stored once"},
    )
    sha256: Mapped[str] = mapped_column(
        primary_key=True, comment="of the bytes of the file, in hexadecimal digits"
    )
    text: Mapped[str] = mapped_column(
        CompressedText, comment="as spans count it, in UTF-8, compressed with zlib"
    )


class Construct(Base):
    """One construct of a page, and what became of it.

    It refers to its season only when the transaction ends, because a season has a construct.
    """

    __tablename__ = "construct"
    __table_args__ = (
        check_one_of(
            "disposition",
            "loaded",
            "context",
            "ignored",
            "invisible",
            "quarantined",
            "unrecognised",
        ),
        CheckConstraint("scores >= 0", name="scores_not_negative"),
        check_span(),
        {"comment": "A construct of a season's page; together they are every character of it"},
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="season@first character")
    revision_key: Mapped[str] = mapped_column(
        ForeignKey("revision.key"), index=True, comment="the revision that was read"
    )
    season: Mapped[str] = mapped_column(
        # use_alter: the two tables refer to one another, so one reference is made after both.
        ForeignKey("season.label", deferrable=True, initially="DEFERRED", use_alter=True),
        index=True,
        comment="the season that the page was read for",
    )
    span_start: Mapped[int] = mapped_column(comment="first character, from 0")
    span_end: Mapped[int] = mapped_column(comment="the character after it")
    line: Mapped[int] = mapped_column(comment="line of the first character, from 1")
    disposition: Mapped[str] = mapped_column(
        comment="loaded, context, ignored, invisible, quarantined or unrecognised"
    )
    reason: Mapped[str] = mapped_column(comment="name of the rule or handler")
    scores: Mapped[int] = mapped_column(comment="how many scores a reader of the page sees in it")
