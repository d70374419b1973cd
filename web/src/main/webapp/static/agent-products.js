/*
 * Products in a conversation: a card for each that a message links, and a search from which one is put into the answer.
 */

const SEARCH_MS = 200;

export function createProducts({ kit, put, openDialog }) {
  const { el, text } = kit;
  const known = new Map();
  const field = document.getElementById('product-q');
  const list = document.getElementById('product-list');
  let asked = 0;
  let timer;

  /* Filled when it is known what it is. */
  function card(slug) {
    const place = el('a', { class: 'msg-product', href: `${kit.base}/product/${slug}`, target: '_blank', rel: 'noopener' }, el('b', {}, slug));
    if (!known.has(slug)) {
      known.set(slug, kit.get(`/products/${encodeURIComponent(slug)}`));
    }
    known
      .get(slug)
      .then((product) => {
        const picture = product.pictures?.[0]?.url;
        const variants = product.variants ?? [];
        const left = variants.reduce((sum, variant) => sum + variant.available, 0);
        place.replaceChildren(
          el('span', { class: 'thumb' }, picture && el('img', { src: picture, width: 64, height: 64, alt: '', loading: 'lazy' })),
          el('b', {}, product.name),
          el('p', { class: 'price' }, el('strong', {}, kit.money(variants[0]?.price)), ' ', el('span', { class: 'small muted' }, text('left', left))),
        );
      })
      .catch(() => known.delete(slug));
    return place;
  }

  async function search() {
    const call = (asked += 1);
    const words = field.value.trim();
    const found = words ? await kit.get(`/suggest?${new URLSearchParams({ q: words, lang: kit.lang })}`).catch(() => []) : [];
    if (call === asked) {
      const items = found.filter((one) => one.type === 'product');
      list.replaceChildren(
        ...items.map((one) => el('li', {}, el('button', { class: 'hand', type: 'button', onclick: () => choose(one.slug) }, el('span', { class: 'thumb thumb--s' }, one.picture && el('img', { src: one.picture, width: 40, height: 40, alt: '', loading: 'lazy' })), el('span', {}, el('b', {}, one.name), el('span', { class: 'muted' }, ` ${kit.money(one.price)}`))))),
        ...(words && items.length === 0 ? [el('li', { class: 'muted' }, text('product.none'))] : []),
      );
    }
  }

  function choose(slug) {
    document.getElementById('product').close();
    put(`${location.origin}/product/${slug}`);
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, SEARCH_MS);
  });
  document.getElementById('show-product').addEventListener('click', () => {
    field.value = '';
    list.replaceChildren();
    openDialog('product');
    field.focus();
  });

  return { card };
}
