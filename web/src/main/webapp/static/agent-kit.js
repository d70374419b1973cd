/*
 * What all parts of the agents' console build with: elements (text is always text, never markup), words of the page's
 * language, times and sums, and calls of the REST interface. Made once by agent.js and handed to the others.
 */

const DAY_MS = 86_400_000;

export function createKit({ words, sprite, lang, base }) {
  /* How far the clock of this machine is from the server's, so that waiting times are right. */
  let skew = 0;

  function text(key, ...values) {
    const phrase = words[`agent.js.${key}`] ?? key;
    return phrase.replace(/\{(\d)\}/g, (whole, index) => String(values[index] ?? ''));
  }

  function el(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) {
        element.addEventListener(key.slice(2), value);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value === true ? '' : value);
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  function icon(name, kind = 's') {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', `icon icon--${kind}`);
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `${sprite}#i-${name}`);
    svg.append(use);
    return svg;
  }

  const now = () => Date.now() + skew;

  const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
  const dayOfYear = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short' });
  const fullDay = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric' });

  /* The hour today, else the day. */
  function when(moment) {
    const date = new Date(moment);
    return date.toDateString() === new Date().toDateString() ? clock.format(date) : dayOfYear.format(date);
  }

  function day(moment) {
    const date = new Date(moment);
    const today = new Date();
    if (date.toDateString() === today.toDateString()) {
      return text('today');
    }
    return date.toDateString() === new Date(today - DAY_MS).toDateString() ? text('yesterday') : fullDay.format(date);
  }

  /* How long somebody waits, such as 3:12 or 2 h. */
  function waited(since) {
    const seconds = Math.max(0, Math.floor((now() - Date.parse(since)) / 1000));
    if (seconds < 3600) {
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    return seconds < 86_400
      ? text('hours', Math.floor(seconds / 3600))
      : text('days', Math.floor(seconds / 86_400));
  }

  function money(sum) {
    return sum
      ? new Intl.NumberFormat(lang, { style: 'currency', currency: sum.currency }).format(Number(sum.amount))
      : '';
  }

  function size(bytes) {
    return bytes < 1_048_576
      ? text('kilobytes', Math.max(1, Math.round(bytes / 1024)))
      : text('megabytes', (bytes / 1_048_576).toLocaleString(lang, { maximumFractionDigits: 1 }));
  }

  /* Two letters that stand for somebody. */
  function initials(name) {
    const parts = (name || '').trim().split(/\s+/).filter(Boolean);
    const letters = [parts[0], parts.length > 1 ? parts[parts.length - 1] : ''];
    return letters.map((part) => [...(part ?? '')][0] ?? '').join('').toUpperCase() || text('guest.letter');
  }

  const TINTS = ['', ' avatar--peach', ' avatar--mint', ' avatar--sky'];

  function avatar(name, seed, isOn = false) {
    return el(
      'span',
      { class: `avatar${TINTS[Number(seed) % TINTS.length]}${isOn ? ' avatar--on' : ''}`, 'aria-hidden': 'true' },
      initials(name),
    );
  }

  /* A call; throws an error with the problem's status and words when it is refused. */
  async function call(method, path, body, headers = {}) {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const date = Date.parse(response.headers.get('Date') ?? '');
    // The header knows whole seconds only: a small difference is none.
    skew = Number.isNaN(date) || Math.abs(date - Date.now()) < 2000 ? 0 : date - Date.now();
    if (!response.ok) {
      const problem = await response.json().catch(() => ({}));
      throw Object.assign(new Error(problem.detail ?? ''), { status: response.status, type: problem.type });
    }
    return response.status === 204 ? null : response.json();
  }

  /* As a name for something that is said again until it is answered. */
  function id() {
    if (crypto.randomUUID) {
      return crypto.randomUUID();
    }
    // Without TLS browsers have no randomUUID.
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /* What is remembered in this browser; never more than a convenience. */
  function memory(storage) {
    return {
      read(key, otherwise) {
        try {
          return JSON.parse(storage().getItem(`agent.${key}`)) ?? otherwise;
        } catch {
          return otherwise;
        }
      },
      write(key, value) {
        try {
          storage().setItem(`agent.${key}`, JSON.stringify(value));
        } catch {
          /* A full or forbidden storage: the page goes on without. */
        }
      },
    };
  }

  return {
    text, el, icon, now, clock, when, day, waited, money, size, avatar, initials, id, base, lang,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    tab: memory(() => sessionStorage),
    browser: memory(() => localStorage),
  };
}
