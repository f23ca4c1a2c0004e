import type fc from 'fast-check';
import { comingAndGoing, mergeStep, misfortunes } from './otherSteps.ts';
import { discardSteps, rowSteps } from './rowSteps.ts';
import { editAndSave, saveStep, undoStep } from './saveSteps.ts';
import type { Command } from './step.ts';

/** Saving and what leads to it are chosen more often than what disturbs it. */
export const commands: fc.Arbitrary<Command>[] = [
  ...rowSteps,
  ...rowSteps.slice(0, 3),
  ...discardSteps,
  ...comingAndGoing,
  ...misfortunes,
  saveStep,
  saveStep,
  editAndSave,
  editAndSave,
  editAndSave,
  editAndSave,
  undoStep,
  mergeStep,
];
