"""A wish to die, and what people say who hint at one, as it is typed on phones: short forms, no accents, other letters."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

from knowledge.answering.folding import bare, simplified
from knowledge.language.romanised import romanised

_END = r"(?=\W*(?:$|[,.;!?\n]))"

# Short forms first, then what they make; read without apostrophes and accents.
_TYPED = tuple(
    (regex.compile(pattern), instead)
    for pattern, instead in (
        (r"['´]", ""), (r"([a-z])\1{2,}", r"\1"), (r"\bw+a+n+a+\b|\bwnt (?:to|2)\b|\bwnna\b", "want to"), (r"\bg+[ou]+n+a+\b", "going to"), (r"\b2\b(?= ?[a-z])", "to"), (r"\bu\b", "you"),
        (r"\b(?:dnt|dun|do not|don t)\b", "dont"), (r"\b(?:can ?not|can t|cnt)\b", "cant"), (r"\b(?:will not|won t)\b", "wont"), (r"\b(?:i ll|ill|il|i wil)(?= )", "i will"), (r"\b(?:im|i m)\b", "i am"), (r"\bmy self\b", "myself"),
        (r"\bk(?=ier|isier|e\b|ien|eda)", "qu"), (r"\b(?:xq|pq|porq)\b", "porque"), (r"\bq\b", "que"), (r"\bpa q(?:ue)?\b", "para que"),
        (r"\bj ?e? ?(?:veu|veut|veux|ve)\b", "je veux"), (r"\bj ?(?:vais|vai|v)\b", "je vais"), (r"\bj (?=[aeiou])", "j"), (r"\bd (?=[aeiou])", "d"), (r"\bn (?=[aeiou])", "n"),
    )
)  # fmt: skip

_EN_KIN = r"(?:child(?:ren)?|kids?|family|families|wife|husband|they|every ?(?:one|body)|world|people|sons?|daughters?|mother|parents?|all)"
_EN_WILL = r"(?:will|would|id|going to|want to|about to|ready to|may|might|should|could|think(?:ing)? (?:of|about)|have to|must|let me)"
_EN_DRINK = r"(?:drink(?:ing)?|swallow(?:ing)?|eat(?:ing)?)"
_EN_POISON = r"(?:poison|pesticides?|weed ?killer|herbicides?|insecticides?|acid|bleach|rat ?poison)"
# Pesticide is what loans are taken for: to "take" it is a wish to die only with an end to it; to "take poison" is one.
_EN_AND_DIE = r"[^.!?]{0,20}\band (?:just |then |i )*(?:die|be (?:done|dead|gone|free)|end (?:it|everything|my)|finish (?:it|everything|my)|sleep for ?ever|never wake)"
_EN_GOODS = r"(?! (?:licen[cs]e|course|test|home|back|for|to|from|off|out|on|with|at|in|by|worth|seeds?|sprays?|tanks?|residues?|and (?:fertili[sz]er|seeds?|sprayers?|traps?))\b| \d)"
_EN_OTHERS = r"(?<!\b(?:goats?|cows?|cattle|calf|calves|animals?|livestock|sheep|chickens?|hens?|pigs?|dogs?|birds?|rats?|mice|pests?|insects?|fish|bees|child(?:ren)?|kids?|they|it|he|she|you|who|which|that|nobody|people) (?:(?!i\b|we\b)\w+ )?)"
_ENGLISH = (
    rf"\b(?:want(?:ed)?|wish(?:ed)?|ready|going|would love|time) (?:me )?to (?:just |really |only |simply )*(?:die|be dead|end (?:it|everything|things|all)(?: all| now| today| tonight)?{_END}|end (?:my|this) life)\b",
    rf"\b(?:feel(?:ing)?|felt) like (?:dying|death|ending (?:it|everything|my life))|\bthink(?:ing)? (?:about|of) (?:dying|death{_END}|killing myself|ending (?:it|my life))|\bsuicid|\b(?:suicde|sucid\w*|suiside|sucide)\b|\b(?:kill|hang|drown|shoot)(?:ing)? myself\b|\b(?:want(?:ed)?|going|about|ready|plan(?:ning)?|tempted) to (?:hurt|harm) myself\b",
    r"\bend it all\b|\b(?:end|take|taking|ending) my (?:own )?life\b|\b(?:dont|no longer|not|never) want to (?:live(?! (?:in|with|at|here|on|there|near|far|off|from|by|under|like)\b)|be alive|exist)\b",
    rf"\b(?:dont want to|never|not|rather not|hope (?:i )?(?:dont|never)|wish (?:i )?(?:would not|never)) wake up(?: again| any ?more| tomorrow| ever)*{_END}|\bdisappear (?:forever|for ever|from this world)\b",
    rf"\b{_EN_KIN}\b[^.!?]{{0,25}}\b(?:better|happier|happy|fine)(?: off)? (?:without me|when i am (?:dead|gone|no more)|if i (?:die|was dead|were dead|was gone)){_END}",
    rf"\b(?:i|we) (?:(?:can|do|dont|cant|could|just|still|really) )*(?:see|find|have|got) (?:no|any)(?: other)? way (?:on|out|forward|ahead)(?: (?:for me|for us|left|any ?more|of this|only death|but death|now))*{_END}|\bthere ?i?s no way (?:on|out|forward)(?: (?:left|any ?more|now))*(?: (?:for me|of (?:this|my) life|in (?:this|my) life))(?: (?:left|any ?more|now))*{_END}",
    r"\bsoon\b.{0,14}\b(?:wont|never|not)\b.{0,8}\b(?:hear|see)\b(?: from| of)? me\b(?! (?:until|till|before|because))|\b(?:wont|never|will never)\b.{0,4}\b(?:hear|see)\b (?:from |of )?me (?:again|alive|in this life)",
    rf"\b(?:goodbye|farewell|bye) (?:forever|for ever|world|cruel world|to (?:life|this world))|^\W*this is (?:my |the )?(?:last|final) (?:message|words|goodbye)(?: to (?:you|anyone|everybody|everyone))?\W*$|\bthis is goodbye{_END}",
    rf"\bcant (?:go on|keep going)(?: like this| living| with (?:this |my )?life| any ?more| any longer)*{_END}|\bcant (?:take|bear|stand|endure) (?:it|this|life)(?: life| pain)? (?:any ?more|any longer)(?:{_END}|(?= (?:please|pls|i|my|help|god|so i|and i|of this|because of (?:the|this|my) (?:debts?|shame|pain))\b))|\bcant go on living|\bcant live (?:with (?:this|the) (?:shame|debts?|pain)|like this|any ?more)",
    r"\b(?:no|any|not a|see the|whats the|what is the|is there a) (?:reason|point|sense|use|purpose)(?: left| any ?more)? (?:to|in|of) (?:live|living|life|go on living|being alive|staying alive)\b|\bwhy (?:should|do|am) i (?:still )?(?:live|alive|go on living)\b|\blife is not worth|\b(?:my )?life (?:has no|is without) (?:meaning|sense)|\bmy life is (?:over|finished|useless|worthless|meaningless)|\bnothing (?:left )?to live for|\blost (?:the|my|all) (?:will|wish|hope|reason) to (?:live|go on)\b",
    r"(?<!\b(?:if|when|in case|suppose|before|until|after|once|whether)(?: \w+){0,3} )\b(?:i (?:should|must|might as well|had better|would rather|rather|have to)(?: just| better)? die\b|better (?:that |if |for me )?(?:i (?:just )?(?:die|was dead|were dead)|(?<!\b(?:an?|the|this) better )(?:to )?die(?! (?:set|cast|mould|mold|press|plate|machine)| for (?:\w+ ){0,3}(?:bricks?|blocks?|pellets?|machines?|mills?|mould|press)\b)|death|(?:off )?dead)|id rather (?:die|be dead)|would rather (?:die|be dead)|wish i (?:was|were) dead|i (?:deserve|prefer) (?:to die|death))",
    r"\b(?:only|just) death\b.{0,20}\b(?:save|help|free|left|end|way)|\b(?:all|only thing) i (?:can )?think (?:about|of) is (?:dying|death)|\bleft for me but (?:to die|death)|\bdeath is (?:the |my |an? )?(?:only |best |better |last )*(?:way|answer|solution|option|relief|hope)|\bway out\b[^.!?]{0,30}\b(?:only|but|except|is) (?:death|to die|dying)\b",
    r"\b(?:tired|sick|done|fed up)(?: of| with) (?:this |my |all this )?(?:life|living)\b(?! insurance)|\bi am done with (?:this )?life|\blet me (?:just )?die\b|\bgod (?:please )?(?:just )?take me\b|\bwish(?:ed)? (?:i )?(?:was|were|had) (?:never|not) (?:been )?born|\bi wish (?:i )?(?:would|could|to) (?:die|be dead)|\bsleep (?:forever|and (?:not|never) wake)",
    rf"{_EN_OTHERS}\b{_EN_WILL} (?:just |also |now |then )*(?:{_EN_DRINK} (?:the |some |this |that |rat |all )*{_EN_POISON}{_EN_GOODS}|tak(?:e|ing) (?:the |some |this |that |rat |all )*(?:poison{_EN_GOODS}|{_EN_POISON}{_EN_AND_DIE}))|\b(?:have|got|bought) (?:the |a |some )?(?:poison|rope) (?:ready|for (?:me|myself))\b|^\W*i (?:have )?(?:bought|got|have) (?:the |some )?poison\W*$",
    rf"\b{_EN_WILL} (?:to )?(?:just |now )?(?:jump(?:ing)? (?:(?:in|into|off|from) (?:the |a )?(?:river|bridge|well|cliff|roof|building|lake|dam)|(?:under|in front of) (?:the |a )?(?:train|truck|bus|car|lorry))|(?:hang|drown|shoot|poison|burn|cut|kill)(?:ing)? myself(?! (?:an?|some|the|another|more|off|free|loose|\d\w*)\b))\b",
    rf"\bwhen i am (?:gone(?! to)|dead|no more)\b.{{0,40}}\b(?:{_EN_KIN}|her|him|them)\b|\b(?:look after|take care of|care for|protect) (?:my|our) {_EN_KIN}\b.{{0,15}}\bwhen i am (?:gone(?! to)|dead|no more)\b|{_EN_KIN}\b.{{0,40}}\bwhen i am (?:dead|no more){_END}|\b(?:no ?body|no one|nobody) (?:will|would) (?:miss|cry for|notice)\b.{{0,20}}\b(?:die|died|gone|dead|me){_END}|\bi am (?:only |just )?a burden (?:to|on|for) (?:my|every|them|all|you)",
    r"\b(?:the |my )?grave is (?:the )?(?:better|best|only|my (?:only|next))\b|\b(?:better|rather|prefer)(?: (?:i |to |for me |be |am |off |go |lie |sleep |with |to be ))*(?:in |to )?(?:the|my) grave\b",
)  # fmt: skip

# Beside a hardship alone; without one, somebody only says that he is away.
_GONE = (
    r"\b(?:not|never|wont|nobody|no one)(?: (?:will|would|ever|even))* (?:see|find|meet) me\b|\b(?:wont|will not|not going to) be (?:here|alive|around)\b|\b(?:i am|i will be) (?:gone|no more)\b",
    r"\b(?:hamta|hawata|huta|hamto|hawato|hatuta)(?:ni)?(?:ona|kuta|pata)\w*|\bsitakuwepo\b|\bno me (?:van a |vas a |volveran a )?(?:ver|veran|encontrar\w*)\b|\bne me (?:verrez|verra|trouverez|reverrez)\b",
    r"(?:见|看|找)不到我|(?:不会|没)再?(?:见到|看到|找到)我|我(?:就|也|已经)?(?:不在|没)了",
)  # fmt: skip

_ES_KIN = r"(?:hij[oa]s?|nin[oa]s?|familia|espos[oa]|mujer|marido|mama|madre|padres|todos|ellos|gente|mundo)"
_ES_POISON = r"(?:veneno|pesticida|plaguicida|herbicida|insecticida|matamaleza|raticida)"
_ES_GOODS = r"(?! (?:del|a credito|al credito|al fiado|fiado|prestado|para|contra|con|y (?:el|la|los|las) (?:abono|semillas?|fertilizante))\b)"
_NOT_FOR = r"(?! (?:de (?:hambre|risa|ganas|sed|calor|frio|sueno|miedo|envidia|pena|la risa)|por (?:saber|ver|comer|conocer)|trabajando))"
_SPANISH = (
    rf"\b(?:quiero|queria|quise|quisiera|prefiero|deseo|pienso|voy a|puedo|mejor)(?: (?:solo|ya|mejor|nada mas|en))* (?:morir(?:me)?|estar muert[oa]|matarme|suicidarme|ahorcarme|colgarme|envenenarme|desaparecer para siempre|desaparecer de este mundo|desaparecer{_END}|la muerte){_NOT_FOR}\b",
    rf"\bme (?:quiero|queria|voy a|quisiera|deseo|podria|gustaria|dan ganas de) (?:matar|morir|suicidar|ahorcar|colgar|envenenar|quitar la vida){_NOT_FOR}\b|\bquitarme la vida|\btirarme (?:al|del|de un|a un) (?:rio|tren|pozo|puente|barranco)|\bsuicid",
    r"\bacabar con mi vida\b|\bno quiero (?:mas )?(?:(?:seguir )?(?:vivir|viviendo)|estar viv[oa]|existir)\b(?! (?:en|con|aqui|alla|lejos|cerca|solo de)\b)",
    r"\b(?:sin|tengo|mas|no tengo) ganas de (?:morir|vivir)|\bganas de morir|\bperdi (?:las|mis) ganas de vivir|\bnadie me (?:va a )?(?:extran|llorar)\w*.{0,12}\b(?:muer|no este|ya no)|\b(?:mejor (?:me muero|me mato|morir|muert[oa]|estar(?:ia)? muert[oa]|seria (?:morir|estar muert[oa]))|(?:ojala|quisiera|deberia) (?:me muera|me muriera|morirme|estar muert[oa]|estuviera muert[oa]|no despert\w+|no haber nacido|no hubiera nacido)|dormir y no despertar|no despertar (?:mas|nunca))",
    rf"\b{_ES_KIN}\b[^.!?]{{0,20}}\b(?:mejor|felices|bien|tranquil[oa]s) sin mi{_END}|\bsin mi\b.{{0,12}}\b(?:estarian|estaran|vivirian|viviran|estaria|estara) mejor|\bsoy una carga (?:para|de)",
    rf"\bno (?:le |me )?(?:veo|encuentro|tengo|queda)(?: (?:ya|mas|ninguna|otra|una|ni|la|que))* salida(?: (?:a esto|para mi|mas|ya|alguna|en mi vida|en la vida))*{_END}|\bno hay(?: (?:ya|mas|ninguna|otra|una))* salida(?: (?:mas|ya|alguna))*(?: (?:para mi|en mi vida|en la vida|a mi vida))(?: (?:mas|ya))*{_END}",
    r"\b(?:ya no|nunca mas|pronto no|jamas|no) (?:me )?(?:van a |vais a |volveran a )?(?:saber|sabran|oiran|oir|escucharan|ver|veran) (?:nada |mas )*de mi\b|\b(?:ya no|nunca mas|pronto no) me (?:van a|volveran a) (?:ver|oir|escuchar)",
    rf"\bno (?:puedo|aguanto|soporto|resisto)(?: mas| ya)*(?: con)? (?:la|esta|mi) vida\b|\bquiero (?:terminar|acabar|poner fin)(?: ya)? (?:con|a) (?:mi vida|esta vida|todo{_END})",
    r"\b(?:no tiene|no le veo|sin|ningun|que) sentido (?:ya )?(?:vivir|seguir viviendo|a? ?la vida|a? ?mi vida)|\bvida (?:ya )?no (?:tiene sentido|vale)|\b(?:para|por) ?que (?:quiero |debo |seguir )?(?:vivir|viviendo|sigo viv[oa])\b|\bcansad[oa] de (?:vivir|la vida|esta vida)",
    rf"\b(?:voy a|quiero|me voy a|pienso|mejor)(?: me)? (?:(?:beb|trag)\w*(?: el| un| ese| la| de)* {_ES_POISON}|tom\w*(?: el| un| ese| la| de)* veneno{_ES_GOODS}|tom\w*(?: el| un| ese| la| de)* {_ES_POISON}[^.!?]{{0,12}}\b(?:y|para) (?:morir|acabar|terminar)|tomarme(?: el| un| ese| la| de)* {_ES_POISON}{_ES_GOODS})|\bme (?:tomo|tomare|bebo|bebere|voy a tomar|trago)(?: el| un| ese)* {_ES_POISON}{_ES_GOODS}|\b(?:solo )?(?:me|nos) queda (?:mas )?(?:que )?(?:morir|la muerte)|\bme (?:ahorco|cuelgo|mato yo)\b|\bme mato{_END}|\bdios (?:mio )?(?:que )?me lleve\b|\bllevame dios|\b(?:irme|me quiero ir|me voy) de este mundo|\bme (?:voy a )?tir(?:ar|o|are) (?:al|del|de un|a un) (?:rio|tren|pozo|puente|barranco)",
    rf"\bcuando (?:yo )?(?:ya )?(?:no est[eo]|me muera|muera|me haya ido)\b.{{0,30}}\bcuid\w+.{{0,20}}{_ES_KIN}|\bcuid\w+.{{0,20}}{_ES_KIN}.{{0,12}}\bcuando (?:yo )?(?:ya )?(?:no est[eo]|me muera|muera)",
)  # fmt: skip

_FR_KIN = r"(?:enfants?|famille|femme|mari|fils|fille|mere|parents|tout le monde|monde|ils|elles|eux|gens|proches|autres)"
_FR_POISON = r"(?:poison|pesticides?|herbicide|desherbant|insecticide|mort aux rats|eau de javel)"
_FRENCH = (
    rf"\bje (?:veux|voulais|voudrais|prefere|vais|souhaite|desire|pense a|pense)(?: (?:juste|seulement|bien|vraiment|plutot|que))* (?:mourir(?! de (?:faim|soif|rire|chaud|froid|honte))|me (?:tuer|suicider|pendre|noyer|foutre en l ?air)|en finir(?: avec (?:la vie|ma vie|tout|tout ca))?{_END}|crever{_END}|disparaitre (?:pour toujours|a jamais|de ce monde))",
    rf"\benvi(?:e)? (?:de|d|dmourir) ?(?:mourir|me tuer|me suicider|crever|en finir(?: avec (?:la vie|tout))?{_END})|\b(?:veux|peux|ai|nai|jai|supporte) plus (?:envie )?(?:de )?vivre\b(?! (?:de|a|en|avec|chez|dans|ici|ensemble)\b)|\bsuicid|\b(?:fatigue+|marre|assez|force) ?s? (?:de|d) (?:vivre|la vie|cette vie)",
    rf"\b{_FR_KIN}\b[^.!?]{{0,25}}\b(?:mieux|heureux|bien) sans moi{_END}|\bje suis (?:un|qu ?un) (?:poids|fardeau) pour",
    rf"\b(?:vois|trouve|ai|nai|jai)(?: (?:plus|pas|aucune|d|de|autre))* ?d?(?: ?issue| porte de sortie)(?: (?:pour moi|a tout ca|a ma vie))?{_END}|\b(?:y a|ya|reste)(?: (?:plus|pas|aucune|d|de|autre))* ?d?(?: ?issue| porte de sortie)(?: (?:pour moi|a tout ca|a ma vie)){_END}",
    rf"\b(?:nentendrez|entendrez|naurez|aurez|entendra|verrez|reverrez)(?: plus| jamais)+ (?:parler de moi|de mes nouvelles)|\b(?:plus|jamais) entendre parler de moi|\bne me (?:verrez|reverrez) plus|\bbientot (?:je )?(?:ne )?serai plus (?:la|de ce monde){_END}|\bplus de ce monde|\badieu (?:a tous|le monde|la vie|pour toujours)",
    r"\bvie (?:ne |n ?)?(?:vaut|a|na)(?: plus| pas| rien| aucun)+ ?(?:la peine|le coup|de sens|sens|detre vecue)|\ba ?quoi (?:bon|sert de|ca sert de) (?:continuer (?:a|de) )?vivre|\bpourquoi (?:continuer (?:a|de) )?vivre|\braison de vivre|\bpersonne ne me (?:regretter|pleurer)\w*|\bperdu (?:l ?envie|le gout|l ?espoir) de vivre",
    rf"\b(?:vaut )?mieux (?:vaut )?(?:mourir|la mort|etre mort|que je (?:meure|creve|sois mort)|si jetais morte?)|\bme reste (?:plus )?(?:qua|que|qu a|qu)? ?(?:la mort|mourir)|\b(?:ne )?(?:plus|jamais) (?:me )?reveiller{_END}|\bne plus (?:jamais )?me reveiller|\bfin a (?:mes jours|ma vie)|\b(?:vais|veux) (?:sauter(?! (?:dans|sous) (?:le |un )?train)|me jeter) (?:du|dun|dans|sous) (?:le |la |un |une |l )*(?:pont|riviere|fleuve|puits|train|toit)|\bsers? (?:plus )?a rien sur (?:cette )?terre",
    rf"\bje me (?:tue|pends|noie){_END}|\b(?:vais|veux|voudrais) (?:(?:boire|avaler|manger) (?:le |du |de la |de l |un |ce |mon )*{_FR_POISON}|prendre (?:le |du |de la |de l |un |ce |mon |des )*(?:poison(?! (?:pour|contre|a|au|aux|chez|et)\b)|{_FR_POISON}[^.!?]{{0,12}}\b(?:et|pour) (?:mourir|en finir|crever)))|\b(?:prenez soin|occupez vous) de mes? {_FR_KIN}\b.{{0,20}}\bquand je (?:ne )?serai (?:plus|mort)|\bquand je (?:ne )?serai (?:plus la|mort).{{0,25}}\b(?:prenez soin|occupez)",
)  # fmt: skip

_SW_KIN = r"(?:watoto|mtoto|familia|mke|mume|wanangu|wao|wote|kila mtu|dunia|wazazi|mama|watu)"
_SWAHILI = (
    r"\b(?:nina|na|ni|nita|nime|nili|nali)?(?:taka|tamani|fikiria|waza|bora|heri|afadhali|wacha|acha|pendelea|karibia|ona bora|ona heri|ona afadhali)(?: (?:tu|sana|kweli|hata|mimi|ni|sasa|leo))* (?:kufa(?! (?:njaa|na njaa|kwa njaa|maji))|nife|nikufe|nifariki|kifo|nijiue|nijimalize|nijinyonge|kujimaliza|kufariki)\b|\b(?:bora|heri|afadhali) (?:nife|kufa|kifo)\b",
    r"\b(?:ku|nita|nta|na|nina|ni)(?:jiue?a?|jinyonga|jinyonge|jimaliza|jimalize|jitoa uhai|jitoe uhai|jitoa roho|jirusha (?:mtoni|kwa mto|kwenye (?:mto|kisima|treni)))\b",
    r"\b(?:sitaki|staki|stak|sitak|sipendi|sitamani|sihitaji) (?:tena )?(?:kuendelea )?(?:kuishi|maisha(?: haya)?(?: tena)?)\b(?! (?:mjini|kijijini|na|huku|hapa|kwa|ya|peke)\b)|\b(?:nimechoka|nmechoka|nachoka)(?: (?:na|ku|kabisa|sana))* ?(?:kuishi|maisha)\b(?! (?:mjini|kijijini|ya (?:mji|kijiji|mjini|kijijini)))",
    r"\b(?:sioni|sina|hakuna|haina) (?:tena )?(?:sababu|haja|faida|maana) (?:ya|za) (?:kuishi|maisha|kuendelea kuishi)|\bmaisha (?:yangu )?(?:hayana|haina) (?:tena )?(?:maana|thamani|faida)|\bmaisha yangu yameisha|\b(?:nimepoteza|nimekosa|sina) hamu ya (?:kuishi|maisha)",
    rf"\b{_SW_KIN}\b[^.!?]{{0,40}}\b(?:bila (?:ya )?mimi|nikiwa sipo|nikifa|nisipokuwepo){_END}(?<=\b(?:bora|vizuri|heri|afadhali|salama|raha|furaha|nzuri)\b.{{0,30}})|\bmzigo kwa (?:familia|watoto|kila mtu|wote)",
    rf"\bsioni (?:tena )?njia(?: (?:ya kutoka|tena|ya mbele|nyingine|ya kusonga mbele|yoyote))*{_END}|\bhakuna njia(?: (?:tena|ya kutoka|nyingine))*(?: (?:kwangu|maishani|katika maisha(?: yangu| haya)?)){_END}|\bnjia pekee (?:ni|iliyobaki ni) (?:kifo|kufa)|\bkifo (?:ndiy?o|ni|ndo) (?:njia|suluhisho|jibu|bora|afadhali|heri)",
    r"\b(?:hamta|hawata|huta|hamto|hawato)(?:nisikia|niona|sikia habari zangu|sikia kutoka kwangu|pata habari zangu)(?: tena)\b|\b(?:karibuni|punde|soon)\b.{0,10}\b(?:hamta|hawata|huta)(?:nisikia|niona)|\bmtasikia (?:nimekufa|nimejiua|nimefariki)|\bkwaherini? (?:ya )?(?:milele|dunia)|\b(?:nataka ku|nita|natamani ku)ondoka (?:duniani|dunia hii)|\bsiwezi kuendelea kuishi",
    r"\b(?:nita|nta|ni|nataka ku|naenda ku|bora ni|heri ni|nimeamua ku)(?:kunywa|nywa|meza|la) (?:sumu|dawa (?:ya (?:mimea|wadudu|kuua \w+|panya|magugu) )?nife|dawa ya (?:wadudu|panya|magugu))|\b(?:nisingezaliwa|nisiamke|kulala nisiamke)\b|\bmungu (?:wangu )?(?:nichukue|anichukue)|\bnichukue mungu|\bnikifa\b.{0,5}\b(?:watunz|mtunz|tunz|muwatunz|angalieni|muangali|waangali|msamehe)\w*|\b(?:watunz|tunz)\w+.{0,20}\bnikifa\b",
    r"\bkaburi(?:ni)? (?:ndi\w+ |ni )?(?:bora|heri|afadhali)\b|\b(?:bora|heri|afadhali) (?:niende |nilale |niingie |ni )?kaburi(?:ni)?\b",
)  # fmt: skip

_ZH_END = r"(?=[^\p{L}\p{N}]*(?:$|[，,。.!！?？;；\n]))"
_ZH_KIN = r"(?:孩子|娃|家里?|家人|他们|她们|她|老婆|老公|全家|大家|父母|爸妈|儿子|女儿|别人)"
_ZH_OTHERS = r"(?:[羊牛猪鸡鸭鹅鱼虾苗树马驴兔狗猫蜂蚕花草菜稻麦菇畜口仔崽虫鼠]|[人爷爸妈爹娘公婆夫妻弟兄哥姐妹叔伯父母])"
_ZH_POISON = r"(?:农药|毒药|老鼠药|安眠药|百草枯|敌敌畏|除草剂)"
_CHINESE = (
    r"不想(?:再|要)?活(?!动|鱼|鸡)|活着?(?:没意思|没劲|(?:好|真|太)(?:累|痛苦|难受|苦)|够了|腻了|(?:就|只)?是(?:个|一种)?(?:拖累|累赘|负担|受罪|煎熬))|(?:没|没有|什么)(?:意义|意思)活|活着?(?:有|还有)(?:什么|啥)(?:意思|意义|用)|活着没(?:有)?(?:意义|希望|盼头|意思)|(?:^|我|俺|日子|真|实在)[^,，。！!？?羊牛猪鸡鱼苗树]{0,8}活不下去",
    rf"想死(?!你|他|她|它|我|大家|家|妈|爸|当|板)|(?:我|就|只好|干脆|要|想|只能|不如)去死(?![海水亡角胡谷])|(?<!{_ZH_OTHERS}[都全也快要已经又就]{{0,2}})死了(?:就)?(?:一了百了|算了|(?:还|倒)?(?:干净|清净)|好了|(?:他们|大家|全家)?就?解脱|不用还)(?!.{{0,3}}[吗嘛?？])|一死(?:了之|百了)|(?<![清完款债])一了百了(?:算了|吧|了)?{_ZH_END}|生不如死|不如(?:一)?死|(?:只能|只有|只剩|只好|宁可|宁愿)(?:去)?死|死路一条",
    r"自[杀尽]|轻生|寻死|寻短见|了断(?:自己|生命|这条命)|结束(?:自己的?|我的?|这条)(?:生命|命)|(?:想|要|不如|干脆)(?:结束|了结)(?:这一切|一切|生命|自己)",
    rf"{_ZH_KIN}[^，,。！？!?]{{0,4}}没(?:有)?了?我[^，,。！？!?人]{{0,6}}(?:更好|好过|幸福|轻松|开心|会好)|没有?了?我[^，,。！？!?]{{0,3}}{_ZH_KIN}[^，,。！？!?]{{0,8}}(?:更好|好过|幸福|轻松|会好)",
    rf"(?<![^，,。！!？?；;\s我俺家活生子的债钱款力苦累了是已经真再也都完全])(?:看不到|没有|没|看不见|找不到)(?:任何|什么|一点)?(?:出路|活路)了?(?:{_ZH_END}|只)|看不到(?:任何|一点)?希望了?{_ZH_END}|(?:^|我|真的?)走投无路了?(?:{_ZH_END}|只|死)",
    r"(?:再也|以后|很快|永远)[^，,。]{0,8}(?:听不到|见不到|看不到|收不到)我|这[^，,。]{0,3}最后一(?:次|条)(?:发?(?:消息|信息|短信)|联系|说话)|永别|(?:写|留)(?:好|了|下)?.{0,2}遗书|来[世生]再见|下辈子(?:再?见|再?[做当报投]|不想|再也不)|(?:对不起|原谅|只能|只好)[^。！？]{0,10}下辈子",
    rf"想(?:要)?(?:求个?)?解脱了?{_ZH_END}|(?<!{_ZH_OTHERS})(?:我|准备|打算|想|要|去|只能|就|干脆|不如)(?:也|就|就要|想|要|去|准备)*(?:喝|吃){_ZH_POISON}(?![补的残超价款钱打喷味])|(?:想|要|去|准备|不如)(?:去)?(?:跳[楼河井桥江崖](?!价)|上吊|割腕|撞车)|(?:睡着|睡过去|睡下|一睡)[^。！？]{{0,6}}(?:不要|别|不再|永远不|不)[^。]{{0,3}}醒|(?:不想|别再|永远不)[再要]?醒",
    r"\b(?:bu ?xiang ?(?:zai ?)?huo|huo ?bu ?xia ?qu|wo ?(?:hen ?|hao ?|zhen ?)?xiang ?(?:qu ?)?si|xiang ?zi ?sha|wo ?yao ?zi ?sha|zi ?sha|bu ?ru ?si|si ?le ?suan)\b(?! ?(?:shu|niu|yu))",
)  # fmt: skip

# Hindi, and Urdu in the letters of either, as `romanised` spells it.
_HI_I = r"(?:^|[,.!?]\s*|\b(?:main?|me|mai|mera|mujhe|muje|mujhko|ham|hum|ab|bas|aj|abhi|to|bhi|hi|kar|karke|vajah se|karan|kash|ya|aur|isliye|sach me|nahi)\s+)"
_HI_KIN = (
    r"(?:bach\w*|beta|bete|beti|parivar|pariwar|ghar ?(?:vale)?|biv[iy]|patni|family|famili|sab|log|man|maa?)"
)
_HI_PAPERS = r"(?:loan|lon|karja?|avedan|aplikesan|aplication|application|form|file|fail|paise?|kist|rin|list|suchi|phon|fon|phone|manjuri|manjoori)"
_HI_D = r"(?:d|l)(?:unga|ungi|u|un|oonga|ena chah\w*|ene ka|eta hun?|enge)"
_HINDI = (
    rf"{_HI_I}(?:hi )?marn[aei](?: hi)? (?:chah?a?t\w*|hi? ?he?\b(?! (?:dav|ka|ke|ki)\w*)|padega|behtar|acha)|\bmar ja(?:na chah?\w*|na he?\b|na (?:hi )?(?:acha|behtar|thik|sahi)|u?n?ga(?! to)|ungi|u n?a?)\b|\bmar ja(?:u|un) (?:to )?(?:hi )?(?:acha|behtar|thik|sahi)|\b(?:isse|jine se) (?:to )?(?:acha|behtar) (?:he )?(?:mar|maut)|\bkash (?:main?|me|mai) (?:hi )?mar|\bmarne ka (?:man|dil|ji|irada)",
    r"\bji?n[aei] (?:ka|ki|ko|me|se) (?:ab )?(?:koi |kuch |bhi )*(?:man|dil|ji|ich+a|matlab|fa[iy]da|arth|vajah|maksad|tamana)(?: hi| bhi| ab)? (?:nahi?n?|na|kho|khatam)|\bnahi?n? jin[ae]\b|\bna jin[ae] (?:mujhe|chah\w*|he)\b|\bjin[ae] (?:hi |bhi |ab )?(?:nahi?n?|na) (?:chah\w*|he?\b|mujhe)|\bjin[ae] (?:hi |to )?(?:bekar|bemani|bekaar|vyarth|mushkil lag)|\bkyon? ji(?:u|un|na)\b|\bnahi (?:ji|jiya) (?:sak\w*|pa\w*|ja\w*)|\b(?:ji|jiya) nahi (?:sak\w*|pa\w*|jata)",
    rf"\b(?:apne ap|khud|apni|apne|apna)(?: ap)? (?:ko |ki )?(?:hi )?(?:kha?ta?m|mar|jala|jan se mar|jan|jivan|jindagi|jan le) (?:hi )?(?:(?:kha?ta?m )?kar(?:ne|na)? ?)?(?:le |de )?{_HI_D}|\bapni (?:jan|jindagi|jivan) (?:le|de|kha?ta?m)|\b(?:apni )?jan (?:hi )?de (?:d\w+|ne|na)\b|\bjan de(?:ne|na) (?:ka|chah|he)|\b(?:khud|apne ap) ko (?:mar\b|kha?ta?m|fansi)|\bkha?ta?m kar (?:lunga|lungi|dunga|dungi) (?:khud|apne ap)",
    rf"\bsab (?:kuch )?kha?ta?m (?:kar|karke|krke?) (?:{_HI_D}|dena chah\w*)(?!.*\b(?:tak|fir|kal|phir)\b)|\b(?:jindagi|jindgi|jivan|ye jivan) (?:hi |ko )?kha?ta?m (?:kar|hi kar)|\b(?:jindagi|jindgi|jivan|jine) (?:se |ab )(?:thak|tang|har|ub|pareshan ho gaya hu)|\b(?:jindagi|jindgi|jivan) (?:ka|ki|me|ab) (?:ab )?(?:koi |kuch )?(?:matlab|fa[iy]da|maksad|bekar|bacha|umid)|\bmeri (?:jindagi|jindgi) (?:bekar|kha?ta?m)",
    r"\b[a]?a?tma?h?[ae]?(?:tt?|t)ya\b|\batm[ae]? ?hat+[iy]*a\b|\bkh?ud ?k[hu]*[su]h?i\b|\bsui[sc][ia]+d\w*|\bsus[ae]i?d\b",
    r"\bfan?s[iy] (?:pe |par |ke fande )?(?:lag\w*|lg\w*|latak\w*|lunga|ka fanda)|\b(?:jeha?r|jaha?r|jehe?r|jah[ae]r|visha?|kit ?nashak|kitnash\w*|pestisaid|pesticide|sulfas|chuhe ki dava) (?:kha|pi|khakar|pikar)(?: ke| kar)? ?(?:l(?:unga|ungi|u|un|ena|ene)|ja(?:unga|u|ungi)|mar|lena)\b",
    rf"\bmere bin[ae]\b.{{0,35}}\b{_HI_KIN}\b.{{0,20}}\b(?:beha?tar|acha|ach[aei]|khush|thik|sukhi|aram|chain)|\b{_HI_KIN}\b.{{0,12}}\bmere bin[ae]\b.{{0,15}}\b(?:beha?tar|acha|ach[aei]|khush|thik|sukhi|aram|chain)",
    rf"\b(?:koi|aur koi|dusra)(?: aur| dusra| bhi)? rasta (?:hi |bhi |ab )?(?:nahi?n?|na) (?:dikh\w*|ba?ch\w*|raha|sujh\w*)(?: (?:he?|mujhe|ab|raha he?))*(?:{_END}| maut| mar)|\bmarne ke (?:alava|siv\w*) |\b(?:bhagvan|alah?|khuda|upar ?vale|rab) (?:mujhe )?(?:utha l|maut d)\w*|\bmujhe (?:hi )?utha l[eo]|\bduniya (?:ko |se )?(?:chod\w*|chala|jana chah\w*|hi chod\w*)|\b(?:meri|mera) lash (?:hi )?mil|\bmaut (?:hi|chahi\w*|a ja\w*|ko gale|mang\w*|ka intjar|de do|behtar|se hi)|\bmarna hi (?:he|padega|rasta|behtar|acha)",
    rf"\b(?:meri|mera|mujhse|mere)\b(?!.*\b{_HI_PAPERS}\b)(?!.*\bkya\b).{{0,20}}\b(?:avaj|khabar|nam|bare me|dikh\w*|suna\w*|sun)\b.{{0,8}}\b(?:nahi?n?|na) (?:sun(?:oge|enge|ai dega|ai degi|egi?|ega|ne)|mil(?:egi|ega|ungi?|unga)|ay?eg[ai])|\bbach\w* ka (?:dhyan|khayal|khyal) rakhna\b.{{0,12}}\bja raha|\bmeri maut ke bad\b.{{0,25}}\b(?:bach|pariv|biv|ghar)\w*|\bye (?:mera|meri) akhr?i (?:mes+[ae]*[gj]e?|msg|bat|salam|khat|sandesh)\b(?! .{{0,6}}(?:dekh|padh|mil))|\bmere (?:jane|marne|na rahne|bad) ke? ?bad\b.{{0,25}}\b(?:bach\w*|parivar|biv[iy]|patni|ghar|man)\b.{{0,12}}\b(?:dhyan|khayal|khyal|dekhbhal|palna)",
    r"\b(?:train|tren|rel|trak|truck|gadi) ke (?:niche|samne|age) (?:ja(?:kar|ke) )?(?:(?:a|kat|kud|let) ?(?:kar |ke )?(?:ja(?:u\w*|na (?:chah\w*|he))|mar(?:u\w*|na)|jan d\w+)|kud(?:u\w*|na (?:chah\w*|he)))|\b(?:ku[ae]n?|nadi|nahar|talab|chhat|chat|kuye) (?:me|se|mein) (?:kud|chalang|dub) ?(?:kar |ke )?(?:ja(?:u\w*|na (?:chah\w*|he))|mar(?:u\w*|na)|laga? ?(?:d|l)?u\w*|jan d\w+)",
)  # fmt: skip
# Only a death that stands itself in the "if" is supposed ("agar main mar jau to"); what follows the "if" is a threat,
# and what somebody wants, or would do to himself, is never a supposition.
_SUPPOSED = regex.compile(
    r"\b(?:agar|yadi|jab|if|si|kama|ikiwa|endapo)(?: (?:i|we|you|he|she|they|one|some(?:one|body)|any(?:one|body)|(?:my|our|the|a) \w+|ever|really|just|suddenly|one day|am|are|is|do|should|would|yo|me|un dia|je|on|mimi|main?|mai|me|ham|hum|ap|koi|kabhi|kal|ki))* ?$"
    r"|(?:如果|要是|假如|万一)(?:有一天|哪天|借款人|户主|我们?|俺|你|他|她|都|也|突然|真的?|不小心)*$"
)
_NEVER_SUPPOSED = regex.compile(
    r"\b(?:want|wish|quier|quis|quer|ganas|veu|vou|envi|chah)|taka\b|myself|suicid|my (?:own )?life|poison|pesticid|\bme (?:mato|ahorc|cuelg|voy|tue|pends|noie)|matar|ahorc|colgar|envenen|veneno|tuer|pendre|noyer|jiu|jinyong|jimaliz|jito|jirush|sumu|atma?|hatya|khud|fans|je?ha?r|jah|apn[aei]|jan de|[想杀尽活]|轻生|寻|解脱|遗书|农药|上吊"
)
# Where a road, a flood or a market is named, it is these that there is no way out of.
_NO_WAY = regex.compile(
    r"\bway (?:on|out|forward|ahead)|\bsalida|issue\b|porte de sortie|\bnjia\b|\brasta\b|出路|活路|走投无路"
)
_ROADS = regex.compile(
    r"\b(?:roads?|paths?|bridges?|floods?|flooded|rains?|mud(?:dy)?|river|markets?|buyers?|transport|trucks?|cars?|bus(?:es)?|snow|landslides?|town|office|contract|parcel|plot"
    r"|caminos?|carreteras?|puentes?|inundad\w*|inundacion|lluvias?|lodo|barro|mercados?|compradores|derrumbe|transporte|contrato|routes?|piste|pont|inondation\w*|inonde\w*|pluies?|boue|marches?|acheteurs|contrat"
    r"|barabara|daraja|mafuriko|mvua|matope|soko|sokoni|wanunuzi|usafiri|gari|sadak|pul|badh|barish|kichad|bajar|mandi|gadi|raste me)\b"
    r"|公路|马路|道路|[路桥]被|塌方|滑坡|桥|洪水|淹|泥石流|泥|大雨|下雨|市场|销路|买家|行业|[养种卖]"
)
# Directly before it: there is no way out of a debt; hardship, and no wish to die.
_OF_A_DEBT = regex.compile(
    r"\b(?:karja?|rin|udhar|lon|loan)(?:e|o|on)? se (?:(?:nikaln|chutkar|bahar|niklan)\w* (?:ka |ke |ki )?(?:liye )?)?$|这(?:笔|些|个)?(?:债务?|贷款|欠款)(?:真的?|根本|完全|就|也|都)*$"
)

_LATIN_RE = tuple(regex.compile(one) for one in (*_ENGLISH, *_SPANISH, *_FRENCH, *_SWAHILI))
_GONE_RE = tuple(regex.compile(one) for one in _GONE)
_CHINESE_RE = tuple(regex.compile(one) for one in _CHINESE)
_HINDI_RE = tuple(regex.compile(one) for one in _HINDI)
_LATIN_LETTER, _HAN = regex.compile(r"[a-z]"), regex.compile(r"\p{Han}")
_HINDI_LETTER = regex.compile(r"[a-z\p{Devanagari}]")


def wishes_to_die(message: str) -> bool:
    """Whether somebody says, or hints, that he wants to live no longer; not what is only supposed of a death."""
    said = bare(message)
    typed = _typed(said)
    if _LATIN_LETTER.search(said) and _says(typed, _LATIN_RE):
        return True
    if (_HAN.search(said) or _LATIN_LETTER.search(said)) and _says(simplified(said), _CHINESE_RE):
        return True
    return bool(_HINDI_LETTER.search(said)) and _says(romanised(said), _HINDI_RE)


def says_farewell(message: str) -> bool:
    """Whether it says that he will not be seen any more: a wish to die where it stands beside a hardship."""
    return _says(_typed(bare(message)), _GONE_RE)


def _says(said: str, patterns: tuple[regex.Pattern[str], ...]) -> bool:
    return any(not _means_no_death(said, found) for one in patterns for found in one.finditer(said))


def _means_no_death(said: str, found: regex.Match[str]) -> bool:
    words = found.group()
    if _NO_WAY.search(words) and _OF_A_DEBT.search(said, endpos=found.start()):
        return True
    if _NO_WAY.search(words) and _ROADS.search(said):
        return True
    return _NEVER_SUPPOSED.search(words) is None and _SUPPOSED.search(said, endpos=found.start()) is not None


def _typed(said: str) -> str:
    for pattern, instead in _TYPED:
        said = pattern.sub(instead, said)
    return said
