import { Button } from '#src/ui/Button.tsx';
import type { placedPath } from './rowPlace.ts';
import { treeText } from './treeText.ts';
import { useAct } from './useTree.ts';

/** Of a long way the start and the last steps are shown; the start is one step from everywhere. */
const lastSteps = 2;

export interface CrumbsProps {
  /** From the root to the part shown, which is not a button itself. */
  steps: ReturnType<typeof placedPath>;
  name: string;
  /** How many corrections are needed where the agent cannot see them now. */
  outside: number;
}

/** The way back from a part that is shown on its own. */
export function Crumbs({ steps, name, outside }: CrumbsProps) {
  const act = useAct();
  const here = steps.at(-1);
  const above = steps.slice(0, -1);
  const shown = above.filter((_, index) => index === 0 || index >= above.length - lastSteps);
  const skips = shown.length < above.length;
  return (
    <nav className="tree-crumbs" aria-label={treeText.way(here?.place.words ?? name)}>
      <ol>
        {shown.map(({ node, place }, index) => (
          <li key={node.id}>
            <Button
              look="quiet"
              aria-label={treeText.showPart(place.words)}
              onClick={() => act({ do: 'view', id: node.id })}
            >
              <bdi>{index === 0 ? treeText.nameOf(name) : treeText.crumb(node.key, place)}</bdi>
            </Button>
            <span aria-hidden="true">{index === 0 && skips ? '› … ›' : '›'}</span>
          </li>
        ))}
      </ol>
      {outside > 0 && <p className="field__error">{treeText.outside(outside)}</p>}
    </nav>
  );
}
