// One phone: whose it is, what its chat shows, and keeping that in step with the simulator.

import { get, post } from "./api.js";
import { bubble } from "./bubbles.js";
import { Composer } from "./composer.js";
import { avatar, el, icon } from "./dom.js";
import { LANGUAGES, wordsOf } from "./words.js";

const TITLES = { farmer: "Farmer", officer: "Officer", admin: "Admin" };
const NEAR_END = 120;

export class Phone {
  constructor(kind, personas, desk) {
    this.kind = kind;
    this.personas = personas;
    this.desk = desk;
    this.title = TITLES[kind];
    const kept = Number(localStorage.getItem(`phone-${kind}`));
    this.persona = personas.find((persona) => persona.user_id === kept) || personas[0];
    this.forget();
    this.element = el("section", { class: "phone-place", id: `phone-${kind}`, role: "tabpanel", "aria-label": this.title });
  }

  forget() {
    this.seq = 0;
    this.messages = new Map();
    this.state = {};
    this.toasts = new Set();
    this.answeredUpTo = 0;
    this.user = { id: this.persona.user_id, first_name: this.persona.name, language_code: this.persona.language };
  }

  get words() { return wordsOf(this.user.language_code); }

  path(act) { return `/sim/users/${this.user.id}/${act}`; }

  // Whose phone it is

  async open() {
    this.forget();
    const known = await this.desk.knownUser(this.persona.user_id);
    if (known) this.user = known;
    else await this.introduce(this.persona.language);
    this.build();
    await this.refresh();
    this.toEnd();
  }

  async introduce(language) {
    const body = { id: this.persona.user_id, first_name: this.persona.name, language_code: language };
    this.user = (await post("/sim/users", body)).user;
    this.desk.remember(this.user);
  }

  async hand(persona) {
    this.persona = persona;
    localStorage.setItem(`phone-${this.kind}`, persona.user_id);
    await this.open();
  }

  async speak(language) {
    await this.introduce(language);
    this.rebuild();
  }

  // Building

  build() {
    this.bot = this.desk.bot;
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": this.bot.name, tabindex: "0", onscroll: () => this.scrolled() });
    this.list = el("div", { class: "list" });
    this.status = el("p", { class: "chat-status" });
    this.pin = el("button", { type: "button", class: "pin", hidden: true, onclick: () => this.show(this.state.pinned) });
    this.toast = el("div", { class: "toast", role: "status", hidden: true });
    this.down = el("button", { type: "button", class: "to-end", "aria-label": this.words.down, hidden: true, onclick: () => this.toEnd(true) }, icon("down"));
    this.composer = new Composer(this);
    this.log.append(this.list);
    this.stuck = true;
    this.watcher?.disconnect();
    this.watcher = new ResizeObserver(() => { if (this.stuck) this.toEnd(); });
    this.watcher.observe(this.log);
    this.watcher.observe(this.list);
    this.element.replaceChildren(this.owner(), this.frame());
  }

  owner() {
    const choose = el("select", { "aria-label": this.words.person, onchange: (event) => this.hand(this.personas[event.target.selectedIndex]) },
      ...this.personas.map((persona) => el("option", { selected: persona === this.persona, text: this.label(persona) })));
    const speak = el("select", { "aria-label": this.words.language, class: "language", onchange: (event) => this.speak(event.target.value) },
      ...Object.entries(LANGUAGES).map(([code, name]) => el("option", { value: code, selected: code === this.user.language_code.slice(0, 2), text: name })));
    this.choose = choose;
    return el("div", { class: "owner" }, el("h2", { text: this.title }), choose, speak);
  }

  label(persona) {
    const unread = this.desk.unread.get(persona.user_id) || 0;
    const role = ["farmer", this.kind].includes(persona.role) ? "" : ` · ${persona.role}`;
    return persona.name + role + (unread && persona !== this.persona ? ` (${unread} ${this.words.unread})` : "");
  }

  showUnread() {
    if (!this.choose) return;
    [...this.choose.options].forEach((option, index) => { option.textContent = this.label(this.personas[index]); });
  }

  frame() {
    const more = el("button", { type: "button", class: "round", "aria-label": this.words.block, title: this.words.block, onclick: () => this.block() }, icon("more"));
    const head = el("header", { class: "chat-head" }, avatar(this.bot.name, 3), el("div", { class: "chat-name" },
      el("h3", { text: this.bot.name }), this.status), more);
    this.screen = el("div", { class: "screen", lang: this.user.language_code.startsWith("zh") ? "zh-Hans" : this.user.language_code },
      head, this.pin, el("div", { class: "conversation" }, this.log, this.down, this.toast), this.composer.element);
    return el("div", { class: "phone" }, this.screen);
  }

  rebuild() {
    const draft = this.composer.input.value;
    this.build();
    this.composer.input.value = draft;
    this.draw([...this.messages.values()]);
    this.settle();
    this.toEnd();
  }

  // Keeping in step

  async refresh() {
    if (this.refreshing) { this.again = true; return; }
    this.refreshing = true;
    try {
      do {
        this.again = false;
        await this.fetch();
      } while (this.again);
    } finally {
      this.refreshing = false;
    }
  }

