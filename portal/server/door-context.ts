import type { Context } from 'koa';
import { deviceName } from '../../src-main/platform/http/device';
import type { Context as CommandContext, DoorContext, Services, SessionPort } from '../../src-main/platform/procedures/services';
import { readSessionCookie } from './session-cookie';

/** What the portal's routes stand on. */
export interface PortalDoor {
  readonly services: Services;
  readonly sessions: SessionPort;
}

/** A request as the procedures see it. */
export const doorContextOf = ({ services, sessions }: PortalDoor, ctx: Context): DoorContext => ({
  services, sessions, token: readSessionCookie(ctx), ...callerOf(ctx),
});

export const callerOf = (ctx: Context): { address: string; device: string } => ({ address: ctx.ip, device: deviceName(ctx.get('user-agent')) });

/** What a command receives from someone who is not signed in. */
export const visitorContext = (services: Services): CommandContext => ({ ...services, actor: { kind: 'system', name: 'Préau' } });
