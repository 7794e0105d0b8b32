export declare function electronRuntime(): string | null
export declare function electronObstacle(): string | null
export declare function hasScreen(): boolean
export declare function fetchElectronRuntime(
  node: string,
  options?: { readonly evenIfItFailedToday?: boolean },
): string | null
