/*
 * The chat of a page: which conversation goes on, how much of it is unread, and the panel, which is
 * loaded when it is opened. Loaded by chat.js.
 */

const STORE = 'emporium.chat';
const HIDDEN_MS = 1_800_000;
const PATIENCE_MS = 10_000;
const PAGE_LENGTH = 200;
const MOST_SHOWN = 9;

/* What a browser keeps; one that keeps nothing has a chat for each page. */
export function shelf(storage, name) {
  return {
    read() {
      try {
        return JSON.parse(globalThis[storage].getItem(name));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
          globalThis[storage].removeItem(name);
        } else {
          globalThis[storage].setItem(name, JSON.stringify(value));
        }
      } catch {
        /* The page at least has it. */
      }
    },
  };
}

export const fill = (pattern, value) => pattern.replaceAll('{0}', value);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function drawing(sprite, name, kind = 's') {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', `icon icon--${kind}`);
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${sprite}#i-${name}`);
  icon.append(use);
  return icon;
}

async function enter() {
  const response = await fetch('/api/v1/chat', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response.json();
}

export class ChatWidget {
  #corner;
  #bubble;
  #kit;
  #remembered;
  #kept = shelf('localStorage', STORE);
  #isOpen = shelf('sessionStorage', `${STORE}.open`);
  #beeped = shelf('localStorage', `${STORE}.beeped`);
  #panel;
  #loading;
  #hidden;
  #sounds;

  /** Whether new messages are to be heard; off unless the shopper wants it. */
  sound = shelf('localStorage', `${STORE}.sound`);

  constructor(corner, kit, remembered) {
    this.#corner = corner;
    this.#bubble = corner.querySelector('.chat-bubble');
    this.#kit = kit;
    this.#remembered = remembered;
    this.client = new kit.ChatClient({
      address: `${location.origin.replace(/^http/, 'ws')}/chat?lang=${document.documentElement.lang}`,
      enter,
      store: shelf('sessionStorage', `${STORE}.outbox`),
      kit,
    });
    // Pages leave out attributes that are empty.
    corner.dataset.base ??= '';
    // What opens a shared list or a review is nobody else's business.
    const path = (location.pathname.slice(corner.dataset.base.length) || '/').replace(
      /^\/(wishlist|review)\/.*/,
      '/$1',
    );
    this.client.at(path.slice(0, PAGE_LENGTH));
    this.#listen();
  }

  #listen() {
    const { client } = this;
    client.addEventListener('conversation', () => {
      this.#remember();
      this.#showUnread();
    });
    client.addEventListener('messages', ({ detail }) => this.#news(detail));
    client.addEventListener('forgotten', () => this.#kept.write(null));
    client.addEventListener('agents', () => (this.#bubble.dataset.presence = client.agents));
    document.addEventListener('visibilitychange', () => this.#look());
    addEventListener('online', () => client.hurry());
    addEventListener('pagehide', () => client.pause());
    addEventListener('pageshow', (event) => event.persisted && client.resume());
    addEventListener('storage', ({ key, newValue }) => key === STORE && newValue && client.join());
  }

  /* Nobody looks at a hidden page; after a while it holds no connection either. */
  #look() {
    clearTimeout(this.#hidden);
    if (document.hidden) {
      this.#hidden = setTimeout(() => this.client.pause(), HIDDEN_MS);
    } else if (this.client.connection === 'idle') {
      this.client.resume();
    } else {
      this.client.hurry();
      this.seen();
    }
  }

  /**
   * Listens for what is said in the conversation that goes on, with the panel closed: the one that
   * this browser remembers, or else this one. One that is over gives way.
   */
  follow(conversation) {
    const remembered = this.#remembered();
    const isOver = !remembered || remembered.status === 'closed';
    const kept = isOver && conversation ? { conversation } : remembered;
    if (kept && this.client.connection === 'idle') {
      this.client.start({ conversation: kept.conversation, after: kept.read ?? 0, isKnown: true });
    }
  }

  /** Opens the panel; with takesFocus the focus goes there. */
  async open({ takesFocus }) {
    const { client } = this;
    if (client.connection === 'idle') {
      client.start({ conversation: this.#remembered()?.conversation });
    } else {
      client.rewind();
    }
    this.#loading ??= this.#load();
    this.#panel = await this.#loading;
    this.#panel.show(takesFocus);
    this.#isOpen.write(1);
    this.#bubble.setAttribute('aria-expanded', 'true');
    this.#bubble.setAttribute('aria-controls', 'chat');
    this.seen();
  }

  async #load() {
    const { panel, log, bodies, compose, forms } = this.#corner.dataset;
    const modules = await Promise.all(
      [panel, log, bodies, compose, forms].map((address) => import(address)),
    );
    const kit = Object.assign({ make, fill, shelf, drawing }, this.#kit, ...modules);
    return new kit.ChatPanel(this.#corner, this, kit);
  }

  /** The panel was closed. */
  closed() {
    this.#isOpen.write(null);
    this.#bubble.setAttribute('aria-expanded', 'false');
    this.#bubble.focus();
  }

  /** Who has the panel open before them has seen what is in it. */
  seen() {
    if (this.#panel?.isShown && !document.hidden) {
      this.client.seen();
    }
    this.#showUnread();
  }

  #unread() {
    const { messages, read } = this.client;
    return messages.filter(
      ({ number, from, kind }) => number > read && from !== 'shopper' && kind !== 'event',
    ).length;
  }

  #news({ fresh, isHistory }) {
    const theirs = fresh.filter(({ from, kind }) => from !== 'shopper' && kind !== 'event');
    const isBefore = this.#panel?.isShown && !document.hidden;
    if (!isHistory && theirs.length > 0 && !isBefore) {
      this.#beep(fresh.at(-1).number);
      const told = this.#corner.querySelector('[data-told]');
      const count = this.#unread();
      told.textContent = count === 1 ? told.dataset.one : fill(told.dataset.many, count);
    }
    this.seen();
  }

  #showUnread() {
    const count = this.#unread();
    const badge = this.#bubble.querySelector('[data-unread]');
    badge.textContent = count > MOST_SHOWN ? `${MOST_SHOWN}+` : count;
    badge.hidden = count === 0;
    this.#bubble.querySelector('[data-unread-words]').hidden = count === 0;
    const title = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }

  #remember() {
    const { number, read, conversation } = this.client;
    if (number > 0 && conversation.status !== 'none') {
      const before = this.#kept.read();
      const isSame =
        before?.conversation === number &&
        before.status === conversation.status &&
        before.read === read;
      if (!isSame) {
        this.#kept.write({
          conversation: number,
          status: conversation.status,
          read,
          at: Date.now(),
        });
      }
    }
  }

  /* ---------- Sound: two short tones, in one of the tabs ---------- */
  setSound(isOn) {
    this.sound.write(isOn ? true : null);
    if (isOn) {
      this.#tone();
    }
  }

  #beep(number) {
    const mark = `${this.client.number}:${number}`;
    if (this.sound.read() && this.#beeped.read() !== mark) {
      this.#beeped.write(mark);
      this.#tone();
    }
  }

  #tone() {
    try {
      this.#sounds ??= new AudioContext();
      // A browser that wants a press on the page first lets nothing be heard before.
      this.#sounds.resume().catch(() => {});
      const start = this.#sounds.currentTime;
      for (const [index, pitch] of [660, 880].entries()) {
        const tone = this.#sounds.createOscillator();
        const volume = this.#sounds.createGain();
        const at = start + index * 0.12;
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0.0001, at);
        volume.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.16);
        tone.connect(volume).connect(this.#sounds.destination);
        tone.start(at);
        tone.stop(at + 0.18);
      }
    } catch {
      /* No sound, then. */
    }
  }
}
