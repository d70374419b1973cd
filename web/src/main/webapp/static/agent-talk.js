/*
 * The conversation in the middle: its head with what can be done now, its messages as they stand, and how far the other
 * side has read. Messages are drawn once; only what changes is drawn again, so that a reader is not told them twice.
 */

const NEAR_PX = 80;
/* What ends the sentence is not of the address. */
const SHOP_LINK = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]|\/product\/[a-z0-9-]+)/g;

export function createTalk({ kit, me, talks, act, pathOf, cards }) {
  const { el, text, icon } = kit;
  const log = document.getElementById('log');
  const head = document.getElementById('talk-head');
  const foot = document.getElementById('talk-foot');
  const none = document.getElementById('talk-none');
  let shown = null;
  let drawn = 0;
  /* Who reads further up stays there; who is at the end stays at it, also when a card or a picture grows. */
  let isAtEnd = true;
  /* By part of the head: what stands in it. */
  const standing = new WeakMap();

  /* ---------- The head ---------- */
  const BUTTONS = {
    take: { icon: 'check', primary: true },
    hand: { icon: 'swap' },
    release: { icon: 'return' },
    ticket: { icon: 'mail' },
    close: { icon: 'check', primary: true },
    reopen: { icon: 'refresh', primary: true },
  };

  function moves(frame) {
    const isMine = frame.agent?.id === me.id;
    if (frame.status === 'closed') {
      return ['reopen'];
    }
    if (frame.status === 'open') {
      // Who has left no address cannot be answered by mail.
      return isMine ? ['hand', 'release', frame.contact ? 'ticket' : null, 'close'].filter(Boolean) : [];
    }
    return frame.status === 'ticket' ? [isMine ? null : 'take', 'close'].filter(Boolean) : ['take', 'close'];
  }

  function button(move, isPrimary) {
    return el(
      'button',
      { class: `btn btn--${isPrimary ? 'primary' : 'secondary'}`, type: 'button', 'data-move': move, onclick: () => act(move, shown) },
      icon(BUTTONS[move].icon),
      el('span', { class: 'talk__word' }, text(`move.${move}`)),
    );
  }

  function drawHead() {
    const talk = talks.get(shown);
    const frame = talk?.head;
    document.getElementById('th').textContent = frame?.name || text('guest');
    const state = frame ? stateOf(frame) : null;
    redraw(document.getElementById('talk-state'), state, () => (state ? stateParts(state) : []));
    const wanted = frame ? moves(frame) : [];
    // One of them is what is to be done next.
    const isPrimary = (move) => BUTTONS[move].primary === true && (move !== 'close' || !wanted.includes('take'));
    const focused = document.activeElement?.dataset?.move;
    const box = document.getElementById('talk-moves');
    redraw(box, wanted, () => wanted.map((move) => button(move, isPrimary(move))));
    if (focused && document.activeElement?.dataset?.move !== focused) {
      (box.querySelector(`[data-move="${focused}"]`) ?? log).focus();
    }
    log.setAttribute('aria-label', text('log', frame?.name || text('guest')));
  }

  /* Only where something else is to stand there: a button that is replaced under the pointer is not clicked. */
  function redraw(box, state, make) {
    const wanted = JSON.stringify(state);
    if (standing.get(box) !== wanted) {
      standing.set(box, wanted);
      box.replaceChildren(...make());
    }
  }

  function stateOf(frame) {
    return {
      who: frame.agent && frame.agent.id !== me.id ? text('answers', frame.agent.name) : text(`status.${frame.status}`),
      mood: { waiting: 'warn', open: 'good', ticket: 'info' }[frame.status] ?? '',
      path: pathOf(shown),
      about: frame.subject || frame.email || '',
    };
  }

  function stateParts({ who, mood, path, about }) {
    return [
      el('span', { class: `badge badge--${mood}` }, who),
      ' ',
      path ? el('span', {}, text('looks'), ' ', el('a', { href: `${kit.base}${path}`, target: '_blank', rel: 'noopener' }, path)) : el('span', {}, about),
    ];
  }

  /* ---------- Messages ---------- */
  function isMine(message) {
    return message.from === 'agent' && message.kind !== 'note';
  }

  function nameOf(message) {
    if (message.from === 'agent') {
      return message.name === me.name ? text('you') : message.name;
    }
    return message.from === 'assistant' ? text('assistant') : talks.get(shown)?.head?.name || text('guest');
  }

  /* Addresses become links; everything is text. */
  function linked(words) {
    return words.split(SHOP_LINK).map((part, index) => {
      if (index % 2 === 0) {
        return part;
      }
      const address = part.startsWith('/') ? `${kit.base}${part}` : part;
      return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, part);
    });
  }

  function fileOf(file) {
    const address = `/api/v1/chat/files/${encodeURIComponent(file.id)}`;
    const isPicture = file.type.startsWith('image/');
    return el(
      'a',
      { class: isPicture ? 'msg-file msg-file--picture' : 'msg-file', href: address, target: '_blank', rel: 'noopener' },
      isPicture ? el('img', { src: address, alt: text('picture', file.name), loading: 'lazy', width: 220, height: 160 }) : icon('doc', 'm'),
      el('span', {}, file.name, el('span', { class: 'muted' }, ` ${kit.size(file.size)}`)),
    );
  }

  function bubble(message) {
    const parts = [];
    if (message.kind === 'file' && message.file) {
      parts.push(fileOf(message.file));
    } else {
      parts.push(el('p', { class: 'msg__bubble' }, linked(message.text ?? '')));
    }
    (message.products ?? []).slice(0, 3).forEach((slug) => parts.push(cards(slug)));
    if (message.choices?.length) {
      parts.push(el('p', { class: 'msg__meta' }, text('offered', message.choices.join(' · '))));
    }
    return parts;
  }

  function meta(message) {
    const words = message.kind === 'note' ? text('note.meta', nameOf(message), kit.clock.format(new Date(message.at))) : `${nameOf(message)} · ${kit.clock.format(new Date(message.at))}`;
    return el('p', { class: 'msg__meta' }, words, isMine(message) && el('span', { 'data-mark': message.number }));
  }

  const SAID = { asked: 'event.asked', joined: 'event.joined', left: 'event.left', handed: 'event.handed', closed: 'event.closed', reopened: 'event.reopened', ticket: 'event.ticket' };

  function element(message) {
    if (message.kind === 'event') {
      return el('p', { class: 'msg-sys', 'data-number': message.number }, `${text(SAID[message.text] ?? 'event.other', message.name || '')} · ${kit.clock.format(new Date(message.at))}`);
    }
    const kind = message.kind === 'note' ? ' msg--me msg--note' : isMine(message) ? ' msg--me' : '';
    return el('div', { class: `msg${kind}`, 'data-number': message.number }, bubble(message), meta(message));
  }

  function pendingElement(pending) {
    const said = pending.state === 'refused'
      ? [
          el('span', { class: 'bad' }, text(`reason.${pending.reason}`)),
          el('button', { class: 'btn btn--quiet', type: 'button', onclick: () => talks.again(shown, pending) }, text('again')),
          el('button', { class: 'btn btn--quiet', type: 'button', onclick: () => talks.drop(shown, pending) }, text('drop')),
        ]
      : [icon('clock'), text('sending')];
    return el(
      'div',
      { class: `msg msg--me${pending.note ? ' msg--note' : ''}`, 'data-pending': pending.id },
      el('p', { class: 'msg__bubble' }, pending.text ?? text('file.sending')),
      el('p', { class: 'msg__meta' }, said),
    );
  }

  /* ---------- Drawing ---------- */
  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  const keepEnd = () => isAtEnd && (log.scrollTop = log.scrollHeight);
  function toEnd() {
    isAtEnd = true;
    keepEnd();
  }
  log.addEventListener('scroll', () => (isAtEnd = isNearEnd()), { passive: true });
  log.addEventListener('load', keepEnd, true);
  new MutationObserver(keepEnd).observe(log, { childList: true, subtree: true });

  function show(id) {
    shown = id;
    drawn = 0;
    none.hidden = id !== null;
    [head, log, foot].forEach((part) => (part.hidden = id === null));
    log.replaceChildren();
    if (id !== null) {
      // What was said before is not read out.
      log.setAttribute('aria-busy', 'true');
      drawHead();
      draw();
      toEnd();
    }
  }

  function draw() {
    const talk = talks.get(shown);
    if (!talk) {
      return;
    }
    log.querySelectorAll('[data-pending], [data-typing]').forEach((old) => old.remove());
    const all = talks.messages(talk);
    for (; drawn < all.length; drawn += 1) {
      const message = all[drawn];
      const before = all[drawn - 1];
      if (!before || kit.day(before.at) !== kit.day(message.at)) {
        log.append(el('p', { class: 'msg-sys' }, kit.day(message.at)));
      }
      log.append(element(message));
    }
    log.append(...talk.pending.map(pendingElement));
    if (talk.typing) {
      log.append(el('p', { class: 'msg-sys', 'data-typing': true }, text('typing', talk.typing.name || talk.head?.name || text('guest'))));
    }
    marks(talk);
    if (talk.isLoaded) {
      log.removeAttribute('aria-busy');
    }
    if (talk.pending.length > 0) {
      toEnd();
    } else {
      keepEnd();
    }
  }

  function marks(talk) {
    const seen = talk.head?.shopper ?? { delivered: 0, read: 0 };
    log.querySelectorAll('[data-mark]').forEach((mark) => {
      const number = Number(mark.dataset.mark);
      const state = number <= seen.read ? 'read' : number <= seen.delivered ? 'delivered' : 'sent';
      if (mark.dataset.state !== state) {
        mark.dataset.state = state;
        mark.replaceChildren(` · ${state === 'sent' ? '✓' : '✓✓'} ${text(`mark.${state}`)}`);
      }
    });
  }

  /* What the server said of a message whose place it had already. */
  function renew(message) {
    const old = log.querySelector(`[data-number="${message.number}"]`);
    old?.replaceWith(element(message));
  }

  /* Whether what was said last is before the eyes of somebody. */
  const isSeen = () => shown !== null && !document.hidden && document.hasFocus() && !log.hidden && isNearEnd();

  return { show, draw, drawHead, renew, isSeen, onscroll: (heard) => log.addEventListener('scroll', heard, { passive: true }), shown: () => shown };
}
