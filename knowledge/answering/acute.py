"""Danger to life that is going on now: fire, flood, wounds, poison, a birth, arms, a child that is gone.

Told of people, in words of now: "my house burned down last year" is hardship, "does the loan pay after a fire" a question.
"""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import bare, simplified

LONGEST = 400  # letters; longer than that it is a story

_EN_WHO = r"\b(?:(?:(?:my|our|the|his|her|a|an|this|old|little|neighbou?r'?s?|small|big|young) )*(?:husband|wife|child|kids?|children|baby|son|daughter|mother|mum|mom|father|dad|brother|sister|grand\w+|family|neighbou?rs?|friend|boy|girl|man|woman|uncle|aunt|cousin|nephew|niece|worker|people|toddler)|he|she|they|i|we|someone|somebody|one person)"
_EN_HOME = r"(?:(?:my|our|the|neighbou?r'?s?|whole|all) )+(?:house|home|hut|kitchen|roof|barn|shop|village|compound|room|place|school)"
_EN_BE = r"(?:'s| is|'m| am|'re| are| has| have| was|s)?(?: been)?(?: still| now| just| all| very| so| really| badly| heavily)*"
_EN_POISON = r"(?:poison|pesticides?|insecticides?|herbicides?|weed ?killer|rat poison|paraquat|acid|bleach|kerosene|chemicals?|spray)"
_EN_RUN_OVER = r"(?:hit|struck|run over|ran over|knocked (?:down|over)) by (?:an? |the )?(?:\w+ )?(?:car|bus|truck|lorry|van|train|tractor|motor ?bike|motor ?cycle|boda(?: ?boda)?|matatu)\b"
_ZH_WHO = r"(?:我|俺|咱|老公|丈夫|男人|老婆|妻子|媳妇|孩子|小孩|娃|儿子|女儿|闺女|孙子|孙女|爸|爹|父亲|妈|娘|母亲|爷爷|奶奶|哥|弟|姐|妹|邻居|有人|家人|老人|他|她|人)"
_ZH_WHOM = r"(?:人(?!工|家的)|(?:我|俺|他|她|咱)们?(?!的|家的)|孩子|娃|老人|老婆|老公|媳妇|丈夫|儿子|女儿|爸|妈|爹|娘|爷爷|奶奶|哥|弟|姐|妹)"
_ZH_NO_BEAST = r"[^羊牛猪鸡鸭鹅狗驴鱼兔]"
_ZH_HOME = r"(?:房子?|屋子?|家里?|厨房|仓库|店里?|村里?|院子|房顶)"
_ZH_POISON = r"(?:农药|毒药|百草枯|敌敌畏|除草剂|老鼠药|杀虫剂|除虫剂|毒)"
_SW_WHO = r"\b(?:mume|mke|mtoto|watoto|mwanangu|wanangu|mama|baba|kaka|dada|ndugu|bibi|babu|mjukuu|jirani|mtu|rafiki|shangazi|mjomba|kijana|msichana|mvulana|binti)(?: (?:wangu|yangu|wetu|yetu|wake|mmoja))?"
_SW_POISON = r"(?:sumu|dawa (?:ya|za) (?:wadudu|panya|magugu|kuua wadudu|mimea)|mafuta ya taa)"
_ES_WHO = r"\b(?:(?:mi|mis|nuestr[oa]s?|el|la|los|un|una|su) (?:\w+ )?(?:marido|esposo|esposa|mujer|hij[oa]s?|hijit[oa]s?|nin[oa]s?|bebe|madre|padre|mama|papa|herman[oa]|abuel[oa]|vecin[oa]s?|amig[oa]|niet[oa]|ti[oa]|sobrin[oa]|senor[a]?|hombre|muchach[oa])|alguien|yo)"
_ES_POISON = r"(?:veneno|pesticidas?|plaguicidas?|insecticidas?|herbicidas?|raticida|gramoxone|cloro|kerosene|quimicos?)"
_FR_WHO = r"\b(?:(?:mon|ma|mes|notre|le|la|un|une|son|sa) (?:\w+ )?(?:mari|femme|epouse|enfants?|fils|fille|bebe|mere|pere|maman|papa|frere|soeur|grand-?\w+|voisine?|amie?|petit\w*|garcon|oncle|tante|neveu|niece|homme)|quelqu'un|il|elle|je|on)"
_FR_POISON = r"(?:(?:du|de la|de l'|le|un|des|les) ?(?:\w+ )?(?:poison|pesticides?|insecticides?|herbicides?|mort-aux-rats|raticide|desherbant|javel|petrole|produit chimique))"
_HI_WHO = r"(?:पति|पत्नी|बीवी|बच्च[ाेीओ]\S*|बेट[ाेी]\S*|माँ|मां|माता|पिता|पापा|बाप|भाई|बहन|दादा|दादी|पड\u093c?ोस\S*|किसी|आदमी|मैं|मुझे|मुझको|उस\S*|वह|वो|पोत[ाेी]|चाचा|चाची)"
_HI_POISON = r"(?:कीटनाशक|ज\u093c?हर|दवाई? खेत|सल्फास|चूहे मारने की दवा|तेज\u093c?ाब|मिट्टी का तेल)"
_HI_L_WHO = r"(?:pati|patni|biwi|bach+[aeo]n?|bet[aei]|maa?|mummy|pita|papa|bhai|behen|bahan|pa[rd]osi|mujhe|main|kisi)"
_HI_L_POISON = r"(?:keetnashak|kitnashak|zeher|zehar|jahar|jeher|zahar|dawai)"

