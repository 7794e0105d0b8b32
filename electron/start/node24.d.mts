export declare const root: string
export declare class Refusal extends Error {}
export declare function node24(): string
export declare function projectEnvironment(node?: string): NodeJS.ProcessEnv
export declare function commandScript(name: string): string
export declare function handOver(program: string, args: readonly string[]): void
export declare function refuse(error: unknown): void
