/*
 * What every page of the shop shares, the cart and the way into it. Pages work without scripts:
 * they only save the shopper some loading. See also live.js, suggest.js, listing.js, gallery.js, visited.js.
 */

const region = document.querySelector('.toast-region');

const fill = (pattern, value) => pattern.replaceAll('{0}', value);

/* ---------- How much is in the cart ---------- */
function showCount(count) {
  for (const element of document.querySelectorAll('[data-cart-count]')) {
    element.textContent = count > 99 ? '99+' : count;
    element.hidden = count === 0;
  }
  for (const element of document.querySelectorAll('[data-cart-words]')) {
    element.hidden = count === 0;
  }
}

/* ---------- Who is signed in: pages are the same for everybody, so that a script says it ---------- */
function showVisitor(visitor) {
  for (const link of document.querySelectorAll('[data-account]')) {
    const name = visitor.name?.trim().split(/\s+/)[0];
    link.querySelector('.label-text').textContent = name || link.dataset.guest;
    link.querySelector('.sr').hidden = !name;
  }
}

/* Whoever wants to know who is asking, and what is theirs, listens for "visitor" on the document. */
async function askVisitor() {
  try {
    const response = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } });
    if (response.ok) {
      const visitor = await response.json();
      showCount(visitor.cartCount);
      showVisitor(visitor);
      globalThis.visitor = visitor; // For scripts that listen only now.
      document.dispatchEvent(new CustomEvent('visitor', { detail: visitor }));
    }
  } catch {
    /* Without an answer the links stay as they are. */
  }
}

askVisitor();
addEventListener('pageshow', (event) => event.persisted && askVisitor());
addEventListener('focus', askVisitor);
document.addEventListener('stale', askVisitor);

/* What live.js hears of, a frame at a time: {type:'cart',count,…}, {type:'stock',sku,available,level}, … */
const live = {};
document.addEventListener('live', ({ detail }) => live[detail.type]?.(detail));
live.cart = (cart) => showCount(cart.count);

/* ---------- Toast: 8 seconds, longer under the pointer or the focus ---------- */
function toast(message, label, target) {
  const box = document.createElement('p');
  box.className = 'toast';
  box.append(message);
  if (label) {
    const link = document.createElement(typeof target === 'string' ? 'a' : 'button');
    link.className = 'btn btn--s';
    link.textContent = label;
    if (typeof target === 'string') {
      link.href = target;
    } else {
      link.addEventListener('click', () => {
        box.remove();
        target();
      });
    }
    box.append(' ', link);
  }
  region.replaceChildren(box);
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => box.remove(), 8000);
  };
  const stay = () => clearTimeout(timer);
  box.addEventListener('mouseenter', stay);
  box.addEventListener('focusin', stay);
  box.addEventListener('mouseleave', wait);
  box.addEventListener('focusout', wait);
  wait();
}

document.addEventListener('toast', ({ detail }) => {
  toast(detail.message, detail.label, detail.target);
});

function notice(level, text) {
  const box = document.createElement('div');
  box.className = `notice notice--${level}`;
  const words = document.createElement('p');
  words.className = 'notice__body';
  words.textContent = text;
  box.append(words);
  return box;
}

/* ---------- Stepper ---------- */
function refresh(stepper) {
  const input = stepper.querySelector('input');
  const value = Number(input.value);
  stepper.querySelector('[data-step="-1"]').disabled = value <= Number(input.min);
  stepper.querySelector('[data-step="1"]').disabled = value >= Number(input.max);
}

