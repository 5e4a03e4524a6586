import { confirmDialog } from './confirm-dialog';

/** Tells whether something typed is not saved yet. */
type IsDirty = () => boolean;

const watched = new Set<IsDirty>();

/** Watches a form until the returned function is called. */
export function watchUnsaved(isDirty: IsDirty): () => void {
  watched.add(isDirty);
  return () => {
    watched.delete(isDirty);
  };
}

export const hasUnsaved = (): boolean => [...watched].some((isDirty) => isDirty());

/** True when the page may be left: nothing unsaved, or the person says so. */
export function mayLeave(): Promise<boolean> {
  return hasUnsaved() ? askToLeave() : Promise.resolve(true);
}

export function askToLeave(): Promise<boolean> {
  return confirmDialog({
    title: 'Quitter sans enregistrer ?',
    consequences: ['Ce que vous venez de saisir ici n’est pas enregistré et sera perdu.'],
    action: 'Quitter sans enregistrer',
    refuse: 'Rester sur la page',
    danger: true,
  });
}

/** The browser's own question on closing the window with something unsaved. */
export function guardWindow(): void {
  window.addEventListener('beforeunload', (event) => {
    if (hasUnsaved()) event.preventDefault();
  });
}
