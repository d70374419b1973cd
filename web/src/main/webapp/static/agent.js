/*
 * The console of people who answer. This file knows the parts and has them know of each other: the socket (agent-link.js),
 * open conversations (agent-talks.js), the list (agent-queue.js), the conversation that is shown (agent-talk.js), where an
 * answer is written (agent-compose.js), who is at the other end (agent-panel.js), products, alerts and keys.
 */

const page = document.getElementById('console');
const modules = JSON.parse(document.getElementById('console-modules').textContent);
const words = JSON.parse(document.getElementById('console-texts').textContent);

/* Files have names of their content: the page tells them. */
const [{ createKit }, { createLink }, { createTalks }, { createQueue }, { createTalk }, { createComposer }, { createPanel }, { createProducts }, { createAlerts }, { createKeys }] =
  await Promise.all(['kit', 'link', 'talks', 'queue', 'talk', 'compose', 'panel', 'products', 'alerts', 'keys'].map((name) => import(modules[name])));

const me = { id: Number(page.dataset.me), name: page.dataset.name };
const kit = createKit({ words, sprite: page.dataset.sprite, lang: document.documentElement.lang, base: page.dataset.base ?? '' });
kit.me = me;
const { el, text } = kit;
const current = () => talk?.shown() ?? null;

let talk;
let shownPane = 'list';

/* ---------- What is heard ---------- */
const link = createLink({ kit, hear, state: connection });
const talks = createTalks({ kit, link, me, changed });
const queue = createQueue({ kit, me, choose, current });
const alerts = createAlerts({ kit, go: choose });

function hear(frame, said) {
  if (frame.type === 'hello') {
    link.send({ type: 'presence', status: presence() });
    talks.resume(current());
    // What was said to be read may have gone with the node that heard it.
    const one = talks.get(current());
    if (one) {
      one.read = 0;
      read();
    }
  } else if (frame.type === 'queue') {
    takeQueue(frame);
  } else if (frame.type === 'refused' && said?.type !== 'say') {
    alerts.announce(text(`reason.${frame.reason}`));
    toast(text(`reason.${frame.reason}`));
  } else if (frame.type === 'done' && said?.type === 'take') {
    taken.forEach((at, id) => isSoon(at) || taken.delete(id));
    taken.set(said.conversation, Date.now());
    composer.focus();
  }
  talks.hear(frame, said);
}

const known = new Set();
let mineIds = [];
/* A socket looks at fifty: so many of this agent's, the newest, and some that are shown for a moment. */
const MOST_MINE = 40;
/* When what was taken here was: that it comes among mine soon after is no news to who took it. */
const taken = new Map();
const SOON_MS = 15_000;
const isSoon = (at) => Date.now() - at < SOON_MS;
let hasQueue = false;
function takeQueue(frame) {
  const isFirst = !hasQueue;
  hasQueue = true;
  queue.take(frame);
  talk.drawHead();
  const mine = frame.mine.filter((one) => one.status === 'open');
  const all = [...frame.waiting, ...mine];
  for (const one of all) {
    if (!known.has(one.conversation)) {
      known.add(one.conversation);
      if (!isFirst && isNews(one, mine.includes(one))) {
        alerts.tell(one.conversation, text('alert.waiting', one.name || text('guest')), one.text);
      }
    }
  }
  const here = new Set(all.map((one) => one.conversation));
  known.forEach((id) => here.has(id) || known.delete(id));
  // What is mine is open, so that what is said in it is heard at once.
  const heard = mine.slice(0, MOST_MINE);
  const missing = heard.filter((one) => !talks.get(one.conversation));
  link.atPace(missing, (one) => talks.get(one.conversation) ?? talks.open(one.conversation));
  mineIds = heard.map((one) => one.conversation);
  tidy();
  const { waiting, unread } = queue.counts();
  alerts.count(waiting + unread);
  const badge = document.getElementById('rail-count');
  badge.hidden = waiting === 0;
  badge.textContent = String(waiting);
}

/* A moment later: by then it is known that what was taken just now is this agent's. */
const TIDY_MS = 3000;
let tidying;
function tidy() {
  tidying ??= setTimeout(() => {
    tidying = undefined;
    const justTaken = [...taken].filter(([, at]) => isSoon(at)).map(([id]) => id);
    const unanswered = link.waiting().map((frame) => frame.conversation);
    if (talks.keepOnly(new Set([current(), ...mineIds, ...justTaken, ...unanswered]))) {
      tidy();
    }
  }, TIDY_MS);
}

/* Somebody waits, or was given to this agent without having waited. */
function isNews(one, isMine) {
  if (!isMine) {
    return presence() === 'online';
  }
  const isBefore = one.conversation === current() && talk.isSeen();
  return one.unread > 0 && !isBefore && !isSoon(taken.get(one.conversation) ?? 0);
}

function changed(id, what, fresh = []) {
  if (id === current()) {
    if (what === 'head') {
      talk.drawHead();
      composer.allow();
      panel.draw();
    }
    fresh.forEach((message) => talk.renew(message));
    talk.draw();
    read();
  }
  const said = fresh.filter((message) => message.from === 'shopper').at(-1);
  if (said && (id !== current() || !talk.isSeen())) {
    alerts.tell(id, talks.get(id)?.head?.name || text('guest'), said.text || text('file.sent'));
  }
}

/* Only what somebody can have seen is said to be read. */
function read() {
  const one = talks.get(current());
  if (one?.isLoaded && talk.isSeen() && one.last > Math.max(one.read ?? 0, one.head?.agents?.read ?? 0)) {
    one.read = one.last;
    link.send({ type: 'read', conversation: one.id, number: one.last });
  }
}

