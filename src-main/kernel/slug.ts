import { searchable } from './text';

/** Code for a label: "Cantine, 1er service" → "cantine-1er-service" (at most 40 characters). */
export function slugOf(label: string): string {
  return searchable(label).replace(/@/g, '').replace(/\s+/g, '-').slice(0, 40).replace(/-+$/, '') || 'sans-nom';
}
