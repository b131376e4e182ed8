"""How Alembic runs our migrations: on the connection that schema.database hands over."""

from alembic import context

from schema.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter in place
)
context.run_migrations()
