/*
 * What is in a message: text with links, a picture, a paper, the card of a product. All of it comes
 * from people, and becomes text and nothing else.
 */

/* A web address, or a path of this shop that stands alone. */
const LINK = /https?:\/\/[^\s<>"]+|(?<![^\s("'„“])\/[a-z0-9][\w\-./?=&%#+~]+/gi;
const TRAILING = /[.,;:!?)\]'"]+$/;
const LANGUAGE = /^\/(de|en)(\/|$)/;
const OF_PROGRAMS = /^\/(api|assets|media)\//;

export const sizeOf = (bytes, language) =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(bytes / (bytes < 1_000_000 ? 1000 : 1_000_000));

export class ChatBodies {
  #words;
  #kit;
  #shop;
  #grown;
  #cards = new Map();
  #language = document.documentElement.lang;

  /** @param grown is called when something has become larger than it was */
  constructor(words, kit, shop, grown) {
    this.#words = words;
    this.#kit = kit;
    this.#shop = shop;
    this.#grown = grown;
  }

  /** A text with its links. */
  text(text) {
    const bubble = this.#kit.make('p', { class: 'msg__bubble' });
    let from = 0;
    for (const match of text.matchAll(LINK)) {
      const link = this.#link(match[0].replace(TRAILING, ''));
      if (link) {
        bubble.append(text.slice(from, match.index), link);
        from = match.index + link.textContent.length;
      }
    }
    bubble.append(text.slice(from));
    return bubble;
  }

  #link(words) {
    try {
      const address = new URL(words, location.origin);
      const isOwn = address.origin === location.origin;
      if (isOwn && !OF_PROGRAMS.test(address.pathname)) {
        const base = LANGUAGE.test(address.pathname) ? '' : this.#shop.base;
        return this.#kit.make(
          'a',
          { href: base + address.pathname + address.search + address.hash },
          words,
        );
      }
      const isWeb = ['http:', 'https:'].includes(address.protocol);
      return isWeb && !isOwn
        ? this.#kit.make(
            'a',
            { href: address.href, target: '_blank', rel: 'noopener noreferrer nofollow' },
            words,
          )
        : null;
    } catch {
      return null;
    }
  }

  /** A picture, or a paper to be saved. */
  file({ id, name, type, size }) {
    const { make, drawing, fill } = this.#kit;
    const address = `/api/v1/chat/files/${encodeURIComponent(id)}`;
    if (type.startsWith('image/')) {
      const picture = make('img', {
        src: address,
        alt: fill(this.#words.picture, name),
        loading: 'lazy',
      });
      picture.addEventListener('load', () => this.#grown());
      return make('a', { class: 'msg-picture', href: address, download: name }, picture);
    }
    return make(
      'a',
      { class: 'msg-file', href: address, download: name },
      drawing(this.#shop.sprite, 'doc', 'l'),
      make('b', {}, name),
      make('span', { class: 'small muted' }, `PDF, ${sizeOf(size, this.#language)}`),
    );
  }

  /** A product, as a card that is filled in when it is known. */
  card(slug) {
    const card = this.#kit.make('a', {
      class: 'msg-product',
      href: `${this.#shop.base}/product/${encodeURIComponent(slug)}`,
      hidden: true,
    });
    this.#fillCard(card, slug).catch(() => card.remove());
    return card;
  }

  #product(slug) {
    if (!this.#cards.has(slug)) {
      const asked = fetch(`/api/v1/products/${encodeURIComponent(slug)}`, {
        headers: { Accept: 'application/json' },
      });
      this.#cards.set(
        slug,
        asked.then((response) => (response.ok ? response.json() : Promise.reject(response.status))),
      );
    }
    return this.#cards.get(slug);
  }

  async #fillCard(card, slug) {
    const { make, fill } = this.#kit;
    const product = await this.#product(slug);
    const cheapest = product.variants.reduce((one, other) =>
      Number(other.price.amount) < Number(one.price.amount) ? other : one,
    );
    const varies = product.variants.some(({ price }) => price.amount !== cheapest.price.amount);
    const isSold = product.variants.every(({ available }) => available === 0);
    const now = this.#money(cheapest.price);
    const former = cheapest.formerPrice;
    card.append(
      make(
        'span',
        { class: 'thumb' },
        make('img', {
          src: product.pictures[0]?.url ?? this.#shop.standin,
          width: 64,
          height: 64,
          alt: '',
          loading: 'lazy',
        }),
      ),
      make('b', { lang: this.#shop.catalogue }, product.name),
      make(
        'span',
        { class: former ? 'price price--sale' : 'price' },
        former ? make('span', { class: 'sr' }, this.#words.now) : null,
        make('strong', {}, varies ? fill(this.#words.from, now) : now),
        former ? make('span', { class: 'sr' }, this.#words.before) : null,
        former ? make('s', {}, this.#money(former)) : null,
        isSold ? make('span', { class: 'small muted' }, this.#words.sold) : null,
      ),
    );
    card.hidden = false;
    this.#grown();
  }

  #money({ amount, currency }) {
    return new Intl.NumberFormat(this.#language, { style: 'currency', currency }).format(amount);
  }
}
