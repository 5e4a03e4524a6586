import type { Session } from 'electron';

/** Copying a link to the clipboard on a click is the one thing pages may ask of the system. */
const ALLOWED = new Set(['clipboard-sanitized-write']);

/** No camera, microphone, place, notification, device or anything else for the pages. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
  session.setDevicePermissionHandler(() => false);
}
