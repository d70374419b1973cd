/*
 * Where an answer is written: a draft for each conversation, notes, files, and answers that are ready, which a slash at the
 * beginning looks for.
 */

const TYPING_MS = 3000;
const MOST = 2000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_SHOWN = 8;
/* What looks for a ready answer. A link has another slash. */
const QUERY = /^\/([^\n/]*)$/;

export function createComposer({ kit, link, talks, current, tell }) {
  const { el, text } = kit;
  const form = document.getElementById('compose');
  const field = document.getElementById('answer');
  const note = document.getElementById('note');
  const clip = document.getElementById('clip');
  const input = document.getElementById('file');
  const list = document.getElementById('replies');
  const bolt = document.getElementById('bolt');
  const hint = document.getElementById('compose-hint');
  const replies = new Map();
  const loads = new Map();
  let id = null;
  let typed = -Infinity;
  let matches = [];
  let active = -1;
  /* What was written before ready answers were asked for. */
  let kept = '';
  /* With what Enter was pressed before the ready answers were there: else the guest would be sent the shortcut. */
  let chosen = null;
  /* What goes out as it is when it is sent again, although it begins as a shortcut does. */
  let plain = null;

  /* ---------- The draft ---------- */
  const isNote = () => note.getAttribute('aria-pressed') === 'true';

  function show(conversation) {
    close();
    plain = null;
    id = conversation;
    if (id !== null) {
      const draft = talks.draft(id);
      field.value = draft.text;
      setNote(draft.note);
      fit();
      load(id);
    }
  }

  function setNote(on) {
    note.setAttribute('aria-pressed', String(on));
    form.classList.toggle('compose--note', on);
    document.getElementById('answer-label').textContent = text(on ? 'note.label' : 'answer.label');
    field.placeholder = text(on ? 'note.label' : 'answer.hint');
    allow();
  }

  /* Who does not answer this conversation leaves notes in it. */
  function allow() {
    const frame = talks.get(id)?.head;
    const isClosed = frame?.status === 'closed';
    const reason = !isNote() && frame ? (isClosed ? 'closed.hint' : frame.agent?.id === kit.me.id ? '' : 'take.hint') : '';
    hint.textContent = reason ? text(reason) : '';
    hint.hidden = !reason;
    form.querySelector('[type="submit"]').disabled = reason !== '';
    clip.disabled = reason !== '' || isNote();
  }

  function save() {
    talks.draft(id, { text: kept || field.value, note: isNote() });
  }

  function fit() {
    field.rows = Math.min(8, Math.max(2, field.value.split('\n').length + Math.floor(field.value.length / 90)));
  }

  /* ---------- Answers that are ready ---------- */
  function load(conversation) {
    if (!replies.has(conversation) && !loads.has(conversation)) {
      const loaded = kit
        .get(`/agent/replies?conversation=${conversation}`)
        .then((answer) => replies.set(conversation, answer.items))
        .catch(() => {}) /* Asked for again with the next slash. */
        .finally(() => loads.delete(conversation));
      loads.set(conversation, loaded);
    }
    return loads.get(conversation) ?? Promise.resolve();
  }

  const words = (reply) => `${reply.shortcut} ${reply.title} ${reply.body}`.toLowerCase();

  const written = () => field.value.trim();

  function suggest() {
    const query = QUERY.exec(written());
    if (!query) {
      close();
      return;
    }
    const wanted = query[1].trim().toLowerCase();
    const all = replies.get(id) ?? [];
    if (!replies.has(id)) {
      const asked = id;
      load(asked).then(() => asked === id && arrive());
    }
    const first = all.filter((reply) => reply.shortcut.startsWith(wanted));
    matches = [...first, ...all.filter((reply) => !first.includes(reply) && words(reply).includes(wanted))].slice(0, MOST_SHOWN);
    active = matches.length > 0 ? 0 : -1;
    draw();
  }

  function arrive() {
    if (list.hidden) {
      return;
    }
    if (!replies.has(id)) {
      plain = chosen;
      draw('replies.failed');
      tell(text('replies.failed'));
      return;
    }
    suggest();
    if (chosen === written()) {
      take();
    }
  }

  function draw(empty = replies.has(id) ? 'replies.none' : 'loading') {
    list.replaceChildren(
      ...matches.map((reply, index) =>
        el(
          'li',
          { id: `reply-${index}`, role: 'option', class: 'reply', 'aria-selected': String(index === active), lang: reply.language, onmousedown: (event) => event.preventDefault(), onclick: () => insert(reply) },
          el('b', {}, `/${reply.shortcut}`), ' ', el('span', {}, reply.title), el('span', { class: 'muted reply__body' }, reply.body),
        ),
      ),
      ...(matches.length === 0 ? [el('li', { class: 'reply muted', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text(empty))] : []),
    );
    list.hidden = false;
    point();
  }

  function point() {
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === active)));
    if (active >= 0) {
      field.setAttribute('aria-activedescendant', `reply-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    matches = [];
    active = -1;
    chosen = null;
    list.hidden = true;
    field.removeAttribute('aria-activedescendant');
    if (kept) {
      field.value = joined(kept, field.value.startsWith('/') ? '' : field.value);
      kept = '';
      fit();
      save();
    }
  }

  const joined = (before, after) => [before.trimEnd(), after].filter(Boolean).join(' ');

  function insert(reply) {
    const before = kept;
    kept = '';
    close();
    put(joined(before, reply.body));
    plain = written();
  }

  function put(words, isAdded = false) {
    field.value = isAdded ? joined(field.value, words) : words;
    field.focus();
    fit();
    save();
  }

  /* ---------- Sending ---------- */
  /* The guest is not sent a shortcut, but what it stands for, as soon as that is known. */
  function isLookedUp() {
    if (!QUERY.test(written()) || written() === plain) {
      return false;
    }
    chosen = written();
    field.focus();
    suggest();
    if (replies.has(id)) {
      take();
    }
    return true;
  }

  /* What was chosen; where it is none, it is meant as it is. */
  function take() {
    if (active >= 0) {
      insert(matches[active]);
    } else {
      plain = chosen;
    }
  }

  function send() {
    const words = written();
    const isRefused = form.querySelector('[type="submit"]').disabled;
    if (!words || id === null || isRefused || isLookedUp()) {
      return;
    }
    if (words.length > MOST) {
      tell(text('reason.too-long'));
      return;
    }
    talks.say(id, isNote() ? { text: words, note: true } : { text: words });
    field.value = '';
    typed = -Infinity;
    plain = null;
    if (!kept) {
      setNote(false);
    }
    close();
    save();
    fit();
  }

  async function upload(file) {
    const conversation = id;
    if (file.size > MOST_BYTES) {
      tell(text('file.too-large'));
      return;
    }
    clip.setAttribute('aria-busy', 'true');
    try {
      const address = new URLSearchParams({ as: 'agent', conversation, name: file.name.slice(-100) });
      const response = await fetch(`/api/v1/chat/files?${address}`, { method: 'POST', headers: { 'Content-Type': file.type || 'application/octet-stream' }, body: file });
      if (!response.ok) {
        tell(text({ 413: 'file.too-large', 415: 'file.unknown-kind' }[response.status] ?? 'file.failed'));
        return;
      }
      talks.say(conversation, { file: (await response.json()).id });
    } catch {
      tell(text('file.failed'));
    } finally {
      clip.removeAttribute('aria-busy');
    }
  }

  /* ---------- What is pressed ---------- */
  field.addEventListener('input', () => {
    plain = null;
    fit();
    save();
    suggest();
    const isAnswer = field.value.trim() && !field.value.startsWith('/') && !isNote();
    if (isAnswer && performance.now() - typed > TYPING_MS && talks.get(id)?.head?.agent?.id === kit.me.id) {
      typed = performance.now();
      link.send({ type: 'typing', conversation: id });
    }
  });

  field.addEventListener('keydown', (event) => {
    if (event.isComposing) {
      return;
    }
    if (!list.hidden) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && matches.length > 0) {
        event.preventDefault();
        active = (active + step + matches.length) % matches.length;
        point();
        return;
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) {
        event.preventDefault();
        insert(matches[active]);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        plain = written();
        close();
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      // Held down it is pressed once.
      if (!event.repeat) {
        send();
      }
    }
  });

  field.addEventListener('blur', close);
  field.addEventListener('paste', (event) => {
    const file = [...(event.clipboardData?.files ?? [])][0];
    if (file && !clip.disabled) {
      event.preventDefault();
      upload(file);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });
  note.addEventListener('click', () => {
    setNote(!isNote());
    save();
    field.focus();
  });
  // Who presses these goes on writing.
  [bolt, form.querySelector('[type="submit"]')].forEach((button) => button.addEventListener('mousedown', (event) => event.preventDefault()));
  bolt.addEventListener('click', () => {
    kept ||= field.value.startsWith('/') ? '' : field.value;
    field.value = '/';
    field.focus();
    suggest();
  });
  clip.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    if (input.files[0]) {
      upload(input.files[0]);
    }
    input.value = '';
  });

  return { show, allow, put, note: () => note.click(), focus: () => field.focus(), current };
}
