/*
 * The shopper's side of docs/CHAT.md, without a page: what is said is kept until the shop has
 * answered it, whichever node answers; each message is told once, in the order of the numbers,
 * whatever comes twice, early or not at all.
 *
 * Events: "connection", "agents", "conversation", "messages" (detail: {fresh, isHistory}), "outbox",
 * "typing" (detail: the frame), "done" and "refused" (detail: {item, reason}), "forgotten".
 */

/* WebSocket.OPEN, also where there is no WebSocket. */
const OPEN = 1;
/* The second try is within three seconds of the loss too, where the first one finds nobody. */
const FIRST_RETRY_MS = [100, 1200];
const LONGEST_RETRY_MS = 30_000;
/* A node that sends away who says too much, or has too many, is left alone for a while. */
const BUSY_RETRY_MS = [5000, 15_000];
const STEADY_MS = 10_000;
/* Who answers nothing for so long is not there any more, whatever the socket says. */
const PATIENCE_MS = 10_000;
const GAP_MS = 2000;
const TYPING_MS = 3000;
const AGAIN_MS = 3000;
const MOST_TRIES = 10;
/* So many handshakes in a row that did not work mean that nobody knows us any more. */
const STRANGER = 2;

const UNREADABLE = [1003, 1007, 1009];
const BUSY = [1008, 1013];
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

const between = ([least, most]) => least + Math.random() * (most - least);

/* A colleague's note: it has a number, and is nothing for shoppers. */
const isForUs = ({ kind }) => kind !== 'hidden';

/* Messages in the order of their numbers: what comes early waits for those before it. */
class Transcript {
  #told = new Map();
  #early = new Map();
  /** The last number that was told. */
  last;

  constructor(after) {
    this.last = after;
    this.begins = after;
  }

