/*
 * The way to the till: counts down how long things are held, and keeps a second press of the button
 * from being sent. The page does all of it without: it says until when, and a token makes of two
 * presses one order.
 */

const hold = document.querySelector('[data-left]');
const said = document.querySelector('[data-hold-said]');

/* Heard only now and then, or a screen reader would talk of nothing else. */
const TOLD_AT_MINUTES = [10, 5, 2, 1];

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function show(seconds) {
  const box = hold.querySelector('span');
  const [before, after] = hold.dataset.words.split('{0}');
  const time = document.createElement('b');
  time.textContent = clock(seconds);
  box.replaceChildren(before, time, after);
}

if (hold) {
  const end = performance.now() + Number(hold.dataset.left) * 1000;
  let told = Math.ceil(Number(hold.dataset.left) / 60);
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000));
    if (seconds === 0) {
      hold.querySelector('span').textContent = hold.dataset.over;
      said.textContent = hold.dataset.over;
      document.querySelector('[data-hold-again]').hidden = false;
      return;
    }
    show(seconds);
    const minutes = Math.ceil(seconds / 60);
    if (minutes < told && TOLD_AT_MINUTES.includes(minutes)) {
      said.textContent = hold.dataset.minutes.replace('{0}', minutes);
    }
    told = minutes;
    setTimeout(tick, 1000);
  };
  tick();
}

/* A page from the browser's memory may be of an attempt that is over, and its clock stood still. */
addEventListener('pageshow', (event) => event.persisted && location.reload());

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    const button = form.querySelector('button');
    button.setAttribute('aria-busy', 'true');
    button.textContent = form.dataset.once;
  });
}
