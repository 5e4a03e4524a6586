import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What `Sequelize.useCLS` wants of a namespace, over AsyncLocalStorage: queries inside a
 * transaction's callback join it without passing it on by hand.
 */
export class AsyncNamespace {
  private readonly storage = new AsyncLocalStorage<Map<string, unknown>>();

  get(key: string): unknown {
    return this.storage.getStore()?.get(key);
  }

  set(key: string, value: unknown): void {
    this.storage.getStore()?.set(key, value);
  }

  run(work: (context: Map<string, unknown>) => void): void {
    const context = new Map(this.storage.getStore() ?? []);
    this.storage.run(context, () => work(context));
  }

  bind<F extends (...given: never[]) => unknown>(work: F): F {
    return AsyncLocalStorage.bind(work) as unknown as F;
  }
}
