// docs.html shows this file as the sample of its section on events.
const widget = document.querySelector('#watched');
const list = document.querySelector('#events');

for (const name of ['mr-ready', 'mr-start', 'mr-step', 'mr-save', 'mr-complete', 'mr-export', 'mr-error']) {
  widget.addEventListener(name, (event) => {
    const entry = document.createElement('li');
    entry.textContent = `${event.type} ${JSON.stringify(event.detail)}`;
    list.prepend(entry);
  });
}
