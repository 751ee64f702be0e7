"""From passages to an answer with its citation, a refusal, or a redirect."""

from knowledge.answering.answerer import Answerer
from knowledge.answering.calibration import Calibration, default_calibrations
from knowledge.answering.model import ChatModel, chat_model
from knowledge.answering.story import StoryPointer
from knowledge.answering.weighed import Weighed

__all__ = [
    "Answerer",
    "Calibration",
    "ChatModel",
    "StoryPointer",
    "Weighed",
    "chat_model",
    "default_calibrations",
]
