"""A plain wish opens the application, and one's own case the status; what asks for the rule goes to the documents."""

from __future__ import annotations

import pytest

from knowledge.answering.intent import asks_whether_lent, redirect, says_no
from knowledge.types import RedirectKind as K

WISHES = [
    ("en", "I want a loan"),
    ("en", "I want a loan for goats"),
    ("en", "i want 5000 for seed, 8 months, pay back each month"),
    ("en", "i need 8000 for goats, 12 months, pay monthly"),
    ("sw", "nataka 5000 ya mbegu, miezi 8, kulipa kila mwezi"),
    ("zh", "我想借5000买种子，8个月，按月还"),
    ("en", "i need money to buy seed"),
    ("en", "give me a loan please"),
    ("en", "I would like to apply for a loan"),
    ("en", "I want to borrow 5000"),
    ("en", "we need a loan for a cow"),
    ("en", "please lend me money"),
    ("en", "i need 3000 yuan for fertilizer"),
    ("en", "i am looking for a loan to buy a pump"),
    ("en", "hello I want to borrow money for planting"),
    ("en", "i'd like a loan"),
    ("en", "I want credit"),
    ("en", "can I have a loan"),
    ("en", "can i get a loan please"),
    ("zh", "我想贷款"),
    ("zh", "我要借钱"),
    ("zh", "我想借5000"),
    ("zh", "我想贷款买羊"),
    ("zh", "我们需要贷款"),
    ("zh", "我要申请贷款"),
    ("zh", "想借一笔钱"),
    ("zh", "我想借三千块钱"),
    ("zh", "我家要贷款养猪"),
    ("zh", "我打算贷款种玉米"),
    ("zh", "我需要借款"),
    ("zh", "你好，我想贷款"),
    ("zh", "我要贷款"),
    ("zh", "我想申请"),
    ("zh", "我要借一万块"),
    ("sw", "nataka mkopo"),
    ("sw", "naomba mkopo wa mbuzi"),
    ("sw", "nahitaji pesa ya mbegu"),
    ("sw", "ningependa kukopa"),
    ("sw", "nataka kukopa 5000"),
    ("sw", "naomba pesa za mbolea"),
    ("sw", "nahitaji mkopo"),
    ("sw", "habari nataka mkopo"),
    ("sw", "nataka kupata mkopo wa ng'ombe"),
    ("sw", "naomba kukopa"),
    ("sw", "ninataka mkopo wa kununua pampu"),
    ("sw", "nataka fedha za kilimo"),
    ("sw", "naomba mkopo"),
]
RULES = [
    ("en", "can I get the money in cash"),
    ("en", "can i get a loan for a motorcycle"),
    ("en", "can I get a loan for a tractor"),
    ("en", "can i get a loan for hearing aids"),
    ("en", "can I have a loan for a wedding"),
    ("en", "can i get money for school fees"),
    ("en", "can we get a loan to build a house"),
    ("en", "Can I get cash for a funeral"),
    ("en", "can i have credit for a phone"),
    ("en", "can I get a second loan"),
    ("en", "can I get 20000"),
    ("en", "can i get the loan in cash"),
    ("en", "can I have the money today"),
    ("en", "may I get a loan without a guarantor"),
    ("en", "do you lend for a motorcycle"),
    ("zh", "能贷款买摩托车吗"),
    ("zh", "可以贷款买助听器吗"),
    ("zh", "能不能拿现金"),
    ("zh", "我能贷款买拖拉机吗"),
    ("zh", "可以借钱结婚吗"),
    ("zh", "能借两万吗"),
    ("zh", "我可以贷款盖房吗"),
    ("zh", "贷款能给现金吗"),
    ("zh", "能贷第二笔吗"),
    ("zh", "没有担保人能贷款吗"),
    ("zh", "可以贷款交学费吗"),
    ("zh", "我想贷款买车可以吗"),
    ("zh", "我要现金行不行"),
    ("zh", "你们贷款给买手机的吗"),
    ("zh", "贷款能买助听器么"),
    ("sw", "naweza kupata pesa taslimu"),
    ("sw", "naweza kupata mkopo wa pikipiki"),
    ("sw", "naweza kupata mkopo wa trekta"),
    ("sw", "je naweza kupata mkopo wa kifaa cha kusikia"),
    ("sw", "naweza kukopa kwa ajili ya harusi"),
    ("sw", "mnakopesha pikipiki"),
    ("sw", "je mnatoa mkopo wa nyumba"),
    ("sw", "naweza kupata mkopo wa pili"),
    ("sw", "naweza kukopa 20000"),
    ("sw", "naweza kupata mkopo bila mdhamini"),
    ("sw", "naomba mkopo wa pikipiki, inawezekana"),
    ("sw", "tunaweza kupata mkopo wa kujenga"),
    ("sw", "je naweza kupata pesa leo"),
    ("sw", "nataka pesa taslimu, inawezekana?"),
    ("sw", "naweza kukopa ada ya shule"),
    ("en", "does my guarantor have to sign?"),
    ("en", "can my guarantor be my brother?"),
    ("en", "when does my guarantor sign"),
    ("en", "what does the guarantor sign?"),
    ("en", "how long does the officer's visit take"),
    ("en", "who must sign for me"),
    ("zh", "担保人要签字吗"),
    ("zh", "担保人必须签字吗"),
    ("zh", "担保人什么时候签字"),
    ("zh", "没有签字的担保人要还钱吗"),
    ("sw", "mdhamini lazima asaini?"),
    ("sw", "mdhamini wangu anaweza kuwa ndugu yangu?"),
    ("sw", "afisa anakuja saa ngapi"),
    ("es", "¿mi garante tiene que firmar?"),
    ("es", "¿quién puede ser mi garante?"),
    ("es", "¿es aprobado el préstamo sin aval?"),
    ("fr", "mon garant doit-il signer ?"),
    ("fr", "qui peut être mon garant ?"),
    ("hi", "क्या गारंटर को साइन करना पड़ेगा?"),
    ("hi", "मेरा गारंटर कौन हो सकता है?"),
]
OWN = [
    ("en", "is mine approved?"),
    ("en", "did my guarantor sign already?"),
    ("en", "has my guarantor signed yet"),
    ("en", "has my officer visited already? when will he come to me"),
    ("en", "when will the officer come to me"),
    ("en", "did my guarantor say yes"),
    ("en", "have you got my papers"),
    ("zh", "我的担保人签字了吗"),
    ("zh", "担保人答应了没有"),
    ("zh", "我的批了没有"),
    ("zh", "信贷员什么时候来我家"),
    ("zh", "我的申请通过了吗"),
    ("sw", "yangu imekubaliwa?"),
    ("sw", "mdhamini wangu amesaini?"),
    ("sw", "je mdhamini wangu ameshakubali"),
    ("sw", "afisa wangu atakuja kwangu lini"),
    ("es", "¿Está aprobado el mío?"),
    ("es", "¿ya firmó mi garante?"),
    ("es", "¿ya aprobaron el mío?"),
    ("es", "¿mi aval ya aceptó?"),
    ("es", "¿cuándo viene mi oficial a mi casa?"),
    ("fr", "le mien est-il approuvé ?"),
    ("fr", "mon garant a-t-il signé ?"),
    ("fr", "est-ce que le mien est accepté"),
    ("fr", "mon garant a déjà signé ?"),
    ("fr", "quand mon agent vient-il chez moi ?"),
    ("hi", "क्या मेरा मंजूर हुआ?"),
    ("hi", "मेरे गारंटर ने साइन किया?"),
    ("hi", "मेरा पास हुआ क्या"),
    ("hi", "क्या मेरे जमानतदार ने हस्ताक्षर कर दिए?"),
    ("hi", "मेरे यहाँ अधिकारी कब आएगा"),
]


