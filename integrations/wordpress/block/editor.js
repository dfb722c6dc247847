// The block in the editor: its settings and a placeholder. The widget itself runs on the published page alone.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: make } = element;
  const { __ } = i18n;
  const DOMAIN = 'maturity-radar';

  const chosen = (name, label, options) => ({ attributes, setAttributes }) => make(components.SelectControl, {
    key: name, label, value: attributes[name], options, onChange: (value) => setAttributes({ [name]: value }),
  });
  const written = (name, label, help) => ({ attributes, setAttributes }) => make(components.TextControl, {
    key: name, label, help, value: attributes[name], onChange: (value) => setAttributes({ [name]: value.trim() }),
  });

  const settings = () => [
    written('survey', __('Address of the survey', DOMAIN), __('On this site; empty for the three roles that come with it.', DOMAIN)),
    written('lang', __('Language', DOMAIN), __('Such as "en"; empty for that of the page.', DOMAIN)),
    chosen('theme', __('Colours', DOMAIN), [
      { value: '', label: __('As the page', DOMAIN) },
      { value: 'light', label: __('Light', DOMAIN) },
      { value: 'dark', label: __('Dark', DOMAIN) },
    ]),
    chosen('storage', __('Answers are kept', DOMAIN), [
      { value: '', label: __("On the visitor's device", DOMAIN) },
      { value: 'session', label: __('Until the tab is closed', DOMAIN) },
      { value: 'none', label: __('Until the page is left', DOMAIN) },
    ]),
    chosen('history', __('Earlier assessments', DOMAIN), [
      { value: '', label: __('Shown', DOMAIN) },
      { value: 'off', label: __('Not shown', DOMAIN) },
    ]),
    chosen('headingLevel', __('Level of its first heading', DOMAIN), [
      { value: '', label: __('As it comes', DOMAIN) },
      ...['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value })),
    ]),
    ({ attributes, setAttributes }) => make(components.ToggleControl, {
      key: 'shareScores', label: __('Tell scripts of this page the scores', DOMAIN), checked: attributes.shareScores,
      onChange: (value) => setAttributes({ shareScores: value }),
    }),
  ];

  blocks.registerBlockType('maturity-radar/assessment', {
    edit: (props) => make('div', blockEditor.useBlockProps(),
      make(blockEditor.InspectorControls, null,
        make(components.PanelBody, { title: __('Assessment', DOMAIN) }, settings().map((draw) => draw(props)))),
      make(components.Placeholder, {
        icon: 'chart-pie', label: 'Maturity Radar',
        instructions: __('Visitors see the assessment here. Its settings are in the sidebar.', DOMAIN),
      })),
    save: () => null,
  });
})(window.wp);
