/** Files that the build takes in as text: `import sql from './001-town.sql?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
