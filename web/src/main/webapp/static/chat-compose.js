/*
 * Where the shopper writes: the draft, which each tab keeps; faces; pictures and papers by button,
 * paste and drop. A file belongs to a conversation: before the first message it waits for some words.
 */

const LARGEST = 5_242_880;
const KINDS = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf'];
const MOST_FILES = 5;
const TALLEST_PX = 132;
const STORE = 'emporium.chat.draft';

export class ChatComposer {
  #panel;
  #form;
  #field;
  #client;
  #kit;
  #shop;
  #words;
  #draft;
  #tray;
  #waiting = [];

  constructor(panel, client, kit, shop) {
    this.#panel = panel;
    this.#client = client;
    this.#kit = kit;
    this.#shop = shop;
    this.#form = this.#part('write');
    this.#field = this.#part('text');
    this.#tray = this.#part('tray');
    // A file that is on its way would be lost with the page, and nobody would know.
    addEventListener(
      'beforeunload',
      (event) => this.#tray.querySelector(':scope > :not(.is-bad)') && event.preventDefault(),
    );
    this.#words = this.#form.dataset;
    this.#draft = kit.shelf('sessionStorage', STORE);
    this.#field.value = this.#draft.read() ?? '';
    this.#drawFaces();
    this.#listen();
  }

