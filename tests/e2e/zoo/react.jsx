import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [count, setCount] = useState(0);
  return <>
    <header><h1>A React page</h1><button id="host-button" onClick={() => setCount(count + 1)}>Pressed <output>{count}</output></button></header>
    <p className="corner">In a corner</p>
    <main><aside>Beside the widget</aside><maturity-radar><button type="button" data-mr-start="">Start</button></maturity-radar></main>
  </>;
}

createRoot(document.body).render(<Page />);
