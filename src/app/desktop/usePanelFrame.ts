import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { inEnvelope, type ToPanel } from '#src/host/frameMessages.ts';
import { readFromPanel, type FromPanel } from '#src/host/panelMessages.ts';

interface PanelFrame {
  /** For the `<iframe>`. */
  frameRef: RefObject<HTMLIFrameElement | null>;
  /** The customer to load the frame with; later ones reach it by message, without another load. */
  firstCustomerId: string;
}

/**
 * The desktop's side of the protocol with the panel in its frame: tells it each new customer, once it has said that
 * it is ready, and hands on what it says. `onMessage` must stay the same function.
 */
export function usePanelFrame(
  customerId: string,
  onMessage: (message: FromPanel) => void,
): PanelFrame {
  const frameRef = useRef<HTMLIFrameElement>(null);
  const [firstCustomerId] = useState(customerId);
  const shown = useRef(firstCustomerId);
  const seq = useRef(0);
  const [starts, setStarts] = useState(0);

  // A layout effect, so that a panel which comes from the cache cannot say "ready" before anybody listens.
  useLayoutEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const panel = frameRef.current?.contentWindow;
      if (!panel || event.source !== panel || event.origin !== window.location.origin) return;
      const data = readFromPanel(event.data);
      if (!data) return;
      if (data.method === 'ready') {
        // Also after a reload inside the frame: the panel then begins with its address again.
        shown.current = firstCustomerId;
        setStarts((count) => count + 1);
      }
      // The panel has already followed the redirect by itself.
      if (data.method === 'customer-redirected' && data.params.from === shown.current)
        shown.current = data.params.to;
      // It shows the customer that it asks for, too.
      if (data.method === 'open-customer') shown.current = data.params.customerId;
      onMessage(data);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [firstCustomerId, onMessage]);

  useEffect(() => {
    if (starts === 0 || shown.current === customerId) return;
    shown.current = customerId;
    seq.current += 1;
    const message: ToPanel = {
      ...inEnvelope,
      method: 'customer-changed',
      params: { customerId, seq: seq.current },
    };
    frameRef.current?.contentWindow?.postMessage(message, window.location.origin);
  }, [customerId, starts]);

  return { frameRef, firstCustomerId };
}
