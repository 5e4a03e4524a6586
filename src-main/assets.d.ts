/** Files that the build takes in as text: `import sql from './001-town.sql?raw'`. */
declare module '*?raw' {
  const text: string;
  export default text;
}
/** Files that the build takes in as a `data:` address: fonts that papers carry with them. */
declare module '*.woff2?inline' {
  const address: string;
  export default address;
}
