/*
 * The connection of a chat: has a key first, tries again when it is lost, and ends one at whose
 * other end nobody answers.
 */

/* WebSocket.OPEN, also where there is no WebSocket. */
const OPEN = 1;
/* The second try is within two seconds of the loss too, where the first one finds nobody. */
const FIRST_RETRY_MS = [100, 800];
const LONGEST_RETRY_MS = 30_000;
/* A node that sends away who says too much, or has too many, is left alone for a while. */
const BUSY_RETRY_MS = [5000, 15_000];
const STEADY_MS = 10_000;
/* Who answers nothing for so long is not there any more, whatever the socket says. */
const PATIENCE_MS = 10_000;
/* So many handshakes in a row that did not work mean that nobody knows us any more. */
const STRANGER = 2;

const BUSY = [1008, 1013];

/** A moment between two. */
export const between = ([least, most]) => least + Math.random() * (most - least);

export class ChatLine {
  #address;
  #WebSocket;
  #enter;
  #on;
  #socket;
  #timer;
  #watchdog;
  #retries = 0;
  #failures = 0;
  #isPaused = true;
  #isEntering = false;
  #isOpened = false;

  /** Whether there is a key; without one it is asked for first. */
  isKnown = false;

  /**
   * @param enter asks the shop for a key: resolves to the answer of POST /api/v1/chat
   * @param on what is told: entered(answer), opened(), heard(frame), lost(code) and
   *     state("connecting", "waiting" or "idle")
   */
  constructor({ address, enter, socketType, on }) {
    this.#address = address;
    this.#enter = enter;
    this.#WebSocket = socketType;
    this.#on = on;
  }

  get isOpen() {
    return this.#socket?.readyState === OPEN;
  }

  pause() {
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#drop(1000, 'gone');
    this.#on.state('idle');
  }

  resume() {
    if (this.#isPaused || !this.#socket) {
      this.#isPaused = false;
      this.#retries = 0;
      this.#connect();
    }
  }

  /** Now rather than later: the network is there again, or somebody looks. */
  hurry() {
    if (!this.#isPaused && !this.#socket) {
      this.#retries = 0;
      this.#connect();
    }
  }

  send(frame) {
    if (this.isOpen) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  /** An answer is to come now. */
  watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const silent = this.#socket;
      this.#drop(4000, 'silent');
      // Also one that is still being opened: until it is, browsers open no other to the same address.
      silent?.close();
      this.#ended(1006);
    }, PATIENCE_MS);
  }

  /** The answer has come. */
  calm() {
    clearTimeout(this.#watchdog);
  }

  async #connect() {
    clearTimeout(this.#timer);
    if (this.#isPaused || this.#isEntering || this.#socket) {
      return;
    }
    this.#on.state('connecting');
    if (!this.isKnown && !(await this.#introduce())) {
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
    this.watch();
    mine.addEventListener('open', () => {
      steady = setTimeout(() => (this.#retries = 0), STEADY_MS);
      this.#begun(mine);
    });
    mine.addEventListener(
      'message',
      ({ data }) => this.#socket === mine && this.#on.heard(JSON.parse(data)),
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
      this.isKnown = true;
      this.#failures = 0;
      this.#on.entered(answer);
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
    this.calm();
    this.#isOpened = true;
    this.#failures = 0;
    this.#on.opened();
  }

  #drop(code, reason) {
    const mine = this.#socket;
    this.#socket = undefined;
    this.calm();
    // One that is still being opened ends with its page; to close it would be an error in the console.
    if (mine?.readyState === OPEN) {
      mine.close(code, reason);
    }
  }

  #ended(code) {
    this.#drop(1000, 'gone');
    if (!this.#isOpened) {
      this.#failures += 1;
      this.isKnown = this.isKnown && this.#failures < STRANGER;
    }
    this.#on.lost(code);
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
    this.#on.state('waiting');
  }
}
