"""From passages to an answer with its citation, a refusal, or a redirect."""

from knowledge.answering.answerer import Answerer, Weighed
from knowledge.answering.calibration import Calibration, default_calibration

__all__ = ["Answerer", "Calibration", "Weighed", "default_calibration"]
