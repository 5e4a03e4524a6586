import type { Sequelize } from 'sequelize';
import type { Database } from './database';

/**
 * Models defined once a database: `const models = modelsOf((sequelize) => ({ … }))`, then
 * `models(db).School.findAll()`. Several databases may be open at once (tests, restore preview).
 */
export function modelsOf<Models>(define: (sequelize: Sequelize) => Models): (db: Database) => Models {
  const made = new WeakMap<Database, Models>();
  return (db) => {
    let models = made.get(db);
    if (!models) {
      models = define(db.sequelize);
      made.set(db, models);
    }
    return models;
  };
}
