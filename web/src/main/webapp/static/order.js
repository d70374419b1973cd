/*
 * The page of an order, renewed in its place when the order has moved: at once for its customer, who
 * is told by the socket; for whoever came by a link when the page gets the focus, and now and then
 * while somebody looks at it.
 */

const EVERY_MS = 20_000;
/* After half an hour of looking nobody waits for the next step. */
const MOST_LOOKS = 90;
const FRESH_MS = 3000;

const news = document.getElementById('order-news');
let looks = 0;
let last = performance.now();
let renewing = false;

const shown = () => document.getElementById('order');

/* Somebody who fills in a form is not to lose it. */
function isBusy() {
  return (
    shown().querySelector('details[open]') !== null ||
    [...shown().querySelectorAll('select')].some((select) => select.selectedIndex > 0) ||
    [...shown().querySelectorAll('input:not([type="hidden"])')].some(
      (input) => input.value !== input.defaultValue,
    )
  );
}

async function renew() {
  if (renewing || document.hidden) {
    return;
  }
  renewing = true;
  last = performance.now();
  try {
    const address = new URL(location.href);
    address.searchParams.delete('done');
    const response = await fetch(address, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.getElementById('order');
    if (response.ok && fresh && !isBusy()) {
      put(fresh);
    }
  } catch {
    /* The next look will do. */
  } finally {
    renewing = false;
  }
}

function put(fresh) {
  const before = shown();
  const isOther = before.dataset.status !== fresh.dataset.status;
  const focused = before.contains(document.activeElement);
  before.replaceWith(document.adoptNode(fresh));
  if (isOther) {
    news.textContent = document.getElementById('order-state').textContent;
  }
  if (focused) {
    document.getElementById('main').focus({ preventScroll: true });
  }
  tellLive();
}

function tellLive() {
  const line = shown().querySelector('[data-live]');
  line.hidden = shown().dataset.final === 'true';
}

document.addEventListener('live', ({ detail }) => {
  if (detail.type === 'order' && detail.number === shown().dataset.order) {
    renew();
  }
});

document.addEventListener('visibilitychange', () => {
  if (!document.hidden && performance.now() - last > FRESH_MS) {
    renew();
  }
});

const timer = setInterval(() => {
  const isTold = shown().dataset.owner === 'true' && document.documentElement.dataset.live === 'on';
  if (document.hidden || isTold) {
    return;
  }
  looks += 1;
  if (looks > MOST_LOOKS || shown().dataset.final === 'true') {
    clearInterval(timer);
  } else {
    renew();
  }
}, EVERY_MS);

tellLive();
