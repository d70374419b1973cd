/* What this browser looked at before: kept here alone, so nobody else learns of it. */

const STORE = 'emporium.visited';
const KEPT = 12;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => one?.slug && one.name) : [];
  } catch {
    return [];
  }
}

function write(products) {
  try {
    localStorage.setItem(STORE, JSON.stringify(products.slice(0, KEPT)));
  } catch {
    /* A browser that keeps nothing shows nothing. */
  }
}

const section = document.querySelector('[data-visited]');
const { base = '', catalogue, standIn, visited: most } = section.dataset;
const buy = document.querySelector('form[data-buy]');

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

function card(product) {
  // Pictures come from this shop alone, whatever is in the store.
  const address = product.picture?.startsWith('/media/') ? product.picture : standIn;
  return make(
    'li',
    {},
    make(
      'span',
      { class: 'thumb' },
      make('img', { src: address, width: '256', height: '256', loading: 'lazy', alt: '' }),
    ),
    make('p', { class: 'card__brand' }, product.brand ?? ''),
    make(
      'h3',
      { class: 'card__name' },
      make('a', { href: `${base}/product/${product.slug}`, lang: catalogue }, product.name),
    ),
  );
}

const here = buy?.dataset.slug;
const others = read().filter((one) => one.slug !== here);
section.querySelector('ul').append(...others.slice(0, Number(most)).map(card));
section.hidden = others.length === 0;

if (here) {
  const picture = document.querySelector('.gallery__main img').getAttribute('src');
  write([
    {
      slug: here,
      name: buy.querySelector('h1').textContent,
      brand: buy.querySelector('[data-brand]').textContent,
      picture,
    },
    ...others,
  ]);
}

section.querySelector('[data-clear]').addEventListener('click', () => {
  write([]);
  section.hidden = true;
  document.getElementById('main').focus({ preventScroll: true });
});
