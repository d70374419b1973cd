/*
 * Has an open page hear of what changes elsewhere: in another tab, on another device, in the shop.
 * Each frame becomes a DOM event "live" on the document, for whoever shows what it is about; the
 * page of the cart is renewed in its place. Where no socket can be opened, nothing is lost but time:
 * store.js asks again when the page gets the focus.
 */

const MOST_WATCHED = 100;
const LONGEST_MESSAGE = 4000;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;
const STEADY_MS = 10_000;
const HIDDEN_MS = 300_000;
const AGAIN_MS = 5000;
/* Where none of so many could be opened, sockets are blocked: each further one is an error in the console. */
const TRIES = 4;
const SIGNED_OUT = 4401;
/* WebSocket.OPEN, also where there is no WebSocket. */
const OPEN = 1;

const address = `${location.origin.replace(/^http/, 'ws')}/live?lang=${document.documentElement.lang}`;
const isCart = /^(\/(de|en))?\/cart$/.test(location.pathname);
const neighbours = 'BroadcastChannel' in window ? new BroadcastChannel('emporium') : null;

let socket;
let timer;
let retries = 0;
let hasOpened = false;
let hello;
/* Who this browser is by now, as far as any of its tabs knows. */
const browser = { signedIn: undefined, cart: false };
let reopened = -Infinity;
/* The last frame about each thing. */
const last = new Map();

/* ---------- The socket ---------- */
function open() {
  clearTimeout(timer);
  if (document.hidden || (socket && socket.readyState <= OPEN)) {
    return;
  }
  try {
    socket = new WebSocket(address);
  } catch {
    return;
  }
  const mine = socket;
  let steady;
  mine.addEventListener('open', () => {
    hasOpened = true;
    steady = setTimeout(() => (retries = 0), STEADY_MS);
    watch();
  });
  mine.addEventListener('message', ({ data }) => socket === mine && hear(JSON.parse(data)));
  mine.addEventListener('close', ({ code }) => {
    clearTimeout(steady);
    if (socket === mine) {
      socket = undefined;
      delete document.documentElement.dataset.live;
      if (code === SIGNED_OUT) {
        document.dispatchEvent(new CustomEvent('stale'));
      }
      later();
    }
  });
}

/* At a random moment, so that not all browsers that a node has lost come at once. */
function later() {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** retries);
  retries += 1;
  clearTimeout(timer);
  if (hasOpened || retries < TRIES) {
    timer = setTimeout(open, Math.random() * longest);
  }
}

/* One that is still being opened ends with its page; to close it would be an error in the console. */
function close() {
  clearTimeout(timer);
  const mine = socket;
  if (mine?.readyState === OPEN) {
    socket = undefined;
    delete document.documentElement.dataset.live;
    mine.close(1000);
  }
}

/* The cookies of a handshake say who listens: who is somebody else by now comes again. */
function settle() {
  const isOther =
    hello &&
    ((browser.signedIn !== undefined && browser.signedIn !== hello.signedIn) ||
      (browser.cart && !hello.cart));
  if (isOther && performance.now() - reopened > AGAIN_MS) {
    reopened = performance.now();
    hello = undefined;
    close();
    open();
  }
}

function learn(news) {
  Object.assign(browser, news);
  settle();
}

/* ---------- What is on the page ---------- */
function skus() {
  const found = new Set();
  const variants = document.getElementById('variants');
  if (variants) {
    JSON.parse(variants.textContent).forEach((variant) => found.add(variant.sku));
  }
  document.querySelectorAll('.line input[name="sku"]').forEach((input) => found.add(input.value));
  return [...found].slice(0, MOST_WATCHED);
}

function watch() {
  const wanted = skus();
  let message = JSON.stringify({ type: 'watch', skus: wanted });
  while (new Blob([message]).size > LONGEST_MESSAGE) {
    wanted.pop();
    message = JSON.stringify({ type: 'watch', skus: wanted });
  }
  if (wanted.length > 0 && socket?.readyState === OPEN) {
    socket.send(message);
  }
}

