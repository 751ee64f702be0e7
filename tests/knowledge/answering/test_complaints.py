"""The word that begins a complaint, whatever it tells; a question about complaints is none."""

from __future__ import annotations

import pytest

from knowledge.answering import called
from knowledge.answering.complaints import ill_treated, is_about_staff, is_complaint

COMPLAINTS = [
    "quiero quejarme",
    "me quiero quejar",
    "quejas",
    "queja: el oficial me pidió dinero",
    "quiero presentar una queja",
    "je veux me plaindre de l'agent",
    "plainte",
    "j'ai une plainte contre le chef",
    "मुझे शिकायत करनी है",
    "शिकायत",
    "मुझे अधिकारी की शिकायत करनी है",
    "I want to complain, Andrew took my money",
    "Complaint isaac the officer shouted at me",
    "I want to complain that nobody comes when I call",
    "I want to complain, Willem shouted at me",
    "I want to complain about the officer who took my hen",
    "我要投诉有人收了我的钱",
    "我要投诉在村里乱收钱的人",
    "投诉会计乱收钱",
    "投诉影响我家的信贷员",
    "我要投诉多次骂我的信贷员",
    "malalamiko huyu afisa ananitukana",
    "nataka kulalamika afisa hakuja lini aliposema",
    "complaint",
    "投诉信贷员陈荣，他跟我要鸡",
    "I have a complaint about my officer",
]
QUESTIONS = [
    "how do I complain",
    "Will a complaint harm me?",
    "complaints line number",
    "complaint box or phone or what",
    "complaints and appeals",
    "投诉电话是多少",
    "投诉要多久有结果",
    "投诉会影响我的贷款吗",
    "投诉会不会影响借款人现在或以后的贷款？",
    "投诉有没有回执",
    "投诉要不要证据",
    "投诉后多久必须得到答复？",
    "投诉处理期间还要继续还款吗？",
    "投诉他 会不会转到他自己手里",
    "投诉有用吗",
    "投诉在哪里",
    "malalamiko yanachukua siku ngapi",
    "malalamiko napeleka wapi",
    "queja ¿dónde la presento?",
    "quejas teléfono",
    "शिकायत का नंबर",
    "शिकायत करने से क्या होगा",
    "शिकायत का जवाब कितने दिन में",
    "queja en cuántos días responden",
    "plainte combien de jours",
    "शिकायत कहाँ करें",
    "¿cómo me quejo?",
    "plainte où la déposer",
    "complaints how long",
    "complaint when is the answer",
    "I want to complain, where do I go?",
]
ILL_TREATED = [
    "el oficial me pidió dinero",
    "l'agent m'a demandé de l'argent",
    "l'agent m'a insulté",
    "अधिकारी ने मुझसे पैसे मांगे",
    "अधिकारी ने गाली दी",
    "el cobrador me gritó",
    "el agente se quedó con mi cédula",
    "l'agent garde ma carte d'identité",
    "my officer is rude and asks me for money",
    "officer ask me 500 to pass my loan",
    "the officer wants 1,000 shillings",
    "officer wants 2k",
    "the officer i met asked me for money",
    "my officer says I should buy him lunch",
    "officer wants to sleep with me",
    "信贷员问我要500才批",
    "信贷员要五百块",
    "afisa anataka 2000 ili apitishe",
    "afisa anasema nimpe elfu mbili",
    "el oficial me pidió 500",
    "quiero quejarme",
    "मुझे शिकायत करनी है",
    "je veux me plaindre",
]
ASKED_OF_IT = [
    "is it right that officer Asha asks me 500 to pass my loan?",
    "can the officer take money from me?",
    "should i pay the officer something to approve",
    "do i have to give the officer money",
    "信贷员可以收我的钱吗？",
    "要给信贷员好处吗",
    "需要给信贷员送礼吗",
    "je ni sawa afisa Asha aniombe 500 ili apitishe mkopo wangu?",
    "afisa anaweza kuchukua pesa yangu?",
    "afisa anaruhusiwa kuniomba pesa?",
    "je ni lazima nimpe afisa pesa?",
    "ni sawa afisa kuomba chai?",
    "afisa anaweza kushika kitambulisho changu?",
]
TREATED_WELL = [
    "do I have to give the officer back the loan money",
    "do i pay the officer or the bank my instalment",
    "must I give the officer my instalment money",
    "should i send the officer a photo of my goats",
    "should I bring goats to the officer to see",
    "does the officer need my id card",
    "还款要给信贷员钱吗",
    "可以让信贷员来看羊吗",
    "afisa, nataka kuomba pesa ya mbegu",
    "naweza kuomba pesa kwa afisa",
    "afisa anaweza kunisaidia kuomba pesa?",
    "afisa anataka kuchukua picha ya kitambulisho",
    "ni lazima nimlipe afisa marejesho ya pesa",
    "afisa anahitaji kitambulisho changu?",
    "el oficial me visitó ayer",
    "l'agent est venu",
    "¿cuánto dinero presta la caja?",
    "अधिकारी कब आएंगे",
    "अधिकारी से पैसे कब मिलेंगे",
    "el oficial quiere ver mi finca",
    "officer, I want 5000 for goats",
    "officer, I want money for goats",
    "the officer asked me for 2 photos",
    "the officer asked me how many goats, 12",
    "officer asked me to come at 10:30",
    "信贷员你好，我要500块买种子",
    "afisa, naomba pesa ya mbolea",
]


@pytest.mark.parametrize("message", COMPLAINTS)
def test_a_complaint_is_heard_whatever_it_tells(message: str) -> None:
    assert is_complaint(message)


