/*
 * The socket of the agents' console, and what was said and is not answered yet. That outlives the connection and a reload:
 * it is said again with the same id, and the server tells that it is the same. In a conversation the next is said once the
 * one before it is answered, so that nothing overtakes what has to be said again. See docs/CHAT.md.
 */

const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 2500;
/* What was refused for these reasons is said again, after so long. */
const PASSES = ['unavailable', 'too-often'];
const AGAIN_MS = 2000;
const STEADY_MS = 10_000;
const OPEN = 1;
const SIGNED_OUT = 4401;
const NOT_ALLOWED = 4403;
/* The server closes a socket that says more than ten frames a second. */
const PACE_MS = 120;
/* Who answers nothing for so long is not there any more, whatever the socket says. */
const PATIENCE_MS = 10_000;

export function createLink({ kit, hear, state }) {
  const address = `${location.origin.replace(/^http/, 'ws')}/chat?as=agent&lang=${kit.lang}`;
  /* By id, in the order in which it was said. */
  const outbox = new Map(kit.tab.read('outbox', []).map((frame) => [frame.id, frame]));
  let socket;
  let retries = 0;
  let timer;
  let ended = false;
  let greeted = false;
  let watchdog;

  function keep() {
    kit.tab.write('outbox', [...outbox.values()]);
  }

  function open() {
    clearTimeout(timer);
    if (ended || (socket && socket.readyState <= OPEN)) {
      return;
    }
    const mine = new WebSocket(address);
    socket = mine;
    state(retries === 0 ? 'opening' : 'lost');
    // A handshake may hang as well as an answer.
    watch();
    let steady;
    mine.addEventListener('open', () => (steady = setTimeout(() => (retries = 0), STEADY_MS)));
    mine.addEventListener('message', ({ data }) => socket === mine && receive(JSON.parse(data)));
    mine.addEventListener('close', ({ code }) => {
      clearTimeout(steady);
      if (socket === mine) {
        calm();
        socket = undefined;
        greeted = false;
        ended = code === SIGNED_OUT || code === NOT_ALLOWED;
        state(ended ? 'ended' : 'lost');
        if (!ended) {
          later();
        }
      }
    });
  }

  /* Soon, and at a random moment, so that not all agents of a lost node come at once. */
  function later() {
    const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** retries);
    retries += 1;
    clearTimeout(timer);
    timer = setTimeout(open, longest / 2 + (Math.random() * longest) / 2);
  }

  /* Something was said that wants an answer: any frame shows that the connection is alive. */
  function watch() {
    watchdog ??= setTimeout(() => {
      const mine = socket;
      socket = undefined;
      greeted = false;
      watchdog = undefined;
      // Also one that is still being opened: until it is, browsers open no other to the same address.
      mine?.close();
      state('lost');
      later();
    }, PATIENCE_MS);
  }

  function calm() {
    clearTimeout(watchdog);
    watchdog = undefined;
  }

  function receive(frame) {
    calm();
    if (frame.type === 'hello') {
      greeted = true;
      state('open');
      hear(frame);
      repeat();
      return;
    }
    if (frame.type === 'saved' || frame.type === 'done' || frame.type === 'refused') {
      const said = outbox.get(frame.id);
      if (frame.type === 'refused' && PASSES.includes(frame.reason) && said) {
        setTimeout(() => outbox.has(frame.id) && send(said), AGAIN_MS);
        return;
      }
      outbox.delete(frame.id);
      keep();
      if (said) {
        first(said.conversation).forEach(send);
      }
      hear(frame, said);
      return;
    }
    hear(frame);
  }

  /* What is to be answered first in a conversation, if anything is. */
  function first(conversation) {
    return [...outbox.values()].filter((frame) => frame.conversation === conversation).slice(0, 1);
  }

  /* What is to be answered first in each. */
  function repeat() {
    const conversations = new Set([...outbox.values()].map((frame) => frame.conversation));
    atPace([...conversations].flatMap(first), (frame) => outbox.has(frame.id) && send(frame));
  }

  /* Does something with one after the other, at a pace that is taken, as long as this connection lasts. */
  function atPace(list, does) {
    const mine = socket;
    list.forEach((one, index) => setTimeout(() => socket === mine && does(one), index * PACE_MS));
  }

  function send(frame) {
    if (greeted && socket?.readyState === OPEN) {
      socket.send(JSON.stringify(frame));
      if (frame.id) {
        watch();
      }
      return true;
    }
    return false;
  }

  /* Says something until it is answered. */
  function say(frame) {
    const named = { ...frame, id: frame.id ?? kit.id() };
    outbox.set(named.id, named);
    keep();
    if (first(named.conversation).includes(named)) {
      send(named);
    }
    return named;
  }

  addEventListener('online', open);
  addEventListener('pageshow', (event) => event.persisted && open());
  document.addEventListener('visibilitychange', () => !document.hidden && open());

  return { open, send, say, atPace, waiting: () => [...outbox.values()] };
}
