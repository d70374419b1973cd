/*
 * How an agent hears of something while looking elsewhere: the number in the tab's title, a notification of the desktop,
 * a sound. The latter two are off until somebody wants them, and the browser is asked only by a press of the button.
 */

export function createAlerts({ kit, go }) {
  const notify = document.getElementById('notify');
  const sound = document.getElementById('sound');
  const say = document.getElementById('say');
  const title = document.title;
  let audio;

  const isOn = (name) => kit.browser.read(name, false) === true;

  function draw() {
    const canNotify = 'Notification' in window && Notification.permission !== 'denied';
    notify.hidden = !canNotify;
    notify.setAttribute('aria-pressed', String(isOn('notify') && canNotify && Notification.permission === 'granted'));
    sound.setAttribute('aria-pressed', String(isOn('sound')));
  }

  notify.addEventListener('click', async () => {
    const wanted = !isOn('notify') || Notification.permission !== 'granted';
    const granted = wanted && (await Notification.requestPermission()) === 'granted';
    kit.browser.write('notify', granted);
    draw();
  });

  sound.addEventListener('click', () => {
    kit.browser.write('sound', !isOn('sound'));
    draw();
    ring();
  });

  /* Two soft tones, made here: nothing is fetched for it. */
  function ring() {
    if (!isOn('sound')) {
      return;
    }
    audio ??= new AudioContext();
    [660, 880].forEach((pitch, index) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const begin = audio.currentTime + index * 0.14;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.08, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.25);
      tone.connect(volume).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + 0.26);
    });
  }

  /* Something new that is not before the agent's eyes. */
  function tell(conversation, heading, body) {
    announce(`${heading}: ${body}`);
    ring();
    if (document.hidden && isOn('notify') && Notification.permission === 'granted') {
      const shown = new Notification(heading, { body, tag: `chat-${conversation}` });
      shown.addEventListener('click', () => {
        window.focus();
        shown.close();
        go(conversation);
      });
    }
  }

  /* For who hears the page instead of seeing it. */
  function announce(words) {
    say.textContent = words;
  }

  function count(number) {
    document.title = number > 0 ? `(${number}) ${title}` : title;
  }

  draw();
  return { tell, announce, count };
}
