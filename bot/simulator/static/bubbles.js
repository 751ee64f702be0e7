// One message as a bubble: text, files, places, contacts, inline buttons.

import { avatar, clock, el, icon, size } from "./dom.js";
import { formatted } from "./text.js";

const INLINE = new Set(["callback", "url", "copy", "other"]);

export function bubble(message, phone) {
  if (message.service) return notice(message, phone);
  const mine = message.sender === "user" && message.from.id === phone.user.id;
  const body = el("div", { class: "bubble" }, ...parts(message, phone), stamp(message, phone, mine));
  if (message.files[0]?.kind === "photo") body.classList.add(message.text ? "has-photo" : "only-photo");
  const column = el("div", { class: "column" }, body, inlineKeyboard(message, phone), reactions(message));
  const row = el("article", { class: `row ${mine ? "mine" : "theirs"}`, "data-id": message.id }, column, actions(message, phone, mine));
  if (message.media_group_id) row.dataset.album = message.media_group_id;
  return row;
}

function parts(message, phone) {
  return [
    message.sender === "user" && message.from.id !== phone.user.id && el("div", { class: "sender", text: message.from.first_name }),
    message.forwarded_from && el("div", { class: "forwarded", text: `${phone.words.forwarded} ${message.forwarded_from}` }),
    message.reply_to && quote(message.reply_to, phone),
    ...message.files.map((file) => attachment(file, phone)),
    message.location && place(message.location, phone),
    message.contact && card(message.contact),
    message.text && el("div", { class: "text", dir: "auto" }, formatted(message.text, message.entities, phone)),
  ].filter(Boolean);
}

function stamp(message, phone, mine) {
  const answered = phone.answeredUpTo > message.id;
  const ticks = mine && el("span", { class: "ticks", "aria-hidden": "true", text: answered ? "✓✓" : "✓" });
  return el("div", { class: "stamp" },
    message.edited && el("span", { text: phone.words.edited }), el("time", { text: clock(message.date) }), ticks);
}

function notice(message, phone) {
  const said = { pinned_message: "noticePinned", left_chat_member: "noticeLeft" }[message.service] || "noticeJoined";
  return el("div", { class: "notice", "data-id": message.id },
    el("span", { text: `${message.from.first_name} ${phone.words[said]}` }));
}

function quote(original, phone) {
  return el("button", { type: "button", class: "quote", onclick: () => phone.show(original.id) },
    el("b", { text: original.name }), el("span", { text: original.text }));
}

function attachment(file, phone) {
  if (file.kind === "photo") return picture(file, phone);
  if (file.kind === "voice" || file.kind === "audio") return recording(file, phone);
  if (file.kind === "video" || file.kind === "video_note") return film(file, phone);
  return el("a", { class: "document", href: file.url, target: "_blank", rel: "noopener", download: openable(file) ? null : file.name },
    el("span", { class: "document-icon" }, icon("file"), el("i", { text: ending(file.name) })),
    el("span", { class: "document-name" }, el("b", { text: file.name }), el("small", { text: size(file.size) })));
}

function openable(file) {
  return /^(image\/(?!svg)|application\/pdf|text\/plain)/.test(file.mime_type);
}

function ending(name) {
  return name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
}

function picture(file, phone) {
  const image = el("img", { src: file.preview || file.url, alt: phone.words.photo, loading: "lazy", decoding: "async" });
  image.width = file.width;
  image.height = file.height;
  return el("button", { type: "button", class: "picture", "aria-label": phone.words.photo, onclick: () => phone.openPicture(file.url) }, image);
}

function recording(file, phone) {
  return el("div", { class: "recording" }, el("span", { class: "recording-icon" }, icon("mic")),
    el("audio", { src: file.url, controls: true, preload: "none", "aria-label": phone.words.recording }));
}

function film(file, phone) {
  return el("video", { class: file.kind === "video_note" ? "film round" : "film", src: file.url, controls: true, preload: "metadata", "aria-label": phone.words.video });
}

function place(location, phone) {
  const words = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return el("div", { class: "place", role: "img", "aria-label": `${phone.words.place} ${words}` },
    el("span", { class: "place-pin" }, icon("pin")), el("span", { class: "place-words", text: words }));
}

function card(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "contact" }, avatar(name, contact.user_id || name.length),
    el("span", {}, el("b", { text: name }), el("span", { class: "link", text: contact.phone_number })));
}

function inlineKeyboard(message, phone) {
  const buttons = message.buttons.filter((button) => INLINE.has(button.kind));
  if (!buttons.length) return null;
  const rows = new Map();
  for (const button of buttons) {
    const row = rows.get(button.row) || el("div", { class: "inline-row" });
    rows.set(button.row, row);
    row.append(inlineButton(message, button, phone));
  }
  return el("div", { class: "inline-keyboard" }, ...rows.values());
}

function inlineButton(message, button, phone) {
  return el("button", {
    type: "button", "data-index": button.index,
    onclick: (event) => phone.pressInline(message.id, button.index, event.currentTarget),
  }, el("span", { text: button.text }), button.kind === "url" && icon("out"));
}

function reactions(message) {
  if (!message.reactions.length) return null;
  return el("div", { class: "reactions" }, ...message.reactions.map((emoji) => el("span", { text: emoji })));
}

function actions(message, phone, mine) {
  const tools = [];
  if (mine && message.text && !message.files.length) {
    tools.push(tool("pencil", phone.words.edit, () => phone.beginEdit(message)));
  }
  tools.push(tool("reply", phone.words.reply, () => phone.beginReply(message)));
  return el("div", { class: "actions" }, ...tools);
}

function tool(name, label, act) {
  return el("button", { type: "button", "aria-label": label, title: label, onclick: act }, icon(name));
}