@pytest.mark.parametrize(("language", "message"), WISHES)
def test_a_plain_wish_opens_the_application(language: str, message: str) -> None:
    assert redirect(message, language) is K.WANTS_LOAN


@pytest.mark.parametrize(("language", "message"), RULES)
def test_what_asks_for_the_rule_goes_to_the_documents(language: str, message: str) -> None:
    assert redirect(message, language) is None


@pytest.mark.parametrize(("language", "message"), OWN)
def test_ones_own_case_goes_to_the_status(language: str, message: str) -> None:
    assert redirect(message, language) is K.OWN_CASE


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("tafadhali haraka, riba ni ngapi?", "sw"),
        ("Please be quick to tell me the interest rate", "en"),
        ("Can you please speed up answering: what is the rate?", "en"),
        ("When will the officer come to my village?", "en"),
    ],
)
def test_haste_and_a_visit_to_the_village_ask_for_the_rule(message: str, language: str) -> None:
    assert redirect(message, language) is not K.OWN_CASE


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("Can I have a loan for goats?", True),
        ("Can I get my ID card back?", False),
        ("can i get a loan for a motorcycle", True),
        ("能贷款买摩托车吗", True),
        ("naweza kupata mkopo wa pikipiki", True),
        ("when is the office open", False),
        ("can I pay early", False),
    ],
)
def test_a_way_to_apply_belongs_to_whoever_asks_what_is_lent_for(message: str, asks: bool) -> None:
    assert asks_whether_lent(message) is asks


@pytest.mark.parametrize(
    ("answer", "denies"),
    [
        ("No. We do not lend for weddings.", True),
        ("不贷。", True),
        ("Hatukopeshi harusi.", True),
        ("Yes, up to 10,000 yuan.", False),
        ("可以，最多一万元。", False),
    ],
)
def test_no_way_to_apply_stands_under_a_no(answer: str, denies: bool) -> None:
    assert says_no(answer) is denies


def test_a_sum_in_yuan_a_month_is_for_the_calculator() -> None:
    assert redirect("How many yuan per month for 8000 seed loan 6 months?", "en") is K.CALCULATION
