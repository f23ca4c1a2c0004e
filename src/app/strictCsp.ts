import * as z from 'zod/mini';

// Zod would otherwise try whether it may compile code, which our Content-Security-Policy forbids and the browser reports.
z.config({ jitless: true });
