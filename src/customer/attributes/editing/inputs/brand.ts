import { createContext, use } from 'react';
import type { Definition } from '#src/contract/definitions/definitions.ts';
import type { AttributeRules } from '#src/contract/definitions/rules.ts';
import type { BrandDefinitions } from '../../../api.ts';

const importControls = () => import('./TypedInput.tsx');
type Controls = Awaited<ReturnType<typeof importControls>>;

let controls: Promise<Controls> | undefined;

/** The controls for described attributes: a file of their own, for brands that describe any. The same promise each time. */
export function loadControls(): Promise<Controls> {
  controls ??= importControls();
  return controls;
}

/** What the brand says about its attributes, and the rules that it enforces. */
export interface Brand {
  /** There wherever an attribute is described. */
  TypedInput?: Controls['TypedInput'] | undefined;
  byKey: ReadonlyMap<string, Definition>;
  /** Nothing where there are none, or the browser cannot have them: the server enforces them all the same. */
  rules: Promise<AttributeRules | undefined>;
}

const noRules = Promise.resolve(undefined);

const noBrand: Brand = { byKey: new Map(), rules: noRules };

async function compile(schema: string): Promise<AttributeRules | undefined> {
  try {
    // What marks broken values has mostly fetched it by now.
    const { compileRules } = await import('#src/contract/definitions/rules.ts');
    return compileRules(schema);
  } catch {
    return undefined;
  }
}

let compiled: { schema: string; rules: Brand['rules'] } | undefined;

/** Compiles a document once, however many customers are opened. */
function rulesFor(schema: string): Brand['rules'] {
  if (compiled?.schema !== schema) compiled = { schema, rules: compile(schema) };
  return compiled.rules;
}

export function brandOf(
  definitions: BrandDefinitions | undefined,
  loaded: Controls | undefined,
): Brand {
  if (!definitions) return noBrand;
  const { byKey, schema } = definitions;
  return {
    TypedInput: loaded?.TypedInput,
    byKey,
    rules: rulesFor(schema),
  };
}

export const BrandContext = createContext(noBrand);

/** What the brand calls an attribute. */
export function useLabelOf(): (key: string) => string {
  const { byKey } = use(BrandContext);
  return (key) => byKey.get(key)?.label ?? key;
}
