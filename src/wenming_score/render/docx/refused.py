"""Why a template cannot be filled in."""


class Refused(Exception):  # noqa: N818 - a word of the office, not of the program
    """A template cannot be filled in; the message is for people."""
