/*
 * The open chat: its head, what can be done now, and how the conversation stands. Messages are in
 * chat-log.js, the field in chat-compose.js, the forms in chat-forms.js.
 */

/* Shorter breaks are not worth a word. */
const BREAK_MS = 1500;
const TYPING_MS = 6000;
/* In which what was said before has arrived. */
const HISTORY_MS = 1000;
const PHONE = matchMedia('(max-width: 767px)');
const AUTOMATIC = ['none', 'assisted'];

export class ChatPanel {
  #corner;
  #widget;
  #client;
  #kit;
  #element;
  #log;
  #composer;
  #forms;
  #break;
  #typing;
  #wantsPerson = false;
  #asksForAddress = true;

  isShown = false;

  constructor(corner, widget, kit) {
    this.#corner = corner;
    this.#widget = widget;
    this.#client = widget.client;
    this.#kit = kit;
    this.#element = corner.querySelector('template').content.firstElementChild.cloneNode(true);
    this.#element.hidden = true;
    corner.append(this.#element);
    this.#log = new kit.ChatLog(this.#part('log'), this.#client, kit, corner.dataset);
    this.#composer = new kit.ChatComposer(this.#element, this.#client, kit, corner.dataset);
    this.#forms = new kit.ChatForms(this.#element, this.#client, kit, corner.dataset);
    this.#log.add(this.#client.messages);
    this.#listen();
    this.#render();
    this.#tellConnection();
  }

  #part(name) {
    return this.#element.querySelector(`[data-part="${name}"]`);
  }

  #listen() {
    const client = this.#client;
    const on = (names, work) => names.forEach((name) => client.addEventListener(name, work));
    on(['messages'], ({ detail }) => {
      this.#log.add(detail.fresh);
      if (detail.fresh.some(({ from }) => from !== 'shopper')) {
        this.#stopTyping();
        this.#log.tellNewer();
      }
      this.#render();
    });
    on(['conversation', 'agents', 'outbox'], () => this.#render());
    on(['connection'], () => this.#tellConnection());
    on(['forgotten'], () => {
      this.#log.clear();
      this.#wantsPerson = false;
      this.#stopTyping();
    });
    on(['typing'], ({ detail }) => this.#showTyping(detail));
    on(['refused'], ({ detail }) => this.#refused(detail.item));
    ['online', 'offline'].forEach((name) => addEventListener(name, () => this.#tellConnection()));

    const press = (name, work) => this.#part(name).addEventListener('click', work);
    press('close', () => this.hide());
    press('person', () => this.#askForPerson());
    press('begin', () => {
      client.begin();
      this.#composer.focus();
    });
    press('later', () => {
      this.#wantsPerson = false;
      this.#asksForAddress = false;
      this.#render();
      this.#composer.focus();
    });
    press('sound', () => {
      this.#widget.setSound(!this.#widget.sound.read());
      this.#render();
    });
    press('keep', ({ currentTarget }) => this.#log.save(currentTarget.dataset.file));
    press('end', () => {
      client.want('end');
      this.#closePops();
      this.#part('title').focus();
    });
    this.#element.addEventListener('keydown', (event) => this.#escape(event));
    // A click elsewhere closes what has popped up.
    this.#element.addEventListener('click', (event) => {
      this.#closePops(event.target.closest('[data-pop]'));
    });
    this.#element.addEventListener('focusin', (event) => {
      this.#closePops(event.target.closest('[data-pop]'));
      this.#widget.seen();
    });
    visualViewport?.addEventListener('resize', () => this.#fit());
    visualViewport?.addEventListener('scroll', () => this.#fit());
    PHONE.addEventListener('change', () => this.#fit());
  }

  #closePops(except) {
    for (const pop of this.#element.querySelectorAll('[data-pop][open]')) {
      pop.open = pop === except;
    }
  }

  #escape(event) {
    if (event.key !== 'Escape' || event.isComposing) {
      return;
    }
    event.stopPropagation();
    const pop = this.#element.querySelector('[data-pop][open]');
    if (pop) {
      pop.open = false;
      pop.querySelector('summary').focus();
    } else {
      this.hide();
    }
  }

  /* ---------- Open and closed ---------- */
  show(takesFocus) {
    this.isShown = true;
    this.#element.hidden = false;
    this.#fit();
    this.#log.toEnd();
    if (takesFocus) {
      // A phone's keyboard would hide half of what there is to read.
      const field = PHONE.matches || this.#part('write').hidden ? this.#part('title') : null;
      if (field) {
        field.focus();
      } else {
        this.#composer.focus();
      }
    }
  }

  hide() {
    this.isShown = false;
    this.#element.hidden = true;
    this.#fit();
    this.#widget.closed();
  }

  /* On a phone it fills what the keyboard leaves, and the page below takes no part. */
  #fit() {
    const covers = this.isShown && PHONE.matches;
    document.documentElement.classList.toggle('has-chat', covers);
    for (const other of document.body.children) {
      if (other !== this.#corner && other.localName !== 'script') {
        other.inert = covers;
      }
    }
    const { style } = this.#element;
    style.height = covers && visualViewport ? `${visualViewport.height}px` : '';
    style.top = covers && visualViewport ? `${visualViewport.offsetTop}px` : '';
    if (covers) {
      this.#log.keepEnd();
    }
  }

  /* ---------- How things stand ---------- */
  /* Whether the shopper wants somebody who is not there, and could not be answered by mail. */
  #isNobodyThere() {
    const { agents, conversation, hello } = this.#client;
    const wants =
      conversation.status === 'waiting' ||
      (this.#wantsPerson && AUTOMATIC.includes(conversation.status));
    return wants && agents !== 'online' && !conversation.contact && hello?.signedIn !== true;
  }

  #askForPerson() {
    this.#wantsPerson = true;
    this.#asksForAddress = true;
    // Who is not there is not called: an address is asked for, and goes with the question.
    if (!this.#isNobodyThere()) {
      this.#client.want('person');
    }
    this.#render();
    if (this.#isNobodyThere()) {
      this.#forms.askForAddress();
    } else {
      this.#composer.focus();
    }
  }

  #render() {
    const { conversation } = this.#client;
    const { status } = conversation;
    const isAutomatic = AUTOMATIC.includes(status);
    const isClosed = status === 'closed';
    const needsAddress = this.#isNobodyThere() && this.#asksForAddress;
    this.#head(conversation);
    this.#log.refresh();
    this.#part('intro').hidden = this.#client.messages.length > 0;
    this.#part('state').textContent = this.#state(conversation);
    this.#forms.show({ needsAddress, isClosed });
    this.#part('begin').hidden = !isClosed;
    this.#part('write').hidden = isClosed || needsAddress;
    this.#part('person').hidden = !(isAutomatic || this.#isNobodyThere()) || needsAddress;
    this.#part('end').disabled = status === 'none' || isClosed;
    this.#part('keep').disabled = this.#client.messages.length === 0;
    this.#part('sound').setAttribute('aria-pressed', String(this.#widget.sound.read() === true));
    this.#offer(isAutomatic && !needsAddress);
    this.#log.keepEnd();
  }

  #head({ agent, status }) {
    const title = this.#part('title');
    title.dataset.plain ??= title.textContent;
    const text = agent ? this.#kit.fill(title.dataset.with, agent.name) : title.dataset.plain;
    if (title.textContent !== text) {
      title.textContent = text;
    }
    const presence = this.#part('presence');
    const { agents } = this.#client;
    const who = agent
      ? agent.presence
      : AUTOMATIC.includes(status)
        ? 'assistant'
        : agents === 'online'
          ? 'queue'
          : agents;
    presence.textContent = presence.dataset[who] ?? presence.dataset.offline;
    const avatar = this.#part('avatar');
    avatar.classList.toggle('avatar--on', (agent ? agent.presence : agents) === 'online');
    avatar.dataset.drawn ??= '';
    const letter = agent?.name.trim().charAt(0) ?? '';
    if (avatar.dataset.drawn !== letter) {
      avatar.dataset.drawn = letter;
      avatar.replaceChildren(letter || this.#kit.drawing(this.#corner.dataset.sprite, 'chat', 'm'));
    }
  }

  #state({ status, place, contact, rated }) {
    const words = this.#part('state').dataset;
    if (status === 'waiting' && !this.#isNobodyThere()) {
      return place > 0 ? this.#kit.fill(words.place, place) : words.soon;
    }
    if (status === 'ticket') {
      return contact ? words.ticket : words.saved;
    }
    return status === 'closed' ? (rated === 0 ? words.closed : words.thanks) : '';
  }

