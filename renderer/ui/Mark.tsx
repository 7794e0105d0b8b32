/** Two sheets that overlap: what both sides have in common. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" fill="none" aria-hidden>
      <rect x="2" y="2" width="13" height="13" rx="3.5" stroke="var(--text)" strokeWidth="2" />
      <rect x="7" y="7" width="13" height="13" rx="3.5" stroke="var(--accent)" strokeWidth="2" />
      <rect x="8.5" y="8.5" width="5.5" height="5.5" rx="1.5" fill="var(--accent)" />
    </svg>
  )
}
