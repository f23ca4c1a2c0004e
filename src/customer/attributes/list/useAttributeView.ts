import { use, useEffect, useState, useSyncExternalStore } from 'react';
import { createListMemory, type ListMemory } from '#src/ui/listMemory.ts';
import { whenIdle } from '#src/ui/whenIdle.ts';
import { everything } from './finding.ts';
import { ViewContext } from './viewStore.ts';

const loadTools = () => import('../finding/tools.tsx');

/** What finds, marks and arranges attributes: fetched when the page is idle, or when somebody is about to use it. */
export type Tools = Awaited<ReturnType<typeof loadTools>>;

function useTools() {
  const [tools, setTools] = useState<Tools>();
  const [failed, setFailed] = useState(false);
  const [load] = useState(() => () => {
    loadTools().then(
      (loaded) => setTools(loaded),
      () => setFailed(true),
    );
  });
  useEffect(() => whenIdle(load), [load]);
  return { tools, toolsFailed: failed && !tools, loadTools: load };
}

function createMemories() {
  const memories = new Map<string, ListMemory>();
  return (name: string, rows: number): ListMemory => {
    const memory = memories.get(name) ?? createListMemory(rows);
    memories.set(name, memory);
    return memory;
  };
}

/** How the attributes of one customer are looked at: what is looked for, the agent's arrangement, where each list stands. */
export function useAttributeView() {
  const store = use(ViewContext);
  const view = useSyncExternalStore(store.subscribe, store.get);
  const [finding, setFinding] = useState(everything);
  const [arranging, setArranging] = useState(false);
  const [memoryOf] = useState(createMemories);
  return {
    ...useTools(),
    view,
    setView: store.set,
    finding,
    setFinding,
    arranging,
    setArranging,
    memoryOf,
  };
}

export type AttributeView = ReturnType<typeof useAttributeView>;
