/** The town's path, `/saint-aubin`, as the server wrote it in the page; empty at the root. */
export const TOWN_PATH = document.documentElement.dataset.townPath ?? '';
