import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryTypes, Sequelize, Transaction } from 'sequelize';
import type { BindOrReplacements } from 'sequelize';
import { AsyncNamespace } from './async-namespace';
import { WriteQueue } from './write-queue';

Sequelize.useCLS(new AsyncNamespace());

/** Values bound by name in raw reads (`$day` in the SQL). */
export type Bindings = Readonly<Record<string, string | number | null>>;

/** The write under way. */
interface Write {
  readonly afterCommit: (() => void)[];
  /** True once a statement other than a read has run. */
  changed: boolean;
}

interface SqliteHandle {
  readonly uuid?: string;
  exec(sql: string, done: (failure: Error | null) => void): void;
}
interface HandleMaker {
  getConnection: (options: { uuid?: string }) => Promise<SqliteHandle>;
}

const READER = 'PRAGMA busy_timeout = 5000; PRAGMA query_only = ON; PRAGMA cache_size = -16000';
const WRITER = 'PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON';

/**
 * The one owner of a SQLite file. Reads go through a read-only connection; writes queue one at a
 * time in IMMEDIATE transactions (concurrent ones fail with SQLITE_BUSY), and nested calls join.
 */
export class Database {
  readonly sequelize: Sequelize;
  private readonly queue = new WriteQueue();
  private readonly inWrite = new AsyncLocalStorage<Write>();
  private readonly memos = new Map<string, { readonly commits: number; readonly value: Promise<unknown> }>();
  private commits = 0;
  private closing = false;

  constructor(readonly file: string) {
    this.sequelize = new Sequelize({
      dialect: 'sqlite', storage: file, logging: false, typeValidation: true,
      define: { timestamps: false, underscored: true, freezeTableName: true },
    });
    ownAttributes(this.sequelize);
    setPragmas(this.sequelize);
    noticeChanges(this.sequelize, () => this.inWrite.getStore());
  }

  /** Runs `work` in a write transaction, after those asked before it; all or nothing is kept. */
  write<T>(work: () => Promise<T>): Promise<T> {
    if (this.inWrite.getStore()) return work();
    if (this.closing) return Promise.reject(new Error('the database is closing'));
    const store: Write = { afterCommit: [], changed: false };
    return this.queue.run(async () => {
      const result = await this.inWrite.run(store, () =>
        this.sequelize.transaction({ type: Transaction.TYPES.IMMEDIATE }, work));
      this.commits += 1;
      store.afterCommit.forEach((wake) => wake());
      return result;
    });
  }

  /** Calls `wake` once the write under way is kept; at once outside of one. */
  afterCommit(wake: () => void): void {
    const store = this.inWrite.getStore();
    if (store) store.afterCommit.push(wake);
    else wake();
  }

  /** Rows of a raw read, as SQLite gives them: booleans are 0 or 1, JSON is text. */
  select<Row extends object>(sql: string, bind: Bindings = {}): Promise<Row[]> {
    return this.sequelize.query<Row>(sql, { type: QueryTypes.SELECT, bind: bind as BindOrReplacements, raw: true });
  }

  /** The first row of a raw read, or null. */
  async selectOne<Row extends object>(sql: string, bind: Bindings = {}): Promise<Row | null> {
    return (await this.select<Row>(sql, bind))[0] ?? null;
  }

  /** Runs one statement inside the write under way; returns how many rows it changed. */
  async run(sql: string, bind: Bindings = {}): Promise<number> {
    if (!this.inWrite.getStore()) throw new Error('a statement that writes belongs in write()');
    // As a bulk update Sequelize runs the statement as it stands and tells the rows changed; as a raw query it does not.
    const changed: unknown = await this.sequelize.query(sql, { type: QueryTypes.BULKUPDATE, bind: bind as BindOrReplacements });
    return typeof changed === 'number' ? changed : 0;
  }

  /**
   * A read kept until the next commit: what every request asks (the town, the rulebook). A write
   * that has changed something loads afresh, for it may have changed just that.
   */
  memo<T>(key: string, load: () => Promise<T>): Promise<T> {
    if (this.inWrite.getStore()?.changed) return load();
    const kept = this.memos.get(key);
    if (kept && kept.commits === this.commits) return kept.value as Promise<T>;
    const value = load();
    this.memos.set(key, { commits: this.commits, value });
    value.catch(() => this.memos.delete(key));
    return value;
  }

  /** Waits for running writes, folds the WAL into the file and closes. */
  async close(): Promise<void> {
    this.closing = true;
    await this.queue.idle();
    await this.sequelize.query('PRAGMA query_only = OFF');
    await this.sequelize.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await this.sequelize.close();
  }
}

/** Sequelize writes each column's name into its description: one description shared by several columns would lose them. */
function ownAttributes(sequelize: Sequelize): void {
  sequelize.addHook('beforeDefine', (attributes) => {
    for (const [name, description] of Object.entries(attributes)) {
      if (typeof description === 'object') attributes[name] = { ...description } as typeof description;
    }
  });
}

/** Sequelize's `afterConnect` does not fire for SQLite: pragmas are set where connections are made. */
function setPragmas(sequelize: Sequelize): void {
  const manager = (sequelize as unknown as { connectionManager: HandleMaker }).connectionManager;
  const make = manager.getConnection.bind(manager);
  const ready = new WeakSet<SqliteHandle>();
  manager.getConnection = async (options) => {
    const handle = await make(options);
    if (!ready.has(handle)) {
      ready.add(handle);
      const pragmas = options.uuid && options.uuid !== 'default' ? WRITER : READER;
      await new Promise<void>((resolve, reject) => {
        handle.exec(pragmas, (failure) => (failure ? reject(failure) : resolve()));
      });
    }
    return handle;
  };
}

interface Querying {
  query: (sql: string | { query: string }, ...rest: unknown[]) => Promise<unknown>;
}

const READS = /^\s*(SELECT|WITH|PRAGMA|BEGIN|COMMIT|ROLLBACK)\b/i;

/** Every statement, a model's too, passes through `query`: marks the write under way when it changes something. */
function noticeChanges(sequelize: Sequelize, underWay: () => Write | undefined): void {
  const querying = sequelize as unknown as Querying;
  const query = querying.query.bind(sequelize);
  querying.query = (sql, ...rest) => {
    const write = underWay();
    if (write && !READS.test(typeof sql === 'string' ? sql : sql.query)) write.changed = true;
    return query(sql, ...rest);
  };
}
