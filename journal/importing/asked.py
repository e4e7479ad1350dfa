"""What is asked of an import: the format, what the file does not say, and what is to be done about bad rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from journal.interchange.rows.foreign import DateOrder
from journal.vocabulary import DistanceUnit, MassUnit


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with files, and what was told that they do not say; see `foreign.Options`."""

    source: str = "auto"
    """The format after `--from`; auto = what each file looks like."""
    weight_unit: MassUnit | None = None
    distance_unit: DistanceUnit | None = None
    date_order: DateOrder | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """Exercises that names of the file mean, by their slugs; remembered as other names of them."""
    keep_doubles: bool = False
    """Whether sessions come in that look like ones that another program, or the writer, recorded already."""
    skip_bad_rows: bool = False
    dry_run: bool = False