# What is over tomorrow, so that "yesterday" tells of a loss.
_NOW = (
    # fire
    rf"\b(?:{_EN_HOME}|(?:the |my |our )?(?:gas|stove|everything)){_EN_BE} (?:on fire|burning(?! (?:(?:too much|a lot of|more|only|our|the) )*(?:wood|charcoal|coal|dung|gas|fuel|firewood|money))|caught fire|catch(?:ing)? fire|in flames)\b|\bfire,? (?:now |burning |broke out |started )*(?:in|at|on|inside) {_EN_HOME}|^\W*(?:help\W+)?fire\b[\W]+fire\b|^\W*fire\s*!|\b(?:trapped|stuck) (?:in|inside|under) (?:the |a |my |our )?(?:fire|burning|rubble|mudslide|collapsed)|\btrapped (?:in|inside) (?:the |a |my |our )?house\b|\bthere(?:'s| is) (?:a )?(?:big )?fire\b(?! (?:station|brigade|wood|place|pump|season|risk|insurance|extinguisher|break|ban|danger|hazard|service))(?! in the (?:stove|oven|fireplace))",
    rf"{_ZH_HOME}.{{0,4}}(?:着(?:大)?火|起(?:大)?火|失火|烧(?:着|起来))了?(?!灾)|(?:着火|失火|起火)(?:了|啦)(?:快|救|[!！]|$)|煤气(?:爆炸|泄漏|泄露)了|把(?:人|孩子|娃|我)\p{{Han}}{{0,2}}(?:压|埋)在|(?:塌|倒)了.{{0,6}}(?:压|埋)(?:住|着|到|了)+{_ZH_WHOM}|{_ZH_WHOM}[^的货款钱债车贷]{{0,3}}(?:被|给)(?:埋|压|困)(?:住|在)",
    # under what fell down
    rf"\b(?:under|beneath) (?:the |all the )?(?:rubble|debris|collapsed \w+)\b|\b(?:landslides?|mudslides?|earthquake|mud|wall|house|roof|building|hut|tree|rocks?|school) (?:has |have |had |just |all |came down and )*(?:buried|crushed|trapped|(?:collapsed|fell|fallen|came down) (?:down )?on(?: top of)?) (?:{_EN_WHO}|me|us|him|her|them|\d+ people)\b|\b(?:there(?:'s| is) (?:an? )?(?:big )?earthquake|earthquake (?:right |just )?now)\b",
    rf"地震了(?!吗)|{_ZH_WHOM}[^的货款钱债车贷]{{0,3}}(?:被|给)(?:活)?埋了|(?:有|把)(?:{_ZH_WHOM}|邻居|一家)(?:给|被|都|还)?(?:压|埋)(?:了|住|在|到)|(?:塌|倒|垮)(?:方|下来)?了.{{0,6}}{_ZH_WHOM}.{{0,3}}在(?:里面|里头|下面|底下|屋里)",
    rf"\b(?:ame|wame|tume|nime)fukiwa\b(?! na (?:\w+ )?(?:deni|madeni|mikopo|kazi))|\b(?:ya|u|i|li|ki)me(?:wa|m|tu|ni)?fukia {_SW_WHO[2:]}|\b(?:nyumba|ukuta|paa|jengo|shule)\b.{{0,12}}\b(?:ime|ume|lime)(?:bomoka|anguka|poromoka)\b.{{0,12}}{_SW_WHO}.{{0,8}}\b(?:ndani|chini)\b|\btetemeko (?:la ardhi )?(?:sasa|linatokea)\b",
    r"\b(?:bajo|entre|debajo de) los escombros\b|\bsepultad[oa]s? (?:por|bajo)|\bsous les (?:decombres|gravats)\b|\bensevelie?s? (?:sous|par)\b|मलबे (?:में|के नीचे|तले) (?:\S+ )?(?:दब|फ|है)",
    r"\b(?:nyumba|jiko|ghala|duka|banda|chumba|paa|kijiji)(?: (?:yangu|yetu|langu|letu|ya jirani))? (?:inaungua|inawaka|inateketea|imeshika moto|imewaka moto|linaungua|linawaka|limeshika moto)\b|\bmoto\W+moto\b|\bmoto (?:unawaka|umewaka|unateketeza|umeshika)(?: \w+){0,2}? (?:nyumba\w*|ndani|nyumbani|kwangu|kwetu|jikoni)|\b(?:tunaungua|naungua)\b",
    r"\b(?:mi|nuestra|la) (?:casa|cocina|tienda|bodega|choza)(?: de\w* \w+)? (?:se (?:me )?(?:esta|estan) (?:quemando|incendiando)|esta (?:en llamas|ardiendo|quemandose|incendiandose)|arde\b|se quema (?:ahora|ya|ayuda)|agarro fuego)|\bse (?:me |nos )?(?:esta )?(?:incendia|quema|quemando|incendiando|prendio fuego) (?:mi|la|nuestra) (?:casa|cocina|tienda)|\bhay (?:un )?(?:fuego|incendio) en (?:mi|la|nuestra) (?:casa|cocina)|^\W*(?:auxilio\W+|ayuda\W+)?fuego\s*[!¡]",
    r"\b(?:ma|notre|la) (?:maison|case|cuisine|boutique|grange) (?:brule|est en (?:feu|flammes)|est en train de bruler|prend feu|a pris feu)\b|\bil y a le feu\b|\ble feu (?:chez moi|chez nous|a la maison|dans (?:ma|la|notre) maison)|^\W*(?:au secours\W+)?au feu\b",
    r"(?:घर|मकान|झोपड\u093c?ी|रसोई|दुकान)(?: में| मे)?(?: \S+){0,2}? (?:आग लग(?: गई| गयी| रही)|जल रहा|जल रही|आग लगी)|^\W*(?:बचाओ\W+)?आग लग गई|\b(?:ghar|makan|rasoi|dukan) (?:me(?:in|n)? )?(?:\w+ )?(?:aag lag\w*(?: (?:gayi|gai|gyi|rahi))?|jal (?:raha|rahi))\b",
    # water
    r"\b(?:floods?(?: ?waters?)?|water|river)(?:'s| is| are| has| have)?(?: now| still| just)* (?:coming|come|came|entered|entering|rushing|pouring|rising|flowing|getting)(?: up)? ?(?:fast|inside|into|in)?(?: (?:to|into|in|inside|through))? (?:(?:my|our|the) (?:house|home|room|door)|and we are on\b|we are on\b)|\b(?:floods?(?: ?waters?)?|river)(?:'s| is| are| has| have)?(?: now| still| just)* (?:coming|rushing|pouring|rising)(?: up)?(?: (?:to|into|in) (?:my|our|the) village| now\b| fast\b)|\bwater(?:'s| is)(?: now| still)* rising,? (?:now|fast|and we|we are|we can)\b|\b(?:we are|we're|i am|i'm|family is|children are|they are)(?: \w+)? (?:stuck |trapped )?(?:on|up on) (?:the|our|my|a) roof\b|\b(?:trapped|surrounded|stuck|cut off|swept away) (?:by|in) (?:the )?(?:flood\w*|water|river)\b|\b(?:is|are|am) drowning\b(?! in (?:\w+ )*(?:debts?|loans?|work|papers?|interest))|\bfell (?:in|into) (?:the|a) (?:river|well|pond|lake)\b",
    r"(?:洪水|大水|(?<!自来|通|接|引)水|河水)(?!费|管|表|泵).{0,4}(?:进|涌进|冲进|灌进|涌入|漫进|淹进|淹到)(?:了)?(?:屋|家|房|门|我家)|(?:我们|我|俺们?|人|全家|老人|孩子)(?:都)?(?:被困|困)?在(?:屋|房)顶|被(?:洪水|大水|水)(?:困|围|冲走)|(?:我|孩子|小孩|人|他|她|娃|儿子|女儿).{0,3}(?<!手机.{0,3})(?:掉|落|摔)(?:进|到|下)?(?:了)?(?:河|井|水|塘|池)|溺水|快淹死",
    r"\b(?:maji|mafuriko)(?: ya \w+)? (?:yanaingia|yameingia|yanajaa|yamejaa|yanapanda)(?: \w+){0,2}? (?:nyumba\w*|ndani|chumbani|kwangu|kwetu|sebuleni)\b|\b(?:tuko|niko|wako|tupo|nipo|tumepanda|tumekwama) (?:juu ya|kwenye) (?:paa|bati)\b|\b(?:tume|nime|wame)(?:zingirwa|sombwa|kwama|zungukwa)(?: \w+)? (?:na|kwenye|ndani ya|katika) (?:maji|mafuriko)|\b(?:anazama|tunazama|ninazama|nazama|amezama)\b(?! (?:kwenye|katika) (?:deni|madeni))|\bame(?:anguka|tumbukia|dumbukia) (?:kwenye|ndani ya|katika|mtoni|kisimani)(?: (?:mto|kisima|bwawa|maji))?",
    r"\b(?:el agua|la inundacion|la creciente|el rio) (?:se )?(?:(?:me |nos )?(?:esta entrando|esta subiendo|entra|metio|nos metio|esta metiendo)|nos lleva) ?(?:a|en|por|adentro)? ?(?:(?:de )?(?:mi|la|nuestra) casa|rapido|ya|ahora)|\bestamos (?:atrapados )?(?:en|sobre|encima de) (?:el|del) techo|\batrapad[oa]s? (?:en|por) (?:el agua|la inundacion|el rio)|\bse (?:esta )?ahog(?:a|ando|o)\b|\b(?:cayo|se cayo) (?:al|en el) (?:rio|pozo)",
    rf"\b(?:l'eau|l'inondation|la riviere) (?:entre|rentre|monte|envahit|arrive)(?: vite)? ?(?:dans|chez|a)? ?(?:(?:ma|la|notre) maison|moi|nous|vite|maintenant|tres vite)|\b(?:nous sommes|on est|je suis) (?:bloques? |coinces? )?sur le toit|\b(?:pris|bloques?|coinces?|emporte\w*|encercles?) (?:par|dans) (?:l'eau|les eaux|l'inondation)|\bse noie\b|(?:{_FR_WHO}) (?:\w+ )?(?:est|suis) tombee? dans (?:le puits|la riviere|l'eau)",
    r"घर (?:में|के अंदर|मे)(?: \S+){0,3}? पानी (?:घुस|भर|आ) (?:रहा|गया)|बाढ\u093c? का पानी घर|(?:हम|मैं|बच्चे|परिवार)(?: \S+)? छत पर (?:हैं|हूँ|हूं|फ\u093c?[ँंा]*स)|(?:डूब रह|पानी में फ\u093c?[ँं]*स|कुए[ँं]? में गिर|नदी में गिर)(?!.{0,8}कर्ज)|\bghar (?:me(?:in)?|ke andar) (?:\w+ ){0,2}?pani (?:ghus|bhar|aa) (?:raha|gaya)|पानी घर (?:में|के अंदर) (?:\S+ )?(?:घुस|भर|आ) (?:रहा|गया)|\bnadi me(?:in)? gir|\bchh?at par (?:hain|hai|phas)",
    # a birth
    rf"(?:{_EN_WHO}){_EN_BE} (?:in|going into|gone into|went into) labou?r\b(?! (?:costs?|work|camp|market|problems?|force|disputes?|shortage|trouble|matters|union|from|for))|\blabou?r pains?\b|\b(?:her|my wife'?s?) labou?r (?:has |just )*(?:started|begun)\b|\b(?:wife|daughter|sister|niece|neighbou?r|she)(?:'s| has| have)?(?: just| now)* (?:started|starting|begun|begins?|entered)(?: her| the)? labou?r\b(?=(?: pains?)?(?: (?:now|just|today|tonight|since|this|at home|and|can|may|no|help|pl\w*|please|early|already))*(?:$|[^\w ]| (?:now|just|today|tonight|since|this|and|can|may|no|help|please)\b))|\bcontractions\b.{{0,25}}\b(?:started|minutes|now|strong)\b|\b(?:wife|daughter|sister|she)(?:'s| is) about to give birth\b|\b(?:(?:my|the|her|our) baby(?: is|'s)|^\W*(?:help\W+)?baby is) coming\b(?! (?:in|next|soon|after|on|home|to|back|this|around|at|by|later|for)\b)|\bwater (?:broke|has broken)\b|\b(?:she|my wife|my daughter|my sister|i)(?:'s| is|'m| am) (?:giving birth(?: \w+)? (?:now|here|and|at home|in|on)|delivering (?:right )?(?:now|(?:her|the|a|my|our) (?:baby|child)))\b(?! (?:milk|goods|food))",
    r"(?:老婆|媳妇|妻子|女儿|闺女|姐|妹|我|她|孕妇|儿媳)(?:马上|快|现在|就)?要生(?:了|孩子了?)(?!.{0,4}(?:延期|可以))|羊水(?:破|流)|(?:老婆|媳妇|妻子|女儿|我|她|孕妇|儿媳).{0,3}(?:难产|大出血)",
    r"\b(?:ana|nina|nna|yuko kwenye|yupo kwenye|ameanza|nimeanza|anaumwa|amepata|amepatwa na)(?: \w+)? ?(?:na )?(?:uchungu|utungu|leba)(?: (?:wa|ya) (?:kuzaa|uzazi|kujifungua|mimba))?\b(?! na (?:deni|mkopo|riba))|\b(?:mke|dada|binti|mama|mwanangu)(?: (?:wangu|yangu))? (?:anajifungua|anazaa)(?: (?:sasa|hapa|nyumbani))?|\bnajifungua\b|\bchupa imepasuka\b",
    r"\b(?:mi|la|nuestra) (?:mujer|esposa|hija|hermana|senora|nuera|vecina) (?:esta (?:de parto|en parto|con dolores|dando a luz|pariendo)|va a (?:parir|dar a luz) (?:ya|ahora)|ya viene)|\bestoy (?:de parto|en labor|dando a luz)|\b(?:se le|se me) rompio (?:la )?fuente|\b(?:el|mi) bebe ya viene",
    r"\b(?:ma|la|notre) (?:femme|fille|soeur|epouse|belle-fille|voisine) (?:accouche\b|est en train d'accoucher|est en travail|a des contractions|a perdu les eaux|va accoucher (?:maintenant|la|tout de suite))|\bj'accouche\b|\b(?:le|mon) bebe arrive\b",
    r"प्रसव (?:पीड\u093c?ा|वेदना|का दर्द)|(?:पत्नी|बीवी|बेटी|बहू|बहन)(?: को)? (?:\S+ ){0,2}?(?:दर्द उठ|लेबर|बच्चा हो रहा)(?<!(?:भैंस|गाय|बकरी).{0,25})|\b(?:patni|biwi|beti|bahu|behen)(?: ko)? (?:\w+ ){0,2}?(?:prasav|labou?r|delivery ka dard)",
    # arms
    r"\b(?:man|men|people|someone|somebody|they|he|officer|collector|robbers?|thie(?:f|ves)|gang)\b.{0,25}\b(?:with|has|have|holding|pointing|carrying|pulled)(?: out)? (?:a |an |his |the |big )*(?:(?:guns?|pistols?|rifles?|weapons?)\b(?! (?:for sale|to sell|on loan))|(?:knife|knives|machetes?|pangas?|axes?)\b(?=.{0,20}\b(?:at|outside|in|inside|near|around|to) (?:my|our|the) (?:door|house|home|gate|neck|throat)\b|.{0,20}\b(?:outside|attack\w*|threat\w*|chas\w+|kill|rob|demand\w*)\b|\W+(?:(?:is|are) )?(?:here|now)\b))|\b(?:at|outside|in) (?:my|our|the) (?:door|house|home|gate)\b.{0,12}\bwith (?:a |an )?(?:guns?|knife|knives|machetes?|pangas?|pistols?|weapons?)|\b(?:gun|knife|machete) (?:to|at|on) (?:my|our|her|his) (?:head|neck|throat|face|husband|wife|child)|\b(?:gunmen|armed (?:men|robbers|people|gang))\b.{0,20}\b(?:here|door|house|village|us|me|now|outside|coming)\b|\bshooting (?:at )?(?:us|me|people|here|in the village)",
    r"(?:拿|持|举|带)着?(?:一?把)?(?:刀|菜刀|砍刀|斧头?)(?:子)?.{0,4}(?:逼|威胁|(?:砍|杀|捅)(?:我|俺|人(?!工|家)|他|她|孩子|老|死)|指着|对着|在(?:我家|家)?(?:门口|门外|外面|家里)|冲(?:进|过|向)|闯)|(?:拿|持|举|带)着?(?:一?把)?(?:猎?枪).{0,4}(?:逼|威胁|杀|指|对|在|冲|来|闯|要)|(?:拿|举)刀砍|(?:刀|枪)(?:架|顶|指)(?:在|着)|要(?:砍死|杀|捅死|砍)(?:我(?!的|家的)|人(?!工|家)|俺)",
    r"\b(?:wants?|going|trying|came|coming) to (?:kill|stab|shoot|cut) (?:me|us|my \w+)\b|\b(?:kuniua|kutuua)\b|\bquieren? matar(?:me|nos)|\b(?:me|nos) quieren? matar\b|\b(?:veut|veulent) (?:me|nous) tuer\b|(?:मुझे|हमें) (?:जान से )?मारना चाहत",
    r"\b(?:mtu|watu|majambazi|wezi|mwizi|mwanamume|wanaume|kundi|afisa)\b.{0,25}\b(?:na|wenye|mwenye|ameshika|wameshika|wana|ana)(?: \w+)? ?(?:(?:bunduki|bastola|silaha)\b(?!.{0,10}\bsokoni)|(?:visu|kisu|mapanga|panga|shoka)\b(?=.{0,20}\b(?:mlangoni|nyumbani|nje|kwangu|kwetu|kijijini|wanani\w+|anani\w+|wanatu\w+|anatu\w+|kuniua|kutuua)\b)(?!.{0,20}\b(?:kulima|wanalima|kukata|wanakata|miwa|kufyeka|sokoni)\b))|\b(?:ananitishia|wananitishia|ananishikia|wametuvamia|tumevamiwa|nimevamiwa)\b(?! na (?:nzige|wadudu|panya|ndege|viwavi|tembo|nyani|ugonjwa|magonjwa|magugu)).{0,20}(?:\b(?:kwa|na) (?:bunduki|kisu|panga|mapanga|silaha|visu))?",
    r"\b(?:hombre|hombres|tipo|tipos|alguien|gente|ladrones|encapuchados|cobrador)\b.{0,25}\b(?:con|tiene|tienen) (?:una? |sus )?(?:pistolas?|armas?|cuchillos?|machetes?|escopetas?|fusil\w*)|\b(?:me|nos) (?:amenaza\w*|apunta\w*|asalta\w*|estan? (?:amenazando|apuntando)) (?:\w+ )?(?:con )(?:una? )?(?:pistolas?|armas?|cuchillos?|machetes?|escopetas?)|\b(?:hombres|gente) armad[oa]s?\b",
    r"\b(?:homme|hommes|quelqu'un|gens|type|types|bandits?|voleurs?|il|ils)\b.{0,25}\b(?:avec|a|ont|tient|tiennent|pointe) (?:une? |des |son |leurs? )?(?:armes?|fusils?|couteaux?|pistolets?|machettes?|haches?)\b(?!.{0,10}\bmarche)|\bhommes? armes?\b|\b(?:me|nous|on me|on nous) menace\w* (?:avec|d') ?(?:une? |des )?(?:couteaux?|armes?|fusils?|machettes?|pistolets?)",
    r"(?:बंदूक|बन्दूक|पिस्तौल|चाकू|तलवार|कुल्हाड\u093c?ी|हथियार)(?: \S+){0,2}? (?:लेकर|लिए|दिखाकर|दिखा कर|ताने|तान)(?=.{0,25}(?:खड|आ|मा[ँं]ग|धमका|हैं|है|घर|मार))|\b(?:banduk|bandook|chaku|chaaku|pistol|talwar) (?:\w+ )?(?:lekar|leke|dikha\w*)\b",
)  # fmt: skip
# What is as grave on the next day.
_STILL = (
    # wounds, breath, senses
    rf"(?:{_EN_WHO}){_EN_BE} (?:bleeding|unconsc\w+|unconc\w+|not breathing|can(?:'?t|not) breathe|choking|fainted|passed out|collapsed|having (?:a )?(?:heart attack|stroke|seizure|fits?)|electrocuted|shot|dying now)\b(?! (?:in|of|from) (?:debts?|loans?))|\bis ?n[o']t breathing\b|\b(?:(?:having|has|just had|got|it's|it is) (?:a )?heart attack|lots? of blood|so much blood|bleeding to death|bleeding (?:a lot|heavily|badly|very much|too much))\b|\bnot waking up\b|\b(?:won'?t|doesn'?t|does not|can'?t) wake up\b.{{0,10}}$",
    rf"(?:{_ZH_WHO}){_ZH_NO_BEAST}{{0,8}}(?:流(?:了)?(?:好多|很多|大量|一地)?血|出血|不停流血|血流不止)|(?:{_ZH_WHO}){_ZH_NO_BEAST}{{0,6}}(?:晕倒|昏倒|昏迷|昏过去|晕过去|没(?:有)?呼吸|没气|不省人事|叫不醒|抽搐|触电|中风了|心脏病发|心梗|中枪|被砍|被捅)",
    rf"(?:{_SW_WHO}|\b(?:a?na|ni))\b(?: \w+){{0,4}}? ?(?:anatoka|anavuja|anamwaga|natoka|ninatoka|inatoka) (?:na )?damu\b|\b(?:mtoto|mke|mume|mama|baba|mtu)\b.{{0,20}}\bdamu nyingi\b|\b(?:hapumui|hawezi kupumua|siwezi kupumua|amezimia|amepoteza fahamu|hajitambui|hana fahamu|ameanguka na|amepigwa (?:na )?(?:umeme|risasi))\b",
    rf"(?:{_ES_WHO}).{{0,20}}\b(?:sangrando|sangra mucho|desangra\w*|inconsciente|no respira|no reacciona|no despierta|se desmayo|convulsion\w*|se desplomo|un infarto|electrocut\w*)|\b(?:no respira|se esta desangrando|estoy sangrando|mucha sangre|no puedo respirar)\b|\b(?:mordio|dispararon|baleado|apunalaron|acuchillaron)\b(?=.{{0,12}}\b(?:mi|a mi|me)\b)",
    rf"(?:{_FR_WHO}).{{0,20}}\b(?:saigne|inconscient\w*|ne respire (?:plus|pas)|s'est evanoui\w*|s'est effondre\w*|ne (?:bouge|reagit|se reveille) plus|perd (?:du|son|beaucoup de) sang|convuls\w*|une crise cardiaque|electrocut\w*|a l'agonie)|\bbeaucoup de sang\b|\bje saigne\b|\b(?:respire plus|n'arrive (?:plus|pas) a respirer)\b",
    rf"(?:{_HI_WHO})(?: \S+){{0,8}}? ?खून (?:बह|निकल|आ) रहा|बहुत खून|(?:बेहोश (?:हो|है|पड)|सा[ँं]स नहीं|होश नहीं आ|दौरा पड|करंट लग|गोली लग)|\b(?:behosh|be hosh|saa?ns nahi\w*)\b|\bbahut khoon\b|\bkhoon (?:beh|bah|nikal) raha\b(?<!\b(?:gay|gaay|bakri|bhains)\b.{{0,20}})",
    # accidents of whom something is said to be done now
    r"\b(?:car|motor ?bike|motor ?cycle|boda|bus|tractor|truck|road|lorry)? ?(?:accident|crash)\b.{0,40}\b(?:bleed\w*|unconsc\w*|trapped|hurt badly|badly hurt|badly injured|not moving|need (?:an )?ambulance|right now|just now|come quick\w*)\b|\b(?:need|send|call|no) (?:an |me an )?ambulance\b(?! (?:loan|business|service))|\b(?:fell (?:from|off)|hit by|run over by|under) (?:a |an |the )?(?:roof|tree|car|bus|truck|tractor|lorry|motorbike)\b.{0,20}\b(?:help|blood|move|dying|hurt|now)",
    r"车祸.{0,12}(?:血|昏|快|救|压|卡|不动)|(?:快|赶紧)?叫(?:个)?救护车|救命(?!稻草|钱|恩)|快来人|快救(?:救)?(?:我|人|他|她|孩子|命)",
    r"\bajali\b.{0,30}\b(?:damu|sasa hivi|fahamu|haraka|amebanwa|amenasa|mahututi)\b|\b(?:okoa|tuokoeni|niokoeni|nisaidieni nakufa|tunakufa (?!njaa)\w+)\b|\bambulensi haraka\b",
    r"\baccidente\b.{0,40}\b(?:sangr\w*|atrapad\w*|inconsciente|grave(?:mente)? herid\w*|ambulancia|ahora mismo)\b|\b(?:necesito|manden|llamen|no hay)(?: a)?(?: una)? ambulancia\b",
    r"\baccident\b.{0,40}\b(?:saigne|coince\w*|inconscient\w*|gravement|ambulance|maintenant)\b|\b(?:envoyez|appelez|besoin d'|pas d'|il (?:me |nous )?faut)(?: ?une)? ?ambulance\b",
    r"(?:एक्सीडेंट|दुर्घटना|हादसा).{0,30}(?:खून|बेहोश|फ\u093c?[ँं]स|गंभीर|अभी|जल्दी)|(?:एम्बुलेंस|एंबुलेंस) (?:बुला|भेज|नहीं|चाहिए)(?!.*लोन)|\b(?:accident|eksident)\b.{0,30}\b(?:khoon|behosh|abhi|jaldi)\b",
    rf"(?:{_EN_WHO})(?:{_EN_BE}| got) (?:hit|knocked(?: down)?|run over|crushed|struck) by (?:a |an |the )?(?:\w+ )?(?:car|truck|bus|lorry|matatu|motor\w*|boda\w*|tractor|train|lightning|vehicle|tree)|\b(?:losing|lost)(?: a lot of| much| so much)? blood\b(?! (?:pressure|sugar|group|test|results?))|\b(?:collaps\w+|fell|fallen|came down)\b.{{0,40}}\b(?:children|child|people|husband|wife|son|daughter|mother|father|family|he|she|they)(?:'s| is| are)? (?:\w+ )?(?:under (?:it|the (?:wall|roof|rubble|house|mud|tree|tractor))|buried)\b|\bburied (?:alive|under (?:it|the (?:wall|roof|rubble|house|mud)))\b",
    r"被(?:汽|卡|货|摩托|大|小|三轮|拖拉)?(?:车|机)(?:撞|轧|压|碾)(?:了|到|伤|倒)|血(?:止不住|流不止|一直流|流了一地)|(?:墙|树|房(?!贷)|屋|石|车(?!贷)|机|土|梁|塌|倒).{0,6}把(?:人|孩子|娃|我\p{Han}{0,2})(?:压|埋|砸)|(?:刚|现在|快来).{0,10}(?:手|脚|腿|胳膊|手指|头).{0,6}(?:断了|轧了|绞了|绞断|砍断)|(?:手|脚|腿|胳膊|手指|头).{0,6}(?:轧了|绞了|绞断|砍断|断了).{0,6}(?:血|快来|快救|救)",
    r"\b(?:amegongwa|nimegongwa|wamegongwa) na (?:gari|lori|basi|pikipiki|boda\w*|treni|trekta)|\bdamu (?:nyingi )?(?:nyingi )?(?:inatoka|inavuja|haikomi|haiachi)|\b(?:umefunika|imefunika|limefunika|imeangukia|umeangukia|limeangukia)(?: na \w+)? (?:watoto|mtoto|mwanangu|wanangu|watu|mtu|mume|mke|mama|baba|bibi|babu)\b|\b(?:wame|ame|tume|nime)funikwa na (?:udongo|kifusi|ukuta|matope|nyumba|paa|mti)\b",
    r"\b(?:me|lo|la|nos|le) (?:atropello|atropellaron|choco|aplasto|cayo encima)\b|\b(?:hay|quedaron|estan) (?:ninos|gente|personas|mis hijos) (?:de)?bajo|\b(?:sale|pierde|perdiendo|pierdo) (?:mucha )?sangre",
    r"\b(?:renversee?|ecrasee?|fauchee?|percutee?) par (?:un |une |le |la )(?:camion|voiture|moto|bus|tracteur|train|arbre)|\btombee? sur (?:les enfants|mon|ma|des gens|moi)\b|\b(?:perd|perds) (?:beaucoup de |du |son )sang",
    r"(?:ट्रक|कार|बस|गाड\u093c?ी|बाइक|मोटरसाइकिल|ट्रैक्टर|ट्रेन)(?: \S+)? ने (?:\S+ )?(?:टक्कर मार|कुचल|रौंद)|(?:बच्चे|बच्चा|लोग|पति|पत्नी|माँ|मां|परिवार)(?: \S+){0,2}? (?:दबे|दब गए|दब गया|दब गई|मलबे में)",
    # broken bones, a hand in the machine, fits, what a child swallowed, gas
    rf"(?:{_EN_WHO})(?:'s| has| have| just| fell and| fell down and)* (?:broke|broken|fractured|cut off|lost) (?:his|her|my|their|our)(?: own| left| right| two)? (?:legs?|arms?|hips?|neck|skull|ribs?|foot|ankle|wrists?|hands?|fingers?|thumb)\b(?! (?:in|at|during|for|before|this) (?:the |our |this )?(?:harvest\w*|season|planting|weeding|picking))|\b(?:hands?|arms?|fingers?|legs?|foot|feet|hair)(?:'s| is| are| was| got| has got)* (?:caught|stuck|trapped|crushed) in (?:the |a |my |our )?\w+|\b(?:machine|mill|thresher|chopper|chaff cutter|grinder|saw|tractor) (?:has |just )*(?:caught|cut|cut off|took|crushed|pulled in) (?:my|his|her|our|the) (?:\w+(?:'s)? )?(?:hands?|arms?|fingers?|legs?|foot)\b|\b(?:convuls(?:ing|ions?)|having (?:a )?seizures?)\b|\b(?:child|baby|son|daughter|boy|girl|kid|he|she)(?: has| just| have)* swallow(?:ed|s) (?:a |an |the |some )?(?:\w+ )?(?:batter\w+|coins?|nails?|needles?|pins?|glass|pills?|medicine|button|stone|bone)\b|\bgas(?: is|'s)? leak(?:ing|s)?\b",
    rf"{_ZH_WHO}(?<!人(?=手))(?:的|左|右|两|一|条|只|个){{0,3}}(?:腿|脚|手(?!机|续|头)|胳膊|手臂|手指|肋骨|骨头)(?:给|都|也|被)?(?:摔|压|砸|轧|撞|绞|打)?(?:断|骨折)了(?!\p{{Han}}*(?:年|月))|{_ZH_WHO}.{{0,3}}(?:摔|压|砸|轧|撞|绞)断了?(?:\p{{Han}}{{0,2}})(?:腿|脚|手(?!机)|胳膊|肋骨)|发?(?:高)?烧.{{0,4}}抽(?:筋|搐)|(?:孩子|娃|小孩|儿子|女儿).{{0,2}}(?:吞|咽)(?:下|了|进)+.{{0,3}}(?:电池|硬币|钉子|针|药片|玻璃)",
    rf"{_SW_WHO} (?:\w+ )?(?:a|wa)mevunjika (?:mguu|mkono|miguu|mikono|kiuno|shingo|mbavu|mfupa)\b|\bnimevunjika (?:mguu|mkono|kiuno)\b|\b(?:ana|amepata|yuko na) degedege\b|\bmkono (?:wake|wangu|wa \w+)? ?umenaswa\b",
    r"\bse (?:quebro|rompio|fracturo) (?:la|el|una|un) (?:pierna|brazo|cadera|tobillo|muneca|mano)\b|\bs'est (?:casse|fracture) (?:la|le|une|un) (?:jambe|bras|hanche|cheville|main|poignet)\b|(?:टा[ँं]ग|पैर|हाथ|पा[ँं]व|हड्डी) टूट (?:गया|गई|गयी)",
    # run over
    rf"(?:{_EN_WHO}){_EN_BE}(?: got| just| been)* {_EN_RUN_OVER}",
    # poison drunk by people, snakes
    rf"(?:{_EN_WHO})(?: \w+)?? (?:just |has |have |had |accidentally |also |by mistake |'ve |'s )*(?:drank|drunk|drink|drinked|swallow(?:ed)?|ate|eaten|took|taken|drinking) (?:some |the |a |my |rat |bottle of |all )*{_EN_POISON}\b(?! (?:on|to|from|for|back|loan|home))|\b(?:bitten|bit|bites|biten|beaten|stung) by (?:a |an |the )?(?:\w+ )?(?:snake|cobra|mamba|viper|scorpion|rabid dog)|\b(?:snake|cobra|mamba|viper|adder|scorpion) (?:bite|bit|has bitten|bited|have bitten|just bit|bites?)(?: (?:my|me|our|her|him|the|a) (?!goat|cow|hen|chicken|sheep|dog|animal|pig|calf)\w+| me\b| him\b| her\b)|\b(?:i|my (?:son|child|husband|wife|daughter|mother|father)) (?:got|has|have) (?:a )?snake ?bites?",
    rf"(?:{_ZH_WHO})(?:刚|刚刚|误|不小心|偷|都|已经?|把)?(?:喝|吃|吞|灌)(?:下|了|到)?(?:了)?(?:好多|一瓶|半瓶|一口|很多)?{_ZH_POISON}(?!可)|(?:喝|误喝|误食|吞)了?{_ZH_POISON}了|(?:{_ZH_WHO}){_ZH_NO_BEAST}{{0,4}}中毒|(?<!(?:羊|牛|鸡|猪|狗|鸭).{{0,3}})被?(?:毒)?(?:蛇|蝎子)咬(?:了|伤|到|着)",
    rf"(?:{_SW_WHO}) (?:\w+ )?(?:amekunywa|kanywa|amemeza|amekula|alikunywa) {_SW_POISON}|\b(?:nimekunywa|nimemeza|amemeza|amekunywa) {_SW_POISON}|\b(?:a|ni)?(?:meumwa|nimeumwa|meng'atwa|nimeng'atwa|megongwa|nimegongwa|mengatwa|nimengatwa|naumwa) na nyoka\b|\bnyoka (?:ame|ali)(?:ni|m|mu|tu)(?:uma|ng'ata|gonga|ngata|wuma)\b",
    rf"(?:{_ES_WHO}) (?:\w+ )?(?:se )?(?:tomo|bebio|trago|comio|ha tomado|ha bebido|tomaron|bebieron)(?: \w+){{0,2}}? {_ES_POISON}\b|\b(?:se tomo|se bebio|se trago)(?: \w+)? {_ES_POISON}|\b(?:tome|bebi|trague)(?: \w+)? {_ES_POISON}\b|\b(?:me|lo|la|le|nos) (?:ha )?(?:pico|mordio|picado|mordido)(?: a \w+(?: \w+)?)? una? (?:culebra|serpiente|vibora|cascabel|alacran)|\b(?:culebra|serpiente|vibora) (?:me|lo|la|le|nos)? ?(?:ha )?(?:pico|mordio|mordido|picado) ?(?:a (?:mi|un|una) (?!cabra|vaca|gallina|oveja|perr)|\W*$|ayuda|ahora)?",
    rf"(?:{_FR_WHO}) (?:a |ai |vient de |d'|viens de )+(?:\w+ment )?(?:bu|avale|boire|avaler|mange|pris) {_FR_POISON}|\bj'ai (?:bu|avale) {_FR_POISON}|\b(?:mordue?|piquee?) par (?:un |une )(?:\w+ )?(?:serpent|vipere|cobra|scorpion)|\bserpent (?:m'a|l'a|a|vient de) (?:mordu|mordre|pique)(?! (?:ma|mes|mon) (?:chevre|vache|poule|mouton))",
    rf"(?:{_HI_WHO})(?: ने)?(?: \S+){{0,3}}? {_HI_POISON}(?: \S+)? (?:पी|खा|निगल) (?:लिया|ली|गया|गई|लिए)|सा[ँं]प ने (?:\S+ ){{0,2}}?(?:काट|डस|डंस)|सा[ँं]प (?:\S+ )?काट (?:लिया|गया)(?<!(?:बकरी|गाय|मुर्गी).{{0,15}})|\b{_HI_L_WHO}(?: ne| ko)? (?:\w+ ){{0,2}}?(?:{_HI_L_POISON} (?:pee?|kha) (?:liya|li|gaya)|saa?n?p ne (?:kaat|kat|das))",
    # a child or old one that is gone
    r"\b(?:my|our|the|a|neighbou?r'?s) (?:\w+ )?(?:child|kids?|son|daughter|boy|girl|baby|wife|husband|mother|father|brother|sister|grand\w+|toddler|children)(?:'s| is| are| has| have| went| been)*(?: been| gone| now| still| just)* (?:missing|lost in|kidnapped|abducted|disappeared|vanished|stolen)\b(?! (?:money|payments?|school|work|class\w*|lessons|from the (?:form|list|group)|the|his|her|their|my|our|an?|some|out)\b)|\b(?:he|she)(?:'s| is) missing\b|\b(?:can(?:'?t|not)|couldn'?t) find (?:my|our) (?:son|daughter|child\w*|boy|girl|baby|kids?|mother|father)\b",
    r"(?:孩子|小孩|娃|儿子|女儿|闺女|孙子|孙女|老人|爸爸?|妈妈?|老婆|奶奶|爷爷).{0,3}(?:不见了|失踪|走丢|走失|丢了(?!\p{Han}*(?:费|证|卡|钱|手机|工作|书|作业))|找不到了?(?!工作|对象|身份证|单子|学校|活)|被(?:拐|绑架|抢走))",
    r"\b(?:mtoto|watoto|mwanangu|wanangu|binti|mume|mke|mama|baba|bibi|babu)(?: (?:wangu|yangu|wetu|yetu))? (?:amepotea|wamepotea|haonekani|hawaonekani|ametekwa|ametoweka|ameibiwa|wametoweka)\b",
    r"\b(?:mi|mis|nuestr[oa]) (?:\w+ )?(?:hij[oa]s?|nin[oa]s?|hijit[oa]s?|niet[oa]|bebe|esposa|marido|mama|papa|abuel[oa]) (?:(?:se|me lo|me la) (?:me )?(?:perdio|robaron|llevaron|ha perdido)|desaparecio|esta (?:perdid|desaparecid|secuestrad)[oa]|no aparece|ha desaparecido)|\bno (?:encuentro|encontramos|aparece) (?:a )?mi (?:hij|nin|niet)\w+|\bsecuestraron a\b",
    r"\b(?:mon|ma|notre|mes) (?:\w+ )?(?:fils|fille|enfants?|bebe|garcon|petit\w*|mere|pere|femme|mari) (?:a|ont|est|sont) (?:disparue?s?|perdue?s?|introuvables?|ete (?:enlevee?|kidnappee?)|enlevee?)\b|\b(?:je ne trouve|on ne trouve|nous ne trouvons) (?:plus|pas) (?:mon|ma|notre) (?:fils|fille|enfant|bebe)",
    r"(?:बच्च[ाेी]|बेट[ाेी]|लड\u093c?क[ाी]|पोत[ाेी]|पति|पत्नी|माँ|मां|पिता)(?: \S+){0,3}? (?:लापता|गायब (?:है|हो|हैं)|खो (?:गया|गई|गयी)|नहीं मिल रह|अगवा|अपहरण)|\b(?:bach+[ae]|bet[aei]|ladk[ai])(?: \w+){0,3}? (?:lapata|gayab|kho ga|kho gay\w+|nahi mil rah\w+)",
)  # fmt: skip

