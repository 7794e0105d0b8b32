/**
 * What the English catalogue must hold, given the Indonesian one: the same keys, and beside every plural
 * (`…_other`) the singular that English has and Indonesian has not.
 */
export type SameWords<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : SameWords<Words[Key]>
} & {
  readonly [Key in keyof Words as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
