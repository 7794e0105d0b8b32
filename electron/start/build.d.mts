export declare function isBuilt(): boolean
export declare function build(options?: { readonly quiet?: boolean }): void
export declare function forgetBuild(): void