# It was long ago or is yet to come, or it is only supposed, or the papers are asked for the rule of it.
_LONG_AGO = regex.compile(
    r"\b(?:last|previous) (?:year|month|season|week)|\b(?:years?|months?|weeks?|seasons?) ago\b|\b(?:in|since) (?:19|20)\d\d\b|\b(?:19|20)\d\d\b|\bused to\b|\bbefore i (?:was|came)\b|\bfor (?:\w+ )?(?:years|months)\b"
    r"|(?:去|前|上|大前)年|(?:上个?|前几个?|几个)(?:月|周|星期)|\d年前|[一二三两几十]年前|以前|小时候|曾经"
    r"|\b(?:mwaka|mwezi|msimu|wiki) (?:jana|uliopita|iliyopita|juzi)|\bmiaka\b|\bzamani\b"
    r"|\b(?:el )?(?:ano|mes|semana) pasad[oa]|\bhace (?:\w+ )?(?:anos?|meses|mes|semanas?)|\bantes\b|\bl'(?:annee|an) (?:derniere|dernier|passee?)|\ble mois (?:dernier|passe)|\bil y a (?:\w+ )?(?:ans?|mois|semaines?)|\bla semaine derniere"
    r"|(?:पिछले|पिछली|बीते) (?:साल|महीने|हफ|वर्ष|सप्ताह)|साल पहले|महीने पहले|पहले साल|\b(?:pichh?le|pichh?li) (?:saal|mahine)|\bsaal pehle"
    r"|\b(?:in|since|by|until|till|from|last) (?:early |late |mid |the end of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d月|[一二三四五六七八九十]月"
    r"|\b(?:mwezi|tangu|mnamo) (?:wa )?(?:januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba)\b|\b(?:en|desde) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|\b(?:en|depuis) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
)
# It comes again each year, is yet to come, or is over: death, the bill of a hospital.
_NOT_NOW = regex.compile(
    r"\b(?:next|every|each) (?:day|year|month|season|week|rains?|harvest)\b|\b(?:at last|finally|passed away|died|(?:hospital|medical) bills?)\b|\b(?:(?:can(?:'?t|not)|not able to|unable to|could not|couldn't) (?:work|farm|walk|plant|harvest)|no (?:income|work)|resting|recover\w*|plaster|crutches)\b|(?:不能|没法|无法|不了)(?:干活|下地|上工|出工)|干不了活|休息|养伤|没收入|\b(?:hawezi|siwezi|hatuwezi) (?:kufanya kazi|kulima)\b|(?:明|后|每)年|(?:下个?|每个?)(?:月|周|星期|季)|将来|去世|过世|[住出]院"
    r"|\b(?:mwaka|mwezi|wiki|msimu) (?:ujao|ijayo)\b|\bkila (?:mwaka|mwezi|msimu|siku)\b|\b(?:hatimaye|alifariki|amefariki)\b"
    r"|\b(?:el )?(?:ano|mes|semana) que viene\b|\bproxim[oa] (?:ano|mes|semana)\b|\bcada ano\b|\bfallecio\b|\b(?:mois|annee|semaine) prochaine?\b|\bchaque annee\b|(?:अगले|हर) (?:साल|महीने|हफ)|\bagle (?:saal|mahine)\b"
)
_YESTERDAY = regex.compile(r"\b(?:yesterday|jana|juzi|ayer|hier)\b|昨[天晚日夜]|前天|\b\d+ days ago\b|बीते कल")
_SUPPOSED = regex.compile(
    r"\b(?:what (?:if|happens?|to do (?:if|when))|(?:if|when|in case|suppose|unless|whether|after|does|do|should|must)\b(?=[^.!?,]*$)|who pays|how (?:do|to|can))|如果|要是|假如|倘若|万一|的话|之后|以后"
    r"|\b(?:kama|ikiwa|endapo|iwapo|nini (?:hufanyika|kitatokea|hutokea)|baada ya)\b|\b(?:si|cuando|despues|en caso|que pasa|que sucede|para evitar|quand|apres|au cas ou|s'il|se passe)\b|अगर|यदि|के बाद|\b(?:agar|ke baad)\b"
)
_PAPERS = regex.compile(
    r"\binsur\w+|保险|\bbima\b|\bseguros?\b|\bassurance|बीमा|\bloan for\b|\bborrow (?:for|to)\b|可以贷款|能贷款|贷款买|\bmkopo wa\b|\b(?:prestamo|credito) (?:para|por)\b|\b(?:pret|credit) pour\b|के लिए (?:लोन|ऋण|कर्ज)"
)
_BEASTS = regex.compile(
    r"\b(?:goats?|cows?|cattle|calf|sheep|hens?|chickens?|pigs?|dogs?|donkeys?|ox(?:en)?|animals?)\W+(?:\w+\W+){0,2}$|(?:羊|牛|猪|鸡|鸭|狗|驴|马|牲口).{0,3}$|\b(?:mbuzi|ng'?ombe|kuku|kondoo|nguruwe|punda|mbwa|mifugo)\W+(?:\w+\W+){0,2}$"
    r"|\b(?:cabras?|vacas?|gallinas?|ovejas?|cerd[oa]s?|perr[oa]s?|animales|chevres?|vaches?|poules?|moutons?|cochons?|chiens?)\W+(?:\w+\W+){0,2}$|(?:बकरी|बकरियों|गाय|भैंस|मुर्गी|कुत्त[ाे])\S*\s*(?:\S+\s+){0,2}$"
)
# A loan or a payment is asked about beside it: then only what can mean nothing else is danger.
_ASKS_OF_MONEY = regex.compile(
    r"\b(?:can|may|could|shall|should|will) (?:i|we|my \w+|he|she)\b.{0,60}\b(?:loans?|pay\w*|repay\w*|borrow|money|credit|cash|instal\w*|delay|postpone|later|break|more time|extension|guarant\w*|wait|apply)\b|\b(?:i|we) (?:need|want)(?: to)? (?:\d|borrow|pay|a loan|an? extension)|\bpayment (?:will|may|can)\b|\b(?:how|when) (?:is|are|do|does|will) .{0,30}\b(?:loan|payment|instal\w*)\b"
    r"|(?:能|可以|可否|行不行).{0,10}(?:还|延|贷|借|缓|宽限|晚|推迟)|(?:没法|不能|无法|没钱)还|延期|展期|宽限|(?:想|要|需要)(?:借|贷)|多少钱|还款"
    r"|\b(?:na|tuna|nina)weza .{0,30}\b(?:ku?kopa|kukopa|mkopo|kulipa|kuchelewa|kuahirisha|kupata)\b|\b(?:nataka|naomba|nahitaji) (?:mkopo|kukopa|\d)"
    r"|\b(?:puedo|podemos|podria) .{0,30}\b(?:pagar|prestamo|credito|esperar|pedir|prorroga)\b|\b(?:puis-je|est-ce que je peux|pouvons-nous) .{0,30}\b(?:payer|pret|credit|rembourser|emprunter|delai)\b|(?:लोन|किस्त|कर्ज|ऋण).{0,25}(?:सकत|मिल|चाहिए|टाल)"
)
_UNMISTAKABLE = regex.compile(
    r"bleed|blood|fell in|\bfire\b|flames|burning (?:now|down)|breath|unconsc|chok|poison|pesticide|herbicide|snake|cobra|drown|\bguns?\b|pistol|knife|machete|ambulance|着.{0,1}火|起.{0,1}火|失火|血|农药|毒|蛇|溺|淹|呼吸|枪|刀|救命|救护车|晕倒|昏倒|晕过去|昏过去|昏迷|不省人事|叫不醒|in labou?r|labou?r pains|giving birth|羊水|难产|掉.{0,2}(?:河|井|水)|rubble|abou?t to give birth"
    r"|damu|moto|inaungua|inawaka|sumu|nyoka|bunduki|mapanga|kisu|hapumui|sangr|fuego|quema|incendi|veneno|culebra|serpiente|respira|pistola|saign|\bfeu\b|brul|serpent|respire|arme|खून|आग|जल रह|जहर|कीटनाशक|सा[ँं]प|बंदूक|khoon|aag|zeh?ar|saa?n?p"
)
# Beside it what is said to be now, in the same breath: "had a heart attack just now, can I pay tomorrow".
_AT_ONCE = regex.compile(
    r"\b(?:(?:just|right) now|at this (?:moment|minute)|today|tonight|this (?:morning|evening|afternoon)|since (?:this )?morning)\b|\bnow\W*$|刚刚?|正在|今(?:天|早|晚)|早上|现在\W*$"
    r"|\b(?:sasa hivi|leo|asubuhi)\b|\bsasa\W*$|\b(?:ahora mismo|ahorita|hoy|esta manana)\b|\bahora\W*$|\b(?:a l'instant|aujourd'hui|ce (?:matin|soir))\b|\bmaintenant\W*$|अभी|\babhi\b|आज"
)
# "He was hit by a car" is of now, unless the same breath is of later.
_RUN_OVER = regex.compile(_EN_RUN_OVER)
_WAS = regex.compile(r"\b(?:was|were|had|has been|have been|alikuwa|estaba|etait|था|थी|थे)\b")
_DONE_BY_OTHERS = regex.compile(
    r"\b(?:guns?|pistol|rifle|knife|machetes?|pangas?|axe|weapons?|armed|shot|shoot\w*|stab\w*|beat\w*|attack\w*|hit|hurt|cut me|kidnap\w*|abduct\w*|stole\w*|took|set|burn(?:ed|t|s)|poisoned|push\w*|ran over|run over|kill\w*|because of)\b|枪|刀|斧|砍|捅|打|杀|烧了|放火|点火|绑|拐|抢|撞|推|逼|害"
    r"|bunduki|\bkisu|mapanga|\bpanga|silaha|bastola|\b(?:a|wa)(?:me|li|na)(?:ni|m|mu|tu|wa)?(?:piga|choma|kata|gonga|teka|iba|sukuma|lazimisha)\w*|kuniua|kutuua|pistola|armas?\b|armad|cuchillo|machete|dispar|apunal|acuchill|atropell|quemo|secuestr|\b(?:me|nos) quieren|\barmes?\b|couteau|fusil|pistolet|poignard|frapp|brule par|a mis le feu|enlev|tuer|बंदूक|चाकू|हथियार|मार|जला दिया|अपहरण|अगवा|banduk|chaku|goli"
)
_CLAUSE = regex.compile(r"[.!?;。！？；।\n]")
_BREATH = regex.compile(r"[.,!?;。，！？；।\n]|\b(?:can|may|could|shall|naweza|puedo|puis-je)\b|能|可以")
_NOW_RE = tuple(regex.compile(one) for one in _NOW)
_STILL_RE = tuple(regex.compile(one) for one in _STILL)


