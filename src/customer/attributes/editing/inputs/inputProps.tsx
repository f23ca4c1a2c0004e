import type { ReactNode } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { EditRow } from '../rowSchema.ts';
import { editingText } from '../editingText.ts';
import './inputs.css';

/** What every control for a described attribute is given. It is a view of the row: it holds nothing that the row does not. */
export interface InputProps {
  /** What the attribute is called; empty while a new one has no name. */
  name: string;
  row: EditRow;
  definition: Definition;
  /** The customer does not have the attribute, whose name is fixed: it can be left without a value. */
  startsAbsent: boolean;
  error: string | undefined;
  /** What is to be said besides, such as the brand's help. */
  notes: readonly (string | undefined)[];
  onValue: (value: Pick<EditRow, 'kind' | 'text'>) => void;
  onText: (text: string) => void;
  onRemove: (remove: boolean) => void;
}

/** The label of a control; the eye has the attribute's name from the row. */
export const labelOf = (name: string) =>
  name === '' ? editingText.edit.value : editingText.edit.valueOf(name);

/** Several things to say in the place of one hint, a line each; nothing when there is none. */
export function notesOf(...lines: readonly (string | undefined)[]): ReactNode {
  const said = lines.filter((line) => line !== undefined && line !== '');
  if (said.length === 0) return undefined;
  return said.map((line) => (
    <span key={line} className="input-note">
      {line}
    </span>
  ));
}
