"""The errors that reading a story raises."""


class StoryError(ValueError):
    """A story that can't be read; the message names the file and the cure."""


class UnreadableError(ValueError):
    """A file that is left out of its story; the message gives the reason and the cure."""
