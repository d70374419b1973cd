/*
 * What was said, as it is shown: messages in the order of their numbers, what is still on its way
 * behind them, how far it has come, and who is typing. What is in a message is in chat-bodies.js.
 */

const NEAR_END_PX = 80;
const MOST_CARDS = 4;

export class ChatLog {
  #element;
  #client;
  #kit;
  #shop;
  #words;
  #typing = null;
  #bodies;
  #newer;
  #language = document.documentElement.lang;
  #time = new Intl.DateTimeFormat(this.#language, { hour: 'numeric', minute: '2-digit' });
  #day = new Intl.DateTimeFormat(this.#language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });

  constructor(element, client, kit, shop) {
    this.#element = element;
    this.#client = client;
    this.#kit = kit;
    this.#shop = shop;
    this.#words = element.dataset;
    this.#bodies = new kit.ChatBodies(this.#words, kit, shop, () => this.keepEnd());
    this.#newer = element.parentElement.querySelector('[data-part="newer"]');
    this.#newer.addEventListener('click', () => {
      this.toEnd();
      element.focus();
    });
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
    if (this.#isAtEnd) {
      this.#newer.hidden = true;
    }
  }

  /** Who reads further up stays there. */
  keepEnd() {
    if (this.#isAtEnd) {
      this.#element.scrollTop = this.#element.scrollHeight;
    }
  }

  clear() {
    this.#element
      .querySelectorAll('[data-number], [data-id], [data-day-of]')
      .forEach((node) => node.remove());
    this.#isAtEnd = true;
  }

  /* ---------- Messages ---------- */
  add(messages) {
    const nodes = this.#nodes();
    for (const message of messages) {
      const shown = this.#element.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
      if (shown && message.from === 'shopper') {
        shown.dataset.number = message.number;
        if (message.kind === 'file') {
          // On its way it was no more than its name.
          shown.querySelector('.msg__bubble')?.replaceWith(this.#bodies.file(message.file));
        }
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

  /** Something has come that who reads further up does not see. */
  tellNewer() {
    this.#newer.hidden = this.#isAtEnd;
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
    if (
      nodes[index - 1]?.dataset.day !== day &&
      !this.#element.querySelector(`[data-day-of="${day}"]`)
    ) {
      node.before(
        this.#kit.make('p', { class: 'msg-sys', 'data-day-of': day }, this.#dayWords(new Date(at))),
      );
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
    return this.#kit.make(
      'p',
      { class: 'msg-sys' },
      `${words} · ${this.#time.format(new Date(at))}`,
    );
  }

  #message(message) {
    const { make } = this.#kit;
    const isMine = message.from === 'shopper';
    const body =
      message.kind === 'file' ? this.#bodies.file(message.file) : this.#bodies.text(message.text);
    const node = make(
      'div',
      { class: isMine ? 'msg msg--me' : 'msg', 'data-id': message.id },
      isMine ? make('span', { class: 'sr' }, this.#words.you) : null,
      body,
    );
    node.append(
      ...(message.products ?? []).slice(0, MOST_CARDS).map((slug) => this.#bodies.card(slug)),
    );
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
      const name =
        message.from === 'assistant' ? this.#words.assistant : message.name || this.#words.shop;
      meta.textContent = `${name} · ${time}`;
    }
  }

  /* ---------- What is on its way, and how far what was said has come ---------- */
  refresh() {
    const said = [
      ...this.#client.outbox.filter(({ type }) => type === 'say'),
      ...this.#client.saved.values(),
    ];
    // What has come is still to be given its place.
    const ids = new Set([...said, ...this.#client.messages].map(({ id }) => id));
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
      const message = {
        id: item.id,
        from: 'shopper',
        kind: 'text',
        text: item.text ?? item.name ?? '',
        at: item.at,
      };
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
    const far =
      number > 0
        ? marks.read >= number
          ? 'read'
          : marks.delivered >= number
            ? 'delivered'
            : 'sent'
        : (node.dataset.state ?? 'sending');
    if (node.dataset.tick === far) {
      return;
    }
    node.dataset.tick = far;
    const meta = node.querySelector('.msg__meta');
    const icon = (name) => drawing(this.#shop.sprite, name);
    const shapes = {
      sending: () => [this.#words.sending, icon('clock')],
      sent: () => [
        node.dataset.time,
        icon('check'),
        make('span', { class: 'sr' }, this.#words.sent),
      ],
      delivered: () => [
        node.dataset.time,
        icon('checks'),
        make('span', { class: 'sr' }, this.#words.delivered),
      ],
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
      this.#typing = make(
        'div',
        { class: 'msg' },
        make(
          'p',
          { class: 'typing' },
          ...dots,
          make('span', { class: 'sr' }, fill(this.#words.typing, name || this.#words.shop)),
        ),
      );
      this.#element.append(this.#typing);
      this.keepEnd();
    }
  }

  /** Saves what was said as a text file of that name. */
  save(name) {
    const lines = this.#client.messages.map((message) => {
      const who =
        { shopper: this.#words.you, assistant: this.#words.assistant }[message.from] ??
        (message.name || this.#words.shop);
      const what =
        {
          file: message.file?.name,
          event: this.#kit.fill(this.#words[message.text] ?? '', message.name ?? ''),
        }[message.kind] ?? message.text;
      return `${new Date(message.at).toLocaleString(this.#language)}  ${who.replace(/:\s*$/, '')}: ${what}`;
    });
    const address = URL.createObjectURL(new Blob([lines.join('\n'), '\n'], { type: 'text/plain' }));
    this.#kit.make('a', { href: address, download: `${name}-${this.#client.number}.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}
