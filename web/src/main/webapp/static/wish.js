/*
 * Hearts: what the visitor wishes for is marked, and changed without leaving the page. A guest's
 * heart is a plain form, which leads to the page where one signs in. Also: to be told when something
 * is back, and to copy the link of a list.
 */

const form = document.getElementById('wish');
const buy = document.querySelector('form[data-buy]');
const heart = document.querySelector('[data-wish-chosen]');
const cards = () => document.querySelectorAll('.card__wish'); // A list may have been put in another's place.
const words = form?.dataset ?? {};

let wished; // What the interface answered; nothing for a guest.

const say = (message, label, target) =>
  document.dispatchEvent(new CustomEvent('toast', { detail: { message, label, target } }));

function showCount(count) {
  for (const element of document.querySelectorAll('[data-wish-count]')) {
    element.textContent = count > 99 ? '99+' : count;
    element.hidden = count === 0;
  }
  for (const element of document.querySelectorAll('[data-wish-words]')) {
    element.hidden = count === 0;
  }
}

function press(button, isPressed) {
  button.setAttribute('aria-pressed', String(isPressed));
}

function mark() {
  for (const button of cards()) {
    press(button, wished?.products.includes(button.value) ?? false);
  }
  if (heart) {
    press(heart, wished?.skus.includes(buy.dataset.variant) ?? false);
  }
}

async function call(method, path) {
  const response = await fetch(`/api/v1${path}`, { method, headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw new Error(response.status);
  }
  return response.status === 204 ? undefined : response.json();
}

function take(answer) {
  wished = answer;
  showCount(answer.count);
  mark();
}

async function refresh() {
  take(await call('GET', '/wished'));
}

/* A visitor is told of at each look at the page, so that it shows what other pages changed. */
async function meet(visitor) {
  showCount(visitor.signedIn ? visitor.wishCount : 0);
  for (const field of document.querySelectorAll('[data-tell] [data-guest]')) {
    field.hidden = visitor.signedIn;
  }
  if (!visitor.signedIn) {
    wished = undefined;
    mark();
  } else if (cards().length > 0 || heart) {
    await refresh().catch(() => {});
  }
}

async function putBack(places) {
  try {
    await Promise.all(
      places.map(({ list, sku }) =>
        call('PUT', `/wishlists/${list}/items/${encodeURIComponent(sku)}`),
      ),
    );
    await refresh();
  } catch {
    say(words.failed);
  }
}

async function toggle(button, path) {
  const isWished = button.getAttribute('aria-pressed') === 'true';
  press(button, !isWished);
  try {
    const answer = await call(isWished ? 'DELETE' : 'PUT', path);
    take(answer);
    if (isWished) {
      say(words.removed, words.undo, () => putBack(answer.removed));
    } else {
      say(words.added, words.undo, async () => take(await call('DELETE', path)));
    }
  } catch (failed) {
    press(button, isWished);
    if (failed.message === '401') {
      wished = undefined; // Signed out elsewhere: go the way of a guest.
      button.form.requestSubmit(button);
    } else {
      say(failed.message === '409' ? words.full : words.failed);
    }
  }
}

function addressOf(button) {
  if (button !== heart) {
    return `/wished/products/${encodeURIComponent(button.value)}`;
  }
  const sku = buy.dataset.variant;
  return sku ? `/wished/skus/${encodeURIComponent(sku)}` : undefined;
}

/* Only whoever is known to be signed in is served here; everybody else's form goes its way. */
document.addEventListener('click', (event) => {
  const button = event.target.closest('.card__wish, [data-wish-chosen]');
  const address = button && wished ? addressOf(button) : undefined;
  if (address) {
    event.preventDefault();
    toggle(button, address);
  }
});

/* ---------- To be told when it is back ---------- */
const tell = document.getElementById('tell');
if (tell) {
  const box = document.querySelector('[data-tell]');
  const said = box.querySelector('[data-tell-said]');
  const fields = box.querySelector('[data-tell-form]');
  const email = document.getElementById('tell-email');

  function show() {
    box.hidden = !buy.dataset.variant || Number(buy.dataset.available) > 0;
    tell.elements.sku.value = buy.dataset.variant;
    fields.hidden = false;
    said.replaceChildren();
  }

  function answer(level, text) {
    const notice = document.createElement('p');
    notice.className = `notice notice--${level} small`;
    notice.textContent = text;
    said.replaceChildren(notice);
    fields.hidden = level === 'good';
  }

  document.addEventListener('variant', show);
  tell.addEventListener('submit', async (event) => {
    event.preventDefault();
    const texts = tell.dataset;
    try {
      const response = await fetch('/api/v1/stock-alerts', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({
          sku: tell.elements.sku.value,
          email: email.value.trim(),
          language: texts.language,
        }),
      });
      const heard = await response.json();
      if (response.ok) {
        answer('good', heard.confirmed ? texts.on : texts.mail);
      } else {
        const refusals = { 400: texts.wrong, 409: texts.back, 429: texts.often };
        answer('bad', refusals[response.status] ?? texts.failed);
      }
    } catch {
      answer('bad', texts.failed);
    }
  });
  show();
}

/* ---------- The link of a list ---------- */
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    say(button.dataset.copied);
  });
}

if (form) {
  document.addEventListener('variant', mark);
  document.addEventListener('listed', mark);
  document.addEventListener('visitor', ({ detail }) => meet(detail));
  document.addEventListener('live', ({ detail }) => {
    if (detail.type === 'wishlist') {
      meet({ signedIn: true, wishCount: detail.count });
    }
  });
  if (globalThis.visitor) {
    meet(globalThis.visitor);
  }
}