  /* What can be pressed instead of typing: what the assistant offered last, or some beginnings. */
  #offer(isWanted) {
    const quick = this.#part('quick');
    const { messages, outbox, connection } = this.#client;
    const latest = messages.findLast(({ kind }) => kind !== 'event');
    const isSaid = outbox.some(({ type }) => type === 'say');
    const starters =
      messages.length === 0 && connection === 'open' ? quick.dataset.starters.split('|') : [];
    const offered = latest?.from === 'assistant' ? (latest.choices ?? []) : starters;
    // The way to a person stands beside them already.
    const person = this.#part('person');
    const others = person.hidden
      ? offered
      : offered.filter((choice) => choice !== person.textContent.trim());
    const choices = isWanted && !isSaid ? others : [];
    const key = choices.join('\n');
    if (quick.dataset.shown !== key) {
      quick.dataset.shown = key;
      const hadFocus = quick.contains(document.activeElement);
      quick.querySelectorAll('[data-choice]').forEach((chip) => chip.remove());
      quick.prepend(
        ...choices.map((choice) => {
          const chip = this.#kit.make(
            'button',
            { type: 'button', class: 'chip', 'data-choice': true },
            choice,
          );
          chip.addEventListener('click', () => this.#client.say(choice));
          return chip;
        }),
      );
      if (hadFocus && !quick.contains(document.activeElement)) {
        this.#composer.focus();
      }
    }
    quick.hidden = choices.length === 0 && this.#part('person').hidden;
  }

  #refused(item) {
    if (item.type !== 'say') {
      this.#part('state').textContent = this.#part('state').dataset.failed;
    }
  }

  #tellConnection() {
    const notice = this.#part('notice');
    clearTimeout(this.#break);
    const isOff = !navigator.onLine;
    const isBroken = isOff || !['open', 'idle'].includes(this.#client.connection);
    if (isBroken) {
      this.#break = setTimeout(() => {
        notice.textContent = isOff ? notice.dataset.offline : notice.dataset.waiting;
      }, BREAK_MS);
    } else {
      notice.textContent = '';
      this.#render();
      setTimeout(() => this.#log.announce(), HISTORY_MS);
    }
  }

  #showTyping({ name }) {
    this.#log.typing(name);
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#stopTyping(), TYPING_MS);
  }

  #stopTyping() {
    clearTimeout(this.#typing);
    this.#log.typing(null);
  }
}
