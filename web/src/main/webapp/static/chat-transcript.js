/* What was said in a conversation, in its order. */

/* A colleague's note: it has a number, and is nothing for shoppers. */
const isForUs = ({ kind }) => kind !== 'hidden';

/** Messages in the order of their numbers: what comes early waits for those before it. */
export class ChatTranscript {
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