function enliven(stepper) {
  const input = stepper.querySelector('input');
  stepper.addEventListener('click', (event) => {
    const button = event.target.closest('[data-step]');
    if (button) {
      const wanted = Number(input.value || 1) + Number(button.dataset.step);
      input.value = Math.max(Number(input.min), Math.min(Number(input.max), wanted));
      refresh(stepper);
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  input.addEventListener('input', () => refresh(stepper));
  refresh(stepper);
}

/* ---------- Cart: a changed quantity is sent once the shopper pauses ---------- */
function sendChanges(form) {
  const input = form.querySelector('input[name="quantity"]');
  let timer;
  form.addEventListener('change', () => {
    clearTimeout(timer);
    if (input.value !== input.defaultValue) {
      timer = setTimeout(() => form.requestSubmit(), 500);
    }
  });
}

function prepare(part) {
  part.querySelectorAll('[data-stepper]').forEach(enliven);
  part.querySelectorAll('form[data-change]').forEach(sendChanges);
}

prepare(document);
/* live.js has put the cart's page as it is now in the place of what it was. */
document.addEventListener('renewed', ({ detail }) => {
  prepare(detail.part);
  toast(region.dataset.changed);
});

/* ---------- Product: options and the way into the cart ---------- */
const buy = document.querySelector('form[data-buy]');
if (buy) {
  const words = buy.dataset;
  const variants = JSON.parse(document.getElementById('variants').textContent);
  const buttons = document.querySelectorAll('button[data-add]');
  const problem = buy.querySelector('[data-problem]');
  const quantity = buy.querySelector('input[name="quantity"]');
  const chosen = () =>
    [...buy.querySelectorAll('.options input:checked')].map((input) => input.value);
  const find = (options) =>
    variants.find((v) => v.options.every((value, index) => value === options[index]));
  const current = () => (variants.length === 1 ? variants[0] : find(chosen()));

  const stockClass = { IN_STOCK: 'good', LOW: 'warn', SOLD_OUT: 'bad' };
  function stockWords(variant) {
    if (!variant) {
      return words.none;
    }
    return { IN_STOCK: words.in, LOW: fill(words.low, variant.available), SOLD_OUT: words.out }[
      variant.level
    ];
  }

  function showPrice(variant) {
    const price = buy.querySelector('[data-price-box] .price');
    const tell = (tag, text, className) => {
      const element = document.createElement(tag);
      element.textContent = text;
      if (className) {
        element.className = className;
      }
      return element;
    };
    price.classList.toggle('price--sale', variant.former !== '');
    price.replaceChildren(tell('strong', variant.price));
    if (variant.former) {
      price.prepend(tell('span', words.now, 'sr'));
      price.append(tell('span', words.before, 'sr'), tell('s', variant.former));
    }
    const badge = document.querySelector('[data-badge]');
    badge.textContent = fill(words.discount, variant.discount);
    badge.hidden = variant.former === '';
    document.querySelector('[data-price]').textContent = variant.price;
    const former = document.querySelector('[data-former]');
    former.textContent = variant.former;
    former.hidden = variant.former === '';
    document.querySelector('[data-words]').textContent = variant.words;
    document.querySelector('[data-sku]').textContent = variant.sku;
  }

  function strikeSoldOut() {
    const now = chosen();
    buy.querySelectorAll('.options').forEach((group, index) => {
      for (const input of group.querySelectorAll('input')) {
        const variant = find(now.with(index, input.value));
        const out = !variant || variant.available === 0;
        input.closest('.option-chip').classList.toggle('option-chip--out', out);
        input.closest('.option-chip').querySelector('.sr').hidden = !out;
        if (input.checked) {
          group.querySelector('[data-chosen]').textContent = input.value;
        }
      }
    });
  }

  function update() {
    const variant = current();
    const available = variant?.available ?? 0;
    strikeSoldOut();
    if (variant) {
      showPrice(variant);
    }
    const stock = document.createElement('p');
    stock.className = `stock ${variant ? stockClass[variant.level] : 'bad'}`;
    stock.textContent = stockWords(variant);
    buy.querySelector('[data-stock]').replaceChildren(stock);
    buy.querySelector('[data-delivery]').hidden = available === 0;
    quantity.max = Math.max(1, Math.min(available, 99));
    quantity.value = Math.min(Number(quantity.value) || 1, Number(quantity.max));
    refresh(quantity.closest('[data-stepper]'));
    for (const button of buttons) {
      button.disabled = available === 0;
      button.textContent = available === 0 ? words.sold : words.add;
    }
    problem.replaceChildren();
    buy.dataset.variant = variant?.sku ?? '';
    buy.dataset.available = available;
    document.dispatchEvent(new CustomEvent('variant', { detail: variant }));
  }

  // A guest's first two additions, in two tabs at once, would make a cart each.
  const inTurn = (work) => (navigator.locks ? navigator.locks.request('cart', work) : work());

  let sending = false;
  function busy(now) {
    sending = now;
    for (const button of buttons) {
      button.setAttribute('aria-busy', String(now));
      button.textContent = now ? words.adding : words.add;
    }
  }

  // The answer may come before the second press of a double click: that press is none of its own.
  for (const button of buttons) {
    button.addEventListener('click', (event) => event.detail > 1 && event.preventDefault());
  }

  // The interface speaks English to programs; people are told in the language of the page.
  const refusals = {
    'out-of-stock': words.out,
    'cart-full': region.dataset.full,
    'not-found': region.dataset.unknown,
  };
  const inWords = (one, cart) => {
    const line = cart.lines.find((candidate) => candidate.sku === one.sku);
    return line ? fill(region.dataset.reduced, line.quantity) : one.message;
  };

  buy.addEventListener('submit', async (event) => {
    if (event.submitter?.hasAttribute('formaction')) {
      return; // Not into the cart.
    }
    event.preventDefault();
    const variant = current();
    if (sending || !variant) {
      return;
    }
    busy(true);
    problem.replaceChildren();
    try {
      const response = await inTurn(() =>
        fetch('/api/v1/cart/lines', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ sku: variant.sku, quantity: Number(quantity.value) || 1 }),
        }),
      );
      const answer = await response.json();
      if (response.ok) {
        showCount(answer.count);
        document.dispatchEvent(new CustomEvent('added'));
        toast(region.dataset.added, region.dataset.view, region.dataset.cart);
        const reduced = answer.notices.filter((one) => one.code === 'quantity-reduced');
        problem.append(...reduced.map((one) => notice('warn', inWords(one, answer))));
      } else {
        problem.append(notice('bad', refusals[answer.type] ?? words.failed));
      }
    } catch {
      problem.append(notice('bad', words.failed));
    } finally {
      busy(false);
    }
  });

  function renew(change) {
    const variant = variants.find((v) => v.sku === change.sku);
    if (variant && Object.keys(change).some((field) => variant[field] !== change[field])) {
      Object.assign(variant, change);
      if (!sending) {
        update();
      }
    }
  }
  live.stock = ({ sku, available, level }) => renew({ sku, available, level });
  live.price = ({ sku, text, formerText, discount }) =>
    renew({ sku, price: text, former: formerText, discount });

  if (variants.length > 1) {
    buy.addEventListener('change', (event) => {
      if (event.target.type === 'radio') {
        update();
      }
    });
    update();
  }
}
