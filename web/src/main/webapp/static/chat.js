/*
 * The way into the chat, on every page. Without this script it is a link to the contact page; with
 * it, it opens the panel. Nothing else is loaded, no cookie made and no socket opened, before the
 * shopper opens it, unless a conversation goes on: one that this browser remembers, or that the
 * customer has begun on another device.
 *
 * Any link or button with data-open-chat opens it too, and so does an address that ends in #chat.
 */

const STORE = 'emporium.chat';
const DAY_MS = 86_400_000;
const corner = document.querySelector('[data-chat]');
const bubble = corner?.querySelector('.chat-bubble');

let widget;

/* What this browser remembers of a conversation: {conversation, status, read, at}. */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE));
    const longest = kept?.status === 'closed' ? DAY_MS : 180 * DAY_MS;
    return kept?.conversation > 0 && Date.now() - kept.at < longest ? kept : null;
  } catch {
    return null;
  }
}

function load() {
  const parts = ['client', 'line', 'outbox', 'transcript', 'widget'];
  widget ??= Promise.all(parts.map((part) => import(corner.dataset[part]))).then((modules) => {
    const kit = Object.assign({}, ...modules);
    return new kit.ChatWidget(corner, kit, remembered);
  });
  return widget;
}

async function open(event) {
  if (event?.ctrlKey || event?.metaKey || event?.shiftKey) {
    return; // Wants the page of the link.
  }
  event?.preventDefault();
  bubble.setAttribute('aria-busy', 'true');
  try {
    await (await load()).open({ takesFocus: true });
  } catch {
    location.assign(bubble.href);
  } finally {
    bubble.removeAttribute('aria-busy');
  }
}

async function follow(conversation) {
  try {
    (await load()).follow(conversation);
  } catch {
    /* The bubble still leads somewhere. */
  }
}

function isKeptOpen() {
  try {
    return (
      sessionStorage.getItem(`${STORE}.open`) === '1' && matchMedia('(min-width: 768px)').matches
    );
  } catch {
    return false;
  }
}

if (corner) {
  bubble.setAttribute('role', 'button');
  bubble.setAttribute('aria-haspopup', 'dialog');
  bubble.setAttribute('aria-expanded', 'false');
  bubble.addEventListener('click', open);
  bubble.addEventListener('keydown', (event) => event.key === ' ' && open(event));
  document.addEventListener(
    'click',
    (event) => event.target.closest('[data-open-chat]') && open(event),
  );

  // Whoever signs out leaves nothing for who comes next.
  document.addEventListener('submit', ({ target }) => {
    if (new URL(target.action, location.href).pathname.endsWith('/logout')) {
      localStorage.removeItem(STORE);
      ['open', 'draft', 'outbox'].forEach((name) => sessionStorage.removeItem(`${STORE}.${name}`));
    }
  });

  if (location.hash === '#chat') {
    open();
  } else if (isKeptOpen()) {
    load().then(
      (chat) => chat.open({ takesFocus: false }),
      () => {},
    );
  } else if (remembered() && remembered().status !== 'closed') {
    follow();
  }
  const meet = (visitor) => visitor?.chat > 0 && !widget && follow(visitor.chat);
  document.addEventListener('visitor', ({ detail }) => meet(detail));
  meet(globalThis.visitor);
  addEventListener(
    'storage',
    ({ key, newValue }) => key === STORE && newValue && !widget && follow(),
  );
}
