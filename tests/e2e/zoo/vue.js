import { createApp, h, ref } from 'vue';

createApp({ setup() {
  const count = ref(0);
  return () => [
    h('header', [h('h1', 'A Vue page'), h('button', { id: 'host-button', onClick: () => { count.value += 1; } }, ['Pressed ', h('output', count.value)])]),
    h('p', { class: 'corner' }, 'In a corner'),
    h('main', [h('aside', 'Beside the widget'), h('maturity-radar', [h('button', { type: 'button', 'data-mr-start': '' }, 'Start')])]),
  ];
} }).mount('body');
