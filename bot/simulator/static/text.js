// A text with its entities as elements. Offsets are UTF-16 units, which is how JavaScript counts too.

import { el } from "./dom.js";

const SAFE = /^(https?|tg|tel|mailto):/i;

const BUILDERS = {
  bold: () => el("strong"),
  italic: () => el("em"),
  underline: () => el("u"),
  strikethrough: () => el("s"),
  code: () => el("code"),
  pre: (entity) => el("pre", { "data-language": entity.language }),
  blockquote: () => el("blockquote"),
  expandable_blockquote: () => el("blockquote", { class: "expandable", tabindex: "0", onclick: toggle, onkeydown: onEnter }),
  spoiler: (entity, words, phone) => el("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": phone.words.hidden, onclick: reveal, onkeydown: onEnter,
  }),
  text_link: (entity, words, phone) => link(entity.url, phone),
  url: (entity, words, phone) => link(SAFE.test(words) ? words : `http://${words}`, phone),
  email: (entity, words, phone) => link(`mailto:${words}`, phone),
  phone_number: (entity, words, phone) => link(`tel:${words.replace(/[^+\d]/g, "")}`, phone),
  bot_command: (entity, words, phone) => el("button", { type: "button", class: "link", onclick: () => phone.sendText(words) }),
  mention: () => el("span", { class: "link" }),
  text_mention: () => el("span", { class: "link" }),
  hashtag: () => el("span", { class: "link" }),
  cashtag: () => el("span", { class: "link" }),
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

function toggle(event) { event.currentTarget.classList.toggle("open"); }

function reveal(event) {
  event.currentTarget.classList.add("shown");
  event.currentTarget.removeAttribute("aria-label");
}

function onEnter(event) {
  if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.currentTarget.click(); }
}

function link(url, phone) {
  if (!SAFE.test(url)) return el("span");
  return el("a", {
    href: url, target: "_blank", rel: "noopener noreferrer", title: url,
    onclick: (event) => { if (phone.follow(url)) event.preventDefault(); },
  });
}

export function formatted(text, entities, phone) {
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length), phone);
  return root;
}

function fill(parent, text, from, to, entities, phone) {
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || entity.offset >= to || end <= entity.offset) continue;
    parent.append(text.slice(at, entity.offset));
    const build = BUILDERS[entity.type] || (() => el("span"));
    const element = build(entity, text.slice(entity.offset, end), phone);
    fill(element, text, entity.offset, end, entities.slice(index + 1), phone);
    parent.append(element);
    at = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end; // a block ends its line by itself
  }
  parent.append(text.slice(at, to));
}
