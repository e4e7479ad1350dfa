"""The palette: everything that can be done, by its name."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """The palette, whose list has no pages while there is no room for a row of it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list wait until it is shown: the height of a page that is not there is not known."""
        if action == "command_list" and not any(
            one.scrollable_content_region for one in self.query(CommandList)
        ):
            return False
        return super().check_action(action, parameters)
