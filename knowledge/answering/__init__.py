"""From passages to an answer with its citation, a refusal, or a redirect."""

from knowledge.answering.answerer import Answerer, Weighed
from knowledge.answering.calibration import Calibration, default_calibration
from knowledge.answering.model import ChatModel, chat_model

__all__ = ["Answerer", "Calibration", "ChatModel", "Weighed", "chat_model", "default_calibration"]
