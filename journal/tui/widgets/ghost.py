"""The first completion, shown behind the cursor of a line; the right arrow takes it."""

from collections.abc import Callable

from textual.suggester import Suggester


class Ghost(Suggester):
    """Suggests the first whole line that begins with what was typed; `lines_like` gives those to choose from."""

    def __init__(self, lines_like: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._lines_like = lines_like

    async def get_suggestion(self, value: str) -> str | None:
        """A whole line that begins with what was typed; None when there is none."""
        return next((line for line in self._lines_like(value) if line.startswith(value)), None)
