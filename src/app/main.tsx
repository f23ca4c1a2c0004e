import './strictCsp.ts';
import '#src/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { start } from './start.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root".');

void start(window, createRoot(container));
