import { useEffect, useLayoutEffect, useRef, type Dispatch, type RefObject } from 'react';
import { embed, type Panel, type PanelScheme, type PanelTheme } from '#src/sdk/host.ts';
import type { DesktopAction } from './desktopState.ts';
import { desktopText } from './desktopText.ts';

interface PanelOptions {
  panelOrigin: string;
  customerId: string | undefined;
  /** Absent: as the device is set. */
  scheme: PanelScheme | undefined;
  dispatch: Dispatch<DesktopAction>;
}

const themeOf = (scheme: PanelScheme | undefined): PanelTheme => (scheme ? { scheme } : {});

/** Embeds the panel as any desktop does, with the script that hosts get. Returns the `ref` of what it is put into. */
export function usePanel(options: PanelOptions): RefObject<HTMLElement | null> {
  const { panelOrigin, customerId, scheme, dispatch } = options;
  const container = useRef<HTMLElement>(null);
  const panel = useRef<Panel>(undefined);
  const first = useRef({ customerId, theme: themeOf(scheme) });

  useLayoutEffect(() => {
    if (!container.current) return;
    const embedded = embed({
      container: container.current,
      panelOrigin,
      title: desktopText.panel,
      ...first.current,
      onDirty: (customerIds) => dispatch({ type: 'dirty', customerIds }),
      onOpenCustomer: (id) => dispatch({ type: 'openCustomer', customerId: id }),
      onRedirected: (merged) => dispatch({ type: 'redirected', ...merged }),
    });
    panel.current = embedded;
    return () => embedded.destroy();
  }, [panelOrigin, dispatch]);

  useEffect(() => panel.current?.setCustomer(customerId), [customerId]);
  useEffect(() => panel.current?.setContext({ theme: themeOf(scheme) }), [scheme]);
  return container;
}
