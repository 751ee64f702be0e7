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
    rf"\b(?:i |we |i have |we have |i've |just )+lost (?:my|our) {_EN_KIN}\b|\b(?:i am|i'm|im|we are) (?:very |so |badly |too )?(?:sick|ill)\b(?! (?:and tired )?of\b)|\b(?:i am|i'm|im) in (?:the )?hospital\b",
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
    r"\b(?:mon|ma|mes|notre) (?:\w+ )?(?:mari|femme|epouse|enfants?|fils|fille|mere|pere|frere|soeur|bebe|maman|papa)\b.{0,12}\b(?:mort|morte|decede|decedee|malade|hopital|accident)|\b(?:ma|notre) maison (?:a|est) (?:brule|brulee|tombee|detruite)|\b(?:on n'?a|je n'?ai|nous n'?avons) (?:plus )?rien a manger",
)  # fmt: skip
_EN_OWED = r"(?:\w+ ){0,3}?(?:debts?|loans?|instal?ments?|interest|arrears)\b(?! (?:contracts?|agreements?|papers?|forms?|terms))"
_ES_OWED = r"(?:\w+ ){0,3}?(?:deudas?|prestamos?|creditos?)\b"
_FR_OWED = r"(?:\w+ ){0,2}?(?:dettes?|prets?|credits?)\b"
_SW_OWED = r"(?:\w+ ){0,2}?(?:deni|madeni|mkopo|mikopo)\b"
# Debts that somebody sees no end of. Whoever sees none of his life, or names death, is heard before (`despair`).
_DEBTS = (
    rf"\b(?:no|not? (?:see|find|have|know) (?:any|a)|(?:can ?not|can'?t|don'?t|cannot) (?:see|find|have|know) (?:any|a|the)) (?:other |more )?way (?:out|on|forward)(?: any ?more| left| for (?:me|us))* (?:of|from|with) {_EN_OWED}|\b(?:drowning|sinking|trapped|buried|stuck|choking|suffocating|deep|neck) in (?:so (?:much|many) |too (?:much|many) |my |all |the |these )*debts?\b|\b(?:debts?|loans?) (?:is|are|has|have)? ?(?:eating|crushing|swallowing|choking|strangling|suffocating|swallowed|eaten|too (?:much|many) for) (?:me|us)\b",
    rf"\bno (?:le |les |me )?(?:veo|encuentro|hay|tengo|queda)(?: (?:ya|mas|ninguna|otra|una|ni))* salida (?:a|de|para|con) {_ES_OWED}|\b(?:ahogad|hundid|atrapad|endeudad)[oa]s? (?:en|con|de|por|hasta) (?:(?:las?|mis|tantas|el) )*(?:deudas?|cuello)|\bdeudas? (?:me|nos) (?:estan? )?(?:ahoga|come|aplasta|asfixia)\w*",
    rf"\b(?:vois|trouve|ai|y a|ya|a|reste)(?: (?:plus|pas|aucune|d|de|autre))* ?(?:d ?')?(?:issue|porte de sortie) (?:a|pour|de|a cause de) {_FR_OWED}|\b(?:noye|croule|etouffe|coule|enfonce|ecrase)\w* (?:dans|sous|par) (?:(?:les|mes|ces|nos|la) )*dettes?",
    rf"\b(?:hakuna|sioni|sina|hamna|sijui|hatuoni|hatuna)(?: tena)? njia(?: (?:yoyote|nyingine|tena))? ya (?:kutoka|kuondoka|kuondokana|kujinasua|kujitoa|kujikwamua|kumaliza) (?:kwenye|katika|na|kwa)? ?{_SW_OWED}|\b(?:deni|madeni)(?: (?:haya|hili|yangu|langu|yote|ya \w+))* (?:yame|lime|yana|lina)(?:ni|tu)?(?:zid|lemea|elemea|kaba|shinda|tesa)\w*|\bnime(?:zama|zidiwa|lemewa) (?:kwenye|na|katika|ndani ya) (?:deni|madeni)",
    r"这(?:笔|些|个)?(?:债务?|贷款|欠款)(?:真的?|根本|完全|就|也|都)*(?:没有?|看不到|找不到)(?:任何|什么|一点)?(?:出路|办法)|(?:被)?(?:债|债务|贷款)(?:压|逼)(?:得|的)?(?:我|人|我们)?(?:喘不过气|透不过气|抬不起头|睡不着)|(?:陷|掉)(?:在|进|入)了?(?:债|债务)|(?:一身|满身|一屁股)(?:是)?债",
    r"(?:कर्ज\u093c?|ऋण|उधार|लोन)(?:े|ों)? (?:से|के) .{0,25}(?:रास्ता|उपाय) (?:नहीं|नही)|(?:कर्ज\u093c?|ऋण|लोन)(?:े|ों)? (?:में|मे|के नीचे) (?:डूब|दब|फ\u093c?ंस|फँस)|\b(?:karj|karz|karja|karza|loan|lon|udhar|rin)[eo]?n? se .{0,25}ra[sa]*ta nahi\w*|\b(?:karj|karz|karja|karza|loan|lon)[eo]?n? (?:me|mein|ke niche) (?:dub|doob|dab|fas|phas)\w*",
)  # fmt: skip
# All that is said, and of what there is no way out is not: no life, no road, no debt.
_NO_WAY_OUT = regex.compile(
    r"\W*(?:(?:there (?:is|'?s)|there's|its|it's)(?: just| really| simply)? )?no way out(?: (?:at all|any ?more|now|left|here))*\W*"
    r"|\W*no hay(?: (?:ya|ninguna|mas))* salida(?: (?:ya|mas))*\W*|\W*(?:il )?(?:n')?(?:y a|ya) (?:pas|plus|aucune)(?: d')? ?(?:issue|porte de sortie)\W*|\W*hakuna(?: tena)? njia(?: (?:tena|ya kutoka))*\W*|\W*(?:ab )?koi (?:ra[sa]*ta|upay) nahin?(?: hai)?\W*|\W*(?:अब )?कोई रास्ता (?:नहीं|नही)(?: है)?\W*"
)
_EN_DISASTER = r"(?:floods?|flood ?water|droughts?|hail(?:storm)?|storms?|cyclone|rains?|frost|fire|locusts?|army ?worms?|pests?|diseases?|landslides?|the (?:river|water))"
_ZH_DISASTER = r"(?:大水|洪水|水灾|冰雹|雹子|霜冻|旱灾|干旱|虫灾|蝗虫|台风|大风|大火|泥石流|大雨|暴雨)"
_GOODS = (
    r"\b(?:my|our|the|all)(?: \w+)? (?:goats?|cows?|cattle|pigs?|chickens?|hens?|sheep|animals|fish|bees|crops?|maize|corn|harvest|field|rice|wheat)\b.{0,15}\b(?:died|dead|dying|all died|failed|destroyed|burn(?:ed|t)|lost|washed away|flooded|sick|stolen)\b",
    rf"\b(?:my |our |the |all |whole )*(?:harvests?|crops?)(?: (?:was|is|were|are|has|have|went|this year|all|so|very|really))* (?:bad|poor|failed|fails|spoiled|ruined|destroyed|lost)\b|\b{_EN_DISASTER}(?: (?:has|have|just|came and|all))* (?:took|taken|destroyed|killed|ate|eaten|washed|swept|spoil\w*|ruined|damaged|finished|burn(?:ed|t))(?: (?:away|off|all|most|of))* (?:my|our|the)\b",
    rf"(?:羊|牛|猪|鸡|鸭|鱼|牲口|庄稼|玉米|稻子|麦子|收成|地).{{0,4}}(?:全死|都死|死光|死了|绝收|被淹|淹了|烧了|被偷|冲走|旱死|冲了)|{_ZH_DISASTER}.{{0,8}}(?:冲|淹|打|砸|烧|冻|旱|毁|吃)(?:了|死|坏|毁|光|没|走|垮|倒|烂)|(?:羊|牛|猪|鸡|鸭|鱼|牲口|庄稼|玉米|稻子?|麦子?|地).{{0,2}}(?:被|让|给|遭)(?:了)?{_ZH_DISASTER}",
    r"\b(?:mafuriko|ukame|mvua(?: ya mawe| kubwa)?|moto|wadudu|baridi|upepo) (?:ya|i|u|wa|li)(?:me|li)(?:tu|ni|ki)?(?:chukua|haribu|ua|ungua|choma|sombwa|kausha|maliza|beba|zoa)\w*\b",
    r"\b(?:mbuzi|ng'?ombe|kuku|nguruwe|kondoo|mifugo|samaki)(?: (?:wangu|wetu|wote))*.{0,8}\b(?:wamekufa|wanakufa|amekufa|anakufa|wameibiwa|ameibiwa|wanaumwa|anaumwa|wanaugua|anaugua|(?:ni )?(?:m|wa)gonjwa)\b|\b(?:mazao|mavuno|mahindi|shamba)(?: (?:yangu|yetu|langu|letu|yote))*.{0,8}\b(?:yamekufa|yameharibika|yamekauka|yamesombwa|limesombwa|limeharibika|yameshindikana)\b",
    r"(?:बकरी|बकरियां|बकरियाँ|गाय|भैंस|मुर्गियां|फसल)\S* .{0,10}(?:मर ग|बर्बाद|नष्ट|चोरी)",
    r"\b(?:mis|mi|todas?|todos?|las?|los?) (?:cabras?|vacas?|gallinas?|cerdos?|animales|cosecha|cultivos?)\b.{0,15}\b(?:murieron|murio|se perdio|perdida|muert[oa]s?|robad[oa]s?)\b",
    r"\b(?:mes|ma|mon|toutes?|tous|les?|la) (?:chevres?|vaches?|poules?|cochons?|animaux|recolte|cultures?)\b.{0,15}\b(?:mort(?:e?s)?|detruites?|perdue?s?|volee?s?)\b",
)  # fmt: skip
_ASKS = regex.compile(
    r"[?？]|\b(?:how|when|which|where|who|whom|what|why|can(?!'t\b| ?not\b)|may|could|should|must|(?:will|would) (?:i|you|u|we|they|he|she|it|the|my|our|there|some\w+|any\w+)|do i|is there|lini|gani|ngapi|wapi|vipi|nani|nini|je(?!\W?(?:n'|ne|me|te|le|la|les|en|y|suis|vais|peux|dois|veux|vois|trouve|sais|sens|croule|coule|etouffe|perds|meurs|reste|crois|pense|travaille|vis|ai|cultive)\b|\W?[nmtl]\W)|naweza|como|cuando|quien|que hago|puedo|comment|quand|qui|puis-je|quoi)\b"
    r"|\b(?:cuant[oa]s?|combien|kwa muda)\b|吗|怎么|咋|(?:能|可以|可|要|得|给)[^,，。！]{0,4}几|多少|多久|多长|哪|什么(?!都没)|能不能|可以|谁|要不要|क्या|कैसे|कब|कौन|कितन"
)
# "Of this debt for me": still the debts.
_OF_THEM = regex.compile(
    r"\b(?:of|from|out of|in|by)? ?(?:this|these|my|our|the) (?:debts?|loans?)\b|\bfor (?:me|us)\b"
)
_SAYS_ENOUGH = regex.compile(r"(?:[\p{L}\p{M}]+[^\p{L}\p{M}]+){2}\p{L}|(?:\p{Han}\W*){4}")
_DEBTS_RE = tuple(regex.compile(one) for one in _DEBTS)
_PEOPLE_RE = tuple(regex.compile(one) for one in _PEOPLE)
_GOODS_RE = tuple(regex.compile(one) for one in _GOODS)


