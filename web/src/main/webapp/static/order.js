/*
 * The page of an order, renewed in its place when the order has moved: at once for its customer, who
 * is told by the socket; for whoever came by a link when the page gets the focus, and now and then
 * while somebody looks at it. While a card is being paid, everybody looks often: the answer of the
 * provider may come to another node first, and nobody wants to wait for it.
 */

const EVERY_MS = 20_000;
const OFTEN_MS = 3000;
/* A payment that takes longer is looked up by the shop, or called off. */
const OFTEN_FOR_MS = 300_000;
/* After half an hour of looking nobody waits for the next step. */
const MOST_LOOKS = 90;
const FRESH_MS = 3000;

const news = document.getElementById('order-news');
const opened = performance.now();
let looks = 0;
let last = opened;
let renewing = false;
let again = false;

const shown = () => document.getElementById('order');

/* Somebody who fills in a form is not to lose it, nor what is said to be wrong in it. */
function isBusy() {
  return (
    shown().querySelector('details[open], [data-faults]') !== null ||
    [...shown().querySelectorAll('select')].some((select) => select.selectedIndex > 0) ||
    [...shown().querySelectorAll('input:not([type="hidden"])')].some(
      (input) => input.value !== input.defaultValue,
    )
  );
}

async function renew() {
  if (renewing || document.hidden) {
    // The page that is on its way may be of before.
    again = true;
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
    if (again) {
      again = false;
      renew();
    }
  }
}

function put(fresh) {
  const before = shown();
  fresh.querySelector('[data-live]').hidden = before.querySelector('[data-live]').hidden;
  if (before.isEqualNode(fresh)) {
    return;
  }
  const isOther = before.dataset.status !== fresh.dataset.status;
  const active = document.activeElement;
  const focused = before.contains(active);
  before.replaceWith(document.adoptNode(fresh));
  if (isOther) {
    news.textContent = document.getElementById('order-state').textContent;
  }
  if (focused) {
    (likeness(active) ?? document.getElementById('main')).focus({ preventScroll: true });
  }
  tellLive();
}

/* What stands in the new page for what had the focus in the old one. */
function likeness(element) {
  return [...shown().querySelectorAll(element.localName)].find(
    (other) => other.getAttribute('href') === element.getAttribute('href') && other.textContent === element.textContent,
  );
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
  if (!document.hidden && (again || performance.now() - last > FRESH_MS)) {
    again = false;
    renew();
  }
});

/* A transfer takes days. */
function isBeingPaid() {
  return (
    shown().dataset.status === 'placed' &&
    !shown().querySelector('.bank') &&
    performance.now() - opened < OFTEN_FOR_MS
  );
}

function wait() {
  setTimeout(look, isBeingPaid() ? OFTEN_MS : EVERY_MS);
}

function look() {
  const isTold = shown().dataset.owner === 'true' && document.documentElement.dataset.live === 'on';
  const isWanted = !document.hidden && !renewing && (isBeingPaid() || !isTold);
  if (isWanted && !isBeingPaid()) {
    looks += 1;
    if (looks > MOST_LOOKS || shown().dataset.final === 'true') {
      return;
    }
  }
  if (isWanted) {
    renew();
  }
  wait();
}

tellLive();
wait();
