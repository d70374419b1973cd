/*
 * The shopper's side of docs/CHAT.md, without a page: what is said is kept until the shop has
 * answered it, whichever node answers; each message is told once, in the order of the numbers,
 * whatever comes twice, early or not at all.
 *
 * Events: "connection", "agents", "conversation", "messages" (detail: {fresh, isHistory}), "outbox",
 * "typing" (detail: the frame), "done" and "refused" (detail: {item, reason}), "forgotten".
 */

const GAP_MS = 2000;
const TYPING_MS = 3000;
const AGAIN_MS = [1500, 3000];
const MOST_TRIES = 10;

const UNREADABLE = [1003, 1007, 1009];
const SIGNED_OUT = 4401;
const NOT_YOURS = 4403;

const SILENT = {
  conversation: 0,
  status: 'none',
  agent: null,
  place: 0,
  last: 0,
  contact: false,
  rated: 0,
};

export class ChatClient extends EventTarget {
  #kit;
  #line;
  #outbox;
  #transcript;
  #gap;
  #isSettled = false;
  #asked;
  #typed = -Infinity;
  #page;
  #left = new Set();
  /* What arrives next was said before this page was here. */
  #isHistory = true;
  /* Whether it was asked what there is ("asked"), and the answer has begun ("answered"). */
  #mending;

  /** The conversation's number; 0 before its first message. */
  number = 0;
  conversation = SILENT;
  agents = 'offline';
  hello = null;
  connection = 'idle';
  /** How far the shopper has seen. */
  read = 0;
  /** What is kept, and comes back as a message soon: by its id. */
  saved = new Map();

