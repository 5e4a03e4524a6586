/** An entry of a list to choose from. */
export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}
