/** The floor of a list that is not windowed: React, a label and an input per attribute, no library. */
import { createRoot } from 'react-dom/client';
import { floor } from '../floor.ts';
import { caretAtEnd, expose, markMount } from '../hooks.ts';

function List() {
  return (
    <ul>
      {floor.names.map((name, index) => (
        <li key={name}>
          <label>
            {name}
            <input
              defaultValue={floor.textAt(index)}
              onChange={(event) => floor.type(name, event.target.value)}
            />
          </label>
        </li>
      ))}
    </ul>
  );
}

const inputs = () => document.querySelectorAll<HTMLInputElement>('li input');

const root = markMount(createRoot(document.getElementById('root') ?? document.body));
expose(
  {
    rows: () => inputs().length,
    total: () => inputs().length,
    virtual: false,
    open(key) {
      const input = inputs()[floor.names.indexOf(key)];
      if (input) caretAtEnd(input);
    },
    commitKey: null,
    toEnd: () => window.scrollTo(0, document.body.scrollHeight),
  },
  () => root.render(<List />),
);
