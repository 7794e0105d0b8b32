/**
 * Puts the focus, and what is in sight, on the first field in `form` that was found wanting; nothing where none was.
 *
 * Called when something was sent: the fields say what they miss only once the screen is drawn anew.
 */
export function focusFirstInvalid(form: Element): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
