"""The annotation of a story: what a careful reader found in it."""

from collections import Counter
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError, model_validator

from factdiff.tables import RELATIONS, TYPES


class GoldError(ValueError):
    """A gold file that can't be used; the message names the file, the place in it and the cure."""


class GoldReading(BaseModel):
    """What one article says on a fact: a verbatim piece of it, and the value that piece carries."""

    article: str
    evidence: str = Field(min_length=1)
    value: dict[str, object] = {}
    group: str


class GoldFact(BaseModel):
    """One question, its readings, and how their groups stand to each other ("A-B" to a relation)."""

    id: str
    type: Literal[TYPES]
    readings: list[GoldReading] = Field(min_length=1)
    relations: dict[str, Literal[RELATIONS]] = {}
    verdict: Literal[RELATIONS]

    @property
    def is_of_one_article(self) -> bool:
        """Whether this is an article against itself."""
        return len({reading.article for reading in self.readings}) == 1

    def relation(self, first: int, second: int) -> str:
        """Return how the readings at two places stand to each other."""
        groups = sorted((self.readings[first].group, self.readings[second].group))
        return "agree" if groups[0] == groups[1] else self.relations.get("-".join(groups), "agree")


class Gold(BaseModel):
    """An annotated story."""

    story: str
    facts: list[GoldFact] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> "Gold":
        twice = [name for name, n in Counter(fact.id for fact in self.facts).items() if n > 1]
        if twice:
            raise ValueError(f"the fact ids {', '.join(twice)} stand there twice")
        return self


def read_gold(path: Path) -> Gold:
    """Read and check a gold file.

    Raises:
        GoldError: the file is missing, is no JSON, or lacks what a gold file must have.
    """
    try:
        return Gold.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: can't read the gold file ({error.strerror}). Check the path.") from error
    except ValidationError as error:
        raise GoldError(f"{path}: no gold file: {_first(error)}. Mend the file.") from error


def _first(error: ValidationError) -> str:
    """Say what is wrong first, and where, in one line."""
    detail = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{place + ': ' if place else ''}{detail['msg']}{more}"
