/*
 * The forms of accounts: a password can be read while it is typed. Works without: then it cannot.
 */

for (const input of document.querySelectorAll('input[data-show]')) {
  const box = document.createElement('span');
  box.className = 'field__box';
  input.replaceWith(box);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'field__show';
  button.setAttribute('aria-label', input.dataset.show);
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-controls', input.id);
  const sprite = document.querySelector('svg.icon use').getAttribute('href').split('#')[0];
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sprite}#i-eye`);
  svg.append(use);
  button.append(svg);
  box.append(input, button);
  button.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  });
  // A browser that remembers passwords looks for a field of this kind.
  input.form.addEventListener('submit', () => {
    input.type = 'password';
  });
}
