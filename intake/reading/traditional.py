"""Chinese in traditional characters, as it is written with some keyboards and by elder people: 買羊, 還清."""

from __future__ import annotations

_PAIRS = (
    "買买賣卖還还貸贷養养豬猪雞鸡鴨鸭鵝鹅馬马魚鱼種种錢钱塊块兩两個个萬万億亿頭头隻只畝亩開开發发間间時时從从後后前前歲岁農农夥伙糧粮麥麦穀谷豐丰"
    "飼饲藥药機机車车輛辆場场廠厂園园樹树蓋盖棟栋雙双對对給给幫帮這这裡里裏里個个們们來来進进過过會会應应該该說说話话請请謝谢問问題题學学費费"
    "醫医療疗結结婚婚兒儿媽妈爺爷奶奶親亲戚戚鄰邻戶户縣县鎮镇鄉乡區区東东號号電电話话碼码證证書书辦办業业務务貨货買买價价漲涨賺赚賠赔賒赊債债"
    "償偿繳缴納纳擔担護护險险營营資资產产動动員员單单總总共共幾几約约僅仅沒没無无為为與与並并還还經经濟济網网綿绵綠绿紅红蘋苹葉叶莊庄"
    "蟲虫災灾節节氣气雲云風风豐丰收收儲储備备罰罚舊旧換换壞坏殺杀爛烂維维補补貼贴計计劃划設设裝装運运輸输載载遠远達达適适選选擇择傳传統统習习慣惯"
    "願愿見见覺觉認认識识記记憶忆壓压屬属歷历曆历臘腊龍龙滿满驚惊蟄蛰陽阳陰阴關关係系聽听聲声師师屆届餵喂籠笼柵栅欄栏溫温灑洒澆浇導导"
    "銀银鐵铁鋪铺飯饭紙纸線线組组婦妇孫孙點点現现長长門门須须預预決决誰谁讓让離离難难蠶蚕蔥葱薑姜蘿萝蔔卜週周禮礼曬晒擴扩餘余負负樣样將将陳陈張张劉刘"
)
_SIMPLE = {ord(old): new for old, new in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}


def simplified(text: str) -> str:
    """The text, as long, in simplified characters."""
    return text if text.isascii() else text.translate(_SIMPLE)
