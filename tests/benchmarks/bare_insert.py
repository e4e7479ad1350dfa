"""The smallest one-shot insert with the SQLAlchemy ORM: what `journal log` is measured against."""

import sys

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    """The base of the one table."""


class Drink(Base):
    """One drink."""

    __tablename__ = "drink"
    id: Mapped[int] = mapped_column(primary_key=True)
    ml: Mapped[int]


engine = create_engine(f"sqlite:///{sys.argv[1]}")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Drink(ml=250))
    session.commit()
print("Recorded", flush=True)
