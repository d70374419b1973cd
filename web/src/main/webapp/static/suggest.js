/*
 * Suggestions below the search field: an ARIA combobox whose list holds categories, products, or
 * what this browser searched for before. Without this script the field is a plain search.
 */

const LEAST = 2;
const PAUSE_MS = 120;
const KEPT = 8;
const STORE = 'emporium.searches';

const form = document.querySelector('form[data-suggest]');
const input = form.querySelector('input');
const words = form.dataset;
const base = words.base ?? '';
const language = document.documentElement.lang;

const fill = (pattern, value) => pattern.replaceAll('{0}', value);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/* ---------- What was searched for before, in this browser only ---------- */
function past() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

function keep(searches) {
  try {
    localStorage.setItem(STORE, JSON.stringify(searches.slice(0, KEPT)));
  } catch {
    /* A browser that keeps nothing has no past to show. */
  }
}

/* ---------- The field becomes a combobox ---------- */
const list = make('div', { id: 'suggestions', role: 'listbox', 'aria-label': words.label });
const tools = make('div', { class: 'suggest__tools' });
const panel = make('div', { class: 'suggest', hidden: '' }, list, tools);
const status = make('p', { class: 'sr', role: 'status' });
form.append(panel, status);
input.type = 'text'; // A field of type search may not be a combobox.
for (const [name, value] of Object.entries({
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-controls': list.id,
  'aria-expanded': 'false',
  autocapitalize: 'off',
  enterkeyhint: 'search',
  inputmode: 'search',
})) {
  input.setAttribute(name, value);
}

let active = -1;
const options = () => [...list.querySelectorAll('[role="option"]')];
const isOpen = () => !panel.hidden;

function point(index) {
  const all = options();
  all[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const option = all[active];
  if (option) {
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

function close() {
  panel.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  point(-1);
}

function show(groups, buttons) {
  point(-1);
  list.replaceChildren(...groups);
  tools.replaceChildren(...buttons);
  panel.classList.toggle('suggest--past', buttons.length > 0);
  const count = options().length;
  options().forEach((option, index) => {
    option.id = `suggestion-${index + 1}`;
  });
  panel.hidden = count === 0;
  input.setAttribute('aria-expanded', String(count > 0));
  status.textContent =
    { 0: words.none, 1: words.one }[count] ?? fill(words.many, count);
}

function option(href, ...children) {
  return make(
    'a',
    { role: 'option', 'aria-selected': 'false', tabindex: '-1', class: 'suggest__option', href },
    ...children,
  );
}

function group(id, title, members) {
  const heading = make('p', { id, class: 'suggest__title', role: 'presentation' }, title);
  return make('div', { role: 'group', 'aria-labelledby': id }, heading, ...members);
}

/* ---------- Past searches ---------- */
const searchAddress = (typed) => `${form.action}?${new URLSearchParams({ q: typed })}`;

function forget(gone) {
  const left = past().filter((one) => one !== gone);
  keep(left);
  showPast();
  status.textContent = words.forgotten;
  input.focus();
}

function showPast() {
  const searches = past();
  if (searches.length === 0) {
    close();
    return;
  }
  const buttons = searches.map((search) => {
    const button = make('button', {
      type: 'button',
      class: 'suggest__remove',
      'aria-label': fill(words.remove, search),
    });
    button.addEventListener('click', () => forget(search));
    return button;
  });
  const all = make('button', { type: 'button', class: 'link-btn suggest__forget' }, words.forget);
  all.addEventListener('click', () => {
    keep([]);
    close();
    status.textContent = words.forgotten;
    input.focus();
  });
  const rows = searches.map((search) => option(searchAddress(search), make('span', {}, search)));
  show([group('suggest-past', words.past, rows)], [...buttons, all]);
}

/* ---------- Categories and products ---------- */
const picture = (address) =>
  address
    ? make('img', { src: address, width: '40', height: '40', alt: '' })
    : make('span', { class: 'suggest__gap' });

function money(price) {
  return new Intl.NumberFormat(language, { style: 'currency', currency: price.currency }).format(
    price.amount,
  );
}

function ofCategory(found) {
  const name = make('span', { class: 'suggest__name' }, found.name);
  return option(`${base}/category/${found.slug}`, picture(found.picture), name);
}

function ofProduct(found) {
  const name = make(
    'span',
    { class: 'suggest__name' },
    make('span', { lang: words.catalogue }, found.name),
    ' ',
    make('small', {}, found.brand ?? ''),
  );
  const price = make('span', { class: 'suggest__price' }, money(found.price));
  return option(`${base}/product/${found.slug}`, picture(found.picture), name, ' ', price);
}

function showFound(found) {
  const groups = [];
  const add = (type, id, title, shape) => {
    const members = found.filter((one) => one.type === type).map(shape);
    if (members.length > 0) {
      groups.push(group(id, title, members));
    }
  };
  add('category', 'suggest-categories', words.categories, ofCategory);
  add('product', 'suggest-products', words.products, ofProduct);
  show(groups, []);
}

let timer;
let latest;

function stop() {
  clearTimeout(timer);
  latest?.abort();
  latest = undefined;
}

async function ask(typed) {
  const request = new AbortController();
  latest = request;
  try {
    const query = new URLSearchParams({ q: typed, lang: language });
    const response = await fetch(`/api/v1/suggest?${query}`, {
      headers: { Accept: 'application/json' },
      signal: request.signal,
    });
    const found = response.ok ? await response.json() : [];
    if (latest === request) {
      showFound(found);
    }
  } catch {
    if (latest === request) {
      close();
    }
  }
}

function look() {
  stop();
  point(-1);
  const typed = input.value.trim();
  if (typed.length >= LEAST) {
    timer = setTimeout(() => ask(typed), PAUSE_MS);
  } else {
    showPast();
  }
}

/* ---------- Keys, pointer, focus ---------- */
input.addEventListener('input', look);
input.addEventListener('focus', () => input.value.trim().length < LEAST && !isOpen() && showPast());

input.addEventListener('keydown', (event) => {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const last = options().length - 1;
  const step = (index) => {
    event.preventDefault();
    point(index);
  };
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (isOpen()) {
      const next = event.key === 'ArrowDown' ? active + 1 : active - 1;
      step(next > last ? -1 : next < -1 ? last : next);
    } else {
      event.preventDefault();
      look();
    }
  } else if (isOpen() && active >= 0 && event.key === 'Home') {
    step(0);
  } else if (isOpen() && active >= 0 && event.key === 'End') {
    step(last);
  } else if (isOpen() && active >= 0 && event.key === 'Enter') {
    event.preventDefault();
    options()[active].click();
  } else if (isOpen() && active >= 0 && event.key === 'Delete' && tools.children.length > 0) {
    event.preventDefault();
    tools.children[active].click();
  } else if (isOpen() && event.key === 'Escape') {
    event.preventDefault();
    stop();
    close();
  }
});

form.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isOpen() && event.target !== input) {
    input.focus();
    close();
  }
});

// A press on the list must not take the focus out of the field, which would close the list.
panel.addEventListener('mousedown', (event) => event.preventDefault());

form.addEventListener('focusout', (event) => {
  if (!form.contains(event.relatedTarget)) {
    stop();
    close();
  }
});

form.addEventListener('submit', () => {
  const typed = input.value.trim();
  stop();
  close();
  if (typed.length >= LEAST) {
    const others = past().filter((one) => one.toLowerCase() !== typed.toLowerCase());
    keep([typed, ...others]);
  }
});

addEventListener('pageshow', (event) => event.persisted && close());
