"""The base of all errors that a user can cause and mend."""


class CopaPeruError(Exception):
    """Something a user can mend. The message says what was found, what was expected, what to do.

    The command line prints the message alone and ends with status 1. Any other exception is a
    fault of the program and keeps its traceback.
    """
