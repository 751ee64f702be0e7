"""Which confidence weighs a question: the lender's own, else the one for what a reader has read, or has not."""

from __future__ import annotations

from knowledge.answering import Calibration, default_calibrations
from knowledge.answering.calibration import Calibrations


def test_a_question_read_by_the_reader_is_weighed_by_its_own_calibration() -> None:
    packaged = default_calibrations()
    assert packaged.of({"reader_known": 1.0, "dense_top:e5": 0.9}) is packaged.read
    assert packaged.of({"dense_top:e5": 0.9}) is packaged.unread
    assert packaged.of({"dense_missing": 1.0}) is packaged.words
    assert len({packaged.read.name, packaged.unread.name, packaged.words.name}) == 3


def test_what_the_reader_found_counts_and_a_foreign_passage_nobody_read_is_not_believed() -> None:
    packaged = default_calibrations()
    found = {"reader_known": 1.0, "dense_top:e5": 0.85, "reader_here": 0.5, "reader_here_best": 0.5}
    missed = found | {"reader_here": -0.5, "reader_here_best": -0.5}
    assert packaged.read.confidence(found) > packaged.read.threshold > packaged.read.confidence(missed)
    near = {"across": 1.0, "dense_known:e5": 1.0, "dense_top:e5:across": 0.6, "terms_few": 0.2}
    assert packaged.unread.confidence(near) < packaged.unread.threshold


def test_a_lenders_own_calibration_stands_for_all() -> None:
    own = Calibration("own", 0.0, {}, 0.5)
    assert Calibrations(own, own, own).of({"reader_known": 1.0}) is own
