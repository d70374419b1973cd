/* The forms of the chat: an address when nobody is there, and how it was when it is over. */

const MOST_STARS = 5;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const STAR = 'M12 2.6l2.9 6.1 6.7.9-4.9 4.6 1.2 6.6L12 17.6l-5.9 3.2 1.2-6.6L2.4 9.6l6.7-.9z';

export class ChatForms {
  #client;
  #kit;
  #shop;
  #contact;
  #rate;

  constructor(panel, client, kit, shop) {
    this.#client = client;
    this.#kit = kit;
    this.#shop = shop;
    this.#contact = panel.querySelector('[data-part="contact"]');
    this.#rate = panel.querySelector('[data-part="rate"]');
    this.#drawStars();
    this.#contact.addEventListener('submit', (event) => this.#leaveAddress(event));
    this.#rate.addEventListener('submit', (event) => this.#leaveStars(event));
    client.addEventListener('refused', ({ detail }) => {
      if (detail.item.type === 'contact') {
        this.#complain(this.#contact, this.#contact.dataset.wrong);
      }
    });
  }

  #hasSaid() {
    const { messages, outbox } = this.#client;
    return (
      messages.some(({ from, kind }) => from === 'shopper' && kind !== 'event') ||
      outbox.some(({ type }) => type === 'say')
    );
  }

  show({ needsAddress, isClosed }) {
    const wasSent = this.#client.outbox.some(({ type }) => type === 'rate');
    this.#contact.hidden = !needsAddress;
    this.#contact.querySelector('[data-part="question"]').hidden = this.#hasSaid();
    this.#busy(
      this.#contact,
      this.#client.outbox.some(({ type }) => type === 'contact'),
    );
    this.#rate.hidden = !isClosed || this.#client.conversation.rated > 0;
    this.#busy(this.#rate, wasSent);
  }

  #busy(form, isBusy) {
    form.querySelector('.btn').setAttribute('aria-busy', String(isBusy));
  }

  askForAddress() {
    this.#contact.elements.name.focus();
  }

  #complain(form, words, field) {
    const fault = form.querySelector('.field__error');
    fault.id = `chat-${form.dataset.part}-fault`;
    fault.replaceChildren(
      this.#kit.drawing(this.#shop.sprite, 'alert'),
      this.#kit.make('span', {}, words),
    );
    fault.hidden = words === '';
    for (const input of form.querySelectorAll('.input')) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    }
    if (field) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', fault.id);
      field.focus();
    }
  }

  #leaveAddress(event) {
    event.preventDefault();
    const form = this.#contact;
    const { name, email, question } = form.elements;
    const words = form.dataset;
    if (name.value.trim() === '') {
      this.#complain(form, words.empty, name);
    } else if (!ADDRESS.test(email.value.trim())) {
      this.#complain(form, words.wrong, email);
    } else if (!this.#hasSaid() && question.value.trim() === '') {
      this.#complain(form, words.wordless, question);
    } else {
      this.#complain(form, '');
      if (!this.#hasSaid()) {
        this.#client.say(question.value.trim());
        question.value = '';
      }
      this.#client.want('contact', { name: name.value.trim(), email: email.value.trim() });
    }
  }

  /* ---------- Stars ---------- */
  #drawStars() {
    const { make, fill } = this.#kit;
    const words = this.#rate.dataset;
    const svg = (tag, attributes, ...children) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
      Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
      element.append(...children);
      return element;
    };
    for (let stars = 1; stars <= MOST_STARS; stars += 1) {
      const star = svg(
        'svg',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        svg('path', { d: STAR }),
      );
      this.#rate
        .querySelector('[data-part="stars"]')
        .append(
          make(
            'label',
            {},
            make('input', { class: 'sr', type: 'radio', name: 'stars', value: stars }),
            make('span', { class: 'sr' }, stars === 1 ? words.one : fill(words.many, stars)),
            star,
          ),
        );
    }
  }

  #leaveStars(event) {
    event.preventDefault();
    const form = this.#rate;
    const stars = Number(new FormData(form).get('stars') ?? 0);
    if (stars === 0) {
      this.#complain(form, form.dataset.missing);
      form.querySelector('[name="stars"]').focus();
    } else {
      this.#complain(form, '');
      this.#client.want('rate', { stars, comment: form.elements.comment.value.trim() });
    }
  }
}