  #part(name) {
    return this.#panel.querySelector(`[data-part="${name}"]`);
  }

  focus() {
    this.#field.focus();
    this.#grow();
  }

  #listen() {
    this.#field.addEventListener('input', () => {
      this.#changed();
      if (this.#field.value.trim() !== '') {
        this.#client.typing();
      }
    });
    // On a phone Enter begins a line, as everywhere there.
    const isTouched = matchMedia('(pointer: coarse)');
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !isTouched.matches) {
        event.preventDefault();
        this.#form.requestSubmit();
      }
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#say();
    });
    this.#client.addEventListener('conversation', () => this.#sendWaiting());

    const chooser = this.#part('files');
    this.#part('attach').addEventListener('click', () => chooser.click());
    chooser.addEventListener('change', () => {
      this.#attach([...chooser.files]);
      chooser.value = '';
    });
    this.#field.addEventListener('paste', (event) => {
      const files = [...event.clipboardData.files];
      if (files.length > 0) {
        event.preventDefault();
        this.#attach(files);
      }
    });
    for (const name of ['dragover', 'dragleave', 'drop']) {
      this.#panel.addEventListener(name, (event) => this.#drag(event));
    }
  }

  #changed() {
    this.#draft.write(this.#field.value);
    this.#grow();
  }

  #grow() {
    this.#field.style.height = '';
    this.#field.style.height = `${Math.min(this.#field.scrollHeight, TALLEST_PX)}px`;
  }

  #say() {
    const text = this.#field.value.trim();
    if (text !== '') {
      this.#client.say(text);
      this.#field.value = '';
      this.#changed();
    }
    this.#field.focus();
    this.#hint();
  }

  /* ---------- Faces ---------- */
  #drawFaces() {
    const faces = this.#part('faces');
    for (const pair of this.#words.emoji.split('|')) {
      const space = pair.indexOf(' ');
      const button = this.#kit.make(
        'button',
        {
          type: 'button',
          'aria-label': pair.slice(space + 1),
          title: pair.slice(space + 1),
          tabindex: '-1',
        },
        pair.slice(0, space),
      );
      button.addEventListener('click', () => this.#insert(pair.slice(0, space)));
      faces.append(button);
    }
    const all = [...faces.children];
    all[0].tabIndex = 0;
    faces.addEventListener('keydown', (event) => {
      const columns = all.filter((button) => button.offsetTop === all[0].offsetTop).length;
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[
        event.key
      ];
      const next = all[all.indexOf(event.target) + step];
      if (next) {
        event.preventDefault();
        all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
        next.focus();
      }
    });
    faces.parentElement.addEventListener(
      'toggle',
      () => faces.parentElement.open && faces.querySelector('[tabindex="0"]').focus(),
    );
  }

  #insert(face) {
    const { selectionStart, selectionEnd, value, maxLength } = this.#field;
    if (value.length + face.length <= maxLength) {
      this.#field.setRangeText(face, selectionStart, selectionEnd, 'end');
    }
    this.#field.focus();
    this.#changed();
  }

  /* ---------- Files ---------- */
  #drag(event) {
    if (![...(event.dataTransfer?.types ?? [])].includes('Files') || this.#form.hidden) {
      return;
    }
    event.preventDefault();
    this.#panel.classList.toggle('is-over', event.type === 'dragover');
    if (event.type === 'drop') {
      this.#attach([...event.dataTransfer.files]);
    }
  }

  #attach(files) {
    for (const file of files.slice(0, MOST_FILES)) {
      const row = this.#row(file);
      if (file.size > LARGEST) {
        row.fail(this.#words.large, false);
      } else if (!KINDS.includes(file.type)) {
        row.fail(this.#words.kind, false);
      } else {
        this.#upload(file, row);
      }
    }
    this.#hint();
  }

  #row(file) {
    const { make, drawing, sizeOf } = this.#kit;
    const bar = make('progress', { max: 1, value: 0, 'aria-label': this.#words.sending });
    const said = make('span', { class: 'small', role: 'status' });
    const remove = make(
      'button',
      { class: 'icon-btn', type: 'button', 'aria-label': `${this.#words.discard}: ${file.name}` },
      drawing(this.#shop.sprite, 'x', 'm'),
    );
    const again = make(
      'button',
      { class: 'link-btn', type: 'button', hidden: true },
      this.#words.again,
    );
    const size = make(
      'span',
      { class: 'small muted' },
      sizeOf(file.size, document.documentElement.lang),
    );
    const element = make('li', {}, make('b', {}, file.name), size, bar, said, again, remove);
    this.#tray.append(element);
    this.#tray.hidden = false;
    const row = {
      gone: false,
      bar,
      remove: () => {
        row.gone = true;
        row.request?.abort();
        element.remove();
        this.#tray.hidden = this.#tray.children.length === 0;
        this.#waiting = this.#waiting.filter((one) => one.row !== row);
        this.#hint();
      },
      fail: (words, mayTry) => {
        bar.hidden = true;
        said.textContent = words;
        element.classList.add('is-bad');
        again.hidden = !mayTry;
      },
    };
    remove.addEventListener('click', () => {
      row.remove();
      this.#field.focus();
    });
    again.addEventListener('click', () => {
      bar.hidden = false;
      again.hidden = true;
      said.textContent = '';
      element.classList.remove('is-bad');
      this.#upload(file, row);
    });
    return row;
  }

  #hint() {
    this.#part('hint').textContent = this.#waiting.length > 0 ? this.#words.typed : '';
  }

  #sendWaiting() {
    if (this.#client.number > 0) {
      this.#waiting.splice(0).forEach(({ file, row }) => this.#upload(file, row));
      this.#hint();
    }
  }

  /* No fetch: it tells nothing while something is sent. */
  #upload(file, row) {
    if (this.#client.number === 0) {
      this.#waiting.push({ file, row });
      return;
    }
    const request = new XMLHttpRequest();
    const name = file.name.slice(-100) || 'file';
    const query = new URLSearchParams({ conversation: this.#client.number, name });
    row.request = request;
    request.upload.addEventListener(
      'progress',
      ({ loaded, total }) => (row.bar.value = total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => this.#uploaded(request, row));
    request.addEventListener('error', () => row.fail(this.#words.failed, true));
    request.open('POST', `/api/v1/chat/files?${query}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', file.type);
    request.responseType = 'json';
    request.send(file);
  }

  #uploaded({ status, response }, row) {
    const faults = { 413: this.#words.large, 415: this.#words.kind };
    if (status === 201 && response && !row.gone) {
      this.#client.show(response);
      row.remove();
    } else if (status !== 201) {
      row.fail(faults[status] ?? this.#words.failed, !faults[status]);
    }
  }
}
