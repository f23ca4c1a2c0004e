import '#src/app/strictCsp.ts';
import '#src/ui/tokens.css';
import '../page.css';
import { createRoot } from 'react-dom/client';
import { start } from '#src/app/start.tsx';
import { expose, markMount } from '../hooks.ts';
import { answerInsteadOfServer } from './answers.ts';
import { isWindowed, openRow, rows, showLastRow, totalRows } from './panel.ts';
import { markSaveButton } from './saveButton.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element with the id "root".');

// The product reads the customer from the address and asks `fetch`; it does not know where it is.
window.history.replaceState(null, '', '?customer=bench');
const answers = answerInsteadOfServer(window);
markSaveButton(answers);

const root = markMount(createRoot(container));
expose(
  {
    rows: () => rows().length,
    total: totalRows,
    get virtual() {
      return isWindowed();
    },
    open: openRow,
    commitKey: null,
    toEnd: () => void showLastRow(),
  },
  () => void start(window, root),
);
