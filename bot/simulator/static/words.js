// The words of the phone itself, in the phone's language. What the bot says comes from the bot.

const WORDS = {
  en: {
    bot: "bot", typing: "typing", sending: "sending a file", connecting: "Connecting…", start: "START", menu: "Menu",
    placeholder: "Message", send: "Send", attach: "Attach", photo: "Photo", file: "File", voice: "Voice", video: "Video",
    contact: "My contact", location: "My location", edited: "edited", edit: "Edit", reply: "Reply", cancel: "Cancel",
    about: "What can this bot do?", empty: "No messages here yet…", today: "Today", pinned: "Pinned message",
    unblock: "RESTART BOT", block: "Stop and block bot", unread: "unread", keyboard: "Show keyboard",
    failed: "Not sent. Tap to try again.", ok: "OK", forwarded: "Forwarded from", down: "Newest messages",
    noticePinned: "pinned a message", noticeLeft: "left the group", noticeJoined: "joined the group",
    person: "Who holds this phone", language: "Phone language", recording: "Voice message", place: "Location",
    hidden: "Hidden text", remove: "Unpin",
  },
  zh: {
    bot: "机器人", typing: "正在输入", sending: "正在发送文件", connecting: "连接中…", start: "开始", menu: "菜单",
    placeholder: "消息", send: "发送", attach: "附件", photo: "照片", file: "文件", voice: "语音", video: "视频",
    contact: "我的电话", location: "我的位置", edited: "已编辑", edit: "编辑", reply: "回复", cancel: "取消",
    about: "这个机器人能做什么？", empty: "还没有消息…", today: "今天", pinned: "置顶消息",
    unblock: "重新启用", block: "停用并屏蔽机器人", unread: "条未读", keyboard: "显示键盘",
    failed: "未发送，点一下重试。", ok: "好", forwarded: "转发自", down: "最新消息",
    noticePinned: "置顶了一条消息", noticeLeft: "退出了群组", noticeJoined: "加入了群组",
    person: "谁在用这部手机", language: "手机语言", recording: "语音消息", place: "位置",
    hidden: "隐藏文字", remove: "取消置顶",
  },
  sw: {
    bot: "roboti", typing: "inaandika", sending: "inatuma faili", connecting: "Inaunganisha…", start: "ANZA", menu: "Menyu",
    placeholder: "Ujumbe", send: "Tuma", attach: "Ambatisha", photo: "Picha", file: "Faili", voice: "Sauti", video: "Video",
    contact: "Namba yangu", location: "Mahali nilipo", edited: "imehaririwa", edit: "Hariri", reply: "Jibu", cancel: "Ghairi",
    about: "Roboti hii inafanya nini?", empty: "Bado hakuna ujumbe…", today: "Leo", pinned: "Ujumbe uliobandikwa",
    unblock: "ANZISHA TENA", block: "Simamisha na uzuie roboti", unread: "hazijasomwa", keyboard: "Onyesha kibodi",
    failed: "Haikutumwa. Gusa ujaribu tena.", ok: "Sawa", forwarded: "Imetumwa kutoka", down: "Ujumbe mpya",
    noticePinned: "amebandika ujumbe", noticeLeft: "ameondoka kwenye kikundi", noticeJoined: "amejiunga na kikundi",
    person: "Nani anashika simu hii", language: "Lugha ya simu", recording: "Ujumbe wa sauti", place: "Mahali",
    hidden: "Maandishi yaliyofichwa", remove: "Ondoa",
  },
};

export const LANGUAGES = { en: "English", zh: "中文", sw: "Kiswahili" };

export function wordsOf(language) {
  return WORDS[(language || "en").slice(0, 2)] || WORDS.en;
}