/* ---------- What is heard ---------- */
function hear(frame) {
  if (frame.type === 'hello') {
    hello = frame;
    document.documentElement.dataset.live = 'on';
    settle();
    return;
  }
  const about = frame.sku ? `${frame.type}:${frame.sku}` : frame.type;
  const text = JSON.stringify(frame);
  const before = last.get(about);
  last.set(about, text);
  document.dispatchEvent(new CustomEvent('live', { detail: frame }));
  if (isCart && (before === undefined ? differs(frame) : before !== text)) {
    renewSoon();
  }
}

/* Whether the page of the cart shows something else than this frame says. */
function differs(frame) {
  if (frame.type !== 'cart') {
    return false;
  }
  const shown = [...document.querySelectorAll('form[data-change]')].map(
    (form) =>
      `${form.querySelector('[name="sku"]').value} ${form.querySelector('[name="quantity"]').defaultValue}`,
  );
  const held = frame.lines.map((line) => `${line.sku} ${line.quantity}`);
  return shown.sort().join('\n') !== held.sort().join('\n');
}

/* ---------- The page of the cart, in its place ---------- */
let renewal;
function renewSoon() {
  clearTimeout(renewal);
  renewal = setTimeout(renew, 50);
}

async function renew() {
  const main = document.getElementById('main');
  // Whoever is about to send another quantity gets the page anew by that.
  if ([...main.querySelectorAll('input')].some((input) => input.value !== input.defaultValue)) {
    return;
  }
  try {
    const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('main');
    if (response.ok && fresh) {
      const focus = placeOf(document.activeElement);
      main.replaceChildren(...fresh.childNodes);
      document.dispatchEvent(new CustomEvent('renewed', { detail: { part: main } }));
      restore(focus, main);
      watch();
    }
  } catch {
    /* The next change, or the next focus, will do. */
  }
}

const CONTROLS = 'a[href], button, input:not([type="hidden"])';

/* Where the focus is, in words that hold on the new page: which control of which line. */
function placeOf(element) {
  const part = element?.closest('.line, #main');
  return part
    ? {
        sku: part.querySelector('[name="sku"]')?.value,
        isLine: part.matches('.line'),
        index: [...part.querySelectorAll(CONTROLS)].indexOf(element),
      }
    : null;
}

function restore(place, main) {
  if (!place) {
    return;
  }
  const part = place.isLine
    ? [...main.querySelectorAll('.line')].find(
        (line) => line.querySelector('[name="sku"]')?.value === place.sku,
      )
    : main;
  const control = part?.querySelectorAll(CONTROLS)[place.index];
  (control && !control.disabled ? control : main).focus({ preventScroll: true });
}

/* ---------- When to listen ---------- */
function meet(visitor) {
  const news = { signedIn: visitor.signedIn, cart: visitor.cartCount > 0 };
  learn(news);
  neighbours?.postMessage(news);
}

document.addEventListener('visitor', ({ detail }) => meet(detail));
if (globalThis.visitor) {
  meet(globalThis.visitor);
}
document.addEventListener('added', () => {
  learn({ cart: true });
  neighbours?.postMessage({ cart: true });
});
neighbours?.addEventListener('message', ({ data }) => learn(data));

let hidden;
document.addEventListener('visibilitychange', () => {
  clearTimeout(hidden);
  if (document.hidden) {
    hidden = setTimeout(close, HIDDEN_MS);
  } else {
    open();
  }
});
/* A page that waits in the browser's memory must not hold a connection, or it is not kept there. */
addEventListener('pagehide', close);
addEventListener('pageshow', (event) => event.persisted && open());

if ('WebSocket' in window) {
  const begin = () => setTimeout(open, 100);
  if (document.readyState === 'complete') {
    begin();
  } else {
    addEventListener('load', begin);
  }
}
