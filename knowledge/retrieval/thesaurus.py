"""What people say of credit, farming and papers, and what policies call it; beside it the lender's own synonyms."""

# ruff: noqa: E501 - a language's words are read as one table

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

# said, said = written, written; one line a thing; after a slash the phrases in which what is said means another
_ENGLISH = """
jail, prison, police, arrest, arrested = court, legal, debt
fine, late charge, punishment, late fee, charged extra = penalty, late / it fine, fine to, fine with, fine by, am fine, i'm fine, that's fine, it be fine, would be fine, fine thanks
backer, cosigner, co-signer, surety, vouch, stand for me, signs for me = guarantor, guarantee
cow, cows, ox, bull, calf, calves, goat, goats, sheep, pig, pigs, piglets, chicken, chickens, hens, ducks, animals, beasts, herd = livestock, animal
fish pond, fishes, fingerlings = fish
money down, down payment, own pocket, my own money, put in myself, chip in = own funds, contribution
markup, mark-up, extra on top, cost of the loan = interest, rate
payback, pay back, give back, pay it back, paying back = repay, repayment
instalment, installment = repayment, payment
too late, behind, missed, miss a payment, skip a payment, overdue, cannot pay, can't pay = late, arrears, overdue / behind the, behind a, behind my, behind our, behind your, behind his, behind her, behind their, behind this, behind that, behind it, behind me, behind us
bad harvest, crop failed, failed crop, drought, flood, hail, storm, disaster, locusts, frost = disaster, harvest, postpone, reschedule
put off, more time, delay, extend, extension, wait longer = postpone, reschedule, extension
biggest, most, max, top, highest, as much as, upper limit, ceiling = largest, maximum, highest
smallest, least, min, lowest, tiny = minimum, smallest, lowest
turned down, said no, rejected, refused, declined = refusal, rejected, declined
appeal, disagree = appeal, complaint
complain, unfair, rude, bribe, tea money, cheated, under the table = complaint, bribe, gift
wife, husband, spouse = household, spouse
son, daughter, children, kids = child, children, household
dead, died, dies, passed away, funeral = death, heirs / cow died, goat died, ox died, pig died, sheep died, chicken died, hen died, animal died, crop died, fish died, calf died, plants died
land paper, land papers, deed, title = land certificate, contract
pawn, pledge, security, put up my = collateral, pledge
id, identity, id card = identity card
paper, papers, paperwork, forms, documents to bring = document, certificate
cash, hand me, get the money, receive the money, money come = paid out, disbursement, payment
boss, manager, clerk, credit man, loan man, field man = officer, lead
tractor, machine, plough, plow, tiller, thresher = machine, tool, equipment
well, pump, water tank, cistern, rain tank = water, pump / as well, well as, very well, go well, do well, did well, done well, doing well, going well, well known, grow well, grew well, work well, sell well, sold well, pay well, not well, so well, well enough
fertiliser, fertilizer, manure, seedlings, spray = seed, fertilizer
shop, stall, kiosk, hawking, petty trade, market stand = trade, stall
roof, house, hut, wall, kitchen, latrine, toilet = home, house
early, before time, ahead of time, clear it off = early repayment, early
second loan, another loan, one more loan, two loans, loan again = second loan, outstanding
waive, waived, let off, write off = forgiven, forgive
lose, losing, misplaced = lost
pregnant, maternity, pregnancy = birth, mother
lie, lied, false, cheat, fake = false, misuse
stolen, robbed, lost = lost, theft
private, secret, who sees, tell others = personal data, privacy
hospital, sick, ill, illness, doctor, medicine = illness, health, sickness
open, opening, closed, hours = office hours, open / open a, open an, open my, open our, open another, open new, open some, open more, open shop, open stall, open kiosk, open business, open account, close my, close the loan, close a loan, close loan
broker, agent, middleman, commission = fee, commission
"""
_CHINESE = """
利钱, 几分利, 加多少, 多还 = 利息, 利率
保人, 作保, 做保, 担保的人, 连带 = 担保人, 担保
牛, 羊, 猪, 鸡, 鸭, 牲口, 养殖, 家畜 = 牲畜, 养殖
鱼塘, 鱼苗 = 鱼, 水产
自己出, 自己掏, 首付, 自备 = 自有资金, 自筹
罚钱, 滞纳金, 晚还, 迟还, 拖欠, 欠着, 还晚 = 罚息, 逾期
还不上, 还不起, 没钱还 = 逾期, 延期, 困难
坐牢, 抓人, 警察, 告我 = 法院, 逾期
延长, 宽限, 晚点还, 缓一缓, 拖一拖 = 延期, 展期
遭灾, 旱, 涝, 冰雹, 洪水, 绝收, 歉收 = 灾害, 受灾, 延期
最多, 顶多, 最大 = 最高, 上限
最少, 起码 = 最低, 下限
提前还, 早还, 早点还 = 提前还款
没批, 被拒, 不批, 驳回 = 拒绝, 申诉
投诉, 告状, 红包, 送礼, 好处费, 回扣 = 投诉, 礼品
老婆, 媳妇, 老公, 丈夫, 妻子 = 配偶, 家庭
死了, 去世, 过世 = 死亡, 继承人 / 牛死了, 羊死了, 猪死了, 鸡死了, 鸭死了, 鱼死了, 苗死了, 牲口死了, 庄稼死了
地契, 土地证 = 土地承包, 证书
抵押, 押, 质押 = 抵押, 担保物
身份证, 户口本, 证件, 手续, 材料 = 身份证, 户口簿, 材料 / 手续费, 建筑材料, 材料费, 盖房材料
到账, 拿到钱, 放款, 下款, 发钱 = 发放, 放款
信贷员, 经理, 办事员 = 信贷员, 负责人
拖拉机, 机器, 农机 = 农具, 机械
化肥, 种子, 农药, 苗 = 种子, 肥料
摆摊, 小店, 小生意, 做买卖 = 经营, 摊位
盖房, 修房, 屋顶, 打井, 水窖 = 住房, 水
再借, 第二笔, 又借, 两笔 = 第二笔, 未还清
撒谎, 作假, 骗 = 虚假
保密, 隐私, 谁能看 = 个人信息
生病, 住院, 看病 = 疾病
开门, 上班, 关门, 几点 = 办公时间
"""
_SWAHILI = """
jela, gereza, polisi, kufungwa, kukamatwa = mahakama, deni
faini, adhabu, nikichelewa, kuchelewa, nimechelewa = adhabu, kuchelewa, malimbikizo
mdhamana, msimamizi, atakayenidhamini, kunidhamini = mdhamini, dhamana
ng'ombe, mbuzi, kondoo, nguruwe, kuku, bata, wanyama, ndama = mifugo, mnyama
samaki, bwawa la samaki = samaki
pesa yangu mwenyewe, pesa yangu, mfukoni, kutoa mwenyewe = fedha zako mwenyewe, mchango
nyongeza, ziada = riba
rudisha, kurudisha, nirudishe, nilipe, kulipa = malipo, marejesho
siwezi kulipa, nimeshindwa kulipa, nikishindwa = kuchelewa, kuahirisha
ukame, mafuriko, mvua ya mawe, njaa, mavuno mabaya, mazao yameharibika = maafa, mavuno, kuahirisha
muda zaidi, kuongeza muda, kusogeza, subiri = kuahirisha, kuongezwa muda
kubwa zaidi, nyingi zaidi, juu kabisa, zaidi kabisa = kiwango cha juu, kubwa
ndogo zaidi, kidogo kabisa, chini kabisa = kiwango cha chini, ndogo
wamekataa, nimekataliwa, kukataliwa, mmenikatalia = kukataliwa, rufaa
rushwa, hongo, pesa ya chai, hela ya chai, chai ya afisa, chai kwa afisa, anataka chai, ametaka chai, anaomba chai, ananiomba chai, anadai chai, alidai chai, nimpe chai, kumpa chai, nimempa chai, kutoa chai, nitoe chai, kulipa chai, nilipe chai, kitu kidogo, zawadi = malalamiko, zawadi, rushwa
kulalamika, nilalamike, lalamiko = malalamiko
mke, mume, mwenzi = kaya, mwenzi
mtoto, watoto = mtoto, kaya
amekufa, kufa, akifa, nikifa, kifo = kifo, warithi
hati ya shamba, karatasi ya shamba, hati = cheti cha ardhi, mkataba
rehani, weka dhamana = dhamana
kitambulisho, kipande = kitambulisho / kipande cha, kipande kidogo cha
karatasi, makaratasi, vyeti = nyaraka, hati
kupata pesa, napata pesa, pesa zinakuja, mkononi = kutolewa, malipo
bosi, meneja, karani = afisa, kiongozi
trekta, jembe, mashine = zana, mashine
kisima, pampu, tangi = maji, pampu
mbolea, mbegu, dawa ya shamba = mbegu, mbolea
duka, kibanda, biashara ndogo = biashara, kibanda
nyumba, paa, bati, choo = nyumba
mapema, kabla ya wakati = mapema
mkopo mwingine, mkopo wa pili, mikopo miwili = mkopo wa pili, deni
uongo, danganya, kudanganya = uongo
siri, nani anaona = taarifa binafsi, faragha
mgonjwa, hospitali, ugonjwa, kuugua = ugonjwa
kufungua, kufunga, mnafungua, saa za kazi = saa za ofisi
"""
_HINDI = """
जेल, पुलिस, गिरफ्तार = अदालत, कर्ज
जुर्माना, दंड, देर से = विलंब, जुर्माना
जमानती, ज़ामिन, गवाह = गारंटर, जमानत
गाय, भैंस, बकरी, मुर्गी, सूअर, जानवर, मवेशी = पशुधन, पशु
सूद, ब्याज = ब्याज, दर
उधार, कर्ज, कर्जा, लोन = ऋण, कर्ज
चुकाना, वापस करना, लौटाना = भुगतान, पुनर्भुगतान
सूखा, बाढ़, ओला, फसल खराब = आपदा, फसल
मोहलत, ज्यादा समय = स्थगित, विस्तार
अपना पैसा, खुद का पैसा = स्वयं का अंशदान
सबसे ज्यादा, ज्यादा से ज्यादा = अधिकतम
कम से कम, सबसे कम = न्यूनतम
रिश्वत, घूस, शिकायत = शिकायत
गिरवी, बंधक = संपार्श्विक, गिरवी
"""
_SPANISH = """
cárcel, policía, preso = tribunal, deuda
multa, recargo, castigo = penalización, mora
fiador, aval, garante = garante, fiador
vaca, vacas, cabra, cabras, cerdo, cerdos, gallina, gallinas, animales = ganado, animal
rédito, recargo = interés, tasa
devolver, pagar de vuelta = reembolso, pago
sequía, inundación, granizo, mala cosecha = desastre, cosecha
más tiempo, prórroga, aplazar = prórroga, aplazamiento
mi dinero, pie, enganche, entrada = fondos propios, aportación / a pie, de pie, al pie, la entrada de
más alto, tope, máximo = máximo
mínimo, lo menos = mínimo
soborno, mordida, queja = queja, soborno
empeñar, prenda, hipoteca = garantía, prenda
"""
_FRENCH = """
prison, police, arrêté = tribunal, dette
amende, punition = pénalité, retard
caution, répondant, aval = garant, caution
vache, vaches, chèvre, chèvres, cochon, poule, poules, bêtes, animaux = bétail, animal
rembourser, rendre = remboursement, paiement / me rendre, se rendre, nous rendre, rendre visite, rendre compte
sécheresse, inondation, grêle, mauvaise récolte = catastrophe, récolte
plus de temps, délai, reporter = report, prolongation
mon argent, apport = fonds propres, apport
plafond, maximum = maximum
pot-de-vin, plainte = plainte, réclamation
gage, hypothèque = garantie, gage
"""
_TABLES = {"en": _ENGLISH, "zh": _CHINESE, "sw": _SWAHILI, "hi": _HINDI, "es": _SPANISH, "fr": _FRENCH}


class Entry(NamedTuple):
    """What is said, what is written for it, and the phrases in which it is said of another thing."""

    said: str
    written: tuple[str, ...]
    never: tuple[str, ...] = ()


Entries = Sequence[Entry]


def _entries(table: str) -> Entries:
    found: list[Entry] = []
    for line in table.strip().splitlines():
        said, _, meant = line.partition(" = ")
        written, _, never = meant.partition(" / ")
        found.extend(Entry(word, _words(written), _words(never)) for word in _words(said))
    return tuple(found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


THESAURUS: Mapping[str, Entries] = {language: _entries(table) for language, table in _TABLES.items()}
