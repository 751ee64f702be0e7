"""A message as the patterns read it."""

from __future__ import annotations

from knowledge.language import normalize

_APOSTROPHES = str.maketrans("’‘ʼ`", "''''")
_ACCENTS = str.maketrans("áàâéèêëíîïóôúûùñç", "aaaeeeeiiioouuunc")

_TRADITIONAL = str.maketrans(
    "殺沒還藥農會們來這個後見聽難結條絕離開媽爺孫氣過當樓橋遠醒脫斷負擔輕為麼無夠膩勁壓終錢餘額債帳總請問貸",
    "杀没还药农会们来这个后见听难结条绝离开妈爷孙气过当楼桥远醒脱断负担轻为么无够腻劲压终钱余额债账总请问贷",
)


def folded(message: str) -> str:
    """In small letters, with plain apostrophes."""
    return normalize(message).strip().translate(_APOSTROPHES)


def bare(message: str) -> str:
    """Folded, on one line, and Spanish and French as typed without their marks; Hindi keeps its own."""
    return " ".join(folded(message).translate(_ACCENTS).split())


def simplified(message: str) -> str:
    """Chinese in simplified characters, as far as the patterns have them."""
    return message.translate(_TRADITIONAL)
