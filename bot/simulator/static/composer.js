// The bottom of the phone: writing, attaching, the command menu and the reply keyboard.

import { post } from "./api.js";
import { el, icon } from "./dom.js";

const ATTACHMENTS = [["photo", "photo", "image/*"], ["document", "file", ""], ["voice", "mic", "audio/*"], ["video", "film", "video/*"], ["contact", "person"], ["location", "pin"]];
const NAMES = { document: "file" };

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.words = phone.words;
    this.context = null;
    this.closed = null; // message id of a keyboard the person folded away
    this.element = el("footer", { class: "composer" });
    this.build();
  }

  build() {
    const { words } = this;
    this.input = el("textarea", { rows: 1, placeholder: words.placeholder, "aria-label": words.placeholder, enterkeyhint: "send", dir: "auto",
      oninput: () => this.typed(), onkeydown: (event) => this.key(event) });
    this.menuButton = el("button", { type: "button", class: "menu-button", hidden: true, "aria-label": words.menu, "aria-haspopup": "true", "aria-expanded": "false", onclick: () => this.toggleMenu() },
      icon("menu"), el("span", { text: words.menu }));
    this.keyboardButton = el("button", { type: "button", class: "round", hidden: true, "aria-label": words.keyboard, title: words.keyboard, onclick: () => this.toggleKeyboard() }, icon("keyboard"));
    this.attachButton = el("button", { type: "button", class: "round", "aria-label": words.attach, title: words.attach, "aria-haspopup": "true", "aria-expanded": "false", onclick: () => this.toggleSheet() }, icon("clip"));
    this.sendButton = el("button", { type: "button", class: "round send", "aria-label": words.send, title: words.send, onclick: () => this.submit() }, icon("send"));
    this.menu = el("ul", { class: "menu", hidden: true, "aria-label": words.menu });
    this.sheet = el("div", { class: "sheet", hidden: true, role: "group", "aria-label": words.attach }, ...ATTACHMENTS.map((item) => this.attachment(...item)));
    this.bar = el("div", { class: "context", hidden: true });
    this.pending = el("div", { class: "pending", "aria-live": "polite" });
    this.keyboard = el("div", { class: "reply-keyboard", hidden: true, role: "group", "aria-label": words.keyboard });
    this.start = el("button", { type: "button", class: "start", hidden: true });
    this.line = el("div", { class: "line" }, this.menuButton, this.attachButton, this.input, this.keyboardButton, this.sendButton);
    this.element.append(this.pending, this.menu, this.sheet, this.bar, this.line, this.keyboard, this.start);
    this.element.addEventListener("keydown", (event) => { if (event.key === "Escape") this.fold(); });
  }

  // What the chat asks of the bottom

  settle(state) {
    const commands = state.menu_button?.type === "commands" ? state.commands || [] : [];
    this.commands = state.commands || [];
    this.menuButton.hidden = !commands.length;
    const waiting = state.blocked || !state.started;
    this.start.hidden = !waiting;
    this.line.hidden = waiting;
    this.start.textContent = state.blocked ? this.words.unblock : this.words.start;
    this.start.onclick = () => (state.blocked ? this.phone.block() : this.phone.sendText("/start"));
    this.drawKeyboard(waiting ? null : state.keyboard);
    this.typed();
  }

  drawKeyboard(keyboard) {
    this.keyboardButton.hidden = !keyboard;
    if (!keyboard) { this.keyboard.hidden = true; this.shown = null; return; }
    const mark = JSON.stringify(keyboard);
    if (mark === this.shown) return;
    this.shown = mark;
    const rows = new Map();
    for (const button of keyboard.buttons) {
      const row = rows.get(button.row) || el("div", { class: "reply-row" });
      rows.set(button.row, row);
      const sign = { contact: "person", location: "pin" }[button.kind];
      row.append(el("button", { type: "button", onclick: () => this.press(button) }, sign && icon(sign), el("span", { text: button.text })));
    }
    this.keyboard.replaceChildren(...rows.values());
    this.keyboard.hidden = keyboard.hidden;
    this.input.placeholder = keyboard.input_field_placeholder || this.words.placeholder;
    this.phone.toEnd();
  }

  toggleKeyboard() {
    this.keyboard.hidden = !this.keyboard.hidden;
    this.phone.toEnd();
  }

  press(button) {
    if (["contact", "location"].includes(button.kind)) this.phone.act("press", { button: button.text }).catch(() => {});
    else this.deliver({ text: button.text });
  }

  // Writing

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  typed() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
    this.sendButton.disabled = !this.input.value.trim();
    const written = this.input.value;
    if (/^\/\w*$/.test(written)) this.showMenu(this.commands.filter((item) => `/${item.command}`.startsWith(written)));
    else if (written) this.menu.hidden = true;
  }

  async submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const context = this.context;
    this.input.value = "";
    this.fold();
    this.drop();
    this.typed();
    this.input.focus();
    if (context?.kind === "edit") {
      await this.phone.act("edit", { message_id: context.message.id, text }).catch(() => { this.input.value = text; });
    } else {
      await this.deliver({ text, reply_to: context?.message.id });
    }
  }

  // Sending, which on a thin network may take a while or fail: nothing written is lost.

  async deliver(body, label = body.text) {
    const waiting = el("button", { type: "button", class: "waiting-bubble", disabled: true }, el("span", { text: label }), el("i", { text: "🕓" }));
    const late = setTimeout(() => { this.pending.append(waiting); this.phone.toEnd(); }, 250);
    try {
      await post(this.phone.path("send"), body);
      clearTimeout(late);
      waiting.remove();
      await this.phone.refresh();
    } catch (error) {
      clearTimeout(late);
      this.offer(waiting, body, label, error);
    }
  }

  offer(waiting, body, label, error) {
    waiting.disabled = false;
    waiting.classList.add("failed");
    waiting.replaceChildren(el("span", { text: label }), el("small", { text: this.words.failed }));
    waiting.onclick = () => { waiting.remove(); this.deliver(body, label); };
    this.pending.append(waiting);
    if (!(error instanceof TypeError)) this.phone.say(error.message);
  }

  // Attaching

  attachment(kind, sign, accept) {
    const name = this.words[NAMES[kind] || kind];
    const face = [el("span", { class: `sheet-icon as-${kind}` }, icon(sign)), el("span", { text: name })];
    if (accept === undefined) {
      return el("button", { type: "button", onclick: () => { this.fold(); this.deliver({ [kind]: true }, name); } }, ...face);
    }
    const input = el("input", { type: "file", accept: accept || null, tabindex: "-1", class: "hidden-file", "data-kind": kind, "aria-label": name, onchange: () => this.attach(kind, input) });
    return el("button", { type: "button", onclick: () => input.click() }, ...face, input);
  }

  attach(kind, input) {
    const [file] = input.files;
    input.value = "";
    this.fold();
    if (!file) return;
    const form = new FormData();
    form.append(kind, file, file.name);
    if (this.input.value.trim()) form.append("caption", this.input.value);
    this.input.value = "";
    this.typed();
    this.deliver(form, file.name);
  }

  toggleSheet() {
    const open = this.sheet.hidden;
    this.fold();
    this.sheet.hidden = !open;
    this.attachButton.setAttribute("aria-expanded", String(open));
    if (open) this.sheet.querySelector("button").focus();
  }

  // Commands

  toggleMenu() {
    const open = this.menu.hidden;
    this.fold();
    if (open) this.showMenu(this.commands);
    if (open) this.menu.querySelector("button")?.focus();
  }

  showMenu(commands) {
    this.menu.replaceChildren(...commands.map((item) => el("li", {}, el("button", { type: "button", onclick: () => this.command(item) },
      el("b", { text: `/${item.command}` }), el("span", { text: item.description })))));
    this.menu.hidden = !commands.length;
    this.menuButton.setAttribute("aria-expanded", String(!this.menu.hidden));
  }

  command(item) {
    this.fold();
    this.input.value = "";
    this.typed();
    this.deliver({ text: `/${item.command}` });
  }

  // Editing and replying

  begin(kind, message) {
    this.context = { kind, message };
    if (kind === "edit") this.input.value = message.text;
    const close = el("button", { type: "button", class: "round", "aria-label": this.words.cancel, onclick: () => { if (kind === "edit") this.input.value = ""; this.drop(); this.typed(); } }, icon("close"));
    this.bar.replaceChildren(icon(kind === "edit" ? "pencil" : "reply"), el("span", {}, el("b", { text: this.words[kind] }), el("span", { text: message.text || "…" })), close);
    this.bar.hidden = false;
    this.typed();
    this.input.focus();
  }

  drop() {
    this.context = null;
    this.bar.hidden = true;
  }

  fold() {
    this.menu.hidden = true;
    this.sheet.hidden = true;
    this.attachButton.setAttribute("aria-expanded", "false");
    this.menuButton.setAttribute("aria-expanded", "false");
  }
}