  async fetch() {
    const owner = this.user.id;
    const first = this.seq === 0;
    const state = await get(this.path("messages"), { after: this.seq });
    if (owner !== this.user.id) return;
    const stick = this.stuck;
    if (state.last_seq < this.seq) { this.seq = 0; this.messages.clear(); this.list.replaceChildren(); this.again = true; return; }
    this.state = state;
    this.seq = state.last_seq;
    for (const id of state.deleted) this.remove(id);
    this.draw(state.messages);
    if (!first) state.callback_answers.forEach((answer) => this.answered(answer));
    else state.callback_answers.forEach((answer) => this.toasts.add(answer.callback_query_id));
    this.settle();
    if (stick || state.messages.some((message) => message.sender === "user" && message.from.id === this.user.id)) this.toEnd();
  }

  draw(messages) {
    for (const message of messages) {
      const isNew = !this.messages.has(message.id);
      this.messages.set(message.id, message);
      if (message.sender === "bot") this.answeredUpTo = Math.max(this.answeredUpTo, message.id);
      const drawn = bubble(message, this);
      const old = this.find(message.id);
      if (old) old.replaceWith(drawn);
      else this.list.append(drawn);
      if (isNew && message.force_reply) this.beginReply(message);
    }
    for (const ticks of this.list.querySelectorAll(".ticks")) {
      if (Number(ticks.closest("[data-id]").dataset.id) < this.answeredUpTo) ticks.textContent = "✓✓";
    }
  }

  settle() {
    this.drawEmpty();
    this.drawStatus();
    this.drawPin();
    this.composer.settle(this.state);
  }

  drawEmpty() {
    this.about?.remove();
    if (this.messages.size) return;
    const words = this.bot.description || this.words.empty;
    this.about = el("div", { class: "about" }, avatar(this.bot.name, 3, "large"), el("b", { text: this.words.about }), el("p", { text: words }));
    this.list.before(this.about);
  }

  drawStatus() {
    clearTimeout(this.typingEnd);
    const typing = this.state.typing;
    this.screen.classList.toggle("typing", Boolean(typing) && this.desk.online);
    const plain = `${this.words.bot} · simulated Telegram`;
    const busy = typing === "typing" ? this.words.typing : this.words.sending;
    this.status.replaceChildren(!this.desk.online ? this.words.connecting : typing ? busy : plain);
    if (typing) {
      this.status.append(el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")));
      this.typingEnd = setTimeout(() => { this.state.typing = ""; this.drawStatus(); }, 5200);
    }
  }

  drawPin() {
    const message = this.messages.get(this.state.pinned);
    this.pin.hidden = !message;
    if (message) this.pin.replaceChildren(el("b", { text: this.words.pinned }), el("span", { text: message.text || "…" }));
  }

  remove(id) {
    this.messages.delete(id);
    this.find(id)?.remove();
  }

  find(id) { return this.list.querySelector(`[data-id="${id}"]`); }

  answered(answer) {
    if (this.toasts.has(answer.callback_query_id)) return;
    this.toasts.add(answer.callback_query_id);
    this.find(answer.message_id)?.querySelectorAll(".waiting").forEach((button) => button.classList.remove("waiting"));
    if (answer.show_alert && answer.text) this.alert(answer.text);
    else if (answer.text) this.say(answer.text);
  }

  say(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.toastEnd);
    this.toastEnd = setTimeout(() => { this.toast.hidden = true; }, 2500 + 40 * text.length);
  }

  alert(text) {
    const close = () => shade.remove();
    const button = el("button", { type: "button", text: this.words.ok, onclick: close });
    const shade = el("div", { class: "shade", onkeydown: (event) => event.key === "Escape" && close() },
      el("div", { class: "alert", role: "alertdialog", "aria-modal": "true", "aria-label": this.bot.name }, el("p", { text }), button));
    this.screen.append(shade);
    button.focus();
  }

  // Where one looks

  atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_END; }

  scrolled() {
    this.stuck = this.atEnd();
    this.down.hidden = this.stuck;
  }

  toEnd(smooth = false) {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.down.hidden = true;
    this.stuck = true;
  }

  show(id) {
    const row = this.find(id);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("flash");
    setTimeout(() => row.classList.remove("flash"), 1200);
  }

  openPicture(url) { this.desk.openPicture(url); }

  // What the person does

  async act(name, body) {
    try {
      const result = await post(this.path(name), body);
      await this.refresh();
      return result;
    } catch (error) {
      this.say(error.message);
      throw error;
    }
  }

  sendText(text, extra = {}) { return this.composer.deliver({ text, ...extra }); }

  async pressInline(messageId, button, element) {
    element.classList.add("waiting");
    setTimeout(() => element.classList.remove("waiting"), 10000);
    const result = await this.act("press", { message_id: messageId, button }).catch(() => ({ pressed: "nothing" }));
    if (result.pressed !== "callback") element.classList.remove("waiting");
    if (result.pressed === "url") window.open(result.url, "_blank", "noopener");
    if (result.pressed === "copy") navigator.clipboard?.writeText(result.copied).then(() => this.say(result.copied));
  }

  follow(url) {
    const start = new RegExp(`^https?://(?:t|telegram)\\.me/${this.bot.username}/?(?:\\?start=([\\w-]*))?$`, "i").exec(url);
    if (!start) return false;
    this.sendText(`/start ${start[1] || ""}`.trim());
    return true;
  }

  beginEdit(message) { this.composer.begin("edit", message); }

  beginReply(message) { this.composer.begin("reply", message); }

  block() {
    return this.act(this.state.blocked ? "unblock" : "block", {}).catch(() => {});
  }
}
