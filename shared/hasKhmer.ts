/** Whether words have Khmer in them: letters, signs, digits or symbols of the calendar. */
export function hasKhmer(words: string): boolean {
  return /\p{Script=Khmer}/u.test(words)
}
