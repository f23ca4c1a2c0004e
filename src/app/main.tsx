import './strictCsp.ts';
import '#src/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { CrashedPage } from './CrashedPage.tsx';
import { start } from './start.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root".');

const root = createRoot(container);
start(window, root).catch(() => root.render(<CrashedPage />));
