/*
 * Who is at the other end, at the right: account, tags, cart as it is now, orders, and one history of everything; and what
 * can be done from there: look at an order, give money back, give a coupon.
 */

const EVERY_MS = 10_000;

export function createPanel({ kit, link, talks, tell, put, choose, openDialog }) {
  const { el, text, icon } = kit;
  const box = document.getElementById('who-body');
  let id = null;
  let person = null;
  let history = [];
  let page = 0;
  let hasMore = false;
  let shownText = '';
  let asked = 0;

  /* ---------- What is known ---------- */
  async function show(conversation) {
    id = conversation;
    person = null;
    history = [];
    page = 0;
    shownText = '';
    box.replaceChildren();
    if (id !== null) {
      box.setAttribute('aria-busy', 'true');
      await Promise.all([refresh(), more()]);
      box.removeAttribute('aria-busy');
    }
  }

  async function refresh() {
    const asked = id;
    if (asked === null) {
      return;
    }
    try {
      const answer = await kit.get(`/agent/conversations/${asked}/customer`);
      if (asked === id) {
        person = answer;
        draw();
      }
    } catch {
      if (asked === id && !person) {
        box.replaceChildren(el('p', { class: 'muted' }, text('failed')));
      }
    }
  }

  async function more() {
    const asked = id;
    try {
      const answer = await kit.get(`/agent/conversations/${asked}/timeline?page=${page + 1}&size=10`);
      if (asked === id) {
        history = [...history, ...answer.items];
        page = answer.page;
        hasMore = answer.more;
        draw();
      }
    } catch {
      /* The rest of the panel is worth showing without. */
    }
  }

  /* ---------- Its cards ---------- */
  function card(title, ...children) {
    return el('section', { class: 'who__card' }, title && el('h3', {}, title), ...children);
  }

  function who() {
    const head = person.conversation;
    const name = head.name || text('guest');
    return card(
      null,
      el(
        'div',
        { class: 'who__top' },
        kit.avatar(name, head.conversation),
        el('div', { class: 'who__name' }, el('p', { class: 'strong' }, name), head.email ? el('a', { href: `mailto:${head.email}` }, head.email) : el('p', { class: 'muted' }, text('email.none')), head.phone ? el('a', { class: 'who__phone', href: `tel:${head.phone.replace(/[^+\d]/g, '')}` }, head.phone) : null),
      ),
      person.signedIn
        ? el(
            'dl',
            { class: 'who__facts' },
            ...[[text('since'), person.since ? String(new Date(person.since).getFullYear()) : '–'], [text('orders'), String(person.orders)], [text('spent'), kit.money(person.spent)]].map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value))),
          )
        : el('p', { class: 'small muted' }, text('guest.unknown')),
      head.stars > 0 && el('p', {}, text('rated', head.stars), head.comment ? el('q', {}, head.comment) : null),
      el('div', { class: 'who__acts' }, el('button', { class: 'btn btn--secondary', type: 'button', 'data-act': 'coupon', onclick: () => openDialog('coupon', giveCoupon) }, icon('tag'), text('coupon'))),
    );
  }

  function tags() {
    const known = talks.get(id)?.head?.tags ?? person.conversation.tags;
    const field = el('input', { class: 'input', id: 'tag-new', maxlength: 30, autocomplete: 'off', 'data-act': 'tag' });
    return card(
      text('tags'),
      known.length > 0 &&
        el(
          'ul',
          { class: 'who__tags' },
          known.map((tag) => el('li', {}, el('button', { class: 'chip', type: 'button', 'aria-label': text('tag.remove', tag), onclick: () => setTags(known.filter((one) => one !== tag)) }, tag, icon('x')))),
        ),
      known.length < 10 &&
        el(
          'form',
          {
            class: 'who__add',
            onsubmit: (event) => {
              event.preventDefault();
              const tag = field.value.trim().toLowerCase();
              if (tag && !known.includes(tag)) {
                setTags([...known, tag]);
              }
            },
          },
          el('label', { class: 'sr', for: 'tag-new' }, text('tag.new')),
          field,
          el('button', { class: 'icon-btn', 'aria-label': text('tag.new') }, icon('plus')),
        ),
    );
  }

  function setTags(next) {
    link.say({ type: 'tag', conversation: id, tags: next });
    const head = talks.get(id)?.head;
    if (head) {
      head.tags = next;
    }
    person.conversation.tags = next;
    draw(true);
    document.getElementById('tag-new')?.focus();
  }

  function cart() {
    if (!person.cart) {
      return null;
    }
    const { lines, count, subtotal } = person.cart;
    return card(
      null,
      el('h3', {}, text('cart'), ' ', el('span', { class: 'stock good' }, text('live'))),
      lines.length === 0
        ? el('p', { class: 'muted' }, text('cart.empty'))
        : el(
            'ul',
            { class: 'mini' },
            lines.map((line) =>
              el(
                'li',
                {},
                el('span', { class: 'thumb' }, line.picture && el('img', { src: line.picture, width: 40, height: 40, alt: '', loading: 'lazy' })),
                el(
                  'span',
                  {},
                  el('a', { href: `${kit.base}/product/${line.slug}`, target: '_blank', rel: 'noopener' }, [line.name, line.options].filter(Boolean).join(', ')),
                  el('br'),
                  el('span', { class: 'muted' }, String(line.quantity), line.available < 10 && el('span', {}, ' · ', el('span', { class: line.available === 0 ? 'bad' : 'warn' }, text('left', line.available)))),
                ),
                el('span', { class: 'num' }, kit.money(line.total)),
              ),
            ),
          ),
      lines.length > 0 && el('p', { class: 'who__sum' }, el('span', {}, text(count === 1 ? 'item' : 'items', count)), el('span', {}, kit.money(subtotal))),
    );
  }

  const BADGES = { delivered: 'good', shipped: 'good', paid: 'info', packed: 'info', placed: 'warn', cancelled: 'bad', returned: 'info' };

  function orders() {
    return person.latest.length === 0
      ? null
      : card(
          text('orders'),
          el(
            'ul',
            { class: 'who__orders' },
            person.latest.map((order) =>
              el(
                'li',
                {},
                el('button', { class: 'link', type: 'button', onclick: () => openOrder(order.number) }, order.number),
                el('span', { class: `badge badge--${BADGES[order.status] ?? ''}` }, text(`order.${order.status}`)),
                el('span', { class: 'muted' }, `${kit.day(order.placedAt)} · ${text(order.pieces === 1 ? 'item' : 'items', order.pieces)}`),
                el('span', { class: 'end num' }, kit.money(order.total)),
              ),
            ),
          ),
        );
  }

  function entry(one) {
    const words = {
      chat: () => text('line.chat', one.text || one.id),
      ticket: () => text('line.ticket', one.text || one.id),
      form: () => text('line.form', one.text || one.id),
      callback: () => text('line.callback', one.text || one.id),
      order: () => `${text('line.order', one.id)} · ${kit.money(one.amount)} · ${text(`order.${one.status}`)}`,
      mail: () => text('line.mail', one.text),
    }[one.kind]();
    const isTalk = ['chat', 'ticket', 'form', 'callback'].includes(one.kind);
    return el(
      'li',
      {},
      el('time', { datetime: one.at }, kit.when(one.at)),
      isTalk && Number(one.id) !== id
        ? el('button', { class: 'link', type: 'button', onclick: () => choose(Number(one.id)) }, words)
        : one.kind === 'order'
          ? el('button', { class: 'link', type: 'button', onclick: () => openOrder(one.id) }, words)
          : el('span', {}, words),
    );
  }

  function lately() {
    return card(
      text('lately'),
      history.length === 0 ? el('p', { class: 'muted' }, text('lately.none')) : el('ol', { class: 'who__line' }, history.map(entry)),
      hasMore && el('button', { class: 'btn btn--quiet', type: 'button', onclick: more }, text('more')),
    );
  }

  function draw(isForced = false) {
    if (!person) {
      return;
    }
    const next = JSON.stringify([person, history.length, talks.get(id)?.head?.tags]);
    // Nobody loses what is being typed, or the focus, to what is the same as before.
    if (!isForced && (next === shownText || document.activeElement?.dataset?.act === 'tag')) {
      return;
    }
    shownText = next;
    const index = [...box.querySelectorAll('button, a, input')].indexOf(document.activeElement);
    box.replaceChildren(...[who(), tags(), cart(), orders(), lately()].filter(Boolean));
    if (index >= 0) {
      box.querySelectorAll('button, a, input')[index]?.focus({ preventScroll: true });
    }
  }

  /* ---------- What can be done ---------- */
  async function openOrder(number) {
    const call = (asked += 1);
    const body = document.getElementById('order-body');
    body.replaceChildren(el('p', { class: 'muted' }, text('loading')));
    document.getElementById('order-title').textContent = text('line.order', number);
    const key = kit.id();
    const dialog = openDialog('order', (form) => refund(number, form, key));
    // Money goes back in the currency of the order, once that is known.
    const send = dialog.querySelector('[type="submit"]');
    send.disabled = true;
    try {
      const { order, moves, invoice } = await kit.get(`/admin/orders/${encodeURIComponent(number)}`);
      if (call !== asked) {
        return; // Another one is looked at by now.
      }
      body.replaceChildren(
        el('p', {}, el('span', { class: `badge badge--${BADGES[order.status] ?? ''}` }, text(`order.${order.status}`)), ' ', kit.day(order.placedAt), invoice ? ` · ${invoice}` : ''),
        el('ul', { class: 'who__line' }, order.lines.map((line) => el('li', {}, el('span', { class: 'num' }, `${line.quantity} ×`), el('span', {}, [line.name, line.options].filter(Boolean).join(', '))))),
        el('p', { class: 'who__sum' }, el('span', {}, text('total')), el('span', {}, kit.money(order.total))),
        el('ol', { class: 'who__line' }, moves.slice().reverse().slice(0, 12).map((move) => el('li', {}, el('time', { datetime: move.at }, kit.when(move.at)), el('span', {}, told(move))))),
      );
      document.getElementById('refund-amount').dataset.currency = order.total.currency;
      send.disabled = false;
    } catch {
      if (call === asked) {
        body.replaceChildren(el('p', { class: 'bad' }, text('failed')));
      }
    }
  }

  function told({ kind, status, who, why, amount }) {
    return [text(`order.happened.${kind}.${status}`, kit.money(amount)), who, why].filter(Boolean).join(' · ');
  }

  async function refund(number, form, key) {
    const field = form.elements.amount;
    const amount = { amount: field.value.trim().replace(',', '.'), currency: field.dataset.currency };
    await kit.post(`/admin/orders/${encodeURIComponent(number)}/refunds`, { amount, why: form.elements.why.value.trim() }, { 'Idempotency-Key': key });
    tell(text('refund.done', kit.money(amount), number));
    refresh();
  }

  async function giveCoupon(form, key) {
    const percent = Number(form.elements.percent.value);
    const conversation = id;
    const coupon = await kit.post(`/agent/conversations/${conversation}/coupon`, { percent }, { 'Idempotency-Key': key });
    talks.say(conversation, { text: text('coupon.note', coupon.code, percent, kit.day(coupon.until)), note: true });
    if (conversation === id) {
      put(text('coupon.words', coupon.code, percent), true);
    }
    tell(text('coupon.done', coupon.code));
  }

  /* A cart changes elsewhere: looked at while somebody looks. */
  setInterval(() => !document.hidden && id !== null && refresh(), EVERY_MS);

  return { show, refresh, draw };
}
