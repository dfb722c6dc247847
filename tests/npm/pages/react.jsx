// React 19 sets properties and listens to events of custom elements by itself.
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'maturity-radar';

function App() {
  const [told, setTold] = useState('');
  return <>
    <maturity-radar storage="none" onmr-ready={() => setTold('ready')} />
    <output>{told}</output>
  </>;
}

createRoot(document.getElementById('app')).render(<App />);
