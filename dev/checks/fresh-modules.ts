import { vi } from "vitest";

// Test files share a worker: what one of them mocks or stubs must not reach the next.
vi.resetModules();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
vi.useRealTimers();
