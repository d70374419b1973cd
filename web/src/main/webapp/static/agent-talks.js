/*
 * The conversations that this agent has open: how each stands, its messages by number without a gap, and what was said
 * here and is not kept yet. Knows nothing of how they are shown: tells `changed(id, what)`.
 */

const TYPING_MS = 6000;
/* What was opened just now may not have reached the server: to leave it then would leave nothing. */
const SETTLED_MS = 5000;
/* After so many, what is shown is opened once more: of too many, a socket leaves what it opened first. */
const MANY = 20;

export function createTalks({ kit, link, me, changed }) {
  const talks = new Map();
  const drafts = new Map(Object.entries(kit.tab.read('drafts', {})));

  function keepOpen() {
    kit.tab.write('open', [...talks.keys()]);
  }

  function get(id) {
    return talks.get(id);
  }

  function open(id) {
    let talk = talks.get(id);
    if (!talk) {
      talk = { id, head: null, messages: new Map(), last: 0, isLoaded: false, typing: null, pending: [] };
      talks.set(id, talk);
      restore(talk);
      keepOpen();
    }
    talk.openedAt = Date.now();
    ask(talk);
    return talk;
  }

  /* What was said before a reload and is not answered. */
  function restore(talk) {
    talk.pending = link
      .waiting()
      .filter((frame) => frame.type === 'say' && frame.conversation === talk.id)
      .map((frame) => ({ ...frame, at: new Date(kit.now()).toISOString(), state: 'sending' }));
  }

  function ask(talk, after = talk.last) {
    link.send({ type: 'open', conversation: talk.id, after });
  }

  function leave(id) {
    if (talks.delete(id)) {
      link.send({ type: 'leave', conversation: id });
      keepOpen();
      changed(id, 'left');
    }
  }

  function say(id, content) {
    const talk = talks.get(id) ?? open(id);
    const frame = link.say({ type: 'say', conversation: id, ...content });
    talk.pending.push({ ...frame, at: new Date(kit.now()).toISOString(), state: 'sending' });
    changed(id, 'messages');
  }

  /* Says once more what was refused, as something new. */
  function again(id, pending) {
    const talk = talks.get(id);
    talk.pending = talk.pending.filter((one) => one !== pending);
    say(id, { text: pending.text, ...(pending.note ? { note: true } : {}), ...(pending.file ? { file: pending.file } : {}) });
  }

  function drop(id, pending) {
    const talk = talks.get(id);
    talk.pending = talk.pending.filter((one) => one !== pending);
    changed(id, 'messages');
  }

  function hear(frame, said) {
    const talk = talks.get(frame.conversation ?? said?.conversation);
    if (!talk) {
      return;
    }
    if (frame.type === 'conversation') {
      talk.head = frame;
      changed(talk.id, 'head');
    } else if (frame.type === 'messages') {
      take(talk, frame);
    } else if (frame.type === 'typing') {
      if (frame.from !== 'agent' || frame.name !== me.name) {
        showTyping(talk, frame);
      }
    } else if (frame.type === 'saved' && said?.type === 'say') {
      settle(talk, said, frame.number);
    } else if (frame.type === 'refused' && said?.type === 'say') {
      const pending = talk.pending.find((one) => one.id === said.id);
      if (pending) {
        Object.assign(pending, { state: 'refused', reason: frame.reason });
      }
      changed(talk.id, 'messages');
    }
  }

  function take(talk, frame) {
    const fresh = [];
    for (const message of frame.messages) {
      // What was put at its place here may say more by now, such as which products it links.
      if (talk.messages.get(message.number)?.isLocal !== false) {
        fresh.push(message);
      }
      talk.messages.set(message.number, { ...message, isLocal: false });
      talk.pending = talk.pending.filter((one) => message.from !== 'agent' || one.id !== message.id);
      if (message.from === 'shopper') {
        clearTimeout(talk.typing?.timer);
        talk.typing = null;
      }
    }
    const before = talk.last;
    advance(talk);
    const isFirst = !talk.isLoaded;
    talk.isLoaded = talk.isLoaded || !frame.more;
    // What is missing in between is asked for, from the last that has no gap before it.
    if (!frame.more && talk.last === before && fresh.length > 0 && fresh[0].number > talk.last + 1) {
      ask(talk);
    }
    changed(talk.id, 'messages', isFirst ? [] : fresh);
  }

  function advance(talk) {
    while (talk.messages.has(talk.last + 1)) {
      talk.last += 1;
    }
  }

  /* It is kept: it stands at its number, as the server will say it again. */
  function settle(talk, said, number) {
    const pending = talk.pending.find((one) => one.id === said.id);
    talk.pending = talk.pending.filter((one) => one !== pending);
    // A file is shown when the server says what it is.
    if (!talk.messages.has(number) && said.text !== undefined) {
      talk.messages.set(number, {
        number, id: said.id, from: 'agent', name: me.name, kind: said.note ? 'note' : 'text', text: said.text,
        at: pending?.at ?? new Date(kit.now()).toISOString(), isLocal: true,
      });
      advance(talk);
    }
    changed(talk.id, 'messages');
  }

  function showTyping(talk, frame) {
    clearTimeout(talk.typing?.timer);
    talk.typing = {
      name: frame.name,
      from: frame.from,
      timer: setTimeout(() => {
        talk.typing = null;
        changed(talk.id, 'typing');
      }, TYPING_MS),
    };
    changed(talk.id, 'typing');
  }

  /* In the order of their numbers, up to the first gap. */
  function messages(talk) {
    return Array.from({ length: talk.last }, (nothing, index) => talk.messages.get(index + 1));
  }

  /* Hears of all again, of one before the others. */
  function resume(first) {
    const rest = [...talks.values()].filter((talk) => talk.id !== first);
    const shown = talks.has(first) ? [talks.get(first)] : [];
    // From what is here now: what is said again meanwhile must not hide what the server has to say of it.
    const all = [...shown, ...rest, ...(rest.length < MANY ? [] : shown)].map((talk) => ({ talk, after: talk.last }));
    link.atPace(all, ({ talk, after }) => talks.has(talk.id) && ask(talk, after));
  }

  /*
   * Leaves all but these, and those in which something is on its way: a socket looks at so many only. Returns whether some
   * are left a moment later.
   */
  function keepOnly(ids) {
    const isSettled = (talk) => Date.now() - talk.openedAt > SETTLED_MS;
    const over = [...talks.values()].filter((talk) => !ids.has(talk.id) && talk.pending.length === 0);
    over.filter(isSettled).forEach((talk) => leave(talk.id));
    return !over.every(isSettled);
  }

  function draft(id, value) {
    if (value === undefined) {
      return drafts.get(String(id)) ?? { text: '', note: false };
    }
    drafts.set(String(id), value);
    if (!value.text) {
      drafts.delete(String(id));
    }
    kit.tab.write('drafts', Object.fromEntries(drafts));
    return value;
  }

  return { get, open, keepOnly, say, again, drop, hear, messages, resume, draft, ids: () => [...talks.keys()], remembered: () => kit.tab.read('open', []) };
}
