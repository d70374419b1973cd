/*
 * Keys for who works with both hands on them. Single letters do something only outside of fields, and can be switched off
 * in the help, which ? opens. With Alt they work from the field of the answer too.
 */

export function createKeys({ kit, does }) {
  const help = document.getElementById('help');
  const box = document.getElementById('keys-on');
  box.checked = kit.browser.read('keys', true);
  box.addEventListener('change', () => kit.browser.write('keys', box.checked));

  const KEYS = {
    j: () => does.step(1),
    k: () => does.step(-1),
    t: () => does.move('take'),
    h: () => does.move('hand'),
    b: () => does.move('release'),
    m: () => does.move('ticket'),
    d: () => does.move('close'),
    o: () => does.move('reopen'),
    n: does.note,
    r: does.answer,
    p: does.presence,
    s: does.search,
    1: () => does.box('waiting'),
    2: () => does.box('mine'),
    3: () => does.box('all'),
    4: () => does.box('tickets'),
    '?': () => help.showModal(),
  };

  const isField = (element) => element.matches('input, textarea, select, [contenteditable]');

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.isComposing || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === 'Escape') {
      does.back();
      return;
    }
    // Alt makes other characters of some keys: the key that was pressed counts.
    const key = event.altKey ? event.code.replace(/^(Key|Digit)/, '').toLowerCase() : event.key;
    const isMeant = event.altKey || (box.checked && !isField(event.target));
    if (isMeant && Object.hasOwn(KEYS, key)) {
      event.preventDefault();
      KEYS[key]();
    }
  });

  document.getElementById('help-open').addEventListener('click', () => help.showModal());
}
