import $ from 'jquery';

$(() => {
  $('h1').text('A jQuery page');
  // Handlers that hear of everything on the page, as plugins of its time had them.
  $(document).on('click', '#host-button', function pressed() {
    $(this).find('output').text((at, text) => Number(text) + 1);
  });
  $(document).on('submit', 'form', () => false);
  $('button').on('click mousedown', (event) => event.preventDefault());
});
