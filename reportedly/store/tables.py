"""The tables as they are after the last migration. Nothing that can be counted is stored."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A time that is in UTC and says so, also where the database keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As stored. Raises: ValueError: if the time does not say its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """As read."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData()

edition = Table(
    "edition",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("content", Text, nullable=False),
)

attempt = Table(
    "attempt",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("learner", Text, nullable=False),
    Column("bank", Text, nullable=False),
    Column("edition", Text, ForeignKey("edition.key"), nullable=False),
    Column("mode", Text, nullable=False),
    Column("asks_certainty", Boolean, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("questions", Text, nullable=False),  # a JSON list of ids
    Column("position", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Index("attempt_of_learner", "learner", "finished_at"),
    Index("attempt_of_edition", "edition"),
    Index("attempt_by_start", "started_at"),
    Index("attempt_of_bank", "bank", "finished_at"),
)

answer = Table(
    "answer",
    metadata,
    # Learner and question together are the key: a second click can only meet the first one's row.
    Column("attempt", Text, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("response", Text, nullable=False),  # the JSON of `to_plain`
    Column("certainty", Text),
    Column("answered_at", Moment, nullable=False),
)

passphrase = Table(
    "passphrase",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("hash", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("set_at", Moment, nullable=False),
)

instructor_session = Table(
    "instructor_session",
    metadata,
    Column("token", Text, primary_key=True, nullable=False),  # a hash of the cookie's
    Column("name", Text, nullable=False),
    Column("until", Moment, nullable=False),
)

sign_in_try = Table(
    "sign_in_try",
    metadata,
    Column("client", Text, primary_key=True, nullable=False),  # stands for an address
    Column("wrong", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
)

bank_version = Table(
    "bank_version",
    metadata,
    Column("bank", Text, primary_key=True, nullable=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

# A correction says that answers to a question were marked again by the version in its edition; the
# answers and the editions they were given to stay as they are, so both scores can be reckoned.
correction = Table(
    "correction",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("bank", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("edition", Text, ForeignKey("edition.key"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Index("correction_of_bank", "bank"),
    Index("correction_of_edition", "edition"),
)

corrected_attempt = Table(
    "corrected_attempt",
    metadata,
    Column("attempt", Text, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True),
    Column("correction", Text, ForeignKey("correction.id", ondelete="CASCADE"), primary_key=True),
    Index("attempts_of_correction", "correction"),
)

correction_withdrawal = Table(
    "correction_withdrawal",
    metadata,
    Column("correction", Text, ForeignKey("correction.id", ondelete="CASCADE"), primary_key=True),
    Column("withdrawn_by", Text, nullable=False),
    Column("withdrawn_at", Moment, nullable=False),
)

lesson = Table(
    "lesson",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("code", Text, nullable=False),
    Column("edition", Text, ForeignKey("edition.key"), nullable=False),
    Column("bank", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("host_key", Text, nullable=False),  # opens this one lesson's controls
    Column("content", Text, nullable=False),  # the JSON of a Lesson
    Column("revision", Integer, nullable=False),  # grows with each move
    Column("begun_at", Moment, nullable=False),
    Column("moved_at", Moment, nullable=False),
    Column("host_seen_at", Moment),
    Column("alive_at", Moment),  # when a server last kept its timer
    Index("lesson_by_code", "code", unique=True),
    Index("lesson_of_edition", "edition"),
)

lesson_seat = Table(
    "lesson_seat",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("lesson", Text, ForeignKey("lesson.id", ondelete="CASCADE"), nullable=False),
    Column("token", Text, nullable=False),  # a hash of the browser's
    Column("client", Text, nullable=False),  # stands for a browser, in this lesson only
    Column("name", Text),
    Column("folded_name", Text),
    Column("time", Text, nullable=False),
    Column("round", Integer, nullable=False),
    Column("joined_at", Moment, nullable=False),
    Column("unlisted", Boolean, nullable=False),  # wants to be left out of the standings
    Index("lesson_seat_by_token", "lesson", "token", unique=True),
    Index("lesson_seat_by_name", "lesson", "folded_name", unique=True),
)

lesson_answer = Table(
    "lesson_answer",
    metadata,
    # Together the key: an answer sent again can only meet its own row. In this order, and on SQLite
    # kept in it, the answers of a class to one question lie side by side: few pages to write.
    Column("lesson", Text, ForeignKey("lesson.id", ondelete="CASCADE"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("seat", Text, primary_key=True),
    Column("response", Text, nullable=False),  # the JSON of `to_plain`
    Column("certainty", Text),
    Column("sent", Integer, nullable=False),  # the seat's own count of answers to this question
    Column("answered_at", Moment, nullable=False),
    Column("time_left", Integer),  # percent of the seat's own time, where speed counts
    sqlite_with_rowid=False,
)

study = Table(
    "study",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("code", Text, nullable=False),
    Column("edition", Text, ForeignKey("edition.key"), nullable=False),
    Column("transfer_edition", Text, ForeignKey("edition.key")),
    Column("content", Text, nullable=False),  # the JSON of a Plan
    Column("made_by", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("after_from", Moment),
    Column("closed_at", Moment),
    Index("study_by_code", "code", unique=True),
    Index("study_of_edition", "edition"),
    Index("study_of_transfer_edition", "transfer_edition"),
)

study_bank = Table(
    "study_bank",
    metadata,
    Column("study", Text, ForeignKey("study.id", ondelete="CASCADE"), primary_key=True),
    Column("bank", Text, primary_key=True),
)

study_member = Table(
    "study_member",
    metadata,
    Column("study", Text, ForeignKey("study.id", ondelete="CASCADE"), primary_key=True),
    Column("learner", Text, primary_key=True),
    Column("place", Integer, nullable=False),  # from it follows which form comes first
    Column("joined_at", Moment, nullable=False),
    Index("study_member_by_place", "study", "place", unique=True),
    Index("studies_of_learner", "learner"),
)

study_sitting = Table(
    "study_sitting",
    metadata,
    Column("attempt", Text, ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True),
    Column("study", Text, ForeignKey("study.id", ondelete="CASCADE"), nullable=False),
    Column("learner", Text, nullable=False),
    Column("part", Text, nullable=False),
    Index("study_sitting_of_part", "study", "learner", "part", unique=True),
)

migration = Table(
    "migration",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
)
