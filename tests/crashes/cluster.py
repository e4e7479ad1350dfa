"""A PostgreSQL server of the rounds' own: it is started for them alone, and may die."""

import os
import random
import shutil
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path


class Cluster:
    """A server on the loopback, whose data lies in a folder; it waits for the disk, as a real one does."""

    def __init__(self) -> None:
        # Not in the folder of the rounds: PostgreSQL refuses to run as root, and others may not look in there.
        is_root = os.getuid() == 0
        self._folder = Path(tempfile.mkdtemp(prefix="journal-server-", dir="/tmp" if is_root else None))  # noqa: S108
        self._as_owner = (
            ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if is_root else []
        )
        if is_root:
            shutil.chown(self._folder, "postgres")
        self.port = _free_port()
        self._run(
            "initdb", "-D", f"{self._folder}/data", "-A", "trust", "-U", "journal", "--encoding", "UTF8"
        )
        self.start()

    def url(self, database: str = "postgres") -> str:
        """The URL of one of its databases."""
        return f"postgresql+psycopg://journal@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder} -p {self.port}"
        self._pg_ctl("-w", "-l", f"{self._folder}/log", "-o", options, "start")

    def die(self) -> None:
        """Let it end as in a crash: nothing is finished, nothing is written that was not on the disk."""
        self._pg_ctl("-m", "immediate", "stop")

    def _pg_ctl(self, *words: str) -> None:
        self._run("pg_ctl", "-D", f"{self._folder}/data", *words)

    def remove(self) -> None:
        """End it, and leave nothing."""
        self.die()
        shutil.rmtree(self._folder)

    def _run(self, program: str, *words: str) -> None:
        # Into a file: the server that `pg_ctl` starts would keep a pipe open.
        with tempfile.TemporaryFile("w+") as said:
            call = [*self._as_owner, str(programs() / program), *words]
            done = subprocess.run(call, stdout=said, stderr=said, cwd=self._folder, check=False)
            said.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} failed: {said.read()}")


def _free_port() -> int:
    """A port on which nobody listens, below those that are given to whoever calls somebody.

    While a server that died is away, one of those could be taken, and it would not start again.
    """
    for port in random.sample(range(20_000, 32_000), 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise RuntimeError("a hundred ports were tried, and somebody listens on each")


def programs() -> Path:
    """The folder of the server's programs, of the newest version that Debian has installed, or on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise SystemExit("there is no PostgreSQL server on this machine; on Debian: apt install postgresql")
    return found[-1].parent if found else Path(str(on_path)).parent