  get messages() {
    return [...this.#told.values()]
      .filter(isForUs)
      .sort((one, other) => one.number - other.number);
  }

  get hasGap() {
    return this.#early.size > 0;
  }

  has(number) {
    return this.#told.has(number);
  }

  /** What can be told now that these have come; with isAll, there are none in between any more. */
  take(messages, isAll) {
    for (const message of messages) {
      if (!this.#told.has(message.number) && message.number > this.begins) {
        this.#early.set(message.number, message);
      }
    }
    const fresh = [];
    for (const number of [...this.#early.keys()].sort((one, other) => one - other)) {
      if (isAll || number <= this.last + 1) {
        const message = this.#early.get(number);
        this.#early.delete(number);
        this.#told.set(number, message);
        this.last = Math.max(this.last, number);
        fresh.push(message);
      }
    }
    return fresh.filter(isForUs);
  }
}

export class ChatClient extends EventTarget {
  #address;
  #enter;
  #outbox;
  #WebSocket;
  #socket;
  #timer;
  #watchdog;
  #gap;
  #retries = 0;
  #failures = 0;
  #isPaused = true;
  #isEntered = false;
  #isEntering = false;
  #isOpened = false;
  #isSettled = false;
  #asked;
  #typed = -Infinity;
  #page;
  #left = new Set();
  #transcript = new Transcript(0);
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
   */
  constructor({ address, enter, store, socketType = globalThis.WebSocket }) {
    super();
    this.#address = address;
    this.#enter = enter;
    this.#WebSocket = socketType;
    const kept = store.read();
    this.#outbox = Array.isArray(kept) ? kept : [];
    this.store = store;
  }

  /** What was not answered yet, or was refused, the oldest first. */
  get outbox() {
    return this.#outbox;
  }

  /** All messages that were told, in their order. */
  get messages() {
    return this.#transcript.messages;
  }

  /** The number of the last message that was told; what is asked for begins behind it. */
  get last() {
    return this.#transcript.last;
  }

  /* ---------- The socket ---------- */

  /** Connects; shows that conversation from the message behind "after". Without isKnown it asks for a key first. */
  start({ conversation = 0, after = 0, isKnown = false } = {}) {
    this.number = conversation;
    this.#transcript = new Transcript(after);
    this.read = after;
    this.#isEntered = isKnown;
    this.resume();
  }

  pause() {
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#drop(1000, 'gone');
    this.#tell('connection', 'idle');
  }

  resume() {
    if (this.#isPaused || !this.#socket) {
      this.#isPaused = false;
      this.#retries = 0;
      this.#connect();
    }
  }

  async #connect() {
    clearTimeout(this.#timer);
    if (this.#isPaused || this.#isEntering || this.#socket) {
      return;
    }
    this.#tell('connection', 'connecting');
    if (!this.#isEntered && !(await this.#introduce())) {
      return;
    }
    if (this.#isPaused || this.#socket) {
      return;
    }
    let mine;
    try {
      mine = new this.#WebSocket(this.#address);
    } catch {
      this.#later(FIRST_RETRY_MS);
      return;
    }
    this.#socket = mine;
    this.#isOpened = false;
    let steady;
    // A handshake may hang as well as an answer.
    this.#watch();
    mine.addEventListener('open', () => {
      steady = setTimeout(() => (this.#retries = 0), STEADY_MS);
      this.#begun(mine);
    });
    mine.addEventListener(
      'message',
      ({ data }) => this.#socket === mine && this.#hear(JSON.parse(data)),
    );
    mine.addEventListener('close', ({ code }) => {
      clearTimeout(steady);
      if (this.#socket === mine) {
        this.#ended(code);
      }
    });
  }

  async #introduce() {
    this.#isEntering = true;
    try {
      const answer = await this.#enter();
      this.#isEntered = true;
      this.#failures = 0;
      this.agents = answer.agents;
      this.#fire('agents');
      const isElsewhere = answer.conversation > 0 && answer.conversation !== this.number;
      if (isElsewhere && (this.number === 0 || this.conversation.status !== 'open')) {
        this.#forget(answer.conversation);
      }
      return true;
    } catch {
      this.#later(FIRST_RETRY_MS);
      return false;
    } finally {
      this.#isEntering = false;
    }
  }

  #begun(mine) {
    if (this.#socket !== mine) {
      mine.close(1000, 'late'); // Waited for too long.
      return;
    }
    clearTimeout(this.#watchdog);
    this.#isOpened = true;
    this.#failures = 0;
    this.#isSettled = false;
    if (this.#page) {
      this.#send({ type: 'page', path: this.#page });
    }
    this.#look();
  }

  #look() {
    this.#open();
    this.#watch();
  }

  /* The answer has all that there is for us: a number that is missing in it is not waited for. */
  #open() {
    this.#mending = 'asked';
    this.#send({ type: 'open', conversation: this.number, after: this.last });
  }

  #send(frame) {
    if (this.#socket?.readyState === OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#drop(4000, 'silent');
      this.#ended(1006);
    }, PATIENCE_MS);
  }

  #drop(code, reason) {
    const mine = this.#socket;
    this.#socket = undefined;
    clearTimeout(this.#watchdog);
    clearTimeout(this.#gap);
    this.#asked = undefined;
    // One that is still being opened ends with its page; to close it would be an error in the console.
    if (mine?.readyState === OPEN) {
      mine.close(code, reason);
    }
  }

  #ended(code) {
    const asked = this.#outbox.find((item) => item.id === this.#asked);
    this.#drop(1000, 'gone');
    if (!this.#isOpened) {
      this.#failures += 1;
      this.#isEntered = this.#isEntered && this.#failures < STRANGER;
    }
    this.#isSettled = false;
    if (UNREADABLE.includes(code) && asked) {
      // Said once more it would end the next connection too.
      asked.tries = (asked.tries ?? 0) + 1;
      if (asked.tries > 1) {
        this.#fail(asked, 'invalid');
      }
    }
    if (code === SIGNED_OUT || code === NOT_YOURS) {
      // Whoever comes back is somebody else: what was said in there is not said again by itself.
      this.#isEntered = false;
      this.#outbox
        .filter((item) => item.conversation > 0)
        .forEach((item) => this.#fail(item, 'unknown-conversation'));
      this.#forget(0);
    }
    this.#later(BUSY.includes(code) ? BUSY_RETRY_MS : FIRST_RETRY_MS);
  }

  /* At a random moment, so that not all that a node has lost come at once. */
  #later(first) {
    if (this.#isPaused) {
      return;
    }
    const longest = Math.min(LONGEST_RETRY_MS, first[1] * 2 ** Math.max(0, this.#retries - 1));
    const least = this.#retries < 2 ? first[0] : longest / 2;
    this.#retries += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), between([least, longest]));
    this.#tell('connection', 'waiting');
  }

  /** Now rather than later: the network is there again, or somebody looks. */
  hurry() {
    if (!this.#isPaused && !this.#socket) {
      this.#retries = 0;
      this.#connect();
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
      clearTimeout(this.#watchdog);
    }
    this.conversation = { ...SILENT, ...frame };
    const known = frame.shopper?.read ?? 0;
    if (!this.#isSettled && this.number > 0 && this.read > known) {
      this.#send({ type: 'read', conversation: this.number, number: this.read }); // Was lost.
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
        this.#remove(id);
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
    const again = this.#outbox.find((item) => item.type === type && item.reason === undefined);
    return again ? again.id : this.#put({ type, ...fields });
  }

  /** Says again what was refused, as something new. */
  again(id) {
    const item = this.#outbox.find((candidate) => candidate.id === id);
    if (item) {
      this.#remove(id);
      const { type, text, file, name, size, kind } = item;
      this.#put(text === undefined ? { type, file, name, size, kind } : { type, text });
    }
  }

  /** Says it not, after all. */
  discard(id) {
    this.#remove(id);
    this.#fire('outbox');
  }

  #put(item) {
    const id = crypto.randomUUID();
    this.#outbox.push({ id, conversation: this.number, at: new Date().toISOString(), ...item });
    this.#keep();
    this.#pump();
    return id;
  }

  #remove(id) {
    this.#outbox = this.#outbox.filter((item) => item.id !== id);
    this.store.write(this.#outbox);
  }

  #keep() {
    this.store.write(this.#outbox);
    this.#fire('outbox');
  }

  /* One at a time, so that what was said first stands first, whatever is lost in between. */
  #pump() {
    const next = this.#outbox.find((item) => item.reason === undefined);
    if (!next || this.#asked || !this.#isSettled || this.#socket?.readyState !== OPEN) {
      return;
    }
    this.#asked = next.id;
    const { id, type, text, file, stars, comment, name, email } = next;
    const fields = {
      say: file === undefined ? { text } : { file },
      contact: { name, email },
      rate: { stars, comment },
    };
    const conversation = next.conversation || this.number;
    this.#send({ type, id, ...(conversation > 0 && { conversation }), ...fields[type] });
    this.#watch();
  }

  #answered({ type, id, number, conversation }) {
    const item = this.#finish(id);
    if (!item) {
      return;
    }
    this.#remove(id);
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
      clearTimeout(this.#watchdog);
    }
    return this.#outbox.find((item) => item.id === id);
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
        between([AGAIN_MS / 2, AGAIN_MS]),
      );
      return;
    }
    this.#fail(item, reason);
    this.#pump();
  }

  /* What was said stays, to be said again or not; what was wanted is told once. */
  #fail(item, reason) {
    item.reason = reason;
    if (item.type !== 'say') {
      this.#remove(item.id);
    }
    this.#keep();
    this.#fire('refused', { item, reason });
  }

  /** Somebody is typing here; told at most every three seconds. */
  typing() {
    if (this.number > 0 && performance.now() - this.#typed > TYPING_MS) {
      this.#typed = performance.now();
      this.#send({ type: 'typing', conversation: this.number });
    }
  }

  /** All that was told has been seen. */
  seen() {
    if (this.last > this.read) {
      this.read = this.last;
      this.#send({ type: 'read', conversation: this.number, number: this.last });
      this.#fire('conversation');
    }
  }

  /** Where in the shop the shopper is. */
  at(path) {
    this.#page = path;
    this.#send({ type: 'page', path });
  }

  /* ---------- Which conversation ---------- */

  /** Tells everything from the first message on, where only the news were asked for. */
  rewind() {
    if (this.#transcript.begins > 0) {
      this.#transcript = new Transcript(0);
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
    this.#transcript = new Transcript(0);
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
