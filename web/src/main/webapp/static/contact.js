/*
 * The hours of the contact page in the zone of who reads it. Without scripts, and for whoever is in
 * the shop's own zone, the page says them in that.
 */

const place = document.querySelector('[data-hours]');
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang;

/* The form of a moment in some zone, such as "Monday 14:00". */
function format(options, zone) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
}

function isOtherZone(moment, zone) {
  const clock = { weekday: 'short', hour: 'numeric', minute: '2-digit' };
  return format(clock, zone).format(moment) !== format(clock, here).format(moment);
}

function show(openings) {
  const day = format({ weekday: 'long' }, here);
  const time = format({ hour: 'numeric', minute: '2-digit' }, here);
  const [next] = openings;
  const now = new Date();
  const isOpen = next.from <= now;
  const words = isOpen ? place.dataset.open : place.dataset.closed;
  place.querySelector('[data-now]').textContent = words
    .replace('[day]', day.format(next.from))
    .replace('[time]', time.format(isOpen ? next.until : next.from));
  place.querySelector('[data-days]').replaceChildren(
    ...openings.map((opening) => {
      const line = document.createElement('li');
      line.textContent = `${day.format(opening.from)}, ${time.formatRange(opening.from, opening.until)}`;
      return line;
    }),
  );
  place.hidden = false;
}

if (place && here) {
  const openings = place.dataset.hours
    .split(' ')
    .map((pair) => pair.split('/').map((moment) => new Date(moment)))
    .map(([from, until]) => ({ from, until }))
    .filter((opening) => opening.until > new Date());
  if (openings.length > 0 && isOtherZone(openings[0].from, place.dataset.zone)) {
    show(openings);
  }
}
