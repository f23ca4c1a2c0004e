const minuteMs = 60_000;

/** The present minute, told anew as it changes while somebody can see the page. For `useSyncExternalStore`. */
export const minute = {
  get: () => Math.floor(Date.now() / minuteMs) * minuteMs,
  subscribe: (onChange: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function next() {
      clearTimeout(timer);
      if (document.visibilityState === 'visible')
        timer = setTimeout(tell, minuteMs - (Date.now() % minuteMs));
    }
    function tell() {
      onChange();
      next();
    }
    document.addEventListener('visibilitychange', tell);
    next();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  },
};
