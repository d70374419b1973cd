/* The pictures of a product: thumbs change the main one, which opens large in a dialog. */

const gallery = document.querySelector('[data-gallery]');
const main = gallery.querySelector('.gallery__main img');
const opener = gallery.querySelector('[data-open]');
const thumbs = [...gallery.querySelectorAll('.gallery__thumbs a')];
const viewer = gallery.querySelector('[data-viewer]');
const strip = viewer.querySelector('.viewer__strip');
const count = viewer.querySelector('.viewer__count');

const plain = (event) => !event.metaKey && !event.ctrlKey && !event.shiftKey;

function choose(link) {
  const shown = link.querySelector('img');
  main.srcset = shown.srcset;
  main.src = shown.srcset ? shown.src : link.href;
  main.alt = link.dataset.words;
  opener.href = link.href;
  gallery.querySelector('[aria-current]')?.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
}

for (const link of thumbs) {
  link.addEventListener('click', (event) => {
    if (plain(event)) {
      event.preventDefault();
      choose(link);
    }
  });
}

/* Where a picture's words name what was chosen, such as a colour, that picture comes forward. */
document.querySelector('form[data-buy]')?.addEventListener('change', (event) => {
  if (event.target.type === 'radio') {
    const value = event.target.value.toLocaleLowerCase();
    const named = thumbs.find((link) =>
      link.dataset.words.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u).includes(value),
    );
    if (named) {
      choose(named);
    }
  }
});

/* ---------- Large ---------- */
let at = 0;
const slides = () => [...strip.children];

function tell(index) {
  at = index;
  const total = slides().length;
  count.textContent = viewer.dataset.position.replace('{0}', at + 1).replace('{1}', total);
  count.hidden = total === 1;
  for (const button of viewer.querySelectorAll('[data-move]')) {
    const next = at + Number(button.dataset.move);
    button.hidden = total === 1;
    button.setAttribute('aria-disabled', String(next < 0 || next >= total));
  }
}

function go(index, behavior) {
  const slide = slides()[index];
  if (slide) {
    strip.scrollTo({ left: slide.offsetLeft - strip.offsetLeft, behavior });
    tell(index);
  }
}

function fillStrip() {
  const sources = thumbs.length
    ? thumbs.map((link) => [link.href, link.dataset.words])
    : [[opener.href, main.alt]];
  strip.replaceChildren(
    ...sources.map(([address, words]) => {
      const image = document.createElement('img');
      image.src = address;
      image.alt = words;
      const slide = document.createElement('li');
      slide.append(image);
      return slide;
    }),
  );
}

opener?.addEventListener('click', (event) => {
  if (plain(event)) {
    event.preventDefault();
    if (strip.children.length === 0) {
      fillStrip();
    }
    viewer.showModal();
    go(Math.max(0, thumbs.findIndex((link) => link.hasAttribute('aria-current'))), 'instant');
  }
});

const motion = matchMedia('(prefers-reduced-motion: reduce)');
const move = (step) => go(at + step, motion.matches ? 'instant' : 'smooth');

viewer.addEventListener('click', (event) => {
  const button = event.target.closest('[data-move]');
  if (button) {
    move(Number(button.dataset.move));
  } else if (event.target.closest('[data-close]') || event.target.closest('img') === null) {
    viewer.close();
  }
});
viewer.addEventListener('keydown', (event) => {
  const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -at, End: slides().length - 1 - at };
  if (event.key in steps) {
    event.preventDefault();
    move(steps[event.key]);
  }
});
strip.addEventListener('scrollend', () => tell(Math.round(strip.scrollLeft / strip.clientWidth)));
viewer.addEventListener('close', () => {
  if (thumbs[at]) {
    choose(thumbs[at]);
  }
  opener.focus();
});
