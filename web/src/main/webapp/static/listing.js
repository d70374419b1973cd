/*
 * A list of products without a new page for each step: filters, order and page numbers fetch the
 * next list and put it in place. Whatever goes wrong, the browser goes to the address as it would
 * without this script.
 */

const BUSY_AFTER_MS = 300;
const HEAD =
  'link[rel="canonical"], link[rel="alternate"], meta[name="robots"], meta[name="description"], meta[property^="og:"]';

const main = document.getElementById('main');
const filters = () => document.getElementById('filters');
const place = () => location.pathname + location.search;

let shown = place();
let latest;

/* ---------- Putting a fetched list in place ---------- */
const nameOf = (facet) => facet.querySelector('summary').textContent;

/** Facets that the shopper opened or closed stay so. */
function keepFacets(next) {
  const open = new Map([...main.querySelectorAll('.facets details')].map((d) => [nameOf(d), d.open]));
  for (const facet of next.querySelectorAll('.facets details')) {
    facet.open = open.get(nameOf(facet)) ?? facet.open;
  }
}

function replace(page) {
  const next = page.getElementById('main');
  if (!next?.querySelector('.listing')) {
    throw new Error('Not a list');
  }
  keepFacets(next);
  const scrolled = main.querySelector('.facets__body')?.scrollTop;
  main.replaceChildren(...next.childNodes);
  document.dispatchEvent(new Event('listed'));
  main.querySelector('.facets__body').scrollTop = scrolled ?? 0;
  document.title = page.title;
  document.head.querySelectorAll(HEAD).forEach((element) => element.remove());
  document.head.append(...page.head.querySelectorAll(HEAD));
  document
    .querySelector('.site-footer__end')
    ?.replaceWith(page.querySelector('.site-footer__end'));
}

/** A screen reader speaks of what changes in a region, not of a region that is new. */
function announce() {
  const count = main.querySelector('.toolbar__count');
  const words = count.textContent;
  count.textContent = '';
  requestAnimationFrame(() => {
    count.textContent = words;
  });
}

/** The focus stays on the same control; where that is gone, it goes to the head of the list. */
function focus(id) {
  const same = id ? document.getElementById(id) : null;
  const target = same?.checkVisibility() ? same : document.getElementById('products');
  if (target !== same) {
    target.tabIndex = -1;
  }
  target.focus({ preventScroll: true });
}

async function show(address, settle) {
  latest?.abort();
  const request = new AbortController();
  latest = request;
  const busy = setTimeout(() => main.setAttribute('aria-busy', 'true'), BUSY_AFTER_MS);
  try {
    const response = await fetch(address, {
      headers: { Accept: 'text/html' },
      signal: request.signal,
    });
    if (!response.ok) {
      throw new Error(`${response.status}`);
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (latest === request) {
      settle(page);
      announce();
    }
  } catch {
    if (latest === request) {
      location.assign(address);
    }
  } finally {
    clearTimeout(busy);
    if (latest === request) {
      main.removeAttribute('aria-busy');
    }
  }
}

function visit(address, toTop) {
  const id = document.activeElement?.id;
  show(address, (page) => {
    history.replaceState({ scroll: scrollY }, '');
    replace(page);
    history.pushState(null, '', address);
    shown = place();
    focus(toTop ? null : id);
    if (toTop) {
      main.querySelector('.listing').scrollIntoView();
    }
  });
}

/* ---------- What leads to another list ---------- */
document.addEventListener('click', (event) => {
  const link = event.target.closest('.applied a, .pages a, .facets a, .empty a');
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link && plain && !link.hash && link.pathname === location.pathname) {
    event.preventDefault();
    visit(link.href, link.matches('.pages a'));
  }
});

document.addEventListener('submit', (event) => {
  if (event.target === filters()) {
    event.preventDefault();
    const query = new URLSearchParams(new FormData(event.target)).toString();
    visit(event.target.action + (query && `?${query}`), false);
  }
});

// Empty fields would only make addresses long.
document.addEventListener('formdata', (event) => {
  if (event.target === filters()) {
    for (const [name, value] of [...event.formData]) {
      if (value === '' || (name === 'sort' && value === 'relevance')) {
        event.formData.delete(name);
      }
    }
  }
});

document.addEventListener('change', (event) => {
  const when = event.target.dataset.submit;
  if (when === 'always' || (when === 'wide' && matchMedia('(min-width: 1024px)').matches)) {
    filters().requestSubmit();
  }
});

addEventListener('popstate', (event) => {
  // Opening the phone's filters by their link is a step of the history too, on the same list.
  if (place() !== shown) {
    show(location.href, (page) => {
      replace(page);
      shown = place();
      scrollTo({ top: event.state?.scroll ?? 0, behavior: 'instant' });
    });
  }
});
