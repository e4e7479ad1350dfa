"""A line to a server that can be cut at a chosen moment: a relay on the loopback between a program and the server."""

import socket
import threading
import time
from contextlib import suppress

from sqlalchemy import make_url

_GOODBYE = b"X\x00\x00\x00\x04"
"""What a program says last: `Terminate` of PostgreSQL's protocol."""


class BreakingLine:
    """Passes everything on, until it is cut; `url` leads to the server through it.

    `cut_at(b"COMMIT")` cuts when the program sends that: the server does not hear it.  With `heard` the server
    hears it and does it, and the program does not hear of it.  It happens `times` times, on a connection that
    has passed on what `after` says.  With `silently` nobody is told of the end: what is sent gets lost on the way,
    as when a laptop wakes up in another network.
    """

    def __init__(self, server: str) -> None:
        there = make_url(server)
        self._server = (there.host, there.port or 5432)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = there.set(host="127.0.0.1", port=self._listening.getsockname()[1]).render_as_string(False)
        self._open: list[socket.socket] = []
        self._lost: set[socket.socket] = set()
        self._words, self._after, self._heard, self._times, self._silently = b"", b"", False, 0, False
        self.silent = False
        """Whether everything gets lost on the way, on new connections too."""
        self.answers_once_cut = True
        """Whether new connections are taken after it was cut."""
        self.answers = True
        """Whether new connections are taken; without it they are ended at once, as by a server that was stopped."""
        self.connections = 0
        """How many were made."""
        self.calls: list[bytes] = []
        """What programs said, one after the other: what each waits for before it says more.

        Nobody waits for the word at the end of a connection, which may come when the next one has begun.
        """
        self.delay = 0.0
        """Seconds that each of these is on its way, there and back."""
        threading.Thread(target=self._take, daemon=True).start()

    def cut_at(
        self, words: bytes, *, after: bytes = b"", heard: bool = False, times: int = 1, silently: bool = False
    ) -> None:
        """Cut when the program sends these words next."""
        self._words, self._after, self._heard, self._times = words, after, heard, times
        self._silently = silently

    def cut(self) -> None:
        """Cut all that is open, now."""
        for one in self._open:
            _end(one)
        self._open.clear()

    def close(self) -> None:
        self._listening.close()
        self.cut()

    def _take(self) -> None:
        while True:
            try:
                program, _ = self._listening.accept()
            except OSError:
                return
            if not self.answers:
                _end(program)
                continue
            self.connections += 1
            server = socket.create_connection(self._server)
            self._open += [program, server]
            threading.Thread(target=self._to_server, args=(program, server), daemon=True).start()
            threading.Thread(target=self._back, args=(server, program), daemon=True).start()

    def _to_server(self, program: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            armed = False
            while said := program.recv(65_536):
                if said != _GOODBYE:
                    self.calls.append(said)
                time.sleep(self.delay)
                armed = armed or self._after in said
                if self._times and armed and self._words in said:
                    self._times -= 1
                    self.answers = self.answers and self.answers_once_cut
                    if self._silently:
                        self._lost |= {program, server}
                        if self._heard:
                            server.sendall(said)
                        continue
                    if self._heard:
                        _end(program, socket.SHUT_WR)  # what the server answers does not arrive
                        server.sendall(said)
                        server.shutdown(socket.SHUT_WR)
                        while server.recv(65_536):
                            pass
                    break
                if not (self.silent or program in self._lost):
                    server.sendall(said)
        if program not in self._lost:  # else the server does not hear that the program hung up
            _end(program)
            _end(server)

    def _back(self, server: socket.socket, program: socket.socket) -> None:
        with suppress(OSError):
            while said := server.recv(65_536):
                if not (self.silent or program in self._lost):
                    program.sendall(said)
        if program not in self._lost:
            _end(program)


def _end(one: socket.socket, how: int = socket.SHUT_RDWR) -> None:
    with suppress(OSError):
        one.shutdown(how)
    if how == socket.SHUT_RDWR:
        one.close()
