/** Whether a sentence of advice only allows a thing: "may be considered", "might be reasonable in selected adults", "an option". It leans to no side by itself. */
export function saysMayConsider(text: string): boolean {
  return /\b(?:may|might|can|could) (?:also )?be (?:\p{L}+ly )?(?:considered|reasonable|an? (?:reasonable )?(?:option|alternative)|used|offered|added|recommended)\b|\b(?:may|might|can) consider\b|\ban option\b/iu.test(text)
}
