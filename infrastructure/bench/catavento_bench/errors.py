class CannotMeasure(Exception):
    """Something that was to be measured did not run, or did not do the whole work; the message is one line."""