  /**
   * @param address of the socket
   * @param enter asks the shop for a key, where there is none: resolves to the answer of
   *     POST /api/v1/chat
   * @param store keeps what was not answered: {read(): [], write([])}
   * @param kit what chat-line.js, chat-outbox.js and chat-transcript.js export
   */
  constructor({ address, enter, store, kit, socketType = globalThis.WebSocket }) {
    super();
    this.#kit = kit;
    this.#outbox = new kit.ChatOutbox(store);
    this.#transcript = new kit.ChatTranscript(0);
    this.#line = new kit.ChatLine({
      address,
      enter,
      socketType,
      on: {
        entered: (answer) => this.#entered(answer),
        opened: () => this.#opened(),
        heard: (frame) => this.#hear(frame),
        lost: (code) => this.#lost(code),
        state: (state) => this.#tell('connection', state),
      },
    });
  }

  /** What was not answered yet, or was refused, the oldest first. */
  get outbox() {
    return this.#outbox.items;
  }

  /** All messages that were told, in their order. */
  get messages() {
    return this.#transcript.messages;
  }

  /** The number of the last message that was told; what is asked for begins behind it. */
  get last() {
    return this.#transcript.last;
  }

  /* ---------- The connection ---------- */

  /** Connects; shows that conversation from the message behind "after". Without isKnown it asks for a key first. */
  start({ conversation = 0, after = 0, isKnown = false } = {}) {
    this.number = conversation;
    this.#transcript = new this.#kit.ChatTranscript(after);
    this.read = after;
    this.#line.isKnown = isKnown;
    this.resume();
  }

  pause() {
    this.#line.pause();
    this.#break();
  }

  resume() {
    this.#line.resume();
  }

  /** Now rather than later: the network is there again, or somebody looks. */
  hurry() {
    this.#line.hurry();
  }

  #entered({ agents, conversation }) {
    this.agents = agents;
    this.#fire('agents');
    const isElsewhere = conversation > 0 && conversation !== this.number;
    if (isElsewhere && (this.number === 0 || this.conversation.status !== 'open')) {
      this.#forget(conversation);
    }
  }

  #opened() {
    this.#isSettled = false;
    if (this.#page) {
      this.#line.send({ type: 'page', path: this.#page });
    }
    this.#look();
  }

  #look() {
    this.#open();
    this.#line.watch();
  }

  /* The answer has all that there is for us: a number that is missing in it is not waited for. */
  #open() {
    this.#mending = 'asked';
    this.#line.send({ type: 'open', conversation: this.number, after: this.last });
  }

  /* What was asked is not answered any more. */
  #break() {
    this.#asked = undefined;
    this.#isSettled = false;
    clearTimeout(this.#gap);
  }

  #lost(code) {
    const asked = this.#outbox.find(this.#asked);
    this.#break();
    if (UNREADABLE.includes(code) && asked) {
      // Said once more it would end the next connection too.
      asked.tries = (asked.tries ?? 0) + 1;
      if (asked.tries > 1) {
        this.#fail(asked, 'invalid');
      }
    }
    if (code === SIGNED_OUT || code === NOT_YOURS) {
      // Whoever comes back is somebody else: what was said in there is not said again by itself.
      this.#line.isKnown = false;
      this.outbox
        .filter((item) => item.conversation > 0)
        .forEach((item) => this.#fail(item, 'unknown-conversation'));
      this.#forget(0);
    }
  }

  /* ---------- What is heard ---------- */
  #hear(frame) {
    const heard = {
      hello: () => {
        this.hello = frame;
        this.agents = frame.agents;
        this.#fire('agents');
      },
      agents: () => {
        this.agents = frame.presence;
        this.#fire('agents');
      },
      conversation: () => this.#stands(frame),
      messages: () => this.#isOurs(frame) && this.#arrive(frame),
      saved: () => this.#answered(frame),
      done: () => this.#answered(frame),
      refused: () => this.#refused(frame),
      typing: () =>
        frame.conversation === this.number &&
        frame.from !== 'shopper' &&
        this.#fire('typing', frame),
    };
    heard[frame.type]?.();
  }

  /* Before its first message a conversation has no number; the first that is named is ours. */
  #isOurs({ conversation }) {
    if (this.number === 0 && conversation > 0 && !this.#left.has(conversation)) {
      this.number = conversation;
    }
    return conversation === this.number;
  }

  #stands(heard) {
    // The last chat, which was left here: to this page nothing goes on.
    const isLeft = this.number === 0 && this.#left.has(heard.conversation);
    const frame = isLeft ? SILENT : heard;
    if (!this.#isOurs(frame)) {
      return;
    }
    if (!this.#asked) {
      this.#line.calm();
    }
    this.conversation = { ...SILENT, ...frame };
    const known = frame.shopper?.read ?? 0;
    if (!this.#isSettled && this.number > 0 && this.read > known) {
      this.#line.send({ type: 'read', conversation: this.number, number: this.read }); // Was lost.
    }
    this.read = Math.max(this.read, known);
    this.#isSettled = true;
    if (this.#mending === 'asked') {
      this.#mending = 'answered';
    }
    this.#tell('connection', 'open');
    this.#fire('conversation');
    this.#pump();
  }

  #arrive({ messages, more }) {
    const isAnswer = this.#mending === 'answered' && !more;
    const fresh = this.#transcript.take(messages, isAnswer);
    for (const { id, from } of fresh) {
      this.saved.delete(id);
      if (from === 'shopper' && this.#finish(id)) {
        this.#outbox.remove(id);
      }
    }
    if (fresh.length > 0) {
      this.#fire('messages', { fresh, isHistory: this.#isHistory });
    }
    this.#isHistory = this.#isHistory && more === true;
    if (isAnswer) {
      this.#mending = undefined;
      clearTimeout(this.#gap);
    } else if (this.#transcript.hasGap && !this.#mending) {
      this.#mend();
    }
    this.#pump();
  }

  /*
   * Asks once for what is missing. What the answer does not have is nothing for us, such as a note
   * among colleagues: what came early is told without it then.
   */
  #mend() {
    this.#open();
    this.#gap = setTimeout(() => {
      this.#mending = 'answered';
      this.#arrive({ messages: [] });
    }, GAP_MS);
  }

  /* ---------- What is said ---------- */

  /** Says something; it is kept until it is answered. Returns its id. */
  say(text) {
    return this.#put({ type: 'say', text });
  }

  /** Shows a file that was uploaded for this conversation. */
  show(file) {
    return this.#put({
      type: 'say',
      file: file.id,
      name: file.name,
      size: file.size,
      kind: file.type,
    });
  }

  /** Wants something: "person", "contact", "rate" or "end", with its fields. */
  want(type, fields = {}) {
    const again = this.#outbox.waiting(type);
    return again ? again.id : this.#put({ type, ...fields });
  }

  /** Says again what was refused, as something new. */
  again(id) {
    const item = this.#outbox.find(id);
    if (item) {
      this.#outbox.remove(id);
      const { type, text, file, name, size, kind } = item;
      this.#put(text === undefined ? { type, file, name, size, kind } : { type, text });
    }
  }

  /** Says it not, after all. */
  discard(id) {
    this.#outbox.remove(id);
    this.#fire('outbox');
  }

  #put(item) {
    const id = this.#outbox.put(this.number, item);
    this.#fire('outbox');
    this.#pump();
    return id;
  }

  /* One at a time, so that what was said first stands first, whatever is lost in between. */
  #pump() {
    const next = this.#outbox.next;
    if (next && !this.#asked && this.#isSettled && this.#line.isOpen) {
      this.#asked = next.id;
      this.#line.send(this.#kit.frameOf(next, this.number));
      this.#line.watch();
    }
  }

  #answered({ type, id, number, conversation }) {
    const item = this.#finish(id);
    if (!item) {
      return;
    }
    this.#outbox.remove(id);
    if (type === 'saved') {
      if (this.number > 0 && conversation !== this.number && !this.#left.has(conversation)) {
        // The one before was closed meanwhile: what was said has begun another.
        this.#left.add(this.number);
        this.#forget(0);
      }
      const isNew = this.number === 0;
      if (this.#isOurs({ conversation }) && !this.#transcript.has(number)) {
        this.saved.set(id, { ...item, number });
      }
      if (isNew) {
        this.#open();
      }
    }
    this.#fire('outbox');
    this.#fire('done', { item });
    this.#pump();
  }

  #finish(id) {
    if (this.#asked === id) {
      this.#asked = undefined;
      this.#line.calm();
    }
    return this.#outbox.find(id);
  }

  #refused({ id, reason }) {
    const item = this.#finish(id);
    if (!item) {
      if (reason === 'unknown-conversation' && this.number !== 0) {
        this.#forget(0);
        this.#look();
      }
      return;
    }
    item.tries = (item.tries ?? 0) + 1;
    const passes = reason === 'unavailable' || (reason === 'too-often' && item.tries < MOST_TRIES);
    if (passes) {
      this.#asked = id; // Nothing overtakes it.
      setTimeout(
        () => {
          if (this.#asked === id) {
            this.#asked = undefined;
            this.#pump();
          }
        },
        this.#kit.between(AGAIN_MS),
      );
      return;
    }
    this.#fail(item, reason);
    this.#pump();
  }

  #fail(item, reason) {
    this.#outbox.fail(item, reason);
    this.#fire('outbox');
    this.#fire('refused', { item, reason });
  }

  /** Somebody is typing here; told at most every three seconds. */
  typing() {
    if (this.number > 0 && performance.now() - this.#typed > TYPING_MS) {
      this.#typed = performance.now();
      this.#line.send({ type: 'typing', conversation: this.number });
    }
  }

  /** All that was told has been seen. */
  seen() {
    if (this.last > this.read) {
      this.read = this.last;
      this.#line.send({ type: 'read', conversation: this.number, number: this.last });
      this.#fire('conversation');
    }
  }

  /** Where in the shop the shopper is. */
  at(path) {
    this.#page = path;
    this.#line.send({ type: 'page', path });
  }

  /* ---------- Which conversation ---------- */

  /** Tells everything from the first message on, where only the news were asked for. */
  rewind() {
    if (this.#transcript.begins > 0) {
      this.#transcript = new this.#kit.ChatTranscript(0);
      this.#isHistory = true;
      this.#open();
    }
  }

  /** Another tab has begun a conversation. */
  join() {
    if (this.number === 0) {
      this.#open();
    }
  }

  /** Leaves a conversation that is over; the next message begins another. */
  begin() {
    if (this.number > 0) {
      this.#left.add(this.number);
    }
    this.#forget(0);
    this.#open();
  }

  #forget(number) {
    this.number = number;
    this.read = 0;
    this.conversation = SILENT;
    this.#transcript = new this.#kit.ChatTranscript(0);
    this.#isHistory = true;
    this.#mending = undefined;
    clearTimeout(this.#gap);
    this.saved.clear();
    this.#fire('forgotten');
    this.#fire('conversation');
  }

  #tell(name, value) {
    if (this[name] !== value) {
      this[name] = value;
      this.#fire(name);
    }
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
