"""Whoever is done harm to: the writer and his kin, and the blows done to them, shared by all that hears of wrongs."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

# Messages are read as `bare` writes them: without the marks of Spanish and French.
KIN_EN = r"(?:(?:grand|step)?(?:mother|father|sons?|daughters?|child(?:ren)?)|wi(?:fe|ves)|husband|brothers?|sisters?|kids?|boys?|girls?|baby|mum|mom|dad|parents|aunt(?:ie)?|uncle|cousin|niece|nephew|family|(?:mother|father|sister|brother|daughter|son)-in-law)"
MINE_EN = rf"(?:my|our) (?:\w+ ){{0,2}}?{KIN_EN}"
KIN_ZH = r"(?:儿子|女儿|闺女|姑娘|孩子|娃|小孩|哥哥?|弟弟?|姐姐?|妹妹?|老公|丈夫|爱人|媳妇|妻子|老婆|爸爸?|妈妈?|父亲|母亲|爹|娘|爷爷|奶奶|孙[子女]|儿媳)"
KIN_SW = r"(?:mke|mume|mtoto|watoto|binti|mabinti|kijana|kaka|dada|mama|baba|bibi|babu|mjukuu|mdogo|ndugu|shangazi|mjomba|mpwa|familia)"
MINE_SW = rf"(?:{KIN_SW} (?:\w+ )?(?:wangu|wetu|yangu|yetu|zangu|zetu)|mwanangu|mwanetu|wanangu|mkewangu|binti ?yangu)"
KIN_ES = r"(?:espos[oa]|mujer|marido|hij[oa]s?|hij[oa]s?|madre|padre|mama|papa|herman[oa]s?|niet[oa]s?|niet[oa]|abuel[oa]|sobrin[oa]|suegr[oa])"
MINE_ES = rf"(?:mis?|nuestr[oa]s?) {KIN_ES}"
KIN_FR = r"(?:femme|epouse|mari|filles?|fils|enfants?|mere|pere|soeurs?|freres?|niece|neveu|tante|oncle)"
MINE_FR = rf"(?:ma|mon|mes|notre|nos) {KIN_FR}"
KIN_HI = r"(?:पत्नी|पति|बीवी|बेट[ाीे]|बेटियों|लड\u093c?क[ाीे]|बच्च[ाीे]|बच्चों|बहन|भाई|मा[ँं]|पिता|बहू)"

# Participles of blows: of weather, pests and illness they are said too, so never without a person who does it.
BEATEN_EN = r"(?:beaten|slapped|raped|assaulted|stabbed|punched|kicked|whipped|caned|strangled|molested|defiled|harassed)"
BEATEN_SW = r"(?:pigwa|bakwa|chapwa)"