@pytest.mark.parametrize("message", QUESTIONS)
def test_a_question_about_complaints_is_none(message: str) -> None:
    assert not is_complaint(message)


@pytest.mark.parametrize("message", [*ILL_TREATED, *ASKED_OF_IT])
def test_ill_treatment_is_heard_in_each_language(message: str) -> None:
    assert ill_treated(message)


@pytest.mark.parametrize("message", TREATED_WELL)
def test_staff_at_their_work_treat_nobody_ill(message: str) -> None:
    assert not ill_treated(message)


@pytest.mark.parametrize(
    "message",
    ["he wants 500 before he signs", "Asha anataka pesa", "ananiomba pesa", "他骂我", "she is rude"],
)
def test_on_their_way_to_staff_a_name_or_he_may_be_the_officer(message: str) -> None:
    assert is_about_staff(message, ["Asha Juma"]) and not ill_treated(message)


@pytest.mark.parametrize(
    "message",
    ["tomorrow i am not there, come friday", "my brother wants 20 bags", "anakuja kesho", "他明天来", "20"],
)
def test_an_answer_to_staff_is_no_complaint(message: str) -> None:
    assert not is_about_staff(message, ["Asha Juma"])


STAFF = ["Sun Mei", "Asha Kamau", "Rose Wambui", "Chen Rong", "Grace May", "Li Xi", "周国强"]


@pytest.mark.parametrize(
    "message",
    [
        "afisa asha anataka pesa",
        "ash kamau asks me for 500",
        "sun mei wants money",
        "Sunmei wants a chicken",
        "mei sun wants money",
        "孙梅跟我要五百块",
        "孙姐要红包",
        "小孙骂我",
        "陈荣跟我要鸡",
        "Kamou ananiomba pesa",
        "rose asks me for money",
        "bi mei anataka pesa",
        "is it normal that Asha wants tea money",
        "Officer May wants money",
        "Rong要我给他五百才批",
        "zhou guoqiang wants money",
        "周国强跟我要鸡",
    ],
)
def test_staff_are_heard_as_people_write_their_names(message: str) -> None:
    assert is_about_staff(message, STAFF, he=False)


@pytest.mark.parametrize(
    "message",
    [
        "the rose wants money put in",
        "in may i want 500 for seed",
        "may i ask for money",
        "5 mei anataka pesa",
        "利息要五百块",
        "孙子跟我要五百块学费",
        "I hope to get money for 3 goats",
        "sunday market wants money",
        "the sun took my goats",
        "roses want money",
    ],
)
def test_a_common_word_that_somebody_is_called_is_no_name(message: str) -> None:
    assert not is_about_staff(message, STAFF, he=False)


BORROWERS = [
    "juma wants to borrow 5000",
    "I am Juma Ali, I want to take 5000",
    "i am juma, juma wants money for goats",
    "my name is Grace Juma. I want money for goats",
    "can my son juma take 5000 for goats?",
    "my brother Juma Ali wants money to plant maize",
    "juma wants to take 5000 for goats",
    "juma wants 5000, tell me how",
    "can juma get a loan of 5000?",
    "juma wants to buy goats",
    "我叫李伟，想要5000块",
    "李伟要借5000块",
    "我叫李伟，李伟要钱买羊",
    "我儿子李伟要5000块买羊",
    "李伟要5000块钱买羊",
    "jina langu ni Juma Ali, nataka kuchukua 5000",
    "naitwa juma anataka pesa",
    "mwanangu juma anaweza kuchukua pesa ya mbuzi?",
    "juma anataka kukopa 5000",
    "juma anaweza kuchukua 5000 kwa mbuzi?",
    "me llamo Juma, Juma quiere dinero",
    "officer, i want to take 5000",
]
OF_THEM = [
    "juma asks me for 500",
    "juma wants 500 before he signs",
    "juma took 500 from me",
    "juma wants to borrow 500 from me",
    "Juma says I must give him 500",
    "I am Asha, juma wants money for my loan",
    "my name is Asha. juma asked me for a chicken",
    "my son gave money, juma wants 500 from us",
    "李伟跟我要500块",
    "李伟要五百块才批",
    "我叫王芳，李伟要红包",
    "juma ananiomba 500",
    "juma anataka 500 ndipo apitishe",
    "jina langu ni Asha. Juma anataka pesa",
]


@pytest.mark.parametrize("message", BORROWERS)
def test_a_farmer_or_his_kin_who_is_called_as_staff_are_is_none_of_them(message: str) -> None:
    assert not is_about_staff(message, ["Juma Ali", "Li Wei"], he=False)


@pytest.mark.parametrize("message", OF_THEM)
def test_a_name_is_the_officers_where_the_sum_is_of_the_farmer(message: str) -> None:
    assert is_about_staff(message, ["Juma Ali", "Li Wei"], he=False)


def test_a_message_is_not_held_against_every_name_of_a_large_staff(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    distance = called.OSA.distance

    def counted(one: str, other: str, **more: float) -> float:
        compared.append(other)
        return distance(one, other, **more)

    monkeypatch.setattr(called.OSA, "distance", counted)
    letters = "abcdefghijklmnopqrst"
    staff = [f"{one}{other}ngari {other}{one}mbusi" for one in letters for other in letters]
    assert not is_about_staff("how much is the interest for a goat loan, and what papers?", [*staff, *STAFF])
    assert is_about_staff("Kamou ananiomba pesa", [*staff, *STAFF], he=False)
    assert len(compared) < len(staff)
