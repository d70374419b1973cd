/*
 * Passkeys: signing in without a password, and adding one to an account. A browser that knows none
 * is shown nothing of it; passwords work everywhere.
 */

const API = '/api/v1';

const known =
  isSecureContext &&
  'credentials' in navigator &&
  typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function' &&
  typeof window.PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

/* What kind of text says why it did not work: a name among the data attributes of what asked. */
class Refused extends Error {
  constructor(kind, seconds) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

const KINDS = {
  'passkey-refused': 'refused',
  'passkey-unfit': 'refused',
  'passkey-expired': 'expired',
  'passkey-known': 'known',
  'passkeys-full': 'full',
  'address-unconfirmed': 'unconfirmed',
  'wrong-password': 'password',
  'too-many-attempts': 'wait',
  busy: 'wait',
};

async function post(path, body) {
  const response = await fetch(API + path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) {
    return response.json();
  }
  if (response.status === 401 && path.startsWith('/passkeys')) {
    // Signed out meanwhile: the page itself leads to where that is mended.
    location.reload();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Refused(KINDS[problem.type] ?? 'failed', response.headers.get('Retry-After'));
}

function words(fault, texts) {
  const kind =
    {
      NotAllowedError: 'cancelled',
      AbortError: 'cancelled',
      InvalidStateError: 'known',
      // The address of this page is another one than the shop's own.
      SecurityError: 'elsewhere',
    }[fault.name] ??
    fault.kind ??
    'failed';
  return (texts[kind] ?? texts.failed).replaceAll('{0}', fault.seconds ?? '5');
}

/* Does something while its button rests, and says in words why it did not work. */
async function attempt(element, action) {
  const button = element.querySelector('button:not([type=button]), button.btn');
  const fault = element.querySelector('[data-passkey-fault]');
  fault.textContent = '';
  button.disabled = true;
  try {
    await action();
  } catch (refused) {
    fault.textContent = words(refused, element.dataset);
    button.disabled = false;
    button.focus();
  }
}

/* ---------- Signing in ---------- */
const way = document.querySelector('[data-passkey-in]');

/* The browser looks for one passkey at a time: the button takes over from the list below the field. */
let quiet = new AbortController();

async function signed(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    await post('/session/passkey-options', {}),
  );
  return navigator.credentials.get({ publicKey, ...options });
}

async function enter(credential) {
  const remember = document.getElementById('remember')?.checked ?? false;
  await post('/session/passkey', { credential: credential.toJSON(), remember });
  location.assign(way.dataset.passkeyIn);
}

/* Passkeys are offered where the browser offers to fill in an address. Nobody waits for it. */
async function offer() {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  let credential;
  try {
    credential = await signed({ mediation: 'conditional', signal: quiet.signal });
  } catch {
    // Turned down, taken over by the button, or asked for too often: the button is there.
    return;
  }
  await attempt(way, () => enter(credential));
}

if (way && known) {
  way.hidden = false;
  way.querySelector('button').addEventListener('click', () => {
    quiet.abort();
    quiet = new AbortController();
    attempt(way, async () => enter(await signed({})));
  });
  offer();
}

/* ---------- Adding one ---------- */
const form = document.querySelector('[data-passkey-add]');

async function add() {
  const password = form.elements.namedItem('password').value;
  const name = form.elements.namedItem('name').value;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    await post('/passkeys/registration-options', { password }),
  );
  const credential = await navigator.credentials.create({ publicKey });
  await post('/passkeys', { name, credential: credential.toJSON() });
  location.assign(form.dataset.passkeyAdd);
}

if (form && known) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(form, add);
  });
} else if (form) {
  document.querySelector('[data-passkey-none]').hidden = false;
}
