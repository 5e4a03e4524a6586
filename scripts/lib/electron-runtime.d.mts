export function findElectron(options?: { download?: boolean }): Promise<string | null>;
export function presentElectron(): string | null;
export function electronFlags(): string[];
