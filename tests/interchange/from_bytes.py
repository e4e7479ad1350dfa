"""Foreign files that a test holds in its hands: put on a disk and read there, as the program does it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from journal.interchange.imported import Imported
from journal.interchange.recognise import Format
from journal.interchange.rows.foreign import Options


def read(form: Format, data: bytes, options: Options) -> Imported:
    """What a format makes of a file with that content."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / options.file
        path.write_bytes(data)
        return form.read(path, options)


def recognises(form: Format, data: bytes) -> bool:
    """Whether a format knows a file with that content as its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        return form.recognises(path, data[:65_536])
