"""Keys are taken one after the other, however fast they come: typed ahead, pasted, or over a slow line.

By itself a key goes to the widget that has the focus when it arrives, although a key before it, which is still on
its way, may be about to move the focus; and a key that is bound travels up to the application while the next one is
already being written.  Here the next key waits until the one before it has been through.
"""

import asyncio
from collections import deque
from dataclasses import dataclass
from functools import partial
from math import inf
from time import monotonic

from textual import on
from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.message import Message
from textual.message_pump import MessagePump

_LOOK_SECONDS = 0.03
"""How often it is looked whether the widget of a key is still there, with which the key would be gone; before that,
what the key set off may still be on its way from elsewhere."""
_LONGEST_SECONDS = 0.5
"""A key that is not through by then (its widget is at work) holds up the others no longer."""
_BREATH_SECONDS = 0.05
"""What the screen is left for its own between two things that are done while it is quiet."""


class KeysInTurn(App[None]):
    """An application that takes each key only after the one before it."""

    @dataclass
    class Through(Message):
        """Travels the way of a key right behind it: when it has arrived, so has the key.

        A `second` one follows behind the messages that the key set off on that way.
        """

        number: int
        begins_at: MessagePump
        second: bool = False

    def __init__(self) -> None:
        super().__init__()
        self._keys_waiting: deque[Key] = deque()
        self._keys_begun = 0
        self._key_on_its_way = False
        self._way: tuple[DOMNode, float] = (self, -inf)
        """Where the key that is on its way was handed to, and when."""
        self._last_key_at = -inf

    async def until_quiet(self, seconds: float) -> None:
        """Until no key has come for some seconds, so that what is done then makes nobody wait who is typing."""
        await asyncio.sleep(_BREATH_SECONDS)
        while (left := self._last_key_at + seconds - monotonic()) > 0:
            await asyncio.sleep(left)

    async def on_event(self, event: Event) -> None:
        """Hand a key on, or let it wait for its turn; one that comes when the screens are gone is for nobody."""
        if isinstance(event, Key) and not self.screen_stack:
            return
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._last_key_at = monotonic()
        self._keys_waiting.append(event)
        if not self._key_on_its_way:
            await self._hand_on()
        elif len(self._keys_waiting) == 1:
            await self._look(self._keys_begun)

    async def _hand_on(self) -> None:
        """Hand on the keys that wait, up to one that travels."""
        while self._keys_waiting and self.screen_stack:
            self._key_on_its_way = True
            key, target = self._keys_waiting.popleft(), self.focused or self.screen
            await super().on_event(key)
            self._key_on_its_way = key.is_forwarded
            if self._key_on_its_way:
                self._keys_begun += 1
                number = self._keys_begun
                target.post_message(self.Through(number, target))
                self._way = target, monotonic()
                if self._keys_waiting:
                    await self._look(number)
                return

    async def _look(self, number: int) -> None:
        """Where a widget is taken away with a key on its way, nobody would tell those that wait that it is through."""
        if number != self._keys_begun or not self._key_on_its_way:
            return
        target, since = self._way
        taken = monotonic() - since
        if taken > _LONGEST_SECONDS or (taken >= _LOOK_SECONDS and not self._is_there(target)):
            await self._is_through(number)
        else:
            self.set_timer(_LOOK_SECONDS, partial(self._look, number))

    def _is_there(self, target: DOMNode) -> bool:
        way = target.ancestors_with_self
        return way[-1] is self and all(node.is_running for node in way)

    @on(Through)
    async def _arrived(self, message: Through) -> None:
        begins_at = message.begins_at
        if message.second or not begins_at.post_message(self.Through(message.number, begins_at, second=True)):
            await self._is_through(message.number)

    async def _is_through(self, number: int) -> None:
        if number == self._keys_begun and self._key_on_its_way:
            self._key_on_its_way = False
            await self._hand_on()
