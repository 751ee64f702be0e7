"""A message without whom it calls on: "my friend, …", "meri maa, …", "大姐，…"."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

# Behind a comma the same words may stand in the sentence: "mere bhai ka kitna baki hai" calls on nobody.
_LATIN = r"(?:(?:hey|oh|dear|my|mi|mon|ma|cher|chere|estimad[oa]|o|are|ee|e) )*(?:friend|brother|bro|sister|sis|sir|madam|mum|mama|boss|chief|officer|teacher|dear|amig[oa]|herman[oa]|compa|senor[a]?|don|jefe|ami|amie|frere|soeur|monsieur|madame|chef|mama|baba|bwana|bibi|dada|kaka|ndugu|rafiki|mkuu|bosi|afisa|mzee|mwalimu|shangazi|mjomba)(?: (?:yangu|wangu|zangu|mpendwa))?"
_ZH_KIN = r"(?:(?:我的?)?(?:大[哥姐妈叔爷]|[哥姐弟妹]{1,2}|妈妈?|爸爸?|爷爷|奶奶|阿姨|叔叔|老[乡板]|兄弟|朋友|小[王李张刘陈]))"
_FRONT = regex.compile(
    rf"^\W*{_LATIN}(?:\s*[,!:;]\s*|\s+(?=(?:how|what|na|nina|nime|bado|cuanto|combien|je)\b|nadaiwa))"
    r"|^\W*(?:您好|你好)?(?:(?:老师|师傅|领导|经理|同志|先生|女士|信贷员|主任|小姐)[,，!！:：\s]*(?=[我还请现一])"
    # Kin and friends owe, too: 妈妈还欠多少 is what she owes.
    rf"|{_ZH_KIN}(?:\s*[,，!！:：]\s*(?=[我还请现一])|\s*(?=(?:请问?|现在)?我)))"
)
_HI_KIN = r"(?:bh(?:ai|e|aiya|eya)|bahan|bahin|behan|didi|pita|papa|bap|mata|man|ma|biv[iy]|beta|bete|beti|dost|chacha|chachi|mama|mami|sahab|saheb|sar|madam|guruji|babu|dada|dadi)(?: (?:ji|jan|jaan))?"
_HI_CALLS = r"(?:(?:are|o|he|ae|ai|sun|suno|mer[aei]|pyar[iae]) )*"
_HI_SELF = r"(?=(?:mer[aei]|mujh\w*|hamar[aei]|hame)\b)"
_HI_FRONT = regex.compile(rf"^\W*{_HI_CALLS}{_HI_KIN}(?:\s*[,!।]+\s*|\s+{_HI_SELF})")
_HI_END = regex.compile(
    rf"(?:\s*,\s*|(?<=\b(?:h|he|hai|batao|batana|do|bolo|hun|dena|baki)\b)\s+){_HI_CALLS}{_HI_KIN}\W*$"
)


def without_address(said: str) -> str:
    """Folded text without whom it calls on in front."""
    return _FRONT.sub("", said, count=1)


def without_hindi_address(said: str) -> str:
    """The same of romanised Hindi, where he may be called on at the end as well."""
    return _HI_END.sub("", _HI_FRONT.sub("", said, count=1))
