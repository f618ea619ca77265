"""What ends a run of the notebooks."""


class SuiteError(RuntimeError):
    """The notebooks can't be run, or one of them didn't complete; the message names it and the cure."""
