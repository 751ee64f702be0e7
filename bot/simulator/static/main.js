// The desk the three phones lie on: personas, events from the simulator, tabs on a narrow screen.

import { get, post } from "./api.js";
import { el } from "./dom.js";
import { Phone } from "./phone.js";

const KINDS = ["farmer", "officer", "admin"];

class Desk {
  constructor() {
    this.online = true;
    this.unread = new Map();
    this.users = new Map();
    this.tabs = new Map();
  }

  async open() {
    const [{ personas }, { bot }, { users }] = await Promise.all([get("/sim/personas"), get("/sim/bot"), get("/sim/users")]);
    this.bot = bot;
    users.forEach((user) => this.remember(user));
    this.phones = KINDS.map((kind) => new Phone(kind, personas.filter((persona) => persona.phone === kind), this));
    document.getElementById("phones").append(...this.phones.map((phone) => phone.element));
    this.buildTabs();
    this.pick(this.phones.find((phone) => phone.kind === localStorage.getItem("tab")) || this.phones[0]);
    const { last_event: last } = await get("/sim/events", { timeout: 0 });
    await Promise.all(this.phones.map((phone) => phone.open()));
    document.body.classList.add("ready");
    this.listen(last);
  }

  // Tabs, for one phone at a time

  buildTabs() {
    for (const phone of this.phones) {
      const badge = el("span", { class: "badge", hidden: true });
      const tab = el("button", { type: "button", role: "tab", "aria-controls": phone.element.id, onclick: () => this.pick(phone), onkeydown: (event) => this.arrow(event, phone) }, phone.title, badge);
      this.tabs.set(phone, { tab, badge });
      document.getElementById("tabs").append(tab);
    }
  }

  arrow(event, phone) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = this.phones[(this.phones.indexOf(phone) + step + this.phones.length) % this.phones.length];
    this.pick(next);
    this.tabs.get(next).tab.focus();
  }

  pick(phone) {
    this.picked = phone;
    localStorage.setItem("tab", phone.kind);
    for (const [other, { tab }] of this.tabs) {
      const chosen = other === phone;
      other.element.classList.toggle("picked", chosen);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    this.unread.delete(phone.persona.user_id);
    this.showUnread();
    if (phone.log) phone.toEnd();
  }

  // Who is who

  remember(user) { this.users.set(user.id, user); }

  async knownUser(id) {
    this.unread.delete(id);
    this.showUnread();
    return this.users.get(id);
  }

  count(event) {
    if (event.type !== "message" || !event.by_bot || this.seen(event.chat_id)) return;
    this.unread.set(event.chat_id, (this.unread.get(event.chat_id) || 0) + 1);
  }

  seen(chatId) {
    const phone = this.phones.find((candidate) => candidate.persona.user_id === chatId);
    return Boolean(phone) && (phone === this.picked || matchMedia("(min-width: 901px)").matches);
  }

  showUnread() {
    let total = 0;
    for (const phone of this.phones || []) {
      const waiting = phone.personas.reduce((sum, persona) => sum + (this.unread.get(persona.user_id) || 0), 0);
      const badge = this.tabs.get(phone)?.badge;
      if (badge) { badge.hidden = !waiting; badge.textContent = waiting; }
      phone.showUnread();
      total += waiting;
    }
    document.title = `${total ? `(${total}) ` : ""}Village Credit · simulated Telegram`;
  }

  // Events

  async listen(last) {
    for (let after = last; ;) {
      try {
        const news = await get("/sim/events", { after, timeout: 20 });
        this.setOnline(true);
        if (news.last_event < after) this.refreshAll(); // the simulator began anew
        after = news.last_event;
        await this.hear(news.events);
      } catch {
        this.setOnline(false);
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
    }
  }

  async hear(events) {
    if (events.some((event) => event.type === "reset")) { this.startOver(); return; }
    if (events.some((event) => event.type === "profile")) this.bot = (await get("/sim/bot")).bot;
    events.forEach((event) => this.count(event));
    this.showUnread();
    const chats = new Set(events.map((event) => event.chat_id));
    await Promise.all(this.phones.filter((phone) => chats.has(0) || chats.has(phone.persona.user_id)).map((phone) => this.refresh(phone)));
  }

  async refresh(phone) {
    phone.bot = this.bot;
    await phone.refresh();
  }

  refreshAll() { this.phones.forEach((phone) => phone.refresh().catch(() => {})); }

  setOnline(online) {
    if (online === this.online) return;
    this.online = online;
    this.phones.forEach((phone) => phone.drawStatus());
    if (online) this.refreshAll();
  }

  async startOver() {
    this.users.clear();
    this.unread.clear();
    for (const phone of this.phones) await phone.open();
  }

  openPicture(url) {
    const viewer = document.getElementById("viewer");
    viewer.querySelector("img").src = url;
    viewer.showModal();
  }
}

const desk = new Desk();
const viewer = document.getElementById("viewer");
viewer.addEventListener("click", () => viewer.close());
document.getElementById("reset").addEventListener("click", () => {
  if (confirm("Clear every chat of the simulated Telegram? The bot itself forgets nothing.")) post("/sim/reset");
});
desk.open().catch((error) => {
  document.getElementById("phones").append(el("p", { class: "broken", text: `The simulator does not answer: ${error.message}` }));
});