def is_hardship(message: str) -> bool:
    """Whether somebody tells of death, illness, hunger, a lost home or debts without an end, and asks nothing."""
    return _says(message, (*_PEOPLE_RE, *_DEBTS_RE)) or _NO_WAY_OUT.fullmatch(bare(message)) is not None


def is_indebted(message: str) -> bool:
    """Whether it is debts without an end that make it hardship: they may answer what he owes."""
    return _says(message, _DEBTS_RE)


def beside_debts(message: str) -> str:
    """What is said beside debts that have no end; "" where that is all."""
    said = bare(message)
    for pattern in (_NO_WAY_OUT, *_DEBTS_RE):
        said = pattern.sub("", said)
    return said


def more_than_debts(message: str) -> bool:
    """Whether something is told beside debts that have no end: debts alone sound like despair, and are none."""
    beside = beside_debts(message)
    return beside != bare(message) and _SAYS_ENOUGH.search(_OF_THEM.sub(" ", beside)) is not None


def is_of_people(message: str) -> bool:
    """Whether it is people's death, illness or hunger, or a lost home, that makes it hardship."""
    return _says(message, _PEOPLE_RE)


def is_loss(message: str) -> bool:
    """Whether somebody tells that his animals or his harvest are lost, and asks nothing."""
    return _says(message, _GOODS_RE)


def _says(message: str, patterns: tuple[regex.Pattern[str], ...]) -> bool:
    said, plain = folded(message), bare(message)
    if not said or len(said) > LONGEST or _ASKS.search(said):
        return False
    return any(pattern.search(said) or pattern.search(plain) for pattern in patterns)
