""" "I want English", "说中文", "ongea Kiswahili": the language somebody asks to be spoken to in, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Collection

from intake.reading.cleaning import clean, fold

LONGEST = 50  # letters
_NAMES = {
    "en": r"english|inglish|ingles|anglais|kiingereza|英语|英文|अंग्रेज\u093c?ी|angrezi",
    "zh": r"chinese|mandarin|putonghua|kichina|chino|chinois|中文|汉语|普通话|国语|华语|चीनी",
    "sw": r"swahili|kiswahili|suajili|斯瓦希里语|स्वाहिली",
    "hi": r"hindi|kihindi|印地语|हिन्दी|हिंदी",
    "es": r"spanish|espanol|espagnol|kihispania|西班牙语|स्पेनिश",
    "fr": r"french|francais|frances|kifaransa|法语|法文|फ\u093c?्रेंच",
}
# All that may stand beside the name where nothing is asked but to be spoken to in it.
_BESIDE = re.compile(
    r"(?:please|pls|plz|hi|hello|sorry|yes|ok|can|could|you|we|i|me|us|want|need|prefer|like|would|know|understand|speak|talk|say|write|use|answer|reply|change|switch|the|my|language|it|this|lets|let's|let|to|in|into|only|just|now|better|instead|with|thanks"
    r"|tafadhali|samahani|nataka|naomba|ninataka|napenda|naweza|niongee|ongea|zungumza|sema|andika|jibu|tumia|badilisha|badili|lugha|ya|kwa|iwe|tu|nami|na|mimi|tuongee|tuzungumze|uongee|ku|kutumia|kuongea|kuzungumza|najua|naelewa"
    r"|por|favor|quiero|habla|hable|hablas|hablar|en|espera|puede|puedes|cambia|cambiar|idioma|el|al|solo"
    r"|je|veux|voudrais|parle|parler|parlez|ecris|ecrivez|s'il|vous|te|plait|changer|langue|la|de|moi|svp"
    r"|mujhe|mein|me|main|bolo|baat|karo|karen|chahiye|bhasha|मुझे|में|मे|मैं|बोलो|बोलें|बात|करो|करें|कीजिए|चाहिए|भाषा|कृपया)(?![a-z])"
    r"|请|麻烦|你们?|您|我们?|俺|跟|和|对|给|要|想|只|会|懂|能|可以|用|说|讲|写|换成?|改成?|切换成?到?|到|成|语言|回答|回复|话|吧|啊|好吗|行吗|吗"
)
_FRAMED = {code: re.compile(rf"(?:{names})(?![a-z])") for code, names in _NAMES.items()}
_ACCENTS = str.maketrans("áàâéèêëíîïóôúûùñç", "aaaeeeeiiioouuunc")


def meant(text: str, spoken: Collection[str]) -> str | None:
    """The language asked for, of those that are `spoken` here; "" where it is another; None where none is asked for."""
    if len(text) > LONGEST or re.search(r"\b(?:do|does|don'?t|not|can i|in which|who)\b", text.lower()):
        return None
    said = fold(clean(text)).replace("’", "'").translate(_ACCENTS)
    named = [code for code, pattern in _FRAMED.items() if pattern.search(said)]
    if len(named) != 1:
        return None
    rest = _BESIDE.sub(" ", _FRAMED[named[0]].sub(" ", said))
    if re.search(r"\w", rest):
        return None
    return named[0] if named[0] in spoken else ""
