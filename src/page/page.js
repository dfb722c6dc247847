/*
What index.html does beside the widget: it keeps itself for times without a network, and offers a newer build.
Nothing is exchanged under a page that is open: the person decides when to reload, and every answer is on the shelf.
*/

const notice = document.querySelector('.page-update > div');

// A frame belongs to somebody else's page. Without https there is no such thing, and the page works as before.
if (window === window.top && 'serviceWorker' in navigator) {
  if (document.readyState !== 'complete') await new Promise((resolve) => { addEventListener('load', resolve); });
  // Not there, or forbidden by settings: the page needs the network then.
  const registration = await navigator.serviceWorker.register('offline.js', { updateViaCache: 'none' }).catch(() => null);
  if (registration) watch(registration);
}

/** Offers every build that comes after the first one. */
function watch(registration) {
  if (registration.waiting) offer(registration.waiting);
  const follow = () => {
    const worker = registration.installing;
    if (!worker || !registration.active) return;
    worker.addEventListener('statechange', () => { if (worker.state === 'installed') offer(worker); });
  };
  registration.addEventListener('updatefound', follow);
  follow();
}

function offer(worker) {
  const [reload, later] = notice.querySelectorAll('button');
  reload.onclick = async () => {
    worker.postMessage('take-over');
    const over = () => !['installed', 'activating'].includes(worker.state);
    while (!over()) await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
    location.reload();
  };
  later.onclick = () => { notice.hidden = true; };
  notice.hidden = false;
}
