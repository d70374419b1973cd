/*
 * What is said and wanted, until the shop has answered it: kept over a reload, sent one at a time,
 * the oldest first.
 */

export class ChatOutbox {
  #store;
  #items;

  /** @param store keeps it: {read(): [], write([])} */
  constructor(store) {
    this.#store = store;
    const kept = store.read();
    this.#items = Array.isArray(kept) ? kept : [];
  }

  /** What was not answered yet, or was refused, the oldest first. */
  get items() {
    return this.#items;
  }

  find(id) {
    return this.#items.find((item) => item.id === id);
  }

  /** The oldest that waits to be sent. */
  get next() {
    return this.#items.find((item) => item.reason === undefined);
  }

  /** One of this type that waits: "person" and the like are not wanted twice. */
  waiting(type) {
    return this.#items.find((item) => item.type === type && item.reason === undefined);
  }

  /** Keeps something of a conversation; returns its id. */
  put(conversation, item) {
    const id = crypto.randomUUID();
    this.#items.push({ id, conversation, at: new Date().toISOString(), ...item });
    this.#write();
    return id;
  }

  remove(id) {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#write();
  }

  /** It was refused. What was said stays, to be said again or not; what was wanted goes. */
  fail(item, reason) {
    item.reason = reason;
    if (item.type !== 'say') {
      this.#items = this.#items.filter(({ id }) => id !== item.id);
    }
    this.#write();
  }

  #write() {
    this.#store.write(this.#items);
  }
}

/** The frame that says something, in the conversation of this number if it is of none yet. */
export function frameOf({ id, type, text, file, stars, comment, name, email, conversation }, number) {
  const fields = {
    say: file === undefined ? { text } : { file },
    contact: { name, email },
    rate: { stars, comment },
  };
  const where = conversation || number;
  return { type, id, ...(where > 0 && { conversation: where }), ...fields[type] };
}
