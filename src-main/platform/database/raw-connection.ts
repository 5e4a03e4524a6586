import sqlite3 from 'sqlite3';

export type SqlValue = string | number | null | Uint8Array;

/** Values bound by name (`$day` in the SQL); those that the SQL does not name are left out. */
export type Bindings = Readonly<Record<string, string | number | null>>;

const namesBySql = new Map<string, readonly string[]>();

/** SQLite refuses a value that no parameter takes: only those named in the SQL are handed on. */
function namedValues(sql: string, bind: Bindings): Record<string, string | number | null> {
  let names = namesBySql.get(sql);
  if (!names) {
    names = [...new Set([...sql.matchAll(/\$(\w+)/g)].map((match) => match[1]!))];
    if (namesBySql.size < 1000) namesBySql.set(sql, names);
  }
  const values: Record<string, string | number | null> = {};
  for (const name of names) {
    const value = bind[name];
    if (value === undefined) throw new Error(`no value for $${name}`);
    values[`$${name}`] = value;
  }
  return values;
}

/** A bare sqlite3 connection with promises. */
export class RawConnection {
  private readonly prepared = new Map<string, Promise<sqlite3.Statement>>();

  constructor(private readonly database: sqlite3.Database) {}

  /** The bare connection, for Sequelize. */
  get handle(): sqlite3.Database {
    return this.database;
  }

  static open(file: string, mode: number): Promise<RawConnection> {
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(file, mode, (failure) => (failure ? reject(failure) : resolve(new RawConnection(database))));
    });
  }

  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.exec(sql, (failure) => (failure ? reject(failure) : resolve()));
    });
  }

  run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, values, (failure: Error | null) => (failure ? reject(failure) : resolve()));
    });
  }

  all<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.database.all<Row>(sql, values, (failure, rows) => (failure ? reject(failure) : resolve(rows)));
    });
  }

  /** Rows of a read with named values; the statement is prepared once and kept. */
  async rows<Row>(sql: string, bind: Bindings): Promise<Row[]> {
    const values = namedValues(sql, bind);
    const statement = await this.statement(sql);
    return new Promise((resolve, reject) => {
      statement.all<Row>(values, (failure, rows) => (failure ? reject(failure) : resolve(rows)));
    });
  }

  private statement(sql: string): Promise<sqlite3.Statement> {
    let kept = this.prepared.get(sql);
    if (!kept) {
      kept = new Promise((resolve, reject) => {
        const made = this.database.prepare(sql, (failure: Error | null) => (failure ? reject(failure) : resolve(made)));
      });
      kept.catch(() => this.prepared.delete(sql));
      this.prepared.set(sql, kept);
    }
    return kept;
  }

  /** Runs a statement with named values; gives how many rows it changed. */
  change(sql: string, bind: Bindings): Promise<number> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, namedValues(sql, bind), function done(failure: Error | null) {
        if (failure) reject(failure);
        else resolve(this.changes);
      });
    });
  }

  async close(): Promise<void> {
    for (const kept of this.prepared.values()) {
      const statement = await kept;
      await new Promise<void>((done) => statement.finalize(() => done()));
    }
    await new Promise<void>((resolve, reject) => {
      this.database.close((failure) => (failure ? reject(failure) : resolve()));
    });
  }
}
