"""What no reader of a page sees is `invisible`, and each construct counts the scores in it."""

import sqlalchemy as sa
from alembic import op

revision = "0003_score_counts"
down_revision = "0002_stages_ties_editions"
branch_labels = None
depends_on = None

KNOWN_DISPOSITION = "ck_construct_known_disposition"
BEFORE = "'loaded', 'context', 'ignored', 'quarantined', 'unrecognised'"
AFTER = "'loaded', 'context', 'ignored', 'invisible', 'quarantined', 'unrecognised'"
WORDS_BEFORE = "loaded, context, ignored, quarantined or unrecognised"
WORDS_AFTER = "loaded, context, ignored, invisible, quarantined or unrecognised"


def upgrade() -> None:
    scores = sa.Column(
        "scores",
        sa.Integer(),
        nullable=False,
        server_default="0",
        comment="how many scores a reader of the page sees in it",
    )
    with op.batch_alter_table("construct") as construct:
        construct.add_column(scores)
        construct.create_check_constraint(op.f("ck_construct_scores_not_negative"), "scores >= 0")
        construct.drop_constraint(op.f(KNOWN_DISPOSITION), type_="check")
        construct.create_check_constraint(op.f(KNOWN_DISPOSITION), f"disposition IN ({AFTER})")
        construct.alter_column("disposition", comment=WORDS_AFTER, existing_comment=WORDS_BEFORE)
    # every load writes the number
    with op.batch_alter_table("construct") as construct:
        construct.alter_column("scores", server_default=None)


def downgrade() -> None:
    op.execute("UPDATE construct SET disposition = 'ignored' WHERE disposition = 'invisible'")
    with op.batch_alter_table("construct") as construct:
        construct.drop_constraint(op.f(KNOWN_DISPOSITION), type_="check")
        construct.create_check_constraint(op.f(KNOWN_DISPOSITION), f"disposition IN ({BEFORE})")
        construct.alter_column("disposition", comment=WORDS_BEFORE, existing_comment=WORDS_AFTER)
        construct.drop_constraint(op.f("ck_construct_scores_not_negative"), type_="check")
        construct.drop_column("scores")
