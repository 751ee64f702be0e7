"""What could not be answered, and the answers people write for it."""

from knowledge.gaps.gaps import Gap, Gaps, ToTell, UnknownGap
from knowledge.gaps.meaning import Embed, by_encoders

__all__ = ["Embed", "Gap", "Gaps", "ToTell", "UnknownGap", "by_encoders"]
