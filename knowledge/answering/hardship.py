"""Death, illness, hunger and loss told as such: no question to the papers, and no answer to a question of ours."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import bare, folded

LONGEST = 200  # letters; longer than that it is a story, which is heard as one
_EN_KIN = r"(?:husband|wife|child|kids?|children|baby|son|daughter|mother|mum|mom|mama|father|dad|parents?|brother|sister|grandmother|grandfather|family|twins?)"
_EN_WHOSE = r"(?:my|our|the) (?:\w+ ){0,2}?"
_ZH_KIN = r"(?:丈夫|老公|男人|爱人|老婆|妻子|媳妇|老伴|孩子|娃|儿子|女儿|闺女|爸爸?|爹|父亲|妈妈?|娘|母亲|公公|婆婆|爷爷|奶奶|哥哥?|弟弟?|姐姐?|妹妹?|孙子|孙女|家人)"
_SW_KIN = r"(?:mume|mke|mtoto|watoto|mwanangu|wanangu|mama|baba|kaka|dada|ndugu|bibi|babu|mjukuu|familia|mzazi|wazazi)"
_PEOPLE = (
    rf"\b{_EN_WHOSE}{_EN_KIN}\b.{{0,20}}\b(?:died|dead|dying|passed away|pased away|(?:was |got )?killed|(?:is|are|was|got|fell|very|so) (?:very |so |badly |seriously )?(?:sick|ill)|in (?:the )?hospital|had an accident)\b",
    rf"\b(?:i |we |i have |we have |i've |just )+lost (?:my|our) {_EN_KIN}\b|\b(?:i am|i'm|im|we are) (?:very |so |badly |too )?(?:sick|ill)\b|\b(?:i am|i'm|im) in (?:the )?hospital\b",
    r"\b(?:we|i|children|kids) (?:have|had|got) (?:no food|nothing to eat)|\bno food (?:in the house|at home)|\b(?:we are|i am|i'm|children are|kids are) (?:very |so |all )?(?:hungry|starving)\b",
    r"\b(?:my|our) (?:house|home|hut|shop|barn) (?:is |has |was |just |got |all )*(?:burn(?:ed|t)|on fire|destroyed|collapsed|washed away|flooded|fell down)\b",
    rf"(?:我|俺|家里|家|刚)?的?{_ZH_KIN}.{{0,6}}(?:去世|过世|死|走了$|没了|不在了|病重|病得|病倒|重病|生病|住院|出了?车祸|出事)|我(?:生了?病|病了|病倒|住院|得了重病)",
    r"(?:没有?|没什么)(?:东西|饭|粮食?|米)吃|揭不开锅|挨饿|(?:房子|家|屋子?|店)(?:里)?(?:被|给|都|昨[天晚])*(?:烧|着火|塌|淹|冲走|冲垮)",
    rf"\b{_SW_KIN}\b(?: (?:wangu|yangu|wetu|yetu|wake))?.{{0,15}}\b(?:amefariki|alifariki|amekufa|alikufa|wamekufa|wamefariki|amelazwa|anaumwa|mgonjwa|wagonjwa|amepata ajali|ameuawa)\b|\bnimefiwa|\btumefiwa|\bnimelazwa\b|\b(?:naumwa|ninaumwa|mimi ni mgonjwa|ni mgonjwa sana)\b",
    r"\b(?:hatuna|sina|hamna|hakuna) chakula\b|\b(?:tuna|tunakufa|nina|nakufa|wana) njaa\b|\bnyumba (?:yangu|yetu)? ?(?:imeungua|imechomeka|imewaka|imeanguka|imebomoka|imesombwa)",
    # All that he had.
    r"\b(?:i|we)(?: have|'ve)? (?:just )?lost (?:everything|it all|all (?:i|we) had)\b|\b(?:lo )?perd(?:i|imos) todo\b|\b(?:lo|hemos|he) perdido todo\b|\bj'ai tout perdu\b|\b(?:on a|nous avons) tout perdu\b|\b(?:nimepoteza|tumepoteza|nilipoteza) (?:kila kitu|vyote|mali yote)\b|(?:什么都没了|啥都没了|家里全没了|一无所有)|(?:सब कुछ|सबकुछ) (?:खो|बर्बाद|तबाह|बह|लुट|ख\u093c?त्म)",
    r"मेरे? ?(?:पति|पत्नी|बच्चे|बच्चा|बेटे|बेटा|बेटी|मां|माँ|पिता|भाई|बहन)\S* .{0,12}(?:देहांत|मौत|गुजर|गुज़र|मर ग|चल बस|बीमार|अस्पताल)|मेरी (?:पत्नी|बेटी|मां|माँ|बहन) .{0,12}(?:देहांत|मौत|गुजर|गुज़र|मर ग|चल बस|बीमार|अस्पताल)|(?:घर|मकान) (?:जल|गिर) गया|खाने को कुछ नहीं",
    r"\b(?:mi|mis|nuestro|nuestra) (?:\w+ )?(?:marido|esposo|esposa|mujer|hijos?|hijas?|madre|padre|mama|papa|hermano|hermana|bebe)\b.{0,12}\b(?:murio|fallecio|ha muerto|esta muerto|esta muerta|muy enferm[oa]|enferm[oa]|en el hospital)|\b(?:murio|fallecio) mi\b|\bse (?:me )?(?:quemo|cayo) (?:mi|la) casa|\bno tenemos (?:comida|que comer)",
    r"\b(?:mon|ma|mes|notre) (?:\w+ )?(?:mari|femme|epouse|enfants?|fils|fille|mere|pere|frere|soeur|bebe|maman|papa)\b.{0,12}\b(?:mort|morte|decede|decedee|malade|hopital|accident)|\b(?:ma|notre) maison (?:a|est) (?:brule|brulee|tombee|detruite)|\bon n'?a rien a manger",
)  # fmt: skip
_GOODS = (
    r"\b(?:my|our|the|all)(?: \w+)? (?:goats?|cows?|cattle|pigs?|chickens?|hens?|sheep|animals|fish|bees|crops?|maize|corn|harvest|field|rice|wheat)\b.{0,15}\b(?:died|dead|dying|all died|failed|destroyed|burn(?:ed|t)|lost|washed away|flooded|sick|stolen)\b",
    r"(?:羊|牛|猪|鸡|鸭|鱼|牲口|庄稼|玉米|稻子|麦子|收成|地).{0,4}(?:全死|都死|死光|死了|绝收|被淹|淹了|烧了|被偷|冲走|旱死)",
    r"\b(?:mbuzi|ng'?ombe|kuku|nguruwe|kondoo|mifugo|samaki)(?: (?:wangu|wetu|wote))*.{0,8}\b(?:wamekufa|wanakufa|amekufa|wameibiwa|wanaumwa)\b|\b(?:mazao|mavuno|mahindi|shamba)(?: (?:yangu|yetu|langu|letu|yote))*.{0,8}\b(?:yamekufa|yameharibika|yamekauka|yamesombwa|limesombwa|limeharibika|yameshindikana)\b",
    r"(?:बकरी|बकरियां|बकरियाँ|गाय|भैंस|मुर्गियां|फसल)\S* .{0,10}(?:मर ग|बर्बाद|नष्ट|चोरी)",
    r"\b(?:mis|mi|todas?|todos?|las?|los?) (?:cabras?|vacas?|gallinas?|cerdos?|animales|cosecha|cultivos?)\b.{0,15}\b(?:murieron|murio|se perdio|perdida|muert[oa]s?|robad[oa]s?)\b",
    r"\b(?:mes|ma|mon|toutes?|tous|les?|la) (?:chevres?|vaches?|poules?|cochons?|animaux|recolte|cultures?)\b.{0,15}\b(?:mort(?:e?s)?|detruites?|perdue?s?|volee?s?)\b",
)  # fmt: skip
_ASKS = regex.compile(
    r"[?？]|\b(?:how|when|which|where|who|whom|what|why|can|may|could|should|must|will|would|do i|is there|lini|gani|ngapi|wapi|vipi|nani|nini|je|naweza|como|cuando|quien|que hago|puedo|comment|quand|qui|puis-je|quoi)\b"
    r"|\b(?:cuant[oa]s?|combien|kwa muda)\b|吗|怎么|多少|多久|多长|哪|什么(?!都没)|能不能|可以|谁|要不要|क्या|कैसे|कब|कौन|कितन"
)
_PEOPLE_RE = tuple(regex.compile(one) for one in _PEOPLE)
_GOODS_RE = tuple(regex.compile(one) for one in _GOODS)


def is_hardship(message: str) -> bool:
    """Whether somebody tells of death, illness, hunger or a lost home, and asks nothing."""
    return _says(message, _PEOPLE_RE)


def is_loss(message: str) -> bool:
    """Whether somebody tells that his animals or his harvest are lost, and asks nothing."""
    return _says(message, _GOODS_RE)


def _says(message: str, patterns: tuple[regex.Pattern[str], ...]) -> bool:
    said, plain = folded(message), bare(message)
    if not said or len(said) > LONGEST or _ASKS.search(said):
        return False
    return any(pattern.search(said) or pattern.search(plain) for pattern in patterns)