def is_acute(message: str) -> bool:
    """Whether somebody tells of people in danger of their lives, now; whatever he asks beside it."""
    said = simplified(bare(message))
    if len(said) > LONGEST or _PAPERS.search(said) or _LONG_AGO.search(said):
        return False
    doubtful = (_ASKS_OF_MONEY.search(said) or _NOT_NOW.search(said)) is not None
    patterns = _STILL_RE if _YESTERDAY.search(said) else (*_NOW_RE, *_STILL_RE)
    return any(
        _is_told(said, found)
        and (
            not doubtful
            or _is_unmistakable(found.group())
            or _AT_ONCE.search(_breath(said, found)) is not None
            or _is_run_over(said, found)
        )
        for pattern in patterns
        for found in pattern.finditer(said)
    )


def may_be_of_anothers_doing(message: str) -> bool:
    """Whether somebody may have brought the danger about: whom a message names may be accused by it."""
    return _DONE_BY_OTHERS.search(simplified(bare(message))) is not None


def _is_unmistakable(words: str) -> bool:
    return _UNMISTAKABLE.search(words) is not None and _WAS.search(words) is None


def _is_run_over(said: str, found: regex.Match[str]) -> bool:
    """Whether somebody was run over, and is not yet dead or in plaster."""
    return _RUN_OVER.search(found.group()) is not None and _NOT_NOW.search(_breath(said, found)) is None


def _breath(said: str, found: regex.Match[str]) -> str:
    """What is said in the breath that tells of it, not in that which asks for money."""
    before = _BREATH.split(said[: found.start()])[-1]
    after = _BREATH.split(said[found.end() :])[0]
    return before + found.group() + after


def _is_told(said: str, found: regex.Match[str]) -> bool:
    """Of people, and not merely supposed in its own sentence."""
    before = _CLAUSE.split(said[: found.start()])[-1]
    return not (_SUPPOSED.search(before) or _BEASTS.search(before))
