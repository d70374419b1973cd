/*
 * The list at the left: who waits, what this agent has, tickets, and what a search finds. Who waits and what is mine comes
 * by the socket; the rest is asked for, again when the queue says that something has changed.
 */

const REFRESH_MS = 3000;
const SEARCH_MS = 250;
const PATIENCE_S = 120;

export function createQueue({ kit, me, choose, current }) {
  const { el, text, waited } = kit;
  const list = document.getElementById('queue-list');
  const tabs = [...document.querySelectorAll('#queue-tabs [data-box]')];
  const find = document.getElementById('find');
  const field = document.getElementById('find-q');
  const status = document.getElementById('found');
  let queue = { waiting: [], mine: [], colleagues: [] };
  let box = kit.tab.read('box', 'mine');
  let found = null;
  let page = 1;
  let asked = 0;
  let timer;
  /* What stands in the list. */
  let drawn = '';

  /* ---------- One line ---------- */
  const sinceOf = (entry) => entry.since ?? entry.said;
  const waitsLong = (since) => kit.now() - Date.parse(since) > PATIENCE_S * 1000;

  function line(entry, isWaiting) {
    const name = entry.name || text('guest');
    const since = sinceOf(entry);
    const isLong = isWaiting && waitsLong(since);
    const said = entry.text || text('file.sent');
    const last = entry.hit || (entry.from === 'agent' ? text('you.said', said) : said);
    return el(
      'li',
      {},
      el(
        'a',
        {
          class: 'q', href: `#c${entry.conversation}`, 'data-conversation': entry.conversation,
          'aria-current': entry.conversation === current() ? 'true' : null,
          onclick: (event) => {
            event.preventDefault();
            choose(entry.conversation);
          },
        },
        kit.avatar(name, entry.conversation),
        el('span', { class: 'q__name' }, name),
        el(
          'time',
          isWaiting
            ? { class: `q__time${isLong ? ' warn strong' : ''}`, datetime: since, 'data-since': since }
            : { class: 'q__time', datetime: entry.said },
          isWaiting ? waited(since) : kit.when(entry.said),
        ),
        el('span', { class: `q__text${entry.unread > 0 ? ' q__text--new' : ''}` }, last || entry.subject || ''),
        entry.unread > 0 && el('span', { class: 'q__n' }, String(entry.unread), el('span', { class: 'sr' }, ` ${text('unread')}`)),
        tagsOf(entry, isLong),
      ),
    );
  }

  function tagsOf(entry, isLong) {
    const badges = [];
    if (entry.channel && entry.channel !== 'chat') {
      badges.push(['info', text(`channel.${entry.channel}`)]);
    }
    if (entry.status === 'ticket') {
      badges.push(['warn', text('status.ticket')]);
    }
    if (entry.status === 'closed') {
      badges.push(['good', text('status.closed')]);
    }
    if (entry.status === 'open' && entry.agent && entry.agent !== me.id) {
      badges.push(['', entry.agentName || text('colleague')]);
    }
    if (isLong) {
      badges.push(['bad', text('long')]);
    }
    (entry.tags ?? []).slice(0, 3).forEach((tag) => badges.push(['info', tag]));
    return badges.length === 0
      ? null
      : el('span', { class: 'q__tags' }, badges.map(([kind, words]) => el('span', { class: `badge${kind ? ` badge--${kind}` : ''}` }, words)));
  }

  /* ---------- The list ---------- */
  function heading(words) {
    return el('li', {}, el('h2', {}, words));
  }

  function empty(words) {
    return el('li', { class: 'queue__empty muted' }, words);
  }

  function rows() {
    if (found) {
      return found.items.length > 0 ? [...found.items.map((entry) => line(entry, entry.status === 'waiting')), more()] : [empty(text(field.value ? 'found.none' : 'empty'))];
    }
    const waiting = queue.waiting.map((entry) => line(entry, true));
    if (box === 'waiting') {
      return waiting.length > 0 ? waiting : [empty(text('waiting.none'))];
    }
    const mine = queue.mine.map((entry) => line({ ...entry, from: entry.from ?? 'shopper' }, false));
    return [
      ...(mine.length > 0 ? mine : [empty(text('mine.none'))]),
      ...(waiting.length > 0 ? [heading(text('waiting.heading')), ...waiting] : []),
    ];
  }

  function more() {
    return found.total > found.items.length
      ? el('li', { class: 'queue__more' }, el('button', { class: 'btn btn--secondary', type: 'button', onclick: () => ask(page + 1) }, text('more')))
      : null;
  }

  /* Only where something else is to stand there: a line that is replaced under the pointer is not clicked. */
  function draw() {
    const wanted = JSON.stringify([new Date().toDateString(), box, current(), field.value, found, queue, queue.waiting.map((entry) => waitsLong(sinceOf(entry)))]);
    if (wanted === drawn) {
      return;
    }
    drawn = wanted;
    const focused = document.activeElement?.dataset?.conversation;
    const top = list.scrollTop;
    list.replaceChildren(...rows().filter(Boolean));
    list.scrollTop = top;
    if (focused) {
      list.querySelector(`[data-conversation="${focused}"]`)?.focus({ preventScroll: true });
    }
    tabs.forEach((tab) => {
      const isHere = tab.dataset.box === box;
      tab.setAttribute('aria-selected', String(isHere));
      tab.tabIndex = isHere ? 0 : -1;
      if (isHere) {
        document.getElementById('queue-panel').setAttribute('aria-labelledby', tab.id);
      }
      const count = { waiting: queue.waiting.length, mine: queue.mine.length }[tab.dataset.box];
      const badge = tab.querySelector('.side__n');
      if (badge) {
        badge.hidden = !count;
        badge.textContent = String(count ?? '');
      }
    });
  }

  /* ---------- What is asked for ---------- */
  const isAsked = () => field.value.trim() !== '' || box === 'all' || box === 'tickets';

  async function ask(next = 1) {
    const call = (asked += 1);
    const query = new URLSearchParams({ box: field.value.trim() ? 'all' : box, page: String(next) });
    if (field.value.trim()) {
      query.set('q', field.value.trim());
    }
    try {
      const answer = await kit.get(`/agent/conversations?${query}`);
      if (call === asked && isAsked()) {
        found = next === 1 ? answer : { ...answer, items: [...found.items, ...answer.items] };
        page = next;
        if (field.value.trim()) {
          status.textContent = text('found', answer.total);
        }
        draw();
      }
    } catch {
      if (call === asked) {
        status.textContent = text('failed');
      }
    }
  }

  function show(next) {
    box = next;
    kit.tab.write('box', box);
    field.value = '';
    found = null;
    asked += 1;
    status.textContent = '';
    draw();
    if (isAsked()) {
      ask();
    }
  }

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => show(tab.dataset.box));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = tabs[(index + step + tabs.length) % tabs.length];
        show(next.dataset.box);
        next.focus();
      }
    });
  });

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isAsked() ? ask() : show(box)), SEARCH_MS);
  });
  find.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (isAsked()) {
      ask();
    }
  });

  /* Waiting times tick; nothing else moves, so that nothing is lost under a pointer. */
  setInterval(() => {
    list.querySelectorAll('time[data-since]').forEach((time) => {
      time.textContent = waited(time.dataset.since);
      const isLong = waitsLong(time.dataset.since);
      time.classList.toggle('warn', isLong);
      time.classList.toggle('strong', isLong);
    });
  }, 1000);

  let refresh;
  function take(frame) {
    queue = frame;
    draw();
    if (isAsked() && page === 1 && !refresh) {
      refresh = setTimeout(() => {
        refresh = undefined;
        if (isAsked()) {
          ask();
        }
      }, REFRESH_MS);
    }
  }

  /* The conversation after, or before, the one that is shown. */
  function step(by) {
    const links = [...list.querySelectorAll('[data-conversation]')];
    const here = links.findIndex((link) => Number(link.dataset.conversation) === current());
    const next = links[here < 0 ? 0 : here + by];
    if (next) {
      next.focus();
      choose(Number(next.dataset.conversation));
    }
  }

  return { take, draw, show, step, search: () => field.focus(), entry: (id) => [...queue.mine, ...queue.waiting, ...(found?.items ?? [])].find((one) => one.conversation === id), colleagues: () => queue.colleagues, counts: () => ({ waiting: queue.waiting.length, unread: queue.mine.reduce((sum, one) => sum + one.unread, 0) }) };
}
