/*
 * What was said, as it is shown: messages in the order of their numbers, what is still on its way
 * behind them, links, pictures, papers, cards of products. All of it comes from people, and becomes
 * text and nothing else.
 */

const NEAR_END_PX = 80;
const MOST_CARDS = 4;
/* A web address, or a path of this shop that stands alone. */
const LINK = /https?:\/\/[^\s<>"]+|(?<![^\s("'„“])\/[a-z0-9][\w\-./?=&%#+~]+/gi;
const TRAILING = /[.,;:!?)\]'"]+$/;
const LANGUAGE = /^\/(de|en)(\/|$)/;
const OF_PROGRAMS = /^\/(api|assets|media)\//;

export const sizeOf = (bytes, language) =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes / (bytes < 1_000_000 ? 1000 : 1_000_000));

export class ChatLog {
  #element;
  #client;
  #kit;
  #shop;
  #words;
  #typing = null;
  #cards = new Map();
  #language = document.documentElement.lang;
  #time = new Intl.DateTimeFormat(this.#language, { hour: 'numeric', minute: '2-digit' });
  #day = new Intl.DateTimeFormat(this.#language, { weekday: 'long', day: 'numeric', month: 'long' });

  constructor(element, client, kit, shop) {
    this.#element = element;
    this.#client = client;
    this.#kit = kit;
    this.#shop = shop;
    this.#words = element.dataset;
    element.addEventListener('scroll', () => this.#notice(), { passive: true });
    new ResizeObserver(() => this.keepEnd()).observe(element);
  }

  /** From now on what is added is read out; what was said before the page was here is not. */
  announce() {
    this.#element.setAttribute('aria-live', 'polite');
  }

  #nodes() {
    return [...this.#element.querySelectorAll('[data-number]')];
  }

  /* ---------- Where it is scrolled to ---------- */
  #isAtEnd = true;

  toEnd() {
    this.#isAtEnd = true;
    this.keepEnd();
  }

  #notice() {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  /** Who reads further up stays there. */
  keepEnd() {
    if (this.#isAtEnd) {
      this.#element.scrollTop = this.#element.scrollHeight;
    }
  }

  clear() {
    this.#element.querySelectorAll('[data-number], [data-id], [data-day-of]').forEach((node) => node.remove());
    this.#isAtEnd = true;
  }

  /* ---------- Messages ---------- */
  add(messages) {
    const nodes = this.#nodes();
    for (const message of messages) {
      const shown = this.#element.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
      if (shown && message.from === 'shopper') {
        shown.dataset.number = message.number;
        this.#replaceMeta(shown, message);
        this.#place(shown, nodes, message, true);
      } else if (!nodes.some((node) => Number(node.dataset.number) === message.number)) {
        const node = message.kind === 'event' ? this.#event(message) : this.#message(message);
        node.dataset.number = message.number;
        this.#place(node, nodes, message, false);
      }
    }
    this.keepEnd();
  }

  /* One that comes late stands where it was said. */
  #place(node, nodes, { number, at }, isThere) {
    let index = nodes.length;
    while (index > 0 && Number(nodes[index - 1].dataset.number) > number) {
      index -= 1;
    }
    const before = nodes[index];
    const waiting = this.#element.querySelector('[data-id]:not([data-number])') ?? this.#typing;
    // One that was waiting stands last already, mostly: moved, it would be read out once more.
    if (!isThere || before || (waiting && waiting !== this.#typing)) {
      this.#element.insertBefore(node, before ?? waiting);
    }
    nodes.splice(index, 0, node);
    const day = new Date(at).toDateString();
    node.dataset.day = day;
    if (nodes[index - 1]?.dataset.day !== day && !this.#element.querySelector(`[data-day-of="${day}"]`)) {
      node.before(this.#kit.make('p', { class: 'msg-sys', 'data-day-of': day }, this.#dayWords(new Date(at))));
    }
  }

  #dayWords(date) {
    const midnight = (of) => new Date(of.getFullYear(), of.getMonth(), of.getDate());
    const days = Math.round((midnight(date) - midnight(new Date())) / 86_400_000);
    const words =
      days >= -1 && days <= 0
        ? new Intl.RelativeTimeFormat(this.#language, { numeric: 'auto' }).format(days, 'day')
        : this.#day.format(date);
    return words.charAt(0).toLocaleUpperCase(this.#language) + words.slice(1);
  }

  #event({ text, name, at }) {
    const pattern = this.#words[text] ?? '';
    const words = this.#kit.fill(pattern, name || this.#words.shop);
    return this.#kit.make('p', { class: 'msg-sys' }, `${words} · ${this.#time.format(new Date(at))}`);
  }

  #message(message) {
    const { make } = this.#kit;
    const isMine = message.from === 'shopper';
    const body = message.kind === 'file' ? this.#file(message.file) : this.#text(message.text);
    const node = make(
      'div',
      { class: isMine ? 'msg msg--me' : 'msg', 'data-id': message.id },
      isMine ? make('span', { class: 'sr' }, this.#words.you) : null,
      body,
    );
    node.append(...(message.products ?? []).slice(0, MOST_CARDS).map((slug) => this.#card(slug)));
    node.append(make('p', { class: 'msg__meta', 'aria-live': 'off' }));
    this.#replaceMeta(node, message);
    return node;
  }

  #replaceMeta(node, message) {
    const time = this.#time.format(new Date(message.at));
    const meta = node.querySelector('.msg__meta');
    if (message.from === 'shopper') {
      node.dataset.time = time;
      delete node.dataset.state;
      node.classList.remove('msg--failed');
      this.#tick(node);
    } else {
      const name = message.from === 'assistant' ? this.#words.assistant : message.name || this.#words.shop;
      meta.textContent = `${name} · ${time}`;
    }
  }

  #text(text) {
    const bubble = this.#kit.make('p', { class: 'msg__bubble' });
    let from = 0;
    for (const match of text.matchAll(LINK)) {
      const link = this.#link(match[0].replace(TRAILING, ''));
      if (link) {
        bubble.append(text.slice(from, match.index), link);
        from = match.index + link.textContent.length;
      }
    }
    bubble.append(text.slice(from));
    return bubble;
  }

  #link(words) {
    try {
      const address = new URL(words, location.origin);
      const isOwn = address.origin === location.origin;
      if (isOwn && !OF_PROGRAMS.test(address.pathname)) {
        const base = LANGUAGE.test(address.pathname) ? '' : this.#shop.base;
        return this.#kit.make('a', { href: base + address.pathname + address.search + address.hash }, words);
      }
      const isWeb = ['http:', 'https:'].includes(address.protocol);
      return isWeb && !isOwn
        ? this.#kit.make('a', { href: address.href, target: '_blank', rel: 'noopener noreferrer nofollow' }, words)
        : null;
    } catch {
      return null;
    }
  }

  #file({ id, name, type, size }) {
    const { make, drawing, fill } = this.#kit;
    const address = `/api/v1/chat/files/${encodeURIComponent(id)}`;
    if (type.startsWith('image/')) {
      const picture = make('img', { src: address, alt: fill(this.#words.picture, name), loading: 'lazy' });
      picture.addEventListener('load', () => this.keepEnd());
      return make('a', { class: 'msg-picture', href: address, download: name }, picture);
    }
    return make(
      'a',
      { class: 'msg-file', href: address, download: name },
      drawing(this.#shop.sprite, 'doc', 'l'),
      make('b', {}, name),
      make('span', { class: 'small muted' }, `PDF, ${sizeOf(size, this.#language)}`),
    );
  }

  /* ---------- A product, as a card that is filled in when it is known ---------- */
  #card(slug) {
    const card = this.#kit.make('a', { class: 'msg-product', href: `${this.#shop.base}/product/${encodeURIComponent(slug)}`, hidden: true });
    this.#fillCard(card, slug).catch(() => card.remove());
    return card;
  }

  #product(slug) {
    if (!this.#cards.has(slug)) {
      const asked = fetch(`/api/v1/products/${encodeURIComponent(slug)}`, { headers: { Accept: 'application/json' } });
      this.#cards.set(slug, asked.then((response) => (response.ok ? response.json() : Promise.reject(response.status))));
    }
    return this.#cards.get(slug);
  }

  async #fillCard(card, slug) {
    const { make, fill } = this.#kit;
    const product = await this.#product(slug);
    const cheapest = product.variants.reduce((one, other) => (Number(other.price.amount) < Number(one.price.amount) ? other : one));
    const varies = product.variants.some(({ price }) => price.amount !== cheapest.price.amount);
    const isSold = product.variants.every(({ available }) => available === 0);
    const now = this.#money(cheapest.price);
    const former = cheapest.formerPrice;
    card.append(
      make('span', { class: 'thumb' }, make('img', { src: product.pictures[0]?.url ?? this.#shop.standin, width: 64, height: 64, alt: '', loading: 'lazy' })),
      make('b', { lang: this.#shop.catalogue }, product.name),
      make(
        'span',
        { class: former ? 'price price--sale' : 'price' },
        former ? make('span', { class: 'sr' }, this.#words.now) : null,
        make('strong', {}, varies ? fill(this.#words.from, now) : now),
        former ? make('span', { class: 'sr' }, this.#words.before) : null,
        former ? make('s', {}, this.#money(former)) : null,
        isSold ? make('span', { class: 'small muted' }, this.#words.sold) : null,
      ),
    );
    card.hidden = false;
    this.keepEnd();
  }

  #money({ amount, currency }) {
    return new Intl.NumberFormat(this.#language, { style: 'currency', currency }).format(amount);
  }

  /* ---------- What is on its way, and how far what was said has come ---------- */
  refresh() {
    const said = [...this.#client.outbox.filter(({ type }) => type === 'say'), ...this.#client.saved.values()];
    const ids = new Set(said.map(({ id }) => id));
    for (const node of this.#element.querySelectorAll('[data-id]:not([data-number])')) {
      if (!ids.has(node.dataset.id)) {
        node.remove();
      }
    }
    for (const item of said) {
      this.#pending(item);
    }
    this.#nodes()
      .filter((node) => node.matches('.msg--me'))
      .forEach((node) => this.#tick(node));
  }

  #pending(item) {
    let node = this.#element.querySelector(`[data-id="${CSS.escape(item.id)}"]`);
    if (!node) {
      const message = { id: item.id, from: 'shopper', kind: 'text', text: item.text ?? item.name ?? '', at: item.at };
      node = this.#message(message);
      this.#element.insertBefore(node, this.#typing);
      this.#isAtEnd = true;
    }
    if (!node.dataset.number) {
      const state = item.reason ? 'failed' : item.number ? 'sent' : 'sending';
      if (node.dataset.state !== state) {
        node.dataset.state = state;
        node.classList.toggle('msg--failed', state === 'failed');
        this.#tick(node, item);
      }
    }
  }

  #tick(node, item) {
    const { make, drawing } = this.#kit;
    const number = Number(node.dataset.number ?? item?.number ?? 0);
    const marks = this.#client.conversation.agents ?? { delivered: 0, read: 0 };
    const far = number > 0 ? (marks.read >= number ? 'read' : marks.delivered >= number ? 'delivered' : 'sent') : (node.dataset.state ?? 'sending');
    if (node.dataset.tick === far) {
      return;
    }
    node.dataset.tick = far;
    const meta = node.querySelector('.msg__meta');
    const icon = (name) => drawing(this.#shop.sprite, name);
    const shapes = {
      sending: () => [this.#words.sending, icon('clock')],
      sent: () => [node.dataset.time, icon('check'), make('span', { class: 'sr' }, this.#words.sent)],
      delivered: () => [node.dataset.time, icon('checks'), make('span', { class: 'sr' }, this.#words.delivered)],
      read: () => [`${node.dataset.time} · ${this.#words.read}`, icon('checks')],
      failed: () => this.#failure(item, icon),
    };
    meta.replaceChildren(...shapes[far]());
  }

  #failure({ id, reason }, icon) {
    const { make } = this.#kit;
    const reasons = { 'too-long': this.#words.tooLong, 'too-often': this.#words.tooOften };
    const button = (words, work) => {
      const press = make('button', { type: 'button', class: 'link-btn' }, words);
      press.addEventListener('click', work);
      return press;
    };
    return [
      icon('alert'),
      make('span', { role: 'alert' }, reasons[reason] ?? this.#words.refused),
      button(this.#words.again, () => this.#client.again(id)),
      button(this.#words.discard, () => this.#client.discard(id)),
    ];
  }

  typing(name) {
    this.#typing?.remove();
    this.#typing = null;
    if (name !== null) {
      const { make, fill } = this.#kit;
      const dots = [make('i'), make('i'), make('i')];
      this.#typing = make('div', { class: 'msg' }, make('p', { class: 'typing' }, ...dots, make('span', { class: 'sr' }, fill(this.#words.typing, name || this.#words.shop))));
      this.#element.append(this.#typing);
      this.keepEnd();
    }
  }

  /** Saves what was said as a text file of that name. */
  save(name) {
    const lines = this.#client.messages.map((message) => {
      const who = { shopper: this.#words.you, assistant: this.#words.assistant }[message.from] ?? (message.name || this.#words.shop);
      const what = { file: message.file?.name, event: this.#kit.fill(this.#words[message.text] ?? '', message.name ?? '') }[message.kind] ?? message.text;
      return `${new Date(message.at).toLocaleString(this.#language)}  ${who.replace(/:\s*$/, '')}: ${what}`;
    });
    const address = URL.createObjectURL(new Blob([lines.join('\n'), '\n'], { type: 'text/plain' }));
    this.#kit.make('a', { href: address, download: `${name}-${this.#client.number}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
