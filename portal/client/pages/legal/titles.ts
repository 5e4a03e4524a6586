import type { RouteRecordRaw } from 'vue-router';
import { accessibilityTitle } from '../../../../src-main/kernel/accessibility-state';
import { session } from '../../state/session';

/** The title of a page of mentions; that of the statement says how accessible the portal is, as the law asks. */
export const titleOfMentions = ({ name, meta }: Pick<RouteRecordRaw, 'name' | 'meta'>): string =>
  (name === 'accessibility' && session.town ? accessibilityTitle(session.town.portal.accessibility) : meta?.title ?? '');
