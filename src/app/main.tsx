import './strictCsp.ts';
import '#src/ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createServices } from './services.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root".');

const services = createServices(window);

createRoot(container).render(
  <StrictMode>
    <App services={services} />
  </StrictMode>,
);