let lostAt;
function connection(state) {
  const line = document.getElementById('link');
  page.dataset.link = state;
  clearTimeout(lostAt);
  const show = () => {
    line.replaceChildren(...(state === 'open' || state === 'opening' ? [] : [text(`link.${state}`), state === 'ended' ? el('a', { href: `${kit.base}/login?next=/agent` }, text('link.in')) : '']));
    line.hidden = line.textContent === '';
  };
  if (state === 'lost') {
    // A node that is drained is replaced in a moment; nobody needs to hear of that.
    lostAt = setTimeout(show, 1500);
  } else {
    show();
  }
}

/* ---------- What is shown ---------- */
function pane(name) {
  shownPane = name;
  page.dataset.pane = name;
}

function choose(id) {
  talks.open(id);
  talk.show(id);
  composer.show(id);
  panel.show(id).catch(() => {});
  queue.draw();
  tidy();
  pane('talk');
  kit.tab.write('current', id);
  history.replaceState(null, '', `#c${id}`);
  read();
}

function pathOf(id) {
  const path = queue.entry(id)?.page;
  return /^\/[a-z0-9/_-]*$/i.test(path ?? '') ? path : null;
}

let toastTimer;
function toast(sentence) {
  const region = document.getElementById('toasts');
  clearTimeout(toastTimer);
  region.replaceChildren(el('p', { class: 'toast' }, sentence));
  toastTimer = setTimeout(() => region.replaceChildren(), 8000);
}

/* ---------- Dialogs ---------- */
/* How often each was opened: what comes of an opening that is over is nothing to the one that is there. */
const openings = {};

function openDialog(name, does) {
  const opening = (openings[name] = (openings[name] ?? 0) + 1);
  const isThere = () => openings[name] === opening;
  const dialog = document.getElementById(name);
  const form = dialog.querySelector('form[data-does]');
  const fault = dialog.querySelector('[role="alert"]');
  const key = kit.id();
  form?.reset();
  if (fault) {
    fault.hidden = true;
  }
  if (form) {
    const send = form.querySelector('[type="submit"]');
    send.disabled = false;
    form.onsubmit = async (event) => {
      event.preventDefault();
      send.disabled = true;
      try {
        await does(form, key);
        if (isThere()) {
          dialog.close();
        }
      } catch (refused) {
        const problem = `problem.${refused.status}`;
        const words = text(problem) === problem ? text('problem.other') : text(problem);
        if (isThere() && dialog.open) {
          fault.textContent = words;
          fault.hidden = false;
        } else {
          toast(words);
        }
      } finally {
        if (isThere()) {
          send.disabled = false;
        }
      }
    };
  }
  dialog.showModal();
  return dialog;
}

document.querySelectorAll('dialog [data-close]').forEach((button) => button.addEventListener('click', () => button.closest('dialog').close()));

function hand(id) {
  const others = queue.colleagues().filter((one) => one.id !== me.id);
  document.getElementById('hand-list').replaceChildren(
    ...(others.length === 0 ? [el('li', { class: 'muted' }, text('hand.none'))] : []),
    ...others.map((one) =>
      el(
        'li',
        {},
        el(
          'button',
          {
            class: 'hand', type: 'button',
            onclick: () => {
              link.say({ type: 'hand', conversation: id, to: one.id });
              document.getElementById('hand').close();
            },
          },
          kit.avatar(one.name, one.id, one.presence === 'online'),
          el('span', {}, el('b', {}, one.name), el('span', { class: 'muted' }, ` ${text(`presence.${one.presence}`)} · ${text('load', one.load)}`)),
        ),
      ),
    ),
  );
  openDialog('hand');
}

function act(move, id) {
  if (move === 'hand') {
    hand(id);
  } else {
    link.say({ type: move, conversation: id });
  }
}

/* ---------- Presence ---------- */
const presence = () => kit.browser.read('presence', 'online');
const presenceButton = document.getElementById('presence');
function drawPresence() {
  const isOnline = presence() === 'online';
  presenceButton.setAttribute('aria-pressed', String(isOnline));
  presenceButton.querySelector('.stock').className = `stock ${isOnline ? 'good' : 'muted'}`;
  presenceButton.querySelector('.stock').textContent = text(`presence.${presence()}`);
}
function togglePresence() {
  kit.browser.write('presence', presence() === 'online' ? 'away' : 'online');
  link.send({ type: 'presence', status: presence() });
  drawPresence();
}
presenceButton.addEventListener('click', togglePresence);

/* ---------- All together ---------- */
const products = createProducts({ kit, put: (words) => composer.put(words, true), openDialog });
talk = createTalk({ kit, me, talks, act, pathOf, cards: products.card });
const composer = createComposer({ kit, link, talks, current, tell: toast });
const panel = createPanel({ kit, link, talks, tell: toast, put: composer.put, choose, openDialog });
createKeys({
  kit,
  does: {
    step: queue.step,
    move: (move) => document.querySelector(`#talk-moves [data-move="${move}"]`)?.click(),
    note: composer.note,
    answer: composer.focus,
    presence: togglePresence,
    search: () => {
      pane('list');
      queue.search();
    },
    box: queue.show,
    back: () => pane(shownPane === 'who' ? 'talk' : 'list'),
  },
});
document.querySelectorAll('[data-pane-to]').forEach((button) => button.addEventListener('click', () => pane(button.dataset.paneTo)));
talk.onscroll(read);
addEventListener('focus', read);
document.addEventListener('visibilitychange', read);

drawPresence();
talk.show(null);
queue.show(kit.tab.read('box', 'mine'));
talks.remembered().slice(-10).forEach((id) => talks.open(id));
const wanted = Number(/^#c(\d+)$/.exec(location.hash)?.[1] ?? kit.tab.read('current', 0));
if (wanted) {
  choose(wanted);
}
link.open();
