"""Lines out of the pieces that an engine sends, each with its time in front."""

import pytest

from pipeline.container_log import ContainerLog

#: Two pieces of one long line have the same time.
PIECES = [b"01 one\n", b"01 two\n", b"02 th", b"02 ree\n", b"02 \n", b"03 four\r\n", b"04 half"]
LINES = ["one", "two", "three", "four", "half"]


def told(*connections):
    lines = []
    log = ContainerLog(lines.append)
    for pieces in connections:
        log.feed(pieces)
    log.end()
    return lines


def test_lines_are_put_together_and_empty_ones_left_out():
    assert told(PIECES) == LINES


@pytest.mark.parametrize("cut", range(len(PIECES) + 1))
def test_a_second_connection_brings_nothing_twice(cut):
    assert told(PIECES[:cut], PIECES) == LINES


def test_each_of_many_connections_goes_on_where_the_one_before_stopped():
    assert told(*(PIECES[:cut] for cut in range(len(PIECES))), PIECES) == LINES


def test_what_rotation_took_away_in_between_is_no_harm():
    assert told(PIECES[:3], PIECES[5:]) == ["one", "two", "thfour", "half"]


def test_what_is_no_text_is_shown_as_such():
    assert told([b"01 a\xffb\n"]) == ["a\ufffdb"]
